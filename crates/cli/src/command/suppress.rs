//! `dispo suppress`: numbers that must not be called.

use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{self, Align, Out, Table};
use engine::catalogue::Extent;
use engine::{Number, Zone};
use jiff::Timestamp;
use jiff::civil::Date;
use lists::definition::recognise;
use lists::row::{CheckedRow, Checker};
use lists::sheet::{Options, Reader};
use lists::{Country, Definition, Problem, phone};
use serde::Serialize;
use std::path::{Path, PathBuf};
use store::{Store, Suppression};

/// Numbers that must not be called
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Suppress numbers: from now on they are neither offered nor dialled
    #[command(
        after_help = "Examples:\n  dispo suppress add '+44 20 7946 0123'\n  dispo suppress add --country DE --reason 'asked by letter' --until 2027-12-31 03023125001\n\nOpen contacts with the number are closed. One number that cannot be read, and none is added."
    )]
    Add {
        #[command(flatten)]
        how: How,
        /// Telephone numbers
        #[arg(required = true, value_name = "NUMBER")]
        numbers: Vec<String>,
    },
    /// Suppress every number of a file
    #[command(
        after_help = "Examples:\n  dispo suppress import --source register do-not-call.csv\n\nThe columns with numbers are found by their usual names. Rows that cannot be read are listed,\nthe others are suppressed; exit status 1 then."
    )]
    Import {
        #[command(flatten)]
        how: How,
        /// CSV, XLSX, XLS or ODS
        file: PathBuf,
    },
    /// Show what is suppressed
    #[command(
        after_help = "Examples:\n  dispo suppress list\n  dispo suppress list --number '+44 20 7946 0123' --json"
    )]
    List {
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
    /// Only in this campaign; everywhere when absent
    #[arg(long, value_name = "NAME")]
    campaign: Option<String>,
}

#[derive(Serialize)]
struct Added {
    numbers: usize,
    added: i64,
    closed: usize,
    problems: Vec<Problem>,
}

#[derive(Serialize)]
struct Shown {
    number: String,
    extent: Extent,
    scope: i64,
    source: String,
    reason: String,
    added_at: Timestamp,
    until: Option<Timestamp>,
}

pub fn run(command: &Command, db: &str, out: Out) -> Result<Done, Failure> {
    match command {
        Command::Add { how, numbers } => {
            let numbers = read_all(numbers, how.country)?;
            add(how, db, numbers, Vec::new(), out)
        }
        Command::Import { how, file } => {
            let (numbers, problems) = read_file(file, how.country)?;
            add(how, db, numbers, problems, out)
        }
        Command::List {
            number,
            country,
            limit,
        } => list(number.as_deref(), *country, *limit, db, out),
    }
}

fn read_all(texts: &[String], country: Country) -> Result<Vec<Number>, Failure> {
    let (mut numbers, mut wrong) = (Vec::new(), Vec::new());
    for text in texts {
        match phone::parse(text, country) {
            Ok(number) => numbers.push(number),
            Err(error) => wrong.push(format!("`{text}` {error}")),
        }
    }
    if wrong.is_empty() {
        Ok(numbers)
    } else {
        Err(Failure::all(wrong))
    }
}

fn read_file(file: &Path, country: Country) -> Result<(Vec<Number>, Vec<Problem>), Failure> {
    let place = file.display();
    let reader =
        Reader::open(file, &Options::default()).map_err(|error| Failure::from(error).at(&place))?;
    // Whatever else the file holds must not keep a number from being suppressed.
    let mut definition = recognise(reader.headers());
    definition
        .fields
        .retain(|field| field.kind == lists::definition::FieldType::Phone);
    let definition = Definition {
        key: None,
        exclude: None,
        zone_column: None,
        contact_type_column: None,
        ..definition
    };
    let mut checker = Checker::new(&definition, reader.headers(), country)
        .map_err(|faults| Failure::from(faults).at(&place))?;
    let (mut numbers, mut problems) = (Vec::new(), reader.problems().to_vec());
    let mut row = CheckedRow::default();
    for record in reader {
        match record {
            Ok(record) => {
                checker.check(&record, &mut row);
                numbers.append(&mut row.numbers);
                problems.append(&mut row.problems);
            }
            Err(problem) => problems.push(problem),
        }
    }
    if numbers.is_empty() {
        let reasons = problems.iter().map(|problem| format!("{place}: {problem}"));
        let none = format!("{place}: the file holds no number that can be suppressed");
        return Err(Failure::all(reasons.chain([none])));
    }
    Ok((numbers, problems))
}

