//! Proof of when numbers were looked for, and of which day the registers were.

use super::reading::{Wanted, read_all, read_file};
use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use jiff::Timestamp;
use lists::Country;
use serde::Serialize;
use std::path::PathBuf;
use store::Registered;

#[derive(Debug, clap::Args)]
pub struct Args {
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

#[derive(Serialize)]
struct Checked {
    number: String,
    register: String,
    as_of: Timestamp,
    holds: bool,
    checked_at: Timestamp,
}

pub fn check(args: &Args, db: &str, out: Out) -> Result<Done, Failure> {
    let mut numbers = read_all(&args.numbers, args.country)?;
    if let Some(file) = &args.file {
        numbers.extend(read_file(file, args.country, Wanted::Numbers, false)?.numbers());
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
