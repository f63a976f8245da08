//! `dispo export`: the contacts of a list as a file.

use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out;
use export::{Export, ExportFailure, available};
use lists::definition::Field;
use lists::export::{Format, Options, Selection};
use lists::{Country, Definition};
use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use store::{AuditActor, AuditEntry, AuditWord};

/// Write the contacts of a list to a file
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The list
    #[arg(long, value_name = "NAME")]
    list: String,
    /// csv, xlsx or jsonl
    #[arg(long, value_name = "FORMAT")]
    format: Format,
    /// The file; `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// Which fields under which names, and which rows; all when absent
    #[arg(long, value_name = "FILE.toml")]
    definition: Option<PathBuf>,
    /// Codes in the words of another catalogue: its name or TOML file
    #[arg(long, value_name = "CATALOGUE")]
    vocabulary: Option<String>,
}

const EXAMPLES: &str = "\
Examples:
  dispo export --list spring --format xlsx -o spring.xlsx
  dispo export --list spring --format csv -o - | head
  dispo export --list spring --format jsonl --definition client.toml -o spring.jsonl

Without a definition the columns are id, key, state, code, kind, due_at, owner, attempts,
unreached_run, last_attempt_at and then the fields of the list. Instants are in UTC. In CSV a cell
that begins with = + - @ gets an apostrophe in front, which an import takes away again. With
--vocabulary the code is that of another catalogue, or `no code` with the list's own behind it.";

pub fn run(args: &Args, db: &str) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let list = database::list(&store, &args.list)?;
    let country = database::country_of(&list)?;
    let vocabulary = args.vocabulary.as_deref();
    let vocabulary = vocabulary.map(super::catalogue::read).transpose()?;
    let selection = selection(args.definition.as_deref(), &available(&list), country)?;
    let noted = AuditEntry::list(AuditActor::Program, AuditWord::Exported, list.id);
    // Noted first: nothing leaves the house that the trail does not know.
    store.audit(noted.told("format", args.format))?;
    let export = Export::new(store, list)?
        .only(selection)
        .in_words_of(vocabulary.as_ref())?;
    let options = Options::default();
    let to_stdout = args.output.as_os_str() == "-";
    let rows = if to_stdout {
        export
            .write(args.format, io::stdout(), &options)
            .map_err(failed)
    } else {
        into_file(&args.output, |file| {
            export.write(args.format, file, &options).map_err(failed)
        })
    };
    let rows = rows.map_err(|failure| failure.at(args.output.display()))?;
    if !to_stdout {
        out::note(format!("{rows} contacts in {}", args.output.display()));
    }
    Ok(Done::Clean)
}

/// Writes beside the file and puts it in its place when it is whole.
fn into_file(
    path: &Path,
    write: impl FnOnce(BufWriter<File>) -> Result<u64, Failure>,
) -> Result<u64, Failure> {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    let part = PathBuf::from(name);
    let refuse = |error: io::Error| Failure::of(format!("the file cannot be written: {error}"));
    let file = File::create(&part).map_err(refuse)?;
    let written = write(BufWriter::new(file))
        .and_then(|rows| fs::rename(&part, path).map(|()| rows).map_err(refuse));
    if written.is_err() {
        // What is left of a failed export is of no use; failing to remove it changes nothing.
        let _ = fs::remove_file(&part);
    }
    written
}

fn selection(
    definition: Option<&Path>,
    available: &[Field],
    country: Country,
) -> Result<Selection, Failure> {
    let Some(file) = definition else {
        return Ok(Selection::all(available));
    };
    let name = file.display();
    let text = fs::read_to_string(file)
        .map_err(|error| Failure::of(format!("{name}: the definition cannot be read: {error}")))?;
    let definition = Definition::parse(&text).map_err(|faults| Failure::from(faults).at(&name))?;
    let country = definition.country.unwrap_or(country);
    Selection::new(&definition, available, country)
        .map_err(|faults| Failure::from(faults).at(&name))
}

fn failed(failure: ExportFailure) -> Failure {
    Failure::of(failure.to_string())
}
