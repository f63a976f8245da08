//! A file on its way into the vault. It has its name once it is whole, and not before.

use crate::keys::{Keys, hex, own};
use crate::problem::VaultProblem;
use crate::sealing::{PIECE, Sealing};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::Write;
use std::path::PathBuf;

pub struct Writer {
    path: PathBuf,
    part: PathBuf,
    file: File,
    sealing: Sealing,
    key: u32,
    pieces: u32,
    /// What is not sealed yet: the last piece is known at the end only.
    waits: Vec<u8>,
    digest: Sha256,
    bytes: u64,
    is_whole: bool,
}

/// What lies in the vault now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// How long it is when opened.
    pub bytes: u64,
    /// SHA-256 of what was sealed, in hexadecimal digits.
    pub digest: String,
    /// The number of the key.
    pub key: u32,
}

impl Writer {
    pub(crate) fn begin(path: PathBuf, name: &str, keys: &Keys) -> Result<Self, VaultProblem> {
        let part = path.with_extension("part");
        let mut file = own(&part).map_err(VaultProblem::disk(&part))?;
        let (key, head, sealing) = Sealing::begin(keys, name).ok_or(VaultProblem::NoChance)?;
        file.write_all(&head).map_err(VaultProblem::disk(&part))?;
        Ok(Self {
            path,
            part,
            file,
            sealing,
            key,
            pieces: 0,
            waits: Vec::with_capacity(2 * PIECE),
            digest: Sha256::new(),
            bytes: 0,
            is_whole: false,
        })
    }

    /// # Errors
    /// When it cannot be written.
    pub fn push(&mut self, plain: &[u8]) -> Result<(), VaultProblem> {
        for plain in plain.chunks(PIECE) {
            self.digest.update(plain);
            self.bytes = self.bytes.saturating_add(plain.len() as u64);
            self.waits.extend_from_slice(plain);
            while self.waits.len() > PIECE {
                let rest = self.waits.split_off(PIECE);
                let piece = std::mem::replace(&mut self.waits, rest);
                self.seal(&piece, false)?;
            }
        }
        Ok(())
    }

    /// The end: it lies there under its name.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> Result<Sealed, VaultProblem> {
        let last = std::mem::take(&mut self.waits);
        self.seal(&last, true)?;
        self.file
            .sync_all()
            .and_then(|()| fs::rename(&self.part, &self.path))
            .map_err(VaultProblem::disk(&self.path))?;
        self.is_whole = true;
        Ok(Sealed {
            bytes: self.bytes,
            digest: hex(&self.digest.clone().finalize()),
            key: self.key,
        })
    }

    fn seal(&mut self, piece: &[u8], is_last: bool) -> Result<(), VaultProblem> {
        let too_long = || VaultProblem::TooLong {
            path: self.path.clone(),
        };
        let sealed = self.sealing.seal(self.pieces, is_last, piece);
        let sealed = sealed.ok_or_else(too_long)?;
        let next = self.pieces.checked_add(1).ok_or_else(too_long)?;
        self.file
            .write_all(&sealed)
            .map_err(VaultProblem::disk(&self.part))?;
        self.pieces = next;
        Ok(())
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if !self.is_whole {
            // Half a file is of no use; whoever looks for it finds none.
            let _ = fs::remove_file(&self.part);
        }
    }
}
