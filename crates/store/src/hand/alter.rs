//! Other values in fields, other digits in numbers.

use super::{Outcome, import_of_today, record, who};
use crate::conn::{Conn, Value};
use crate::error::{Result, StoreError};
use crate::import::digits;
use crate::record::row::json;
use crate::record::{Entry, RecordError, Recorded};
use crate::rules::RulesCache;
use crate::sql::{contact as sql_contact, hand as sql};
use crate::store::Store;
use engine::{Actor, Command, ConsentChange, ContactId, ListId, Number, Slot};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// The fields of a contact by name.
pub(crate) type Values = BTreeMap<String, String>;

impl Store {
    /// Gives fields other values; an empty one clears its field. The values must have been
    /// checked by the list's definition. Nothing is recorded where nothing changes.
    ///
    /// A field that holds a telephone number does not change the number that is dialled:
    /// [`set_numbers`](Self::set_numbers) does.
    pub fn edit(
        &self,
        list: ListId,
        contact: ContactId,
        changes: BTreeMap<String, String>,
        actor: Actor,
    ) -> Outcome<Option<Recorded>> {
        self.by_hand(move |conn, rules, now| {
            edit(conn, rules, (list, contact), &changes, actor, now)
        })
    }

    /// Puts other digits into slots, new ones into the next free slots, and takes away those
    /// without digits. Slots that are not named stay. Nothing is recorded where nothing changes.
    pub fn set_numbers(
        &self,
        list: ListId,
        contact: ContactId,
        changes: Vec<(Slot, Option<Number>)>,
        actor: Actor,
    ) -> Outcome<Option<Recorded>> {
        self.by_hand(move |conn, rules, now| {
            set_numbers(conn, rules, (list, contact), &changes, actor, now)
        })
    }

    /// The same for whoever knows numbers and no slots: each pair is what was and what is. A
    /// number that is not there is added, one that is there already is not added again.
    pub fn replace_numbers(
        &self,
        list: ListId,
        contact: ContactId,
        pairs: Vec<(Option<Number>, Option<Number>)>,
        actor: Actor,
    ) -> Outcome<Option<Recorded>> {
        self.by_hand(move |conn, rules, now| {
            let changes = by_slot(conn, rules, (list, contact), &pairs, now)?;
            set_numbers(conn, rules, (list, contact), &changes, actor, now)
        })
    }

    /// The numbers of one contact with their slots; slots may be empty.
    pub fn numbers_by_slot(&self, list: ListId, contact: ContactId) -> Result<Vec<(Slot, Number)>> {
        self.read(|conn| {
            let there = numbers_of(conn, (list, contact))?;
            Ok(there.into_iter().collect())
        })
    }
}

pub(super) fn edit(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    (list, contact): (ListId, ContactId),
    changes: &Values,
    actor: Actor,
    now: Timestamp,
) -> Outcome<Option<Recorded>> {
    let rows = conn.rows(&sql::FIELDS, &[list.0.into(), contact.0.into()])?;
    let Some(row) = rows.first() else {
        return Err(RecordError::NotFound { list, contact });
    };
    let version = row.maybe_int(0)?.unwrap_or(0).saturating_add(1);
    let before = values(row.maybe_text(1)?.unwrap_or("{}"), list, contact)?;
    let mut after = before.clone();
    let mut fields = Vec::new();
    for (name, value) in changes {
        if before.get(name).map_or("", String::as_str) == value {
            continue;
        }
        if value.is_empty() {
            after.remove(name);
        } else {
            after.insert(name.clone(), value.clone());
        }
        fields.push(name.clone());
    }
    if fields.is_empty() {
        return Ok(None);
    }
    if let Some(name) = who::gave_it(&before, &after) {
        after.insert(who::FIELD.to_owned(), name);
        fields.push(who::FIELD.to_owned());
        who::add_field(conn, list)?;
    }
    let import = import_of_today(conn, list, now)?;
    let text = json("personal.stage", &after)?;
    let personal = vec![
        list.0.into(),
        contact.0.into(),
        version.into(),
        import.id.into(),
        text.as_str().into(),
    ];
    conn.bulk(&sql_contact::STAGE_PERSONAL, &mut std::iter::once(personal))?;
    crate::person::replace(conn, (list, contact), &text)?;
    let (was, is) = (consent_in(&before), consent_in(&after));
    let consent = (was != is).then(|| is.map_or(ConsentChange::Gone, ConsentChange::Now));
    let command = Command::Edit {
        fields,
        version,
        consent,
    };
    let entry = Entry::command(list, contact, actor, command);
    record(conn, rules, entry, now).map(Some)
}

