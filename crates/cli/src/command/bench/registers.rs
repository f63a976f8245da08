//! `dispo bench registers`: a national register taken in, and numbers looked for in it.

use crate::Done;
use crate::failure::Failure;
use crate::out::{Align, Out, Table, note};
use engine::Number;
use engine::catalogue::Extent;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use store::{Address, Clock, Durability, NewRegister, RegisterChange, Store};

/// Measure registers: the import of numbers by the million, and how long one is looked for
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Numbers of the register
    #[arg(long, default_value_t = 10_000_000, value_name = "N")]
    numbers: u64,
    /// How many are looked for
    #[arg(long, default_value_t = 100_000, value_name = "N")]
    looks: u64,
    /// Folder for the SQLite file (default: the system's for temporary files)
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
}

#[derive(Debug, Serialize)]
struct Figures {
    numbers: u64,
    /// Import, sorting included.
    per_second: f64,
    bytes_per_number: f64,
    /// One number to a question.
    look_up_us: f64,
    /// Of so many to a question, as an import and an offer ask.
    look_up_of_64_us: f64,
}

/// Numbers of one question.
const TOGETHER: usize = 64;
/// Of ten numbers that might be given out one stands in the register.
const STEP: u64 = 10;
/// Dutch numbers that nobody has: 14 digits are too many.
const FIRST: u64 = 31_970_000_000_000;

pub fn run(args: &Args, out: Out) -> Result<Done, Failure> {
    let name = format!("dispo-registers-{}", std::process::id());
    let folder = args.folder.clone().unwrap_or_else(std::env::temp_dir);
    let folder = folder.join(name);
    std::fs::create_dir_all(&folder)
        .map_err(|error| Failure::of(format!("{}: {error}", folder.display())))?;
    let measured = measure(args, &folder);
    // What is left behind is only in the way.
    let _ = std::fs::remove_dir_all(&folder);
    out.show(&measured?, table)?;
    Ok(Done::Clean)
}

fn measure(args: &Args, folder: &Path) -> Result<Figures, Failure> {
    let file = folder.join("registers.db");
    let address: Address = format!("sqlite:{}", file.display()).parse()?;
    let open = || Store::open(&address, Clock::System, Durability::Full);
    drop(open()?);
    let empty = size(&file)?;
    let store = open()?;
    let new = NewRegister {
        name: "measured".to_owned(),
        extent: Extent::Everywhere,
        scope: 0,
        source: "bench".to_owned(),
        as_of: store.clock().now(),
        from_at: None,
        until_at: None,
    };
    note(format!("a register of {} numbers", args.numbers));
    let numbers = (0..args.numbers).filter_map(number).collect();
    let started = Instant::now();
    let taken = store
        .import_register(&new, RegisterChange::Full, numbers, &mut |_| {})
        .map_err(|refusal| Failure::of(refusal.to_string()))?;
    let took = started.elapsed();
    drop(store);
    let bytes = size(&file)?.saturating_sub(empty);
    let store = open()?;
    Ok(Figures {
        numbers: taken.numbers,
        per_second: taken.numbers as f64 / took.as_secs_f64(),
        bytes_per_number: bytes as f64 / taken.numbers.max(1) as f64,
        look_up_us: look(&store, args, 1)?,
        look_up_of_64_us: look(&store, args, TOGETHER)?,
    })
}

/// The n-th number: they lie irregularly, as numbers do that were given out.
fn number(n: u64) -> Option<Number> {
    let off = n.wrapping_mul(2_654_435_761) >> 7;
    Number::new(
        FIRST
            .saturating_add(n.saturating_mul(STEP))
            .saturating_add(off % STEP),
    )
    .ok()
}

/// Microseconds for one number, when so many are asked for together. Half of them are held.
fn look(store: &Store, args: &Args, together: usize) -> Result<f64, Failure> {
    let among = args.numbers.saturating_mul(STEP).max(1);
    let wanted: Vec<Number> = (0..args.looks)
        .map(|n| n.wrapping_mul(6_364_136_223_846_793_005) >> 20)
        .filter_map(|n| match n % 2 {
            0 => number(n % args.numbers.max(1)),
            _ => Number::new(FIRST.saturating_add(n % among)).ok(),
        })
        .collect();
    let mut held = 0_usize;
    let mut took = Duration::ZERO;
    for some in wanted.chunks(together) {
        let started = Instant::now();
        let found = store.check_registers(some)?;
        took = took.saturating_add(started.elapsed());
        held = held.saturating_add(found.iter().filter(|one| one.holds).count());
    }
    if held < wanted.len() / 3 {
        return Err(Failure::of("numbers that are held were not found"));
    }
    Ok(took.as_secs_f64() * 1e6 / wanted.len().max(1) as f64)
}

/// The store is closed: all of it stands in this file.
fn size(file: &Path) -> Result<u64, Failure> {
    let told = std::fs::metadata(file);
    told.map(|told| told.len())
        .map_err(|error| Failure::of(format!("{}: {error}", file.display())))
}

fn table(figures: &Figures) -> String {
    let mut table = Table::new([
        ("what", Align::Left),
        ("figure", Align::Right),
        ("", Align::Left),
    ]);
    for (what, figure, unit) in [
        ("numbers", figures.numbers as f64, ""),
        ("import", figures.per_second, "numbers/s"),
        ("size", figures.bytes_per_number, "bytes/number"),
        ("look-up, one number", figures.look_up_us, "µs"),
        (
            "look-up, 64 together",
            figures.look_up_of_64_us,
            "µs/number",
        ),
    ] {
        table.row([what.to_owned(), format!("{figure:.1}"), unit.to_owned()]);
    }
    table.text()
}
