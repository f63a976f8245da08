//! The registers there are.

use super::place::Places;
use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use engine::catalogue::Extent;
use jiff::Timestamp;
use serde::Serialize;
use store::{Register, Store};

#[derive(Debug, clap::Args)]
pub struct Named {
    #[arg(long, value_name = "NAME")]
    register: String,
}

/// The register of this name, or those there are.
pub fn named(store: &Store, name: &str) -> Result<Register, Failure> {
    let all = store.registers()?;
    let found = all.iter().find(|there| there.name == name).cloned();
    found.ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|there| there.name.as_str()).collect();
        Failure::of(match names.as_slice() {
            [] => format!("there is no register `{name}`, nor any other"),
            names => format!(
                "there is no register `{name}`: there is {}",
                names.join(", ")
            ),
        })
    })
}

pub fn withdraw(asked: &Named, db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let register = named(&store, &asked.register)?;
    let withdrawn = store.withdraw_register(register.id)?;
    out.show(&withdrawn, |_| {
        format!(
            "register {} holds nothing any more; it held {} numbers",
            register.name, register.numbers
        )
    })?;
    Ok(Done::Clean)
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

pub fn show(db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let all: Vec<Shown> = store.registers()?.into_iter().map(shown).collect();
    let places = Places::of(&store)?;
    out.show(&all, |all| table(all, &places))?;
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

fn table(all: &[Shown], places: &Places) -> String {
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
        let place = places.told(there.extent, there.scope);
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
