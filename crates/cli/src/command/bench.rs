//! `dispo bench`: what this machine does, beside what it could do at most.

mod calls;
mod permits;
mod registers;

use super::desks;
use super::import::of;
use crate::Done;
use crate::failure::Failure;
use crate::out::{Align, Out, Table, note};
use crate::shipped;
use engine::{AgentCommand, AgentId, ContactId, ListId, Settings};
use import::{self, Handling, Order, Source};
use jiff::{SignedDuration, Timestamp};
use lists::Country;
use serde::Serialize;
use std::cell::Cell;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};
use store::{
    Address, CampaignState, Clock, Durability, Mode, NewList, NewRules, SetClock, Store,
    USUAL_PRIORITY, bench,
};

/// Measure this machine: the door, the next contact, the import
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Figures hold within one run on one machine: compare them with each other, not with\nthose of another day. The database measured is a new one, removed afterwards.\n\nExamples:\n  dispo bench\n  dispo bench --rows 100000 --postgres postgres://me@localhost/scratch\n  dispo bench desks --desks 200 --seconds 120"
)]
pub struct Args {
    #[command(subcommand)]
    part: Option<Part>,
    /// Rows of the import
    #[arg(long, default_value_t = 1_000_000, value_name = "N")]
    rows: u64,
    /// Sizes of the lists from which the next contact is taken
    #[arg(long, value_delimiter = ',', default_values_t = [10_000_u64, 100_000, 1_000_000], value_name = "N,…")]
    sizes: Vec<u64>,
    /// Attempts to play through the door, one event to a commit and 64
    #[arg(long, default_value_t = 2_000, value_name = "N")]
    attempts: u64,
    /// An empty PostgreSQL database to measure as well
    #[arg(long, value_name = "URL")]
    postgres: Option<String>,
    /// Folder for the SQLite file and the lists (default: the system's for temporary files)
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
}

#[derive(Debug, clap::Subcommand)]
enum Part {
    Desks(desks::Args),
    Registers(registers::Args),
    Calls(Box<calls::Args>),
}

/// One figure, beside the limit it is measured against.
#[derive(Debug, Serialize)]
struct Figure {
    database: &'static str,
    what: String,
    figure: f64,
    unit: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<f64>,
}

const SELECTIONS: usize = 2_000;
const START: &str = "2026-01-06T09:00:00Z";

