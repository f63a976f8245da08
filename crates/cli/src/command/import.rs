//! `dispo import`: a file taken into a list.

use super::{interrupt, new_list, stated};
use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::Out;
use import::{
    Ended, Handling, ImportFailure, ImportReport, Order, Progress, Source, run as import,
};
use lists::{Country, Definition};
use serde::Serialize;
use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};
use std::time::Instant;
use store::{AuditActor, AuditEntry, AuditWord, List, Mode, Store};

/// Take a file of contacts into a list
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The list
    #[arg(long, value_name = "NAME")]
    list: String,
    /// Make the list if there is none of that name, and a running campaign for it
    #[arg(long)]
    create: bool,
    /// The codes of a new list: callpro, callmonkey, contact-expert, stucc, or a TOML file [callpro]
    #[arg(long, value_name = "NAME|FILE")]
    catalogue: Option<String>,
    /// How numbers without + are written, and the law of a new list: NL, DE, CH, HU, GB or US
    /// [the list's own; NL for a new one]
    #[arg(long, value_name = "COUNTRY")]
    country: Option<Country>,
    #[command(flatten)]
    stated: stated::Stating,
    /// What a row is: a new contact, or the new fields of the contact with its key; `sync` also
    /// closes whom the file does not name
    #[arg(long, value_enum, default_value_t = ModeWord::Append, value_name = "MODE")]
    mode: ModeWord,
    /// In a sync: more open contacts than this many of a hundred are not closed, and nothing is
    /// imported
    #[arg(long, default_value_t = import::ABSENT_MOST, value_parser = clap::value_parser!(u8).range(0..=100), value_name = "PERCENT")]
    absent_up_to: u8,
    /// The field, or its column, that identifies a contact
    #[arg(long, value_name = "FIELD")]
    key: Option<String>,
    /// What the columns mean; found by their usual names when absent
    #[arg(long, value_name = "FILE.toml")]
    definition: Option<PathBuf>,
    /// Rows without a number that can be dialled: `reject`, or `230` to store them closed
    #[arg(long, default_value = "230", value_parser = invalid, value_name = "reject|230")]
    invalid: Handling,
    /// Rows that are in the list already: `reject`, or `231` to store them closed
    #[arg(long, default_value = "231", value_parser = duplicate, value_name = "reject|231")]
    duplicate: Handling,
    #[arg(long, hide = true, value_name = "ROWS")]
    stop_after: Option<u64>,
    /// CSV, XLSX, XLS or ODS; delimiter and encoding are found
    file: PathBuf,
}

const EXAMPLES: &str = "\
Examples:
  dispo import --list spring --create --purpose sales calls.xlsx
  dispo import --list members --create --purpose charity --basis customer \
      --basis-given-on 2026-03-01 --basis-source 'gifts of 2026' members.csv
  dispo import --list spring --mode append --duplicate reject more.csv
  dispo import --list spring --mode update --key reference corrections.csv
  dispo import --list spring --mode sync --key reference all-of-them.csv
  dispo import --list spring --definition client.toml --json client.csv

230 and 231 stand for the code the list's catalogue has for an invalid and for a duplicate row,
whatever its number there. A row counts as one of invalid, duplicate or suppressed, the first
that applies, whether it is stored or not. In an update an empty cell clears its field, fields
without a column stay, and so do telephone numbers. A sync is an update with the client's whole
file: open contacts with a key that came by a file and are not in this one are closed with the code
the catalogue has for it, unless they are more than --absent-up-to of the list.

A list is made for a purpose: where the law asks for a ground for calls of that purpose, only
contacts are offered that have one, in their optin_ fields or as the list's own basis.

Nothing is seen of an import before all of it is read. Ctrl-C stops it; the same command goes on
where it stopped, `dispo cancel` gives it up, `dispo undo` takes one back that is live.

Exit status: 0 all rows in order, 1 rows with problems, which are listed, 2 nothing imported.";

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum ModeWord {
    Append,
    Update,
    Sync,
}

/// An import that was stopped half-way.
#[derive(Serialize)]
struct Stopped<'a> {
    state: &'static str,
    #[serde(flatten)]
    report: &'a ImportReport,
}

fn invalid(word: &str) -> Result<Handling, String> {
    handling(word, "230")
}

fn duplicate(word: &str) -> Result<Handling, String> {
    handling(word, "231")
}

fn handling(word: &str, code: &str) -> Result<Handling, String> {
    match word {
        "reject" => Ok(Handling::Reject),
        "code" => Ok(Handling::Code),
        _ if word == code => Ok(Handling::Code),
        _ => Err(format!("write `reject` or `{code}`")),
    }
}

pub fn run(args: &Args, db: &str, out: Out) -> Result<Done, Failure> {
    let order = Order {
        mode: match args.mode {
            ModeWord::Append => Mode::Append,
            ModeWord::Update => Mode::Update,
            ModeWord::Sync => Mode::Sync,
        },
        absent_most: args.absent_up_to,
        invalid: args.invalid,
        duplicate: args.duplicate,
        stop_after: args.stop_after,
    };
    let source = open(args)?;
    let (store, list) = store_and_list(args, db, &source)?;
    let country = args
        .country
        .map_or_else(|| database::country_of(&list), Ok)?;
    let stop = interrupt::listen();
    let mut shown = Shown::new();
    let ended = import(
        &store,
        &list,
        country,
        source,
        &order,
        &stop,
        &mut |progress| shown.show(progress),
    );
    shown.clear();
    let (ended, report) = ended.map_err(|failure| of(failure, &args.file))?;
    match ended {
        Ended::Live => {
            let (who, what) = (AuditActor::Program, AuditWord::Imported);
            let noted = AuditEntry::list(who, what, list.id).told("import", report.import);
            store.audit(noted)?;
            out.show(&report, |report| text(report, &list))?;
            Ok(Done::clean_if(report.problems.is_empty()))
        }
        Ended::Stopped => {
            out.show(
                &Stopped {
                    state: "staging",
                    report: &report,
                },
                |stopped| stopped_text(stopped.report),
            )?;
            Ok(Done::Unfinished)
        }
    }
}

