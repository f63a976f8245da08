//! A register as a file, for whoever else must not call these numbers.

use super::registers;
use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::Out;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use store::Store;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "NAME")]
    register: String,
    /// Where to
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// Numbers read at once.
const PAGE: usize = 100_000;

pub fn export(args: &Args, db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let register = registers::named(&store, &args.register)?;
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
