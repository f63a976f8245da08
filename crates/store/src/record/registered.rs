//! What registers say of the numbers that leave is asked for.

use super::Loaded;
use super::load::FactsOfContact;
use crate::conn::Conn;
use crate::error::Result;
use crate::register;
use engine::{ContactId, ListId, Number};
use jiff::Timestamp;
use std::collections::BTreeMap;

type Key = (ListId, ContactId);

/// Adds to the facts which registers hold the numbers, and how old the one is that the law wants
/// looked at.
pub(super) fn add(
    conn: &mut dyn Conn,
    found: &mut BTreeMap<Key, FactsOfContact>,
    loaded: &BTreeMap<Key, Loaded>,
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
    scrubbed(conn, found, loaded, now)
}

fn scrubbed(
    conn: &mut dyn Conn,
    found: &mut BTreeMap<Key, FactsOfContact>,
    loaded: &BTreeMap<Key, Loaded>,
    now: Timestamp,
) -> Result<()> {
    let mut registers = None;
    for (key, there) in found {
        let Some(Loaded { contact, rules, .. }) = loaded.get(key) else {
            continue;
        };
        let today = contact.zone.local(now).date();
        let Some(scrub) = rules.scrub(contact, today) else {
            continue;
        };
        let known = match registers.take() {
            Some(known) => known,
            None => register::as_of(conn)?,
        };
        there.facts.scrubbed_at = known.get(&scrub.register).copied();
        registers = Some(known);
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