pub fn run(args: &Args, out: Out) -> Result<Done, Failure> {
    match &args.part {
        Some(Part::Desks(args)) => return desks::run(args, out),
        Some(Part::Registers(args)) => return registers::run(args, out),
        Some(Part::Calls(args)) => return calls::run(args, out),
        None => {}
    }
    let folder = args
        .folder
        .clone()
        .unwrap_or_else(std::env::temp_dir)
        .join(format!("dispo-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)
        .map_err(|error| Failure::of(format!("{}: {error}", folder.display())))?;
    let measured = measure_all(args, &folder);
    // What is left behind is only in the way.
    let _ = std::fs::remove_dir_all(&folder);
    out.show(&measured?, |figures| table(figures))?;
    Ok(Done::Clean)
}

fn measure_all(args: &Args, folder: &Path) -> Result<Vec<Figure>, Failure> {
    let mut figures = vec![permits()?];
    let sqlite: Address = format!("sqlite:{}", folder.join("bench.db").display()).parse()?;
    measure("SQLite", &sqlite, args, folder, &mut figures)?;
    if let Some(url) = &args.postgres {
        measure("PostgreSQL", &url.parse()?, args, folder, &mut figures)?;
    }
    Ok(figures)
}

/// The engine alone, without a database.
fn permits() -> Result<Figure, Failure> {
    let now = START
        .parse()
        .map_err(|error| Failure::of(format!("{START}: {error}")))?;
    Ok(Figure {
        database: "none",
        what: "leave to dial, decisions of the engine".to_owned(),
        figure: permits::measure(now)?,
        unit: "permits/s",
        limit: None,
    })
}

/// One database being measured.
struct Bench<'a> {
    database: &'static str,
    address: &'a Address,
    store: Store,
    clock: SetClock,
    folder: &'a Path,
    /// Rows generated so far: no two lists share a number.
    generated: Cell<u64>,
    figures: &'a mut Vec<Figure>,
}

fn measure(
    database: &'static str,
    address: &Address,
    args: &Args,
    folder: &Path,
    figures: &mut Vec<Figure>,
) -> Result<(), Failure> {
    let start: Timestamp = START
        .parse()
        .map_err(|error| Failure::of(format!("{START}: {error}")))?;
    let clock = SetClock::at(start);
    let store = Store::open(address, Clock::Set(clock.clone()), Durability::Full)?;
    let mut bench = Bench {
        database,
        address,
        store,
        clock,
        folder,
        generated: Cell::new(0),
        figures,
    };
    bench.import(args.rows)?;
    for batch in [1, 64] {
        bench.door(args.attempts, batch)?;
    }
    for size in &args.sizes {
        bench.next_contact(*size)?;
    }
    Ok(())
}

impl Bench<'_> {
    fn add(&mut self, what: String, figure: f64, unit: &'static str, limit: Option<f64>) {
        self.figures.push(Figure {
            database: self.database,
            what,
            figure,
            unit,
            limit,
        });
    }

    fn import(&mut self, rows: u64) -> Result<(), Failure> {
        note(format!("{}: import of {rows} rows", self.database));
        let took = self.import_rows("import", rows)?;
        let plain = bench::plain_load(self.address, &mut (0..rows).map(cells))?;
        self.add(
            format!("import, {rows} rows with all checks (limit: plain load)"),
            rows as f64 / took.as_secs_f64(),
            "rows/s",
            Some(plain.per_second()),
        );
        Ok(())
    }

    fn door(&mut self, attempts: u64, batch: usize) -> Result<(), Failure> {
        note(format!(
            "{}: {attempts} attempts, {batch} to a commit",
            self.database
        ));
        let name = format!("door {batch}");
        let (list, contacts) = self.list_of(&name, attempts.saturating_mul(2))?;
        let (ours, theirs) = contacts.split_at(contacts.len() / 2);
        let door = bench::door(&self.store, list, ours, batch)?;
        let raw = bench::raw(self.address, list, theirs, batch, Durability::Full)?;
        self.add(
            format!("door, {batch} event(s) to a commit (limit: the same statements alone)"),
            door.per_second(),
            "events/s",
            Some(raw.per_second()),
        );
        Ok(())
    }

    fn import_rows(&self, name: &str, rows: u64) -> Result<Duration, Failure> {
        let first = self.generated.get();
        let end = first.saturating_add(rows);
        self.generated.set(end);
        import_rows(&self.store, self.folder, name, first..end)
    }

    /// Makes a list of so many rows and gives its contacts.
    fn list_of(&self, name: &str, rows: u64) -> Result<(ListId, Vec<ContactId>), Failure> {
        self.import_rows(name, rows)?;
        let list = self
            .store
            .list_by_name(name)?
            .ok_or_else(|| Failure::of(format!("list `{name}` was not made")))?;
        let mut contacts = Vec::new();
        self.store.each_contact(list.id, &mut |row| {
            contacts.push(row.id);
            Ok(())
        })?;
        Ok((list.id, contacts))
    }

    /// From a list of which some contacts were tried and are due again.
    fn next_contact(&mut self, size: u64) -> Result<(), Failure> {
        note(format!("{}: next contact of {size}", self.database));
        let (list, contacts) = self.list_of(&format!("offer {size}"), size)?;
        let worked = contacts
            .get(..contacts.len().min(2_000))
            .unwrap_or_default();
        bench::door(&self.store, list, worked, 64)?;
        let agent = agent_for(&self.store, list, &format!("agent {size}"))?;
        let due = self.clock.now().checked_add(SignedDuration::from_mins(20));
        self.clock
            .advance_to(due.unwrap_or_else(|_| self.clock.now()));
        let mut times = bench::selection(self.address, self.store.clock(), agent, SELECTIONS)?;
        times.sort();
        let median = times.get(times.len() / 2).copied().unwrap_or_default();
        let what = format!("next contact of {size}, median of {SELECTIONS} selections");
        self.add(what, median.as_secs_f64() * 1e6, "µs", None);
        Ok(())
    }
}

