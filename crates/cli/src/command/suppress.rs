//! `dispo suppress`: whom nobody may call.

mod check;
mod export;
mod link;
mod mail;
mod place;
mod reading;
mod register;
mod registers;
mod when;
mod whom;

use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{self, Align, Out, Table};
use engine::catalogue::Extent;
use import::whom::{Aim, Alike, take};
use jiff::Timestamp;
use lists::{Country, Problem};
use place::{Places, reach};
use reading::{Wanted, read_all, read_file};
use serde::Serialize;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use store::{Subject, Suppression};
use whom::Whom;

/// Whom nobody may call
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Suppress numbers: from now on they are neither offered nor dialled
    #[command(
        after_help = "Examples:\n  dispo suppress add '+44 20 7946 0123'\n  dispo suppress add --country DE --reason 'asked by letter' --until 2027-12-31 03023125001\n  dispo suppress add --person ada@example.org --domain example.com\n\nOpen contacts with the number are closed. One number that cannot be read, and none is added."
    )]
    Add {
        #[command(flatten)]
        how: How,
        #[command(flatten)]
        whom: Whom,
        /// Telephone numbers
        #[arg(required_unless_present_any = ["person", "domain"], value_name = "NUMBER")]
        numbers: Vec<String>,
    },
    /// Suppress everybody a file names, or take its numbers into a register
    #[command(
        after_help = "Examples:\n  dispo suppress import --source 'letters of May' letters.csv\n  dispo suppress import --register tps --full --as-of 2026-11-20 tps.csv\n  dispo suppress import --register tps --add --as-of 2026-11-27 tps-changes.csv\n\nThe columns with numbers, e-mail addresses and domains are found by their usual names; in a single\ncolumn they may be mixed. A register takes numbers alone. A file with rows that cannot be read\nis refused, and they are listed; with --good-rows the others are taken, and the exit status is 1.\nUntil all of a file is taken a register holds what it held before."
    )]
    Import {
        #[command(flatten)]
        how: How,
        #[command(flatten)]
        into: register::Into,
        /// Leave out what cannot be read
        #[arg(long)]
        good_rows: bool,
        /// CSV, XLSX, XLS or ODS
        file: PathBuf,
    },
    /// Show the registers there are
    #[command(after_help = "Examples:\n  dispo suppress registers")]
    Registers,
    /// Take a register back: it holds nothing any more. Contacts it closed stay closed
    #[command(after_help = "Examples:\n  dispo suppress withdraw --register tps")]
    Withdraw(registers::Named),
    /// Look numbers up in all registers, and say of which day they are
    #[command(
        after_help = "Examples:\n  dispo suppress check '+44 20 7946 0123'\n  dispo --json suppress check --file calls.csv > proof.json"
    )]
    Check(check::Args),
    /// Write the numbers of a register to a file
    #[command(after_help = "Examples:\n  dispo suppress export --register tps -o tps.csv")]
    Export(export::Args),
    /// Make a link by which somebody says, without logging in, that she is not to be called
    #[command(
        after_help = "Examples:\n  dispo suppress link --number '+44 20 7946 0123' --site https://calls.example\n  dispo --json suppress link --person ada@example.org --advertiser Bakery --language nl\n\nWith --json it comes with the headers of a message that offers it (RFC 8058)."
    )]
    Link(link::Args),
    /// Suppress whom messages name: by a link they carry, else by their sender
    #[command(
        after_help = "Examples:\n  dispo suppress mail < message.eml\n  dispo suppress mail /var/mail/opt-out\n  dispo --json suppress mail --advertiser Bakery ~/Maildir\n\nA link stands in the address (opt-out+LINK@calls.example) or in the subject, and says itself where it\nholds. Without one the sender is not called any more: everywhere, or where the options say. What a\nmachine answered is left out. Messages stay where they are; exit status 1 where one named nobody."
    )]
    Mail(mail::Args),
    /// Show what is suppressed
    #[command(
        after_help = "Examples:\n  dispo suppress list\n  dispo suppress list --number '+44 20 7946 0123' --json"
    )]
    List {
        #[command(flatten)]
        whom: Whom,
        /// One number only
        #[arg(long, value_name = "NUMBER")]
        number: Option<String>,
        /// How numbers without + are written
        #[arg(long, default_value = "NL", value_name = "COUNTRY")]
        country: Country,
        /// At most so many
        #[arg(long, default_value_t = 100, value_name = "COUNT")]
        limit: u32,
    },
}

#[derive(Debug, clap::Args)]
pub struct How {
    /// How numbers without + are written: NL, DE, CH, HU, GB or US
    #[arg(long, default_value = "NL", value_name = "COUNTRY")]
    country: Country,
    /// Where it comes from
    #[arg(long, default_value = "house", value_name = "TEXT")]
    source: String,
    /// Why
    #[arg(long, default_value = "", value_name = "TEXT")]
    reason: String,
    /// The last day on which it holds, or the instant of its end; for good when absent
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// The first day on which it holds, or the instant of its beginning; at once when absent
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Only in this campaign; everywhere when absent
    #[arg(long, value_name = "NAME", conflicts_with = "advertiser")]
    campaign: Option<String>,
    /// Only in the campaigns of this advertiser
    #[arg(long, value_name = "NAME")]
    advertiser: Option<String>,
}

