//! `dispo erase`: personal data go, figures and suppressions stay.

use super::sounds::{self, Place};
use crate::Done;
use crate::command::audit::contact;
use crate::database;
use crate::failure::Failure;
use crate::out::Out;
use engine::{ContactId, ListId, Number};
use lists::{Country, phone};
use std::path::{Path, PathBuf};
use store::{AuditActor, Erasing, Erasure, Store};

/// Erase the personal data of a person, a contact or a list
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Every contact with this number, in all lists
    #[arg(long, value_name = "NUMBER", required_unless_present_any = ["contact", "list"], conflicts_with_all = ["contact", "list"])]
    number: Option<String>,
    /// One contact, as LIST:ID
    #[arg(long, value_name = "LIST:ID", conflicts_with = "list")]
    contact: Option<String>,
    /// Every contact of this list
    #[arg(long, value_name = "NAME")]
    list: Option<String>,
    /// How numbers without + are written
    #[arg(long, default_value = "NL", value_name = "COUNTRY")]
    country: Country,
    /// Say what would go, and erase nothing
    #[arg(long)]
    dry_run: bool,
    /// Erase it: there is no way back
    #[arg(long, conflicts_with = "dry_run")]
    yes: bool,
    /// Erase evidence of consent as well, although the law wants it kept
    #[arg(long)]
    evidence_too: bool,
    /// The folder in which files lie until they are imported
    #[arg(long, value_name = "FOLDER")]
    uploads: Option<PathBuf>,
    #[command(flatten)]
    sounds: Place,
}

const EXAMPLES: &str = "\
Examples:
  dispo erase --number '+49 731 5846209' --dry-run
  dispo erase --contact 3:1017 --yes
  dispo erase --list spring --yes

Fields, numbers, notes, recordings, findings of imports and files that were handed in go; codes, instants and
suppressions stay. Evidence of consent is kept apart for as long as the law asks, and that is said.
Contacts in somebody's hands stay: erase them afterwards; exit status 1 then. Copies that were made
before, such as exports and backups, are not reached from here. On PostgreSQL what is free in a
table is written over in time, or by VACUUM FULL.";

pub fn run(args: &Args, db: &str, out: Out) -> Result<Done, Failure> {
    if !args.dry_run && !args.yes {
        return Err(Failure::of(
            "nothing was erased: look with --dry-run, then say --yes; there is no way back",
        ));
    }
    let store = database::existing(db)?;
    let how = Erasing {
        by: AuditActor::Program,
        only_look: args.dry_run,
        evidence_too: args.evidence_too,
    };
    let gone = match (&args.list, contacts(&store, args)?) {
        (Some(name), _) => whole(&store, database::list(&store, name)?.id, how)?,
        (None, found) => store.erase(&found, how)?,
    };
    if !args.dry_run {
        let folder = database::uploads(&db.parse()?, args.uploads.as_deref());
        gone.files
            .iter()
            .try_for_each(|stored| remove(&folder, stored))?;
        sounds::destroy_condemned(&store, &args.sounds, &db.parse()?)?;
    }
    out.show(&gone, |gone| told(gone, args.dry_run))?;
    Ok(Done::clean_if(gone.in_hand.is_empty()))
}

fn contacts(store: &Store, args: &Args) -> Result<Vec<(ListId, ContactId)>, Failure> {
    if let Some(text) = &args.contact {
        let place = contact(text)?;
        return match store.contact(place.0, place.1)? {
            Some(_) => Ok(vec![place]),
            None => Err(Failure::of(format!("there is no contact {text}"))),
        };
    }
    let Some(text) = &args.number else {
        return Ok(Vec::new());
    };
    let found = store.holders_of(number(text, args.country)?)?;
    match found.is_empty() {
        true => Err(Failure::of(format!("no contact has the number {text}"))),
        false => Ok(found),
    }
}

pub fn number(text: &str, country: Country) -> Result<Number, Failure> {
    phone::parse(text, country).map_err(|error| Failure::of(format!("`{text}` {error}")))
}

fn whole(store: &Store, list: ListId, how: Erasing) -> Result<Erasure, Failure> {
    let (mut all, mut after) = (Erasure::default(), ContactId(0));
    loop {
        let (some, last) = store.erase_of_list(list, after, how)?;
        all.add(some);
        match last {
            Some(last) => after = last,
            None => return Ok(all),
        }
    }
}

/// The bytes that were handed in, and what was found in them.
fn remove(folder: &Path, stored: &str) -> Result<(), Failure> {
    for name in [stored.to_owned(), format!("{stored}.problems")] {
        let path = folder.join(name);
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Failure::of(format!("{} stays: {error}", path.display())));
            }
            _ => {}
        }
    }
    Ok(())
}

fn told(gone: &Erasure, only_looked: bool) -> String {
    let verb = if only_looked {
        "would be erased"
    } else {
        "were erased"
    };
    let mut lines = vec![format!(
        "{} contacts {verb}: {} numbers, {} versions of fields, {} notes, {} findings of imports, \
         {} texts, {} files; {} dials are counted on, of no number",
        gone.contacts,
        gone.numbers,
        gone.fields,
        gone.notes,
        gone.problems,
        gone.texts,
        gone.files.len(),
        gone.dials,
    )];
    for kept in &gone.kept {
        lines.push(format!(
            "contact {}:{}: evidence of consent is kept until {}: {}",
            kept.list.0, kept.contact.0, kept.until, kept.rule
        ));
    }
    for (list, contact) in &gone.in_hand {
        lines.push(format!(
            "contact {}:{} is in somebody's hands and stays: erase it afterwards",
            list.0, contact.0
        ));
    }
    lines.join("\n")
}
