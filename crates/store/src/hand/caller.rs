//! A contact for somebody who called and whom nobody knows.

use super::{Outcome, add};
use crate::conn::Conn;
use crate::rules::RulesCache;
use engine::{Actor, ContactId, ContactKind, ListId, Number, Zone};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Nobody asked for it to be called: it is meant to be taken in hand, or closed, in the same
/// transaction. Who does not say a number has none until an agent gives it one.
pub(crate) fn add_caller(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    (list, zone): (ListId, &Zone),
    caller: Option<Number>,
    now: Timestamp,
) -> Outcome<ContactId> {
    let new = add::AddedContact {
        key: None,
        dedupe: None,
        zone: zone.clone(),
        kind: ContactKind::default(),
        numbers: caller.into_iter().collect(),
        fields: BTreeMap::new(),
        first: false,
    };
    let id = crate::import::reserve(conn, list, 1)?;
    let added = add::add(conn, rules, (list, id), &new, Actor::Line, now)?;
    Ok(added.contact)
}
