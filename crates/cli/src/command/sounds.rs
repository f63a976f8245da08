//! Where the sound of recordings lies, and who brings it there.

use crate::failure::Failure;
use crate::out::{self, Problems};
use std::path::{Path, PathBuf};
use store::{Address, Store};
use telephony::asterisk::AsteriskAddress;
use vault::Vault;
use workers::Archive;

/// Where recordings and their keys lie
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Place {
    /// The folder for recordings, encrypted [beside the SQLite file, else dispo-recordings]
    #[arg(long, value_name = "FOLDER")]
    recordings: Option<PathBuf>,
    /// The file with their keys: keep a copy of it elsewhere [beside the folder, .keys]
    #[arg(long, env = "DISPO_RECORDING_KEYS", value_name = "FILE")]
    recording_keys: Option<PathBuf>,
}

impl Place {
    pub fn folder(&self, address: &Address) -> PathBuf {
        match (&self.recordings, address) {
            (Some(folder), _) => folder.clone(),
            (None, Address::Sqlite(file)) => beside(file, "-recordings"),
            (None, Address::Postgres(_)) => PathBuf::from("dispo-recordings"),
        }
    }

    pub fn keys(&self, address: &Address) -> PathBuf {
        let keys = self.recording_keys.clone();
        keys.unwrap_or_else(|| beside(&self.folder(address), ".keys"))
    }

    /// Made where it is not there yet.
    pub fn vault(&self, address: &Address) -> Result<Vault, Failure> {
        Vault::open(&self.folder(address), &self.keys(address))
            .map_err(|problem| Failure::of(problem.to_string()))
    }
}

fn beside(place: &Path, ending: &str) -> PathBuf {
    let mut name = place.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Destroys what was condemned just now, as far as it lies in the vault; the rest a running
/// program does.
pub fn destroy_condemned(store: &Store, place: &Place, address: &Address) -> Result<(), Failure> {
    if place.folder(address).is_dir() {
        let archive = Archive::new(store.clone(), place.vault(address)?, Vec::new());
        archive.destroy_condemned(&mut |problem| out::note(problem.to_string()));
    }
    Ok(())
}

/// Brings recordings into the vault while something else works.
pub fn beside_work<T>(
    store: &Store,
    vault: &Vault,
    exchanges: &[AsteriskAddress],
    work: impl FnOnce() -> T,
) -> T {
    let mut problems = Problems::default();
    Archive::new(store.clone(), vault.clone(), exchanges.to_vec())
        .beside(&mut |problem| problems.tell(problem), work)
}
