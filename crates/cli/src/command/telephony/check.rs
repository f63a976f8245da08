//! `dispo telephony check`: whether calls can be made through an Asterisk, and what to change.

mod looks;
mod modules;
mod recording;
mod sounds;
mod way;

use crate::Done;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use serde::Serialize;
use telephony::asterisk::AsteriskAddresses;

/// See whether calls can be made through an Asterisk, and what to change
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Nobody is called, and whoever is connected stays so; a recording of no sound is begun and thrown away. The sounds that campaigns and numbers name are looked for where --db, DISPO_DB or a dispo.db in this folder says which there are.\n\nExamples:\n  dispo telephony check --asterisk 'ws://dispo:secret@127.0.0.1:8088/ari?trunk=carrier'\n  DISPO_ASTERISK=ws://… dispo --db postgres://dispo@db.example/dispo telephony check\n  DISPO_ASTERISK=ws://… dispo --json telephony check\n\nExit status 1 when something is wrong."
)]
pub struct Args {
    /// The Asterisk, or several with blanks between them, as `dispo serve` is told; passwords are better
    /// kept in the environment
    #[arg(
        long,
        env = "DISPO_ASTERISK",
        hide_env_values = true,
        value_name = "ws://USER:PASSWORD@HOST:PORT/ari?trunk=NAME"
    )]
    asterisk: AsteriskAddresses,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Good,
    /// Calls can be made; something to know all the same.
    Doubtful,
    Wrong,
}

/// What was found at one look, and what to change.
#[derive(Debug, Clone, Serialize)]
struct Found {
    /// Which of several Asterisks.
    #[serde(skip_serializing_if = "String::is_empty")]
    asterisk: String,
    what: &'static str,
    state: State,
    found: String,
    remedy: Option<String>,
}

impl Found {
    fn good(what: &'static str, found: impl Into<String>) -> Self {
        Self {
            asterisk: String::new(),
            what,
            state: State::Good,
            found: found.into(),
            remedy: None,
        }
    }

    fn doubtful(what: &'static str, found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            asterisk: String::new(),
            what,
            state: State::Doubtful,
            found: found.into(),
            remedy: Some(remedy.into()),
        }
    }

    fn wrong(what: &'static str, found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            state: State::Wrong,
            ..Self::doubtful(what, found, remedy)
        }
    }
}

pub fn run(args: &Args, db: Option<&str>, out: Out) -> Result<Done, Failure> {
    let all = args.asterisk.all();
    let wanted = db.map(sounds::wanted).transpose()?;
    let mut found = Vec::new();
    for address in all {
        let mut seen = looks::all(address, wanted.as_ref());
        if all.len() > 1 {
            seen.iter_mut()
                .for_each(|one| one.asterisk = address.host().to_owned());
        }
        found.extend(seen);
    }
    out.show(&found, |found| told(found))?;
    let is_wrong = |found: &Found| found.state == State::Wrong;
    Ok(Done::clean_if(!found.iter().any(is_wrong)))
}

fn told(all: &[Found]) -> String {
    let mut table = Table::new([
        ("look", Align::Left),
        ("", Align::Left),
        ("found", Align::Left),
    ]);
    for found in all {
        let state = match found.state {
            State::Good => "good",
            State::Doubtful => "note",
            State::Wrong => "WRONG",
        };
        let remedy = found.remedy.as_deref();
        let remedy = remedy.map_or_else(String::new, |remedy| format!("; {remedy}"));
        table.row([
            format!("{} {}", found.asterisk, found.what)
                .trim()
                .to_owned(),
            state.to_owned(),
            format!("{}{remedy}", found.found),
        ]);
    }
    table.text()
}