/// Writes a file of generated rows and imports it as anybody would.
fn import_rows(
    store: &Store,
    folder: &Path,
    name: &str,
    rows: Range<u64>,
) -> Result<Duration, Failure> {
    let file = folder.join(format!("{name}.csv"));
    write_file(&file, rows).map_err(|error| Failure::of(format!("{}: {error}", file.display())))?;
    let list = store.add_list(NewList {
        name: name.to_owned(),
        country: Country::Nl.code().to_owned(),
        rules: NewRules {
            catalogue: shipped::catalogue("callpro")?,
            law: engine::law::shipped::shipped(Country::Nl.code()).map(str::to_owned),
            settings: Settings::default(),
        },
        fields: Vec::new(),
    })?;
    let list = store
        .list(list)?
        .ok_or_else(|| Failure::of("the list was not made"))?;
    let order = Order {
        mode: Mode::Append,
        invalid: Handling::Code,
        duplicate: Handling::Code,
        stop_after: None,
        absent_most: import::ABSENT_MOST,
    };
    let started = Instant::now();
    let source = Source::open(&file, None, None).map_err(|failure| of(failure, &file))?;
    import::run(
        store,
        &list,
        Country::Nl,
        source,
        &order,
        &AtomicBool::new(false),
        &mut |_| {},
    )
    .map_err(|failure| of(failure, &file))?;
    let took = started.elapsed();
    std::fs::remove_file(&file)
        .map_err(|error| Failure::of(format!("{}: {error}", file.display())))?;
    Ok(took)
}

fn write_file(file: &Path, rows: Range<u64>) -> std::io::Result<()> {
    let mut out = BufWriter::new(File::create(file)?);
    writeln!(out, "Klantnummer;Naam;Straat;Postcode;Plaats;Telefoon")?;
    for row in rows {
        writeln!(out, "{}", cells(row).join(";"))?;
    }
    out.flush()
}

/// One generated contact: no person, and a number nobody dials.
fn cells(row: u64) -> [String; 6] {
    [
        format!("K{row}"),
        format!("Bedrijf {row}"),
        format!("Verzonnenstraat {}", row % 400),
        format!("{} AB", 1_000 + row % 9_000),
        "Amsterdam".to_owned(),
        format!("020-{:07}", 2_000_000 + row % 7_999_999),
    ]
}

fn agent_for(store: &Store, list: ListId, name: &str) -> Result<AgentId, Failure> {
    let campaign = store.add_campaign(name, CampaignState::Running)?;
    store.add_link(campaign, list, USUAL_PRIORITY)?;
    let agent = store.add_agent(name)?;
    store.assign(campaign, agent)?;
    for command in [AgentCommand::LogIn, AgentCommand::Ready] {
        store.agent_command(agent, command)?.map_err(Failure::of)?;
    }
    Ok(agent)
}

fn table(figures: &[Figure]) -> String {
    let mut table = Table::new([
        ("database", Align::Left),
        ("what", Align::Left),
        ("figure", Align::Right),
        ("", Align::Left),
        ("limit", Align::Right),
        ("reached", Align::Right),
    ]);
    for figure in figures {
        let limit = figure
            .limit
            .map_or(String::new(), |limit| format!("{limit:.0}"));
        let share = figure.limit.map_or(String::new(), |limit| {
            format!("{:.0} %", 100.0 * figure.figure / limit)
        });
        table.row([
            figure.database.to_owned(),
            figure.what.clone(),
            format!("{:.0}", figure.figure),
            figure.unit.to_owned(),
            limit,
            share,
        ]);
    }
    table.text()
}
