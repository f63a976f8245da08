//! What registers say of the numbers that leave is asked for.

use super::load::FactsOfContact;
use crate::conn::Conn;
use crate::error::Result;
use crate::register;
use engine::{ContactId, ListId, Number};
use jiff::Timestamp;
use std::collections::BTreeMap;

type Key = (ListId, ContactId);

/// Adds to the facts of numbers which registers hold them.
pub(super) fn add(
    conn: &mut dyn Conn,
    found: &mut BTreeMap<Key, FactsOfContact>,
    now: Timestamp,
) -> Result<()> {
    let numbers: Vec<(ListId, Number)> = found
        .iter()
        .flat_map(|((list, _), there)| there.numbers.values().map(|number| (*list, *number)))
        .collect();
    for hit in register::hits(conn, &numbers, now)? {
        for ((list, _), there) in found.iter_mut() {
            if *list == hit.list {
                there.is_registered(hit.number, &hit.extent);
            }
        }
    }
    Ok(())
}

impl FactsOfContact {
    fn is_registered(&mut self, number: Number, extent: &str) {
        for fact in &mut self.facts.numbers {
            if self.numbers.get(&fact.slot) == Some(&number) {
                fact.suppressed_by.get_or_insert_with(|| extent.to_owned());
            }
        }
    }
}