fn add(
    how: &How,
    db: &str,
    mut numbers: Vec<Number>,
    problems: Vec<Problem>,
    out: Out,
) -> Result<Done, Failure> {
    numbers.sort_unstable();
    numbers.dedup();
    let until_at = how
        .until
        .as_deref()
        .map(|until| end(until, how.country))
        .transpose()?;
    let store = database::or_new(db)?;
    let (extent, scope) = reach(&store, how.campaign.as_deref())?;
    let added_at = store.clock().now();
    let suppressions: Vec<Suppression> = numbers
        .into_iter()
        .map(|number| Suppression {
            number,
            extent,
            scope,
            source: how.source.clone(),
            reason: how.reason.clone(),
            added_at,
            until_at,
        })
        .collect();
    let added = store.suppress(suppressions.clone())?;
    let closed = store.close_covered(&suppressions)?;
    let done = Added {
        numbers: suppressions.len(),
        added,
        closed,
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
        "{problems}{} numbers are suppressed, {} of them newly; {} open contacts were closed",
        done.numbers, done.added, done.closed
    )
}

/// The end of the last day in the country of the numbers, or the instant itself.
fn end(until: &str, country: Country) -> Result<Timestamp, Failure> {
    if let Ok(instant) = until.parse::<Timestamp>() {
        return Ok(instant);
    }
    let refuse = || {
        Failure::of(format!(
            "--until `{until}` is not a date: write it as 2027-12-31"
        ))
    };
    let next = until
        .parse::<Date>()
        .ok()
        .and_then(|date| date.tomorrow().ok())
        .ok_or_else(refuse)?;
    let zone = Zone::new(country.zone()).map_err(|error| Failure::of(error.to_string()))?;
    Ok(zone.start_of(next))
}

fn reach(store: &Store, campaign: Option<&str>) -> Result<(Extent, i64), Failure> {
    let Some(name) = campaign else {
        return Ok((Extent::Everywhere, 0));
    };
    let campaigns = store.campaigns()?;
    let found = campaigns.iter().find(|campaign| campaign.name == name);
    let names: Vec<&str> = campaigns
        .iter()
        .map(|campaign| campaign.name.as_str())
        .collect();
    found
        .map(|campaign| (Extent::Campaign, campaign.id.0))
        .ok_or_else(|| {
            Failure::of(format!(
                "there is no campaign `{name}`: there is {}",
                names.join(", ")
            ))
        })
}

fn list(
    number: Option<&str>,
    country: Country,
    limit: u32,
    db: &str,
    out: Out,
) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let found = match number {
        Some(text) => {
            let number = phone::parse(text, country)
                .map_err(|error| Failure::of(format!("`{text}` {error}")))?;
            store.suppressions_of(number)?
        }
        None => store.suppressions(0, i64::from(limit).saturating_add(1))?,
    };
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    if found.len() > most {
        out::note(format!(
            "the first {limit} are shown: ask for more with --limit"
        ));
    }
    let shown: Vec<Shown> = found.into_iter().take(most).map(shown).collect();
    out.show(&shown, |shown| table(shown))?;
    Ok(Done::Clean)
}

fn shown(there: Suppression) -> Shown {
    Shown {
        number: there.number.to_string(),
        extent: there.extent,
        scope: there.scope,
        source: there.source,
        reason: there.reason,
        added_at: there.added_at,
        until: there.until_at,
    }
}

fn table(shown: &[Shown]) -> String {
    if shown.is_empty() {
        return "nothing is suppressed".to_owned();
    }
    let mut table = Table::new([
        ("number", Align::Right),
        ("where", Align::Left),
        ("source", Align::Left),
        ("reason", Align::Left),
        ("since", Align::Left),
        ("until", Align::Left),
    ]);
    for there in shown {
        let place = match there.extent {
            Extent::Everywhere => "everywhere".to_owned(),
            Extent::Advertiser => format!("advertiser {}", there.scope),
            Extent::Campaign => format!("campaign {}", there.scope),
        };
        let until = there
            .until
            .map_or_else(|| "for good".to_owned(), |until| until.to_string());
        table.row([
            there.number.clone(),
            place,
            there.source.clone(),
            there.reason.clone(),
            there.added_at.to_string(),
            until,
        ]);
    }
    table.text()
}
