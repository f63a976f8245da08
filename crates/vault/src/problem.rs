//! What can be wrong with a vault.

use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
pub enum VaultProblem {
    #[error("{path}: {error}")]
    Disk { path: PathBuf, error: io::Error },
    #[error("{path}, line {line}: {why}; a line is a number and 64 hexadecimal digits")]
    KeyLine {
        path: PathBuf,
        line: usize,
        why: &'static str,
    },
    #[error(
        "{path} holds no key; put it back from your backup, or begin one by `dispo recordings key rotate`"
    )]
    NoKey { path: PathBuf },
    #[error("{path} can be read by others; say `chmod 600` to it")]
    Open { path: PathBuf },
    #[error("{path} was sealed with key {key}, which {keys} does not hold; put it back")]
    UnknownKey {
        path: PathBuf,
        keys: PathBuf,
        key: u32,
    },
    #[error("{path} is not a sealed file, or not whole")]
    NotSealed { path: PathBuf },
    #[error("{path} was changed after it was sealed: piece {piece} does not fit")]
    Changed { path: PathBuf, piece: u32 },
    #[error("{path} would be too long")]
    TooLong { path: PathBuf },
    #[error("the system gives no random figures")]
    NoChance,
}

impl VaultProblem {
    pub(crate) fn disk(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        |error| Self::Disk {
            path: path.to_owned(),
            error,
        }
    }

    /// Whether there is no such file.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Disk { error, .. } if error.kind() == io::ErrorKind::NotFound)
    }
}
