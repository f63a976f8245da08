//! The folder with the files in it: all of them, or none.

use crate::SETTINGS;
use crate::forms::{File, files};
use crate::settings::Settings;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    #[error(
        "{} holds {names} already: name another folder, or say --overwrite",
        folder.display()
    )]
    There { folder: PathBuf, names: String },
    #[error("{} cannot be written: {error}", path.display())]
    Broken { path: PathBuf, error: io::Error },
    #[error("the settings cannot be written down: {0}")]
    Settings(#[from] toml::ser::Error),
}

/// Writes all files, and the settings they were made of, which hold every password. Only whoever
/// writes them may read them.
///
/// # Errors
/// When one of them is there already and may not be overwritten, or the disk refuses. Then nothing
/// is changed.
pub fn write(
    settings: &Settings,
    folder: &Path,
    overwrite: bool,
) -> Result<Vec<String>, NotWritten> {
    let mut all = files(settings);
    all.push(File {
        name: SETTINGS,
        text: saved(settings)?,
    });
    let there: Vec<&str> = all
        .iter()
        .map(|file| file.name)
        .filter(|name| folder.join(name).exists())
        .collect();
    if !there.is_empty() && !overwrite {
        return Err(NotWritten::There {
            folder: folder.to_owned(),
            names: there.join(", "),
        });
    }
    let broken = |path: &Path| {
        let path = path.to_owned();
        move |error| NotWritten::Broken { path, error }
    };
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(broken(folder))?;
    for file in &all {
        let path = new(folder, file);
        if let Err(error) = put(&path, &file.text) {
            forget(folder, &all);
            return Err(broken(&path)(error));
        }
    }
    for file in &all {
        let path = folder.join(file.name);
        if let Err(error) = fs::rename(new(folder, file), &path) {
            forget(folder, &all);
            return Err(broken(&path)(error));
        }
    }
    Ok(all.iter().map(|file| file.name.to_owned()).collect())
}

fn saved(settings: &Settings) -> Result<String, toml::ser::Error> {
    Ok(format!(
        "# What the files beside this one were made of, passwords included. Change it here, then:\n\
         # dispo telephony config --settings {SETTINGS} --out . --overwrite\n\n{}",
        toml::to_string(settings)?
    ))
}

/// Where a file is written before it takes its place.
fn new(folder: &Path, file: &File) -> PathBuf {
    folder.join(format!(".{}.new", file.name))
}

fn put(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn forget(folder: &Path, all: &[File]) {
    for file in all {
        // What is not there need not be taken away.
        let _ = fs::remove_file(new(folder, file));
    }
}