/// The ground on which the fields let it be called.
pub(crate) fn consent_in(fields: &Values) -> Option<engine::Consent> {
    engine::Consent::in_fields(|name| fields.get(name).map(String::as_str)).0
}

pub(crate) fn values(fields: &str, list: ListId, contact: ContactId) -> Result<Values> {
    serde_json::from_str(fields).map_err(|error| StoreError::Corrupt {
        table: "personal".into(),
        column: "fields".into(),
        row: format!("list {}, contact {}", list.0, contact.0),
        problem: error.to_string(),
    })
}

fn numbers_of(
    conn: &mut dyn Conn,
    (list, contact): (ListId, ContactId),
) -> Result<BTreeMap<Slot, Number>> {
    let rows = conn.rows(&sql_contact::NUMBERS, &[list.0.into(), contact.0.into()])?;
    let mut numbers = BTreeMap::new();
    for row in &rows {
        let slot = Slot(u8::try_from(row.int(0)?).unwrap_or(u8::MAX));
        if let Ok(number) = Number::new(row.int(1)?.unsigned_abs()) {
            numbers.insert(slot, number);
        }
    }
    Ok(numbers)
}

fn set_numbers(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    (list, contact): (ListId, ContactId),
    changes: &[(Slot, Option<Number>)],
    actor: Actor,
    now: Timestamp,
) -> Outcome<Option<Recorded>> {
    let before = numbers_of(conn, (list, contact))?;
    let slots = slots_of(conn, rules, (list, contact), now)?;
    let mut sorted = changes.to_vec();
    sorted.sort_by_key(|(slot, _)| *slot);
    let (mut changed, mut removed, mut added) = (Vec::new(), Vec::new(), 0_u8);
    for (slot, number) in &sorted {
        let next_free = slots.saturating_add(usize::from(added));
        match (before.get(slot), number) {
            (old, new) if old == new.as_ref() => continue,
            (_, Some(_)) if slot.index() == next_free => added = added.saturating_add(1),
            (_, Some(_)) => changed.push(*slot),
            (_, None) => removed.push(*slot),
        }
        let key: [Value; 3] = [list.0.into(), contact.0.into(), i64::from(slot.0).into()];
        match number {
            Some(number) => {
                let [a, b, c] = key;
                conn.exec(&sql::PUT_NUMBER, &[a, b, c, digits(*number)])?
            }
            None => conn.exec(&sql::DROP_NUMBER, &key)?,
        };
    }
    if changed.is_empty() && removed.is_empty() && added == 0 {
        return Ok(None);
    }
    let command = Command::Renumber {
        changed,
        removed,
        added,
    };
    let entry = Entry::command(list, contact, actor, command);
    record(conn, rules, entry, now).map(Some)
}

/// The slots that pairs of old and new numbers are about.
fn by_slot(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    key: (ListId, ContactId),
    pairs: &[(Option<Number>, Option<Number>)],
    now: Timestamp,
) -> Outcome<Vec<(Slot, Option<Number>)>> {
    let there = numbers_of(conn, key)?;
    let slot_of = |number: &Number| {
        let mut slots = there.iter();
        slots
            .find(|(_, known)| *known == number)
            .map(|(slot, _)| *slot)
    };
    let mut free = slots_of(conn, rules, key, now)?;
    let mut changes = Vec::new();
    for (old, new) in pairs {
        if new.as_ref().is_some_and(|new| slot_of(new).is_some()) {
            continue;
        }
        match (old.as_ref().and_then(slot_of), new) {
            (Some(slot), new) => changes.push((slot, *new)),
            (None, Some(new)) => {
                changes.extend(u8::try_from(free).ok().map(|slot| (Slot(slot), Some(*new))));
                free = free.saturating_add(1);
            }
            (None, None) => {}
        }
    }
    Ok(changes)
}

/// How many slots the contact has, empty ones included.
fn slots_of(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    (list, contact): (ListId, ContactId),
    now: Timestamp,
) -> Outcome<usize> {
    let ask = Entry::command(list, contact, Actor::System, Command::Conclude);
    match crate::record::look(conn, rules, ask, now)? {
        Some((there, _, _)) => Ok(there.numbers.len()),
        None => Err(RecordError::NotFound { list, contact }),
    }
}
