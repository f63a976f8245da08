//! The folder, and where its keys lie. Keys are read anew for each file, so that a new one counts
//! from the moment it is there.

use crate::keys::Keys;
use crate::problem::VaultProblem;
use crate::reader::Reader;
use crate::writer::Writer;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone)]
pub struct Vault {
    folder: PathBuf,
    keys: PathBuf,
}

impl Vault {
    /// Makes folder and key where they are not there yet.
    ///
    /// # Errors
    /// When they cannot be made, or the keys not be read.
    pub fn open(folder: &Path, keys: &Path) -> Result<Self, VaultProblem> {
        fs::create_dir_all(folder).map_err(VaultProblem::disk(folder))?;
        match Keys::read(keys) {
            Ok(_) => {}
            // A key that is lost is not made anew over what was sealed with it.
            Err(problem) if problem.is_missing() && is_empty(folder) => {
                Keys::rotate(keys)?;
            }
            Err(problem) => return Err(problem),
        }
        Ok(Self {
            folder: folder.to_owned(),
            keys: keys.to_owned(),
        })
    }

    /// A new file of this name; one that is there stays until the new one is whole.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn write(&self, name: &str) -> Result<Writer, VaultProblem> {
        Writer::begin(self.path(name), name, &Keys::read(&self.keys)?)
    }

    /// # Errors
    /// When it is not there, not sealed, or by a key that is not there.
    pub fn read(&self, name: &str) -> Result<Reader, VaultProblem> {
        let keys = Keys::read(&self.keys)?;
        Reader::open(self.path(name), name, (&keys, &self.keys))
    }

    /// One that is not there is gone.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn remove(&self, name: &str) -> Result<(), VaultProblem> {
        let path = self.path(name);
        match fs::remove_file(&path).map_err(VaultProblem::disk(&path)) {
            Err(problem) if !problem.is_missing() => Err(problem),
            _ => Ok(()),
        }
    }

    /// Names are ours: digits and hyphens. Whatever else stands in one leads nowhere.
    fn path(&self, name: &str) -> PathBuf {
        let plain = name.replace(
            |sign: char| !sign.is_ascii_alphanumeric() && sign != '-',
            "_",
        );
        self.folder.join(format!("{plain}.rec"))
    }
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut there| there.next().is_none())
}