/// Everything about the file that can be wrong, before anything is written.
fn open(args: &Args) -> Result<Source, Failure> {
    let definition = args.definition.as_deref().map(definition).transpose()?;
    let source = Source::open(&args.file, definition, args.key.as_deref())
        .map_err(|failure| of(failure, &args.file))?;
    if args.mode != ModeWord::Append && source.definition().key.is_none() {
        let names: Vec<&str> = source
            .definition()
            .fields
            .iter()
            .map(|field| field.name.as_str())
            .collect();
        return Err(Failure::of(format!(
            "--mode update and sync need the field that identifies a contact: name it with --key, one of {}",
            names.join(", ")
        )));
    }
    Ok(source)
}

fn definition(file: &Path) -> Result<Definition, Failure> {
    let name = file.display();
    let text = std::fs::read_to_string(file)
        .map_err(|error| Failure::of(format!("{name}: the definition cannot be read: {error}")))?;
    Definition::parse(&text).map_err(|faults| Failure::from(faults).at(name))
}

fn store_and_list(args: &Args, db: &str, source: &Source) -> Result<(Store, List), Failure> {
    if !args.create {
        let store = database::existing(db)?;
        let list = database::list(&store, &args.list)?;
        check_there(args, &store, &list)?;
        return Ok((store, list));
    }
    if let Some(there) = there_already(args, db)? {
        return Ok(there);
    }
    let catalogue = args.catalogue.as_deref().unwrap_or("callpro");
    let country = args
        .country
        .or(source.definition().country)
        .unwrap_or(Country::Nl);
    let plan = new_list::Plan::new(&args.list, country, catalogue, args.stated.stated()?)?;
    let store = database::or_new(db)?;
    let list = plan.make(&store, source)?;
    Ok((store, list))
}

/// The list, where it has been made before: it says itself what it is for.
fn there_already(args: &Args, db: &str) -> Result<Option<(Store, List)>, Failure> {
    let Ok(store) = database::existing(db) else {
        return Ok(None);
    };
    let Some(list) = store.list_by_name(&args.list)? else {
        return Ok(None);
    };
    check_there(args, &store, &list)?;
    Ok(Some((store, list)))
}

/// Refuses to go on where the list is not as it is asked for.
fn check_there(args: &Args, store: &Store, list: &List) -> Result<(), Failure> {
    if let Some(catalogue) = &args.catalogue {
        new_list::check_catalogue(store, list, catalogue)?;
    }
    args.stated.check(store, list)
}

pub(super) fn of(failure: ImportFailure, file: &Path) -> Failure {
    match failure {
        ImportFailure::Definition(faults) => Failure::from(faults).at(file.display()),
        ImportFailure::Store(error) => Failure::of(format!(
            "{error}; what was read is staged, the same command goes on from there"
        )),
        other => Failure::of(other.to_string()).at(file.display()),
    }
}

fn text(report: &ImportReport, list: &List) -> String {
    let mut text = problems(report);
    let counts = report.counts;
    text.push_str(&format!(
        "import {} into `{}`: {} rows = {} imported + {} updated + {} unchanged + {} rejected\n",
        report.import,
        list.name,
        counts.rows,
        counts.imported,
        counts.updated,
        counts.unchanged,
        counts.rejected
    ));
    text.push_str(&format!(
        "{} invalid, {} duplicate, {} suppressed; {} problems",
        counts.invalid,
        counts.duplicate,
        counts.suppressed,
        report.problems.len()
    ));
    text
}

fn stopped_text(report: &ImportReport) -> String {
    format!(
        "stopped: {} rows are staged as import {}, nothing is to be seen of them yet\n\
         the same command goes on from there; `dispo cancel --import {}` gives it up",
        report.counts.rows, report.import, report.import
    )
}

fn problems(report: &ImportReport) -> String {
    let mut text = String::new();
    for problem in &report.problems {
        let mut place = format!("line {}", problem.line);
        if !problem.column.is_empty() {
            place.push_str(&format!(", {}", problem.column));
        }
        if !problem.value.is_empty() {
            place.push_str(&format!(" `{}`", problem.value));
        }
        text.push_str(&format!("{place}: {}\n", problem.reason));
    }
    text
}

/// The line on the terminal that shows how far it is.
struct Shown {
    began: Instant,
    is_terminal: bool,
}

impl Shown {
    fn new() -> Self {
        Self {
            began: Instant::now(),
            is_terminal: stderr().is_terminal(),
        }
    }

    fn show(&mut self, progress: Progress) {
        if self.is_terminal {
            let seconds = self.began.elapsed().as_millis().max(1);
            let rate = u128::from(progress.rows).saturating_mul(1_000) / seconds;
            let share = progress
                .done
                .saturating_mul(100)
                .checked_div(progress.total)
                .unwrap_or(100);
            eprint!("\r{} rows, {share} %, {rate} rows/s   ", progress.rows);
        }
    }

    fn clear(&self) {
        if self.is_terminal {
            eprint!("\r{:60}\r", "");
        }
    }
}
