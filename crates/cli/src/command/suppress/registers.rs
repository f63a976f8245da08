//! The registers there are.

use super::place::Places;
use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use engine::catalogue::Extent;
use jiff::Timestamp;
use serde::Serialize;
use store::Register;

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
