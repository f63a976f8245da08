//! The keys, in a text file only its owner can read: `1 0011…ff`, one a line. The highest number
//! seals what is new; the others are kept for what is older.

use crate::problem::VaultProblem;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::Path;

pub(crate) type Key = [u8; 32];

#[derive(Clone)]
pub struct Keys(BTreeMap<u32, Key>);

const HEAD: &str = "\
# With these keys recordings are sealed. Whoever has this file can hear them, and nobody can without
# it: keep a copy of it apart from them. `dispo recordings key rotate` begins a new one.
";

impl Keys {
    /// Reads them.
    ///
    /// # Errors
    /// When the file is not there, others can read it, or a line of it is wrong.
    pub fn read(path: &Path) -> Result<Self, VaultProblem> {
        let meta = fs::metadata(path).map_err(VaultProblem::disk(path))?;
        if is_open(&meta) {
            return Err(VaultProblem::Open { path: path.into() });
        }
        let text = fs::read_to_string(path).map_err(VaultProblem::disk(path))?;
        let mut keys = BTreeMap::new();
        for (at, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let wrong = |why| VaultProblem::KeyLine {
                path: path.into(),
                line: at.saturating_add(1),
                why,
            };
            let (number, digits) = line.split_once(' ').ok_or_else(|| wrong("it is no key"))?;
            let number = number.parse().map_err(|_| wrong("its number is none"))?;
            let key = from_hex(digits.trim()).ok_or_else(|| wrong("its digits are not 64"))?;
            if keys.insert(number, key).is_some() {
                return Err(wrong("its number stands there twice"));
            }
        }
        if keys.is_empty() {
            return Err(VaultProblem::NoKey { path: path.into() });
        }
        Ok(Self(keys))
    }

    /// Begins a new key, in a new file where there is none; gives its number.
    ///
    /// # Errors
    /// When what is there cannot be read, or nothing be written.
    pub fn rotate(path: &Path) -> Result<u32, VaultProblem> {
        let mut keys = match Self::read(path) {
            Ok(keys) => keys.0,
            Err(problem) if problem.is_missing() => BTreeMap::new(),
            Err(problem) => return Err(problem),
        };
        let newest = keys.last_key_value().map_or(0, |(number, _)| *number);
        let number = newest.saturating_add(1);
        let mut key = [0; 32];
        getrandom::fill(&mut key).map_err(|_| VaultProblem::NoChance)?;
        keys.insert(number, key);
        write(path, &keys)?;
        Ok(number)
    }

    pub(crate) fn newest(&self) -> Option<(u32, &Key)> {
        self.0.last_key_value().map(|(number, key)| (*number, key))
    }

    pub(crate) fn of(&self, number: u32) -> Option<&Key> {
        self.0.get(&number)
    }

    /// Their numbers, the oldest first.
    #[must_use]
    pub fn numbers(&self) -> Vec<u32> {
        self.0.keys().copied().collect()
    }
}

/// Beside it first, then in its place: a file half written would lose every recording.
fn write(path: &Path, keys: &BTreeMap<u32, Key>) -> Result<(), VaultProblem> {
    let mut text = HEAD.to_owned();
    for (number, key) in keys {
        let _ = writeln!(text, "{number} {}", hex(key));
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = Path::new(&beside);
    let mut file = own(beside).map_err(VaultProblem::disk(beside))?;
    file.write_all(text.as_bytes())
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(beside, path))
        .map_err(VaultProblem::disk(path))
}

/// A new file that only its owner can read.
pub(crate) fn own(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(unix)]
fn is_open(meta: &fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&meta.permissions()) & 0o077 != 0
}

#[cfg(not(unix))]
fn is_open(_: &fs::Metadata) -> bool {
    false
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn from_hex(text: &str) -> Option<Key> {
    let mut key = [0; 32];
    let pairs = text.as_bytes().chunks(2);
    if text.len() != 64 {
        return None;
    }
    for (byte, pair) in key.iter_mut().zip(pairs) {
        let pair = std::str::from_utf8(pair).ok()?;
        *byte = u8::from_str_radix(pair, 16).ok()?;
    }
    Some(key)
}
