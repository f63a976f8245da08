//! How often and when the numbers of contacts were dialled, by whatever contact, and how many
//! answered calls found no agent: what the law counts.

use super::load::{FactsOfContact, campaign_of};
use super::{Entry, Loaded, is_unreserved};
use crate::ceiling;
use crate::clock::instant;
use crate::conn::{Conn, Value};
use crate::error::Result;
use crate::sql::ceiling as sql;
use engine::{ContactId, ListId, MOST_DAYS, NumberFacts, Slot, first_of};
use jiff::Timestamp;
use std::collections::BTreeMap;

type Key = (ListId, ContactId);

/// The dials of one number, and when the last one ended that found no agent.
#[derive(Default)]
struct Dials {
    at: Vec<Timestamp>,
    abandoned_at: Option<Timestamp>,
}

/// Adds what was dialled to the facts of those who ask for leave.
pub(super) fn add(
    conn: &mut dyn Conn,
    asking: &[(&Loaded, &Entry)],
    found: &mut BTreeMap<Key, FactsOfContact>,
    now: Timestamp,
) -> Result<()> {
    let mut dials = of_contacts(conn, asking, now)?;
    for (there, entry) in asking {
        let (contact, rules) = (&there.contact, &there.rules);
        let today = contact.zone.local(now).date();
        let Some(FactsOfContact { facts, .. }) = found.get_mut(&(contact.list, contact.id)) else {
            continue;
        };
        let bounds = rules.bounds(facts.profile.as_ref());
        for number in &mut facts.numbers {
            let Some(told) = dials.remove(&(contact.list, contact.id, number.slot)) else {
                continue;
            };
            *number = NumberFacts {
                suppressed_by: number.suppressed_by.take(),
                refuses_recording: number.refuses_recording,
                abandoned_at: told.abandoned_at,
                ..bounds.dialled(number.slot, told.at, today, &contact.zone)
            };
        }
        if let (true, Some((limit, _))) = (is_unreserved(&entry.event), bounds.abandonment(today)) {
            let campaign = campaign_of(there, &entry.event);
            facts.ledger = Some(ceiling::ledger(conn, campaign, &limit, now)?);
        }
    }
    Ok(())
}

/// The newest first.
fn of_contacts(
    conn: &mut dyn Conn,
    asking: &[(&Loaded, &Entry)],
    now: Timestamp,
) -> Result<BTreeMap<(ListId, ContactId, Slot), Dials>> {
    let keys: Vec<Vec<Value>> = asking
        .iter()
        .map(|(there, _)| {
            let zone = &there.contact.zone;
            let since = first_of(zone.local(now).date(), MOST_DAYS, zone);
            vec![
                there.contact.list.0.into(),
                there.contact.id.0.into(),
                since.as_microsecond().into(),
            ]
        })
        .collect();
    let mut all: BTreeMap<_, Dials> = BTreeMap::new();
    for row in conn.many_rows(&sql::DIALS, &keys)? {
        let slot = Slot(u8::try_from(row.int(2)?).unwrap_or(u8::MAX));
        let key = (ListId(row.int(0)?), ContactId(row.int(1)?), slot);
        let dials = all.entry(key).or_default();
        dials.at.push(instant(row.int(3)?));
        dials.abandoned_at = dials.abandoned_at.max(row.maybe_int(4)?.map(instant));
    }
    for dials in all.values_mut() {
        dials.at.sort_by(|a, b| b.cmp(a));
    }
    Ok(all)
}
