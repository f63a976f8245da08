//! Messages by which somebody says: do not call me. They are read, never changed or moved, so
//! that reading them again does no harm.

mod message;

use super::How;
use super::place::reach;
use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::Out;
use message::{Message, messages};
use serde::Serialize;
use std::io::Read;
use std::path::{Path, PathBuf};
use store::{Store, Subject};
use web::{BadLink, Language, OptOut};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    how: How,
    /// A Maildir, an mbox, a file or a folder of messages; one message from standard input when
    /// absent
    #[arg(value_name = "PLACE")]
    place: Option<PathBuf>,
}

/// What a message came to.
#[derive(Serialize)]
struct Outcome {
    message: usize,
    /// The link it carries, its sender, or nothing.
    by: &'static str,
    /// number, person or domain; nothing where it names nobody.
    subject: Option<&'static str>,
    /// It was not suppressed there before.
    added: bool,
    closed: usize,
    /// Why nobody was suppressed.
    why: Option<&'static str>,
}

/// More than anybody writes; what lies behind is not read.
const LARGEST: u64 = 64 * 1024 * 1024;

pub fn read(args: &Args, db: &str, out: Out) -> Result<Done, Failure> {
    let text = match &args.place {
        Some(place) => of_place(place)?,
        None => vec![of_reader(std::io::stdin(), Path::new("standard input"))?],
    };
    let store = database::existing(db)?;
    let (extent, scope) = reach(&store, &args.how)?;
    let mut done = Vec::new();
    for message in text.iter().flat_map(|text| messages(text)) {
        let number = done.len().saturating_add(1);
        done.push(one(&store, &message, (extent, scope), number)?);
    }
    let clean = done.iter().all(|read| read.why.is_none());
    out.show(&done, |done| told(done))?;
    Ok(Done::clean_if(clean && !done.is_empty()))
}

fn of_place(place: &Path) -> Result<Vec<String>, Failure> {
    let wrong = |error: std::io::Error| Failure::of(format!("{}: {error}", place.display()));
    if !place.is_dir() {
        let file = std::fs::File::open(place).map_err(wrong)?;
        return Ok(vec![of_reader(file, place)?]);
    }
    let maildir: Vec<PathBuf> = ["new", "cur"].iter().map(|name| place.join(name)).collect();
    let folders = match maildir.iter().all(|folder| folder.is_dir()) {
        true => maildir,
        false => vec![place.to_owned()],
    };
    let mut files = Vec::new();
    for folder in folders {
        for entry in std::fs::read_dir(&folder).map_err(wrong)? {
            let path = entry.map_err(wrong)?.path();
            files.extend(path.is_file().then_some(path));
        }
    }
    files.sort();
    let read = |file: &PathBuf| of_reader(std::fs::File::open(file).map_err(wrong)?, file);
    files.iter().map(read).collect()
}

/// Only headers matter, and they are plain letters: what is not is read as it comes.
fn of_reader(reader: impl Read, place: &Path) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    reader
        .take(LARGEST)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::of(format!("{}: {error}", place.display())))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn one(
    store: &Store,
    message: &Message,
    (extent, scope): (engine::catalogue::Extent, i64),
    number: usize,
) -> Result<Outcome, Failure> {
    let nobody = |why| Outcome {
        message: number,
        by: "nothing",
        subject: None,
        added: false,
        closed: 0,
        why: Some(why),
    };
    if message.is_by_a_machine() {
        return Ok(nobody("a machine answered, nobody asked for anything"));
    }
    let mut is_old = false;
    let mut found = None;
    for word in message.words() {
        match OptOut::read(&word, store)? {
            Ok(link) => found = found.or(Some((link, "link"))),
            Err(BadLink::Old) => is_old = true,
            Err(BadLink::Broken) => {}
        }
    }
    let sender = || {
        let subject = Subject::person(&message.sender()?)?;
        let link = OptOut {
            subject,
            extent,
            scope,
            language: Language::default(),
            last_day: 0,
        };
        Some((link, "sender"))
    };
    let Some((wanted, by)) = found.or_else(sender) else {
        return Ok(nobody(match is_old {
            true => "its link is too old, and its sender cannot be read",
            false => "it carries no link, and its sender cannot be read",
        }));
    };
    let done = wanted.carry_out(store, "e-mail")?;
    Ok(Outcome {
        message: number,
        by,
        subject: Some(wanted.subject.word()),
        added: done.added,
        closed: done.closed,
        why: None,
    })
}

fn told(done: &[Outcome]) -> String {
    let line = |read: &Outcome| match (read.subject, read.why) {
        (Some(subject), _) => {
            let newly = if read.added { "newly " } else { "" };
            format!(
                "message {}: the {subject} named by its {} is {newly}suppressed; {} open contacts were closed",
                read.message, read.by, read.closed
            )
        }
        (None, why) => format!(
            "message {}: nobody was suppressed: {}",
            read.message,
            why.unwrap_or_default()
        ),
    };
    match done {
        [] => "there is no message".to_owned(),
        all => all.iter().map(line).collect::<Vec<_>>().join("\n"),
    }
}
