//! Registers: millions of numbers from one source, with the day it is of.

use super::reading::{read_all, read_file};
use super::{How, reach, when};
use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{self, Align, Out, Table};
use engine::Number;
use engine::catalogue::Extent;
use jiff::Timestamp;
use lists::{Country, Problem};
use serde::Serialize;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use store::{NewRegister, Register, RegisterChange, Registered, Store};

#[derive(Debug, clap::Args)]
pub struct Into {
    /// Take the file into this register instead of suppressing number by number
    #[arg(long, value_name = "NAME")]
    register: Option<String>,
    /// The file is the whole register: numbers it does not hold leave it
    #[arg(long, requires = "register", conflicts_with_all = ["add", "remove"])]
    full: bool,
    /// The file holds numbers that have come
    #[arg(long, requires = "register", conflicts_with = "remove")]
    add: bool,
    /// The file holds numbers that have gone
    #[arg(long, requires = "register")]
    remove: bool,
    /// The day, or the instant, at which the file was up to date; now when absent
    #[arg(long, value_name = "DATE", requires = "register")]
    as_of: Option<String>,
    /// The first day on which it holds; at once when absent
    #[arg(long, value_name = "DATE", requires = "register")]
    from: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// How numbers without + are written
    #[arg(long, default_value = "NL", value_name = "COUNTRY")]
    country: Country,
    /// Every number of a file: CSV, XLSX, XLS or ODS
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Telephone numbers
    #[arg(required_unless_present = "file", value_name = "NUMBER")]
    numbers: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    #[arg(long, value_name = "NAME")]
    register: String,
    /// Where to
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

#[derive(Serialize)]
struct Taken {
    register: String,
    as_of: Timestamp,
    numbers: u64,
    added: u64,
    removed: u64,
    closed: usize,
    problems: Vec<Problem>,
}

#[derive(Serialize)]
struct Shown {
    name: String,
    as_of: Timestamp,
    numbers: u64,
    extent: Extent,
    scope: i64,
    source: String,
    imported_at: Timestamp,
    from: Option<Timestamp>,
    until: Option<Timestamp>,
}

#[derive(Serialize)]
struct Checked {
    number: String,
    register: String,
    as_of: Timestamp,
    holds: bool,
    checked_at: Timestamp,
}

impl Into {
    pub fn name(&self) -> Option<&str> {
        self.register.as_deref()
    }