#[derive(Serialize)]
struct Added {
    numbers: usize,
    added: u64,
    closed: u64,
    problems: Vec<Problem>,
}

#[derive(Serialize)]
struct Shown {
    /// number, person or domain.
    subject: &'static str,
    number: Option<String>,
    /// The number or the domain. Of a person nothing is kept by which it could be told.
    named: String,
    extent: Extent,
    scope: i64,
    source: String,
    reason: String,
    added_at: Timestamp,
    from: Option<Timestamp>,
    until: Option<Timestamp>,
    /// It was meant for the advertiser of a campaign that had none.
    falls_back: bool,
}

pub fn run(command: &Command, db: &str, out: Out) -> Result<Done, Failure> {
    match command {
        Command::Add { how, whom, numbers } => {
            let numbers = read_all(numbers, how.country)?;
            let mut subjects = whom.read()?;
            subjects.extend(numbers.into_iter().map(Subject::Number));
            add(how, db, subjects, Vec::new(), out)
        }
        Command::Import {
            how,
            into,
            good_rows,
            file,
        } => {
            let wanted = match into.name() {
                Some(_) => Wanted::Numbers,
                None => Wanted::Whoever,
            };
            let found = read_file(file, how.country, wanted, *good_rows)?;
            match into.name() {
                Some(name) => register::import(name, into, how, db, found, out),
                None => add(how, db, found.subjects, found.problems, out),
            }
        }
        Command::Registers => registers::show(db, out),
        Command::Withdraw(named) => registers::withdraw(named, db, out),
        Command::Check(args) => check::check(args, db, out),
        Command::Export(args) => export::export(args, db, out),
        Command::Link(args) => link::make(args, db, out),
        Command::Mail(args) => mail::read(args, db, out),
        Command::List {
            whom,
            number,
            country,
            limit,
        } => {
            let mut subjects = whom.read()?;
            let typed: Vec<String> = number.iter().cloned().collect();
            let numbers = read_all(&typed, *country)?;
            subjects.extend(numbers.into_iter().map(Subject::Number));
            list(subjects, *limit, db, out)
        }
    }
}

fn add(
    how: &How,
    db: &str,
    mut subjects: Vec<Subject>,
    problems: Vec<Problem>,
    out: Out,
) -> Result<Done, Failure> {
    subjects.sort_unstable();
    subjects.dedup();
    let (from_at, until_at) = when::span(how)?;
    let store = database::or_new(db)?;
    let (extent, scope) = reach(&store, how)?;
    let aim = Aim::Each(Alike {
        extent,
        scope,
        source: how.source.clone(),
        reason: how.reason.clone(),
        from_at,
        until_at,
    });
    let numbers = subjects.len();
    let never = AtomicBool::new(false);
    let taken = take(&store, subjects, &aim, &never, &mut |_| {})
        .map_err(|failed| Failure::of(failed.to_string()))?;
    let taken = taken.unwrap_or_default();
    let done = Added {
        numbers,
        added: taken.added,
        closed: taken.closed,
        problems,
    };
    out.show(&done, text)?;
    Ok(Done::clean_if(done.problems.is_empty()))
}

fn text(done: &Added) -> String {
    let problems: String = done
        .problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect();
    format!(
        "{problems}{} are suppressed, {} of them newly; {} open contacts were closed",
        done.numbers, done.added, done.closed
    )
}

fn list(subjects: Vec<Subject>, limit: u32, db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let mut found = Vec::new();
    if subjects.is_empty() {
        let more = i64::from(limit).saturating_add(1);
        found = store.suppressions(Subject::LOWEST.saturating_sub(1), more)?;
    }
    for subject in subjects {
        found.extend(store.suppressions_of(subject)?);
    }
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    if found.len() > most {
        out::note(format!(
            "the first {limit} are shown: ask for more with --limit"
        ));
    }
    let shown: Vec<Shown> = found.into_iter().take(most).map(shown).collect();
    let places = Places::of(&store)?;
    out.show(&shown, |shown| table(shown, &places))?;
    Ok(Done::Clean)
}

fn shown(there: Suppression) -> Shown {
    Shown {
        subject: there.subject.word(),
        number: there.subject.number().map(|number| number.to_string()),
        named: there.subject.to_string(),
        extent: there.extent,
        scope: there.scope,
        source: there.source,
        reason: there.reason,
        added_at: there.added_at,
        from: there.from_at,
        until: there.until_at,
        falls_back: there.falls_back,
    }
}

fn table(shown: &[Shown], places: &Places) -> String {
    if shown.is_empty() {
        return "nothing is suppressed".to_owned();
    }
    let mut table = Table::new([
        ("whom", Align::Right),
        ("where", Align::Left),
        ("source", Align::Left),
        ("reason", Align::Left),
        ("since", Align::Left),
        ("from", Align::Left),
        ("until", Align::Left),
    ]);
    for there in shown {
        let mut place = places.told(there.extent, there.scope);
        if there.falls_back {
            place.push_str(", which had no advertiser");
        }
        let from = there.from.map_or_else(String::new, |from| from.to_string());
        let until = there
            .until
            .map_or_else(|| "for good".to_owned(), |until| until.to_string());
        table.row([
            there.named.clone(),
            place,
            there.source.clone(),
            there.reason.clone(),
            there.added_at.to_string(),
            from,
            until,
        ]);
    }
    table.text()
}
