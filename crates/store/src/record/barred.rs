//! Which numbers that leave is asked for the telephone provider bars.

use super::load::FactsOfContact;
use crate::conn::Conn;
use crate::error::Result;
use crate::locked;
use engine::{ContactId, ListId, Number};
use std::collections::BTreeMap;

pub(super) fn add(
    conn: &mut dyn Conn,
    found: &mut BTreeMap<(ListId, ContactId), FactsOfContact>,
) -> Result<()> {
    let all = found.values().flat_map(|there| there.numbers.values());
    let numbers: Vec<Number> = all.copied().collect();
    let barred = locked::among(conn, &numbers)?;
    for there in found.values_mut() {
        for fact in &mut there.facts.numbers {
            let number = there.numbers.get(&fact.slot);
            fact.locked = number.is_some_and(|number| barred.contains(&number.digits()));
        }
    }
    Ok(())
}
