//! One contact at a time, from a form or a program.

use super::alter::{consent_in, edit, values};
use super::{Outcome, import_of_today, record};
use crate::conn::Conn;
use crate::error::Result;
use crate::import::{Batch, Import, NewContact, digits, journal_batch, reserve, stage_contacts};
use crate::record::Entry;
use crate::record::row::json;
use crate::rules::RulesCache;
use crate::sql::{contact as sql_contact, hand as sql};
use crate::store::Store;
use engine::{Actor, Command, ContactId, ContactKind, ListId, Number, Trigger, Zone};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// A contact as it comes in. Its values must have been checked by the list's definition.
#[derive(Debug, Clone, PartialEq)]
pub struct AddedContact {
    /// By which the client knows it: the same key again changes the contact that is there.
    pub key: Option<String>,
    /// What tells duplicates, as the import computes it.
    pub dedupe: Option<i64>,
    pub zone: Zone,
    pub kind: ContactKind,
    pub numbers: Vec<Number>,
    pub fields: BTreeMap<String, String>,
    /// Offer it now and before all others.
    pub first: bool,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    pub contact: ContactId,
    /// It was there already, under its key.
    pub known: bool,
    /// Names of the fields that changed in a contact that was there.
    pub changed: Vec<String>,
    /// What closed a new one on arrival, such as a suppression.
    pub arrival: Option<Trigger>,
}

impl Store {
    /// Adds one contact to a list, or changes the one its key leads to: fields that are named
    /// get their values, the rest stays, numbers too. Duplicates and suppressed numbers are
    /// closed on arrival as an import closes them. Contacts for filtered links must be added
    /// to them as after an import.
    pub fn add_contact(&self, list: ListId, new: AddedContact, actor: Actor) -> Outcome<Added> {
        self.by_hand(move |conn, rules, now| {
            // Two of the same key wait for each other here.
            let id = reserve(conn, list, 1)?;
            match known(conn, list, &new)? {
                Some(contact) => change(conn, rules, (list, contact), &new, actor, now),
                None => add(conn, rules, (list, id), &new, actor, now),
            }
        })
    }
}

fn known(conn: &mut dyn Conn, list: ListId, new: &AddedContact) -> Result<Option<ContactId>> {
    let Some(key) = &new.key else {
        return Ok(None);
    };
    let args = [list.0.into(), key.as_str().into()];
    let rows = conn.rows(&sql_contact::FIND_KEY_IN_LIST, &args)?;
    rows.first()
        .map(|row| row.int(1).map(ContactId))
        .transpose()
}

fn change(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    (list, contact): (ListId, ContactId),
    new: &AddedContact,
    actor: Actor,
    now: Timestamp,
) -> Outcome<Added> {
    let edited = edit(conn, rules, (list, contact), &new.fields, actor, now)?;
    let changed = match edited.map(|edited| edited.because) {
        Some(because) => because
            .into_iter()
            .find_map(|because| match because {
                engine::Because::Edited { fields } => Some(fields),
                _ => None,
            })
            .unwrap_or_default(),
        None => Vec::new(),
    };
    Ok(Added {
        contact,
        known: true,
        changed,
        arrival: None,
    })
}

pub(super) fn add(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    (list, id): (ListId, i64),
    new: &AddedContact,
    actor: Actor,
    now: Timestamp,
) -> Outcome<Added> {
    let mut import = import_of_today(conn, list, now)?;
    let fields = json("personal.stage", &new.fields)?;
    let arrival = arrival(conn, list, (new, &fields), now)?;
    let faulty = matches!(
        arrival,
        Some(Trigger::ImportInvalid | Trigger::ImportDuplicate)
    );
    let contact = ContactId(id);
    values(&fields, list, contact)?;
    import.lines_done = import.lines_done.saturating_add(1);
    let staged = NewContact {
        line: import.lines_done,
        key: new.key.clone(),
        dedupe: new.dedupe.filter(|_| !faulty),
        zone: new.zone.clone(),
        kind: new.kind,
        arrival,
        consent: consent_in(&new.fields),
        numbers: new.numbers.clone(),
        fields,
    };
    stage_one(conn, rules, &mut import, id, staged)?;
    if new.first && arrival.is_none() {
        let entry = Entry::command(list, contact, actor, Command::CallFirst);
        record(conn, rules, entry, now)?;
    }
    Ok(Added {
        contact,
        known: false,
        changed: Vec::new(),
        arrival,
    })
}

/// What closes it on arrival, in the order in which an import asks.
fn arrival(
    conn: &mut dyn Conn,
    list: ListId,
    (new, fields): (&AddedContact, &str),
    now: Timestamp,
) -> Result<Option<Trigger>> {
    let Some(first) = new.numbers.first() else {
        return Ok(Some(Trigger::ImportInvalid));
    };
    let args = [digits(*first), list.0.into()];
    if !conn.rows(&sql::SAME_NUMBER, &args)?.is_empty() {
        return Ok(Some(Trigger::ImportDuplicate));
    }
    let suppressed = crate::suppression::covers_any(conn, list, (&new.numbers, fields), now)?;
    Ok(suppressed.then_some(Trigger::Suppressed))
}

/// Stages the contact in the import of the day, which is live already.
fn stage_one(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    import: &mut Import,
    id: i64,
    staged: NewContact,
) -> Result<()> {
    let counts = &mut import.counts;
    counts.rows += 1;
    counts.imported += 1;
    match staged.arrival {
        Some(Trigger::ImportInvalid) => counts.invalid += 1,
        Some(Trigger::ImportDuplicate) => counts.duplicate += 1,
        Some(Trigger::Suppressed) => counts.suppressed += 1,
        _ => {}
    }
    let lines = i64::try_from(import.lines_done).unwrap_or(i64::MAX);
    let counted = json("import.count_by_hand", &import.counts)?;
    conn.exec(
        &sql::COUNT_BY_HAND,
        &[lines.into(), counted.into(), import.id.into()],
    )?;
    let used = rules.load(conn, import.rules)?;
    let batch = Batch {
        contacts: vec![staged],
        lines_done: import.lines_done,
        counts: import.counts,
        ..Batch::default()
    };
    let digest = stage_contacts(conn, &used, import, id, &batch.contacts)?;
    journal_batch(conn, import, id, &batch, digest)
}
