//! `dispo export`: the contacts of a list as a file.

use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out;
use engine::Rules;
use lists::definition::{Field, FieldType, SYSTEM_COLUMNS};
use lists::export::{Cell, ExportError, Format, Options, Selection, Writer};
use lists::{Country, Definition};
use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use store::{ContactRow, List, Store, StoreError};

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
}

const EXAMPLES: &str = "\
Examples:
  dispo export --list spring --format xlsx -o spring.xlsx
  dispo export --list spring --format csv -o - | head
  dispo export --list spring --format jsonl --definition client.toml -o spring.jsonl

Without a definition the columns are id, key, state, code, kind, due_at, owner, attempts,
unreached_run, last_attempt_at and then the fields of the list. Instants are in UTC. In CSV a cell
that begins with = + - @ gets an apostrophe in front, which an import takes away again.";

pub fn run(args: &Args, db: &str) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let list = database::list(&store, &args.list)?;
    let country = database::country_of(&list)?;
    let available = available(&list);
    let selection = selection(args.definition.as_deref(), &available, country)?;
    let export = Export {
        rules: store.rules(list.rules)?,
        store,
        list,
        available,
        selection,
    };
    let to_stdout = args.output.as_os_str() == "-";
    let rows = if to_stdout {
        export.write(args.format, io::stdout())
    } else {
        into_file(&args.output, |file| export.write(args.format, file))
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

/// The columns there are: how a contact stands, then its fields.
fn available(list: &List) -> Vec<Field> {
    let system = SYSTEM_COLUMNS.iter().map(|name| match *name {
        "id" | "owner" | "attempts" | "unreached_run" => Field::new(name, name, FieldType::Integer),
        _ => Field::new(name, name, FieldType::Text),
    });
    let own = list
        .fields
        .iter()
        .map(|field| Field::new(&field.name, &field.external, FieldType::Text));
    system.chain(own).collect()
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

struct Export {
    store: Store,
    list: List,
    rules: std::sync::Arc<Rules>,
    available: Vec<Field>,
    selection: Selection,
}

impl Export {
    fn write(&self, format: Format, output: impl Write + Send) -> Result<u64, Failure> {
        let names = self.selection.names();
        let mut writer =
            Writer::new(format, output, &names, &Options::default()).map_err(failed)?;
        let kinds = self.kinds();
        let columns: Vec<usize> = self.selection.fields().collect();
        let (mut rows, mut refused) = (0_u64, None);
        let read = self.store.each_contact(self.list.id, &mut |contact| {
            let values = Values::new(&contact, &self.available, &kinds)?;
            if !self.selection.passes(&|index| values.text(index)) {
                return Ok(());
            }
            let cells: Vec<Cell<'_>> = columns.iter().map(|index| values.cell(*index)).collect();
            rows = rows.saturating_add(1);
            writer
                .row(&cells)
                .map_err(|error| stop(&mut refused, error))
        });
        if let Some(error) = refused {
            return Err(failed(error));
        }
        read?;
        writer.finish().map_err(failed)?;
        Ok(rows)
    }

    fn kinds(&self) -> HashMap<String, String> {
        let dispositions = self.rules.catalogue.dispositions().iter();
        dispositions
            .map(|there| (there.code.to_string(), super::catalogue::kind(there)))
            .collect()
    }
}

fn failed(error: ExportError) -> Failure {
    Failure::of(error.to_string())
}

/// Ends the reading of contacts; what went wrong is told by whoever reads.
fn stop(refused: &mut Option<ExportError>, error: ExportError) -> StoreError {
    let reason = error.to_string();
    *refused = Some(error);
    StoreError::Other {
        statement: "export",
        reason,
    }
}

/// The values of one contact, by the index of their column.
struct Values {
    texts: Vec<Option<String>>,
}

impl Values {
    fn new(
        contact: &ContactRow,
        available: &[Field],
        kinds: &HashMap<String, String>,
    ) -> Result<Self, StoreError> {
        let fields: BTreeMap<String, String> =
            serde_json::from_str(&contact.fields).map_err(|error| StoreError::Corrupt {
                table: "personal".to_owned(),
                column: "fields".to_owned(),
                row: contact.id.0.to_string(),
                problem: error.to_string(),
            })?;
        let system = [
            Some(contact.id.0.to_string()),
            contact.key.clone(),
            Some(contact.state.clone()),
            Some(contact.code.to_string()),
            kinds.get(contact.code.as_str()).cloned(),
            contact.due_at.map(|at| at.to_string()),
            contact.owner.map(|owner| owner.to_string()),
            Some(contact.attempts.to_string()),
            Some(contact.unreached_run.to_string()),
            contact.last_attempt_at.map(|at| at.to_string()),
        ];
        let own = available
            .iter()
            .skip(system.len())
            .map(|field| fields.get(&field.name).cloned());
        Ok(Self {
            texts: system.into_iter().chain(own).collect(),
        })
    }

    fn text(&self, index: usize) -> &str {
        self.texts
            .get(index)
            .and_then(Option::as_deref)
            .unwrap_or_default()
    }

    fn cell(&self, index: usize) -> Cell<'_> {
        let Some(text) = self.texts.get(index).and_then(Option::as_deref) else {
            return Cell::Empty;
        };
        match SYSTEM_COLUMNS.get(index) {
            Some(&("id" | "owner" | "attempts" | "unreached_run")) => {
                text.parse().map_or(Cell::Text(text), Cell::Int)
            }
            Some(&("due_at" | "last_attempt_at")) => Cell::Instant(text),
            _ => Cell::Text(text),
        }
    }
}
