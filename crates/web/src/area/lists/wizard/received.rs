//! A file as it comes from a browser: written to disk while it comes.

use crate::app::App;
use crate::failure::Failure;
use crate::secret;
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use std::io;
use std::path::{Path, PathBuf};
use tokio::io::AsyncWriteExt;

/// More of a name says nothing.
const NAME_LONGEST: usize = 200;

/// What came with the form.
#[derive(Default)]
pub struct Received {
    said: Vec<(String, String)>,
    file: Option<Bytes>,
}

impl Received {
    /// What was said in a field of the form.
    pub fn said(&self, name: &str) -> &str {
        let mut all = self.said.iter();
        let found = all.find(|(there, _)| there == name);
        found.map_or("", |(_, value)| value)
    }

    /// The file, if one was chosen.
    pub fn file(self) -> Option<Bytes> {
        self.file
            .filter(|file| file.size > 0 || !file.name.is_empty())
    }
}

/// A file on this disk. Unless it is kept it is removed again.
pub struct Bytes {
    pub name: String,
    pub stored: String,
    pub size: u64,
    path: Option<PathBuf>,
}

impl Bytes {
    pub fn keep(mut self) {
        self.path = None;
    }
}

impl Drop for Bytes {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            // What is left is in nobody's way; the name is never used again.
            let _ = std::fs::remove_file(path);
        }
    }
}

/// Reads a form: its file, and these of its fields.
pub async fn received(
    app: &App,
    mut form: Multipart,
    fields: &[&str],
) -> Result<Received, Failure> {
    let mut received = Received::default();
    while let Some(field) = form.next_field().await.map_err(refused)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" && received.file.is_none() {
            received.file = Some(written(app.work().folder(), field).await?);
        } else if fields.contains(&name.as_str()) {
            let value = field.text().await.map_err(refused)?;
            received.said.push((name, value));
        }
    }
    Ok(received)
}

/// Writes a file as it comes. Its name in the folder is ours; what the browser calls it is only
/// shown.
async fn written(folder: &Path, mut field: Field<'_>) -> Result<Bytes, Failure> {
    tokio::fs::create_dir_all(folder)
        .await
        .map_err(|error| broken(&error))?;
    let stored = secret::new()?;
    let path = folder.join(&stored);
    let mut bytes = Bytes {
        name: shown_name(field.file_name().unwrap_or_default()),
        stored,
        size: 0,
        path: Some(path.clone()),
    };
    let mut file = tokio::fs::File::create_new(&path)
        .await
        .map_err(|error| broken(&error))?;
    while let Some(piece) = field.chunk().await.map_err(refused)? {
        bytes.size += u64::try_from(piece.len()).unwrap_or(u64::MAX);
        file.write_all(&piece)
            .await
            .map_err(|error| broken(&error))?;
    }
    file.flush().await.map_err(|error| broken(&error))?;
    Ok(bytes)
}

/// The last part of what may be a path of another system, on one line.
fn shown_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|letter| !letter.is_control()).collect();
    plain.trim().chars().take(NAME_LONGEST).collect()
}

fn refused(error: MultipartError) -> Failure {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
        _ => Failure::Bad(String::new()),
    }
}

fn broken(error: &io::Error) -> Failure {
    Failure::Broken(format!("an upload cannot be written: {error}"))
}

#[cfg(test)]
mod tests {
    use super::shown_name;

    #[test]
    fn a_name_is_no_path() {
        assert_eq!(shown_name("../../etc/passwd"), "passwd");
        assert_eq!(shown_name("C:\\lists\\spring.csv"), "spring.csv");
        assert_eq!(shown_name("a\r\nb.csv"), "ab.csv");
        assert_eq!(shown_name(&"x".repeat(500)).len(), 200);
    }
}
