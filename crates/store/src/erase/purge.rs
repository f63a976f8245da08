//! The rows of one contact that say who it was.

use super::Erasure;
use super::scrub::Values;
use crate::conn::{Conn, Value};
use crate::error::Result;
use crate::sql::{erase as sql, inbound};
use engine::{ContactId, ListId};
use std::collections::BTreeMap;

/// What is known of a contact before it goes.
pub(super) struct Found {
    /// The import it came with, and the line there.
    pub line: (i64, i64),
    pub numbers: Vec<i64>,
    pub fields: BTreeMap<String, String>,
    pub consent: Option<engine::Consent>,
}

pub(super) fn found(
    conn: &mut dyn Conn,
    list: ListId,
    contact: ContactId,
    values: &mut Values,
) -> Result<Option<Found>> {
    let place: [Value; 2] = [list.0.into(), contact.0.into()];
    let rows = conn.rows(&sql::CONTACT, &place)?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let mut found = Found {
        line: (row.int(0)?, row.int(1)?),
        numbers: Vec::new(),
        fields: BTreeMap::new(),
        consent: row
            .maybe_text(3)?
            .and_then(|text| serde_json::from_str(text).ok()),
    };
    values.add(row.maybe_text(2)?.unwrap_or_default());
    for row in conn.rows(&sql::NUMBERS, &place)? {
        let number = row.int(0)?;
        values.add_number(number);
        found.numbers.push(number);
    }
    for row in conn.rows(&sql::VERSIONS, &place)? {
        let fields = crate::hand::values(row.text(0)?, list, contact)?;
        for value in fields.values() {
            values.add(value);
        }
        found.fields = fields;
    }
    Ok(Some(found))
}

pub(super) fn purge(
    conn: &mut dyn Conn,
    list: ListId,
    contact: ContactId,
    found: &Found,
) -> Result<Erasure> {
    let place: [Value; 2] = [list.0.into(), contact.0.into()];
    let mut gone = Erasure {
        contacts: 1,
        numbers: conn.exec(&sql::DROP_NUMBERS, &place)?,
        fields: conn.exec(&sql::DROP_PERSONAL, &place)?,
        notes: conn.exec(&sql::DROP_NOTES, &place)?,
        ..Erasure::default()
    };
    conn.exec(&sql::DROP_MARKS, &place)?;
    conn.exec(&inbound::FORGET, &place)?;
    conn.exec(&sql::DISCARD, &place)?;
    conn.exec(&sql::BLANK, &place)?;
    for number in &found.numbers {
        // The law counts the dials of a number that others still have; what was refused there holds.
        if conn.rows(&sql::STILL_HELD, &[(*number).into()])?.is_empty() {
            let dials = conn.exec(&sql::UNNUMBER, &[(*number).into()])?;
            gone.dials = gone.dials.saturating_add(dials);
            conn.exec(&sql::UNREFUSE, &[(*number).into()])?;
        }
    }
    Ok(gone)
}
