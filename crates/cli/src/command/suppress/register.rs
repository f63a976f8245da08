//! Registers: millions of numbers from one source, with the day it is of.

use super::place::reach;
use super::{How, when};
use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{self, Out};
use import::whom::Gathered;
use jiff::Timestamp;
use lists::Problem;
use serde::Serialize;
use store::{NewRegister, RegisterChange, Store};

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
    found: Gathered,
    out: Out,
) -> Result<Done, Failure> {
    let change = into.change()?;
    let store = database::or_new(db)?;
    let (extent, scope) = reach(&store, how)?;
    let (from_at, until_at) = when::span(how)?;
    let as_of = into.as_of.as_deref();
    let as_of = as_of.map(|day| when::beginning("--as-of", day, how.country));
    let new = NewRegister {
        name: name.to_owned(),
        extent,
        scope,
        source: how.source.clone(),
        as_of: as_of.transpose()?.unwrap_or_else(|| store.clock().now()),
        from_at,
        until_at,
    };
    let done = store
        .import_register(&new, change, found.numbers(), &mut |written| {
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
        problems: found.problems,
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
