//! Whether a contact can be written to, where the code that is given sends something.

use super::load::Key;
use super::{Entry, Loaded};
use crate::conn::{Conn, Value};
use crate::error::Result;
use crate::sql::person as sql;
use engine::catalogue::Requirement;
use engine::{Actor, Command, ContactId, Event, ListId};
use std::collections::BTreeMap;

/// Notes it for the contacts whose code asks for an address.
pub(super) fn note(
    conn: &mut dyn Conn,
    round: &[(usize, Entry)],
    loaded: &mut BTreeMap<Key, Loaded>,
) -> Result<()> {
    let keys: Vec<Vec<Value>> = round
        .iter()
        .filter(|(_, entry)| asks(entry, loaded))
        .map(|(_, entry)| vec![entry.list.0.into(), entry.contact.0.into()])
        .collect();
    if keys.is_empty() {
        return Ok(());
    }
    for row in conn.many_rows(&sql::KNOWN, &keys)? {
        let key = (ListId(row.int(0)?), ContactId(row.int(1)?));
        if let Some(there) = loaded.get_mut(&key) {
            there.mailable = true;
        }
    }
    Ok(())
}

fn asks(entry: &Entry, loaded: &BTreeMap<Key, Loaded>) -> bool {
    let (Actor::Agent(_), Event::Command(Command::Dispose { code, .. })) =
        (entry.actor, &entry.event)
    else {
        return false;
    };
    let there = loaded.get(&(entry.list, entry.contact));
    let found = there.and_then(|there| there.rules.catalogue.find(code.as_str()));
    found.is_some_and(|found| found.requires(Requirement::Email))
}
