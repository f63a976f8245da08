//! A name for a file and all that decides what becomes of it: the same command again has the
//! same digest, and so finds the import it left unfinished.

use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

const CHUNK: usize = 256 * 1024;

/// The digest of a file's bytes followed by other texts, in hexadecimal.
pub(crate) fn of(file: &Path, texts: &[&str]) -> io::Result<String> {
    let mut file = File::open(file)?;
    let mut hasher = Sha256::new();
    let mut chunk = vec![0; CHUNK];
    loop {
        let fresh = match file.read(&mut chunk) {
            Ok(0) => break,
            Ok(fresh) => fresh,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hasher.update(chunk.get(..fresh).unwrap_or_default());
    }
    for text in texts {
        // No text holds the separator, so that no two lists of texts read alike.
        hasher.update([0xFF]);
        hasher.update(text.as_bytes());
    }
    Ok(hasher
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}
