//! `dispo recordings`: the keys of recordings, and whether every one is as it was.

use super::sounds::Place;
use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::Out;
use serde::Serialize;
use store::{Recording, RecordingSearch, Store};
use vault::{Keys, Vault};

/// The keys of recordings, and whether every one is as it was
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Keys that seal recordings
    #[command(subcommand)]
    Key(KeyCommand),
    /// Open every recording that is kept, and say which was changed or is missing
    #[command(after_help = "Examples:\n  dispo recordings check\n  dispo --json recordings check")]
    Check {
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, clap::Subcommand)]
pub enum KeyCommand {
    /// Begin a new key: what is recorded from now on is sealed with it, what is older keeps its own
    #[command(
        after_help = "Examples:\n  dispo recordings key rotate\n  dispo recordings key rotate --recording-keys /etc/dispo/recordings.keys\n\nThe file holds all keys, each with its number; whoever loses it loses the recordings."
    )]
    Rotate {
        #[command(flatten)]
        place: Place,
    },
    /// Show the numbers of the keys
    #[command(after_help = "Examples:\n  dispo recordings key list")]
    List {
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, Serialize)]
struct Checked {
    checked: usize,
    wrong: Vec<String>,
}

const AT_ONCE: usize = 200;

pub fn run(command: &Command, db: &str, out: Out) -> Result<Done, Failure> {
    let failed = |problem: vault::VaultProblem| Failure::of(problem.to_string());
    match command {
        Command::Key(KeyCommand::Rotate { place }) => {
            let number = Keys::rotate(&place.keys(&db.parse()?)).map_err(failed)?;
            out.show(&number, |number| {
                format!("key {number} seals what is recorded from now on")
            })?;
            Ok(Done::Clean)
        }
        Command::Key(KeyCommand::List { place }) => {
            let keys = Keys::read(&place.keys(&db.parse()?)).map_err(failed)?;
            out.show(&keys.numbers(), |numbers| {
                let numbers = numbers.iter().map(|number| format!("key {number}"));
                numbers.collect::<Vec<_>>().join("\n")
            })?;
            Ok(Done::Clean)
        }
        Command::Check { place } => check(db, place, out),
    }
}

fn check(db: &str, place: &Place, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let vault = place.vault(&db.parse()?)?;
    let mut done = Checked {
        checked: 0,
        wrong: Vec::new(),
    };
    let mut search = RecordingSearch {
        limit: AT_ONCE,
        ..RecordingSearch::default()
    };
    loop {
        let found = page(&store, &mut search)?;
        if found.is_empty() {
            break;
        }
        for recording in found.iter().filter(|there| there.can_be_heard()) {
            done.checked = done.checked.saturating_add(1);
            done.wrong.extend(fault(&vault, recording));
        }
    }
    out.show(&done, |done| {
        let said = format!(
            "{} recordings opened, {} wrong",
            done.checked,
            done.wrong.len()
        );
        let lines = std::iter::once(said).chain(done.wrong.iter().cloned());
        lines.collect::<Vec<_>>().join("\n")
    })?;
    Ok(Done::clean_if(done.wrong.is_empty()))
}

fn page(store: &Store, search: &mut RecordingSearch) -> Result<Vec<Recording>, Failure> {
    let found = store.find_recordings(search)?;
    search.behind = found.last().map(|last| (last.created_at, last.of));
    Ok(found)
}

/// What is wrong with its sound.
fn fault(vault: &Vault, recording: &Recording) -> Option<String> {
    let digest = vault
        .read(&recording.of.name())
        .and_then(|mut reader| reader.digest());
    match digest {
        Err(problem) => Some(problem.to_string()),
        Ok(digest) => {
            let is_same = recording.sealed.as_ref()?.digest == digest;
            let name = recording.of.name();
            (!is_same)
                .then(|| format!("{name} is another recording than the one that was taken in"))
        }
    }
}
