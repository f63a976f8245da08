//! Handing in a file: dropped or chosen, written to disk while it comes.

use super::super::new::Choice;
use super::LARGEST_FILE;
use super::how::{How, Reading, text};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::secret;
use crate::shell::Shell;
use askama::Template;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Multipart, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::ListId;
use serde::Deserialize;
use std::io;
use std::path::{Path, PathBuf};
use store::{Described, List, NewUpload, Store, Upload};
use tokio::io::AsyncWriteExt;

/// More of a name says nothing.
const NAME_LONGEST: usize = 200;

#[derive(Template)]
#[template(path = "lists/hand_in.html")]
pub struct HandInPage {
    shell: Shell,
    lists: Vec<Choice>,
    replaces: Option<(i64, String)>,
    largest: String,
    error: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    list: String,
    /// An upload whose file was no good.
    replaces: String,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<HandInPage>, Failure> {
    shown(&visitor, &app, asked, None).await.map(Page)
}

pub async fn take(
    visitor: Visitor,
    State(app): State<App>,
    form: Multipart,
) -> Result<Response, Failure> {
    let taken = received(&app, form).await?;
    let Some(file) = taken
        .file
        .filter(|file| file.size > 0 || !file.name.is_empty())
    else {
        let error = visitor.words.t("upload-no-file");
        let page = shown(&visitor, &app, taken.asked, Some(error)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
    };
    let user = visitor.who.as_ref().map(|who| who.user);
    let list = taken.asked.list.parse().ok().map(ListId);
    let replaces = taken.asked.replaces.parse().ok();
    let work = app.work().clone();
    let (name, size, stored) = (file.name.clone(), file.size, file.stored.clone());
    let upload = app
        .ask(move |store| {
            let list = there(store, list)?;
            let old = match replaces {
                Some(old) => store.upload(old)?,
                None => None,
            };
            let new = NewUpload {
                list: list.map(|list| list.id),
                file: name,
                stored,
                size,
                described: described(old.as_ref())?,
                user,
            };
            let upload = store.add_upload(new)?;
            if let Some(old) = old {
                take_over(store, upload, &old)?;
                if let Some(stored) = store.forget_upload(old.id)? {
                    work.remove(&stored);
                }
            }
            Ok::<_, Failure>(upload)
        })
        .await?;
    file.keep();
    Ok(see(&format!("/lists/import/{upload}")).into_response())
}

fn there(store: &Store, list: Option<ListId>) -> Result<Option<List>, Failure> {
    match list {
        Some(list) => Ok(Some(store.list(list)?.ok_or(Failure::NotFound)?)),
        None => Ok(None),
    }
}

/// A better copy of a file is described like the one whose place it takes.
fn described(old: Option<&Upload>) -> Result<Described, Failure> {
    let how = match old {
        Some(old) => old.described.how.clone(),
        None => text(&How::default())?,
    };
    Ok(Described {
        reading: text(&Reading::default())?,
        definition: None,
        how,
    })
}

fn take_over(store: &Store, upload: i64, old: &Upload) -> Result<(), Failure> {
    let Some(new) = store.upload(upload)? else {
        return Ok(());
    };
    let described = Described {
        definition: old.described.definition.clone(),
        ..new.described
    };
    store.describe_upload(upload, new.list.or(old.list), described)?;
    Ok(())
}

/// What came with the form.
#[derive(Default)]
struct Taken {
    asked: Asked,
    file: Option<Bytes>,
}

/// A file on this disk. Unless it is kept it is removed again.
struct Bytes {
    name: String,
    stored: String,
    size: u64,
    path: Option<PathBuf>,
}

impl Bytes {
    fn keep(mut self) {
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

async fn received(app: &App, mut form: Multipart) -> Result<Taken, Failure> {
    let mut taken = Taken::default();
    while let Some(field) = form.next_field().await.map_err(refused)? {
        match field.name() {
            Some("list") => taken.asked.list = field.text().await.map_err(refused)?,
            Some("replaces") => taken.asked.replaces = field.text().await.map_err(refused)?,
            Some("file") if taken.file.is_none() => {
                taken.file = Some(written(app.work().folder(), field).await?);
            }
            _ => {}
        }
    }
    Ok(taken)
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

async fn shown(
    visitor: &Visitor,
    app: &App,
    asked: Asked,
    error: Option<String>,
) -> Result<HandInPage, Failure> {
    let replaces = asked.replaces.parse().ok();
    let (lists, old) = app
        .ask(move |store| {
            let old = match replaces {
                Some(old) => store.upload(old)?,
                None => None,
            };
            Ok::<_, Failure>((store.lists()?, old))
        })
        .await?;
    Ok(HandInPage {
        shell: visitor.shell("upload-title"),
        lists: choices(&lists, asked.list.parse().ok()),
        replaces: old.map(|old| (old.id, old.file)),
        largest: visitor.words.number(LARGEST_FILE / 1024 / 1024),
        error,
    })
}

/// All lists by name, with the chosen one marked.
pub fn choices(lists: &[List], chosen: Option<i64>) -> Vec<Choice> {
    let mut choices: Vec<Choice> = lists
        .iter()
        .map(|list| Choice {
            value: list.id.0.to_string(),
            label: list.name.clone(),
            chosen: chosen == Some(list.id.0),
        })
        .collect();
    choices.sort_by_key(|choice| choice.label.to_lowercase());
    choices
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
