//! A sealed file, opened where somebody listens, piece by piece.

use crate::keys::{Keys, hex};
use crate::problem::VaultProblem;
use crate::sealing::{HEAD, PIECE, SEALED, Sealing, measured};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

pub struct Reader {
    path: PathBuf,
    file: File,
    sealing: Sealing,
    pieces: u32,
    bytes: u64,
}

impl Reader {
    pub(crate) fn open(
        path: PathBuf,
        name: &str,
        keys: (&Keys, &Path),
    ) -> Result<Self, VaultProblem> {
        let mut file = File::open(&path).map_err(VaultProblem::disk(&path))?;
        let on_disk = file.metadata().map_err(VaultProblem::disk(&path))?.len();
        let not_sealed = || VaultProblem::NotSealed { path: path.clone() };
        let (pieces, bytes) = measured(on_disk).ok_or_else(not_sealed)?;
        let mut head = [0; HEAD];
        file.read_exact(&mut head)
            .map_err(VaultProblem::disk(&path))?;
        let (number, own) = Sealing::head(&head).ok_or_else(not_sealed)?;
        let key = keys.0.of(number).ok_or_else(|| VaultProblem::UnknownKey {
            path: path.clone(),
            keys: keys.1.to_owned(),
            key: number,
        })?;
        let sealing = Sealing::new(key, own, &head, name);
        Ok(Self {
            path,
            file,
            sealing,
            pieces,
            bytes,
        })
    }

    /// How long it is.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// So many bytes from a place on, fewer at the end of a piece, none behind the end.
    ///
    /// # Errors
    /// When it cannot be read, or was changed.
    pub fn read_at(&mut self, from: u64, most: usize) -> Result<Vec<u8>, VaultProblem> {
        if from >= self.bytes {
            return Ok(Vec::new());
        }
        let piece = u32::try_from(from / PIECE as u64).unwrap_or(u32::MAX);
        let within = usize::try_from(from % PIECE as u64).unwrap_or(0);
        let plain = self.piece(piece)?;
        Ok(plain.into_iter().skip(within).take(most).collect())
    }

    /// The digest of all of it, opened.
    ///
    /// # Errors
    /// When it cannot be read, or was changed.
    pub fn digest(&mut self) -> Result<String, VaultProblem> {
        let mut digest = Sha256::new();
        for piece in 0..self.pieces {
            digest.update(self.piece(piece)?);
        }
        Ok(hex(&digest.finalize()))
    }

    fn piece(&mut self, piece: u32) -> Result<Vec<u8>, VaultProblem> {
        let disk = VaultProblem::disk(&self.path);
        let start = u64::from(piece)
            .saturating_mul(SEALED as u64)
            .saturating_add(HEAD as u64);
        let mut sealed = Vec::with_capacity(SEALED);
        self.file
            .seek(SeekFrom::Start(start))
            .and_then(|_| {
                let mut piece = (&mut self.file).take(SEALED as u64);
                piece.read_to_end(&mut sealed)
            })
            .map_err(disk)?;
        let is_last = piece.saturating_add(1) == self.pieces;
        self.sealing
            .open(piece, is_last, &sealed)
            .ok_or_else(|| VaultProblem::Changed {
                path: self.path.clone(),
                piece,
            })
    }
}