    fn change(&self) -> Result<RegisterChange, Failure> {
        match (self.full, self.add, self.remove) {
            (true, _, _) => Ok(RegisterChange::Full),
            (_, true, _) => Ok(RegisterChange::Add),
            (_, _, true) => Ok(RegisterChange::Remove),
            _ => Err(Failure::of(
                "say what the file is to the register: --full, --add or --remove",
            )),
        }
    }
}

pub fn import(
    name: &str,
    into: &Into,
    how: &How,
    db: &str,
    (numbers, problems): (Vec<Number>, Vec<Problem>),
    out: Out,
) -> Result<Done, Failure> {
    let change = into.change()?;
    let store = database::or_new(db)?;
    let (extent, scope) = reach(&store, how.campaign.as_deref())?;
    let country = how.country;
    let day = |option: &str, text: &Option<String>| {
        let text = text.as_deref();
        text.map(|text| when::beginning(option, text, country))
            .transpose()
    };
    let until = how.until.as_deref();
    let new = NewRegister {
        name: name.to_owned(),
        extent,
        scope,
        source: how.source.clone(),
        as_of: day("--as-of", &into.as_of)?.unwrap_or_else(|| store.clock().now()),
        from_at: day("--from", &into.from)?,
        until_at: until
            .map(|until| when::end("--until", until, country))
            .transpose()?,
    };
    let done = store
        .import_register(&new, change, numbers, &mut |written| {
            out::note(format!("{written} numbers written"));
        })
        .map_err(|refused| Failure::of(refused.to_string()))?;
    let taken = Taken {
        register: new.name,
        as_of: new.as_of,
        numbers: done.numbers,
        added: done.added,
        removed: done.removed,
        closed: close_all(&store)?,
        problems,
    };
    out.show(&taken, told)?;
    Ok(Done::clean_if(taken.problems.is_empty()))
}

/// Numbers of contacts that are looked for at once.
const AT_ONCE: i64 = 5_000;

fn close_all(store: &Store) -> Result<usize, Failure> {
    let mut closed = 0_usize;
    while let Some(some) = store.close_registered(AT_ONCE)? {
        closed = closed.saturating_add(some);
    }
    Ok(closed)
}

fn told(done: &Taken) -> String {
    let problems: String = done
        .problems
        .iter()
        .map(|problem| format!("left out: {problem}\n"))
        .collect();
    let left_out = match done.problems.len() {
        0 => String::new(),
        count => format!("\n{count} problems: what could not be read was left out"),
    };
    format!(
        "{problems}register {} of {}: {} numbers, {} came, {} went; {} open contacts were closed{left_out}",
        done.register, done.as_of, done.numbers, done.added, done.removed, done.closed
    )
}

pub fn show(db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let all: Vec<Shown> = store.registers()?.into_iter().map(shown).collect();
    out.show(&all, |all| table(all))?;
    Ok(Done::Clean)
}

fn shown(register: Register) -> Shown {
    Shown {
        name: register.name,
        as_of: register.as_of,
        numbers: register.numbers,
        extent: register.extent,
        scope: register.scope,
        source: register.source,
        imported_at: register.imported_at,
        from: register.from_at,
        until: register.until_at,
    }
}

fn table(all: &[Shown]) -> String {
    if all.is_empty() {
        return "there is no register".to_owned();
    }
    let mut table = Table::new([
        ("register", Align::Left),
        ("as of", Align::Left),
        ("numbers", Align::Right),
        ("where", Align::Left),
        ("source", Align::Left),
    ]);
    for there in all {
        let place = match there.extent {
            Extent::Campaign => format!("campaign {}", there.scope),
            _ => "everywhere".to_owned(),
        };
        table.row([
            there.name.clone(),
            there.as_of.to_string(),
            there.numbers.to_string(),
            place,
            there.source.clone(),
        ]);
    }
    table.text()
}

pub fn check(args: &CheckArgs, db: &str, out: Out) -> Result<Done, Failure> {
    let mut numbers = read_all(&args.numbers, args.country)?;
    if let Some(file) = &args.file {
        numbers.extend(read_file(file, args.country, false)?.0);
    }
    let store = database::existing(db)?;
    let checked_at = store.clock().now();
    let found = store.check_registers(&numbers)?;
    let of = |there: Registered| Checked {
        number: there.number.to_string(),
        register: there.register.name,
        as_of: there.register.as_of,
        holds: there.holds,
        checked_at,
    };
    let checked: Vec<Checked> = found.into_iter().map(of).collect();
    out.show(&checked, |checked| proof(checked))?;
    Ok(Done::Clean)
}

fn proof(checked: &[Checked]) -> String {
    if checked.is_empty() {
        return "there is no register to look in".to_owned();
    }
    let mut table = Table::new([
        ("number", Align::Right),
        ("register", Align::Left),
        ("as of", Align::Left),
        ("found", Align::Left),
        ("checked", Align::Left),
    ]);
    for there in checked {
        let found = if there.holds { "yes" } else { "no" };
        table.row([
            there.number.clone(),
            there.register.clone(),
            there.as_of.to_string(),
            found.to_owned(),
            there.checked_at.to_string(),
        ]);
    }
    table.text()
}

/// Numbers read at once.
const PAGE: usize = 100_000;

pub fn export(args: &ExportArgs, db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let all = store.registers()?;
    let found = all.iter().find(|there| there.name == args.register);
    let register = found.ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|there| there.name.as_str()).collect();
        Failure::of(format!(
            "there is no register `{}`: there is {}",
            args.register,
            names.join(", ")
        ))
    })?;
    let place = args.output.display();
    let written = write(&store, register.id, &args.output);
    let count = written.map_err(|error| Failure::of(format!("{place}: {error}")))?;
    out.show(&count, |count| format!("{count} numbers in {place}"))?;
    Ok(Done::Clean)
}

fn write(store: &Store, register: i64, file: &Path) -> Result<u64, Box<dyn std::error::Error>> {
    let mut to = BufWriter::new(File::create(file)?);
    writeln!(to, "number")?;
    let (mut after, mut count) = (0, 0_u64);
    loop {
        let numbers = store.register_numbers(register, after, PAGE)?;
        let Some(last) = numbers.last() else {
            to.flush()?;
            return Ok(count);
        };
        after = *last;
        for number in &numbers {
            writeln!(to, "+{number}")?;
        }
        count = count.saturating_add(numbers.len() as u64);
    }
}
