//! What is read before a decision, in as few round trips as the events allow.

use super::{Entry, Loaded, barred, dialled, is_unreserved, mailable, registered};
use crate::ceiling;
use crate::clock::instant;
use crate::conn::{Conn, Row, Value};
use crate::error::{Result, StoreError};
use crate::house::caller_id;
use crate::person;
use crate::record::row;
use crate::rules::RulesCache;
use crate::sql::contact as sql;
use engine::{
    CampaignId, Command, ContactId, Event, Facts, ListId, Number, NumberFacts, Shown, Slot,
};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

pub(super) type Key = (ListId, ContactId);

pub(crate) struct FactsOfContact {
    pub facts: Facts,
    pub numbers: BTreeMap<Slot, Number>,
    /// Whoever claims it has another contact in hand.
    pub agent_is_busy: bool,
}

pub(crate) fn contacts(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    round: &[(usize, Entry)],
) -> Result<BTreeMap<Key, Loaded>> {
    let keys: Vec<Vec<Value>> = round
        .iter()
        .map(|(_, entry)| vec![entry.list.0.into(), entry.contact.0.into()])
        .collect();
    let rows = conn.many_rows(&sql::LOAD, &keys)?;
    let mut loaded = BTreeMap::new();
    for found in rows {
        // Rows of an import that is not live are seen by nobody, not even the door.
        if found.int(2)? == 0 && found.text(12)? != "live" {
            continue;
        }
        let there = loaded_from(conn, rules, &found)?;
        loaded.insert((there.contact.list, there.contact.id), there);
    }
    mailable::note(conn, round, &mut loaded)?;
    Ok(loaded)
}

fn loaded_from(conn: &mut dyn Conn, rules: &RulesCache, found: &Row) -> Result<Loaded> {
    let current = rules.load(conn, found.int(13)?)?;
    let (list, id) = (ListId(found.int(0)?), ContactId(found.int(1)?));
    let contact = match found.maybe_text(9)? {
        Some(body) => row::contact_from_body(body, list, id)?,
        None => {
            let at_import = rules.load(conn, found.int(11)?)?;
            let origin = row::origin(
                found.text(5)?,
                found.text(6)?,
                found.int(7)?,
                found.maybe_text(8)?,
                instant(found.int(10)?),
                found.maybe_text(15)?,
            )
            .map_err(|problem| row::corrupt(list, id, "origin", problem))?;
            origin.contact(list, id, &at_import).0
        }
    };
    Ok(Loaded {
        contact,
        seq: found.int(2)?,
        at: instant(found.int(3)?),
        digest: found.int(4)?,
        filtered: found.int(14)? > 0,
        mailable: false,
        rules: current,
    })
}

pub(crate) fn known_ids(conn: &mut dyn Conn, round: &[(usize, Entry)]) -> Result<BTreeSet<String>> {
    let keys: Vec<Vec<Value>> = round
        .iter()
        .filter_map(|(_, entry)| entry.event_id.as_deref())
        .map(|id| vec![id.into()])
        .collect();
    if keys.is_empty() {
        return Ok(BTreeSet::new());
    }
    let rows = conn.many_rows(&sql::KNOWN, &keys)?;
    rows.iter()
        .map(|row| row.text(0).map(str::to_owned))
        .collect()
}

/// The law's facts, for the commands that ask for leave.
pub(crate) fn facts(
    conn: &mut dyn Conn,
    round: &[(usize, Entry)],
    loaded: &BTreeMap<Key, Loaded>,
    now: Timestamp,
) -> Result<BTreeMap<Key, FactsOfContact>> {
    let asking: Vec<(&Loaded, &Entry)> = round
        .iter()
        .filter(|(_, entry)| needs_facts(&entry.event))
        .filter_map(|(_, entry)| Some((loaded.get(&(entry.list, entry.contact))?, entry)))
        .collect();
    if asking.is_empty() {
        return Ok(BTreeMap::new());
    }
    let keys: Vec<Vec<Value>> = asking
        .iter()
        .map(|(there, entry)| {
            let campaign = campaign_of(there, &entry.event);
            vec![
                there.contact.list.0.into(),
                there.contact.id.0.into(),
                now.as_microsecond().into(),
                claimant(&entry.event).into(),
                campaign.map_or(0, |campaign| campaign.0).into(),
            ]
        })
        .collect();
    let mut found = BTreeMap::new();
    for fact in conn.many_rows(&sql::FACTS, &keys)? {
        let key = (ListId(fact.int(0)?), ContactId(fact.int(1)?));
        let entry = found.entry(key).or_insert_with(|| FactsOfContact {
            facts: Facts::default(),
            numbers: BTreeMap::new(),
            agent_is_busy: false,
        });
        add_fact(entry, &fact)?;
    }
    dialled::add(conn, &asking, &mut found, now)?;
    registered::add(conn, &mut found, loaded, now)?;
    barred::add(conn, &mut found)?;
    for facts in found.values_mut() {
        facts.facts.numbers.sort_by_key(|number| number.slot);
    }
    Ok(found)
}

/// For which campaign leave is asked, where it is known.
pub(super) fn campaign_of(there: &Loaded, event: &Event) -> Option<CampaignId> {
    match event {
        Event::Command(Command::Claim { campaign, .. } | Command::PickUp { campaign, .. }) => {
            *campaign
        }
        _ => there.contact.hand.as_ref()?.campaign,
    }
}

/// Keeps the numbers that are to be dialled from other writers until the commit: of two dials
/// of one number, or a dial and a suppression, the later must see the earlier.
pub(crate) fn lock_dialled(
    conn: &mut dyn Conn,
    round: &[(usize, Entry)],
    facts: &BTreeMap<Key, FactsOfContact>,
) -> Result<bool> {
    let dials = || {
        round
            .iter()
            .filter(|(_, entry)| matches!(entry.event, Event::Command(Command::Dial { .. })))
    };
    let mut numbers: BTreeSet<i64> = dials()
        // A suppression of any of its numbers keeps the contact from being dialled.
        .filter_map(|(_, entry)| facts.get(&(entry.list, entry.contact)))
        .flat_map(|found| found.numbers.values())
        .filter_map(|number| i64::try_from(number.digits()).ok())
        .collect();
    if conn.engine().locks_numbers() {
        let contacts = dials().map(|(_, entry)| (entry.list, entry.contact));
        numbers.extend(person::marks_of(conn, contacts)?);
    }
    let ceiling = round.iter().any(|(_, entry)| is_unreserved(&entry.event));
    let ceiling = conn.engine().lock_ceiling().filter(|_| ceiling);
    let locks = [
        ceiling.map(str::to_owned),
        conn.engine().lock_numbers(&numbers),
    ];
    let mut locked = false;
    for sql in locks.into_iter().flatten() {
        conn.batch(&sql)?;
        locked = true;
    }
    Ok(locked)
}

fn needs_facts(event: &Event) -> bool {
    matches!(
        event,
        Event::Command(
            Command::Claim { .. }
                | Command::Dial { .. }
                | Command::PickUp { .. }
                | Command::Pass { .. }
        )
    )
}

/// The agent who claims, or to whom it is passed on; nobody has the id 0.
fn claimant(event: &Event) -> i64 {
    match event {
        Event::Command(
            Command::Claim { agent, .. }
            | Command::PickUp { agent, .. }
            | Command::Pass { to: agent },
        ) => agent.0,
        _ => 0,
    }
}

fn add_fact(entry: &mut FactsOfContact, fact: &Row) -> Result<()> {
    let slot = Slot(u8::try_from(fact.int(2)?).unwrap_or(u8::MAX));
    let number = u64::try_from(fact.int(3)?)
        .ok()
        .and_then(|digits| Number::new(digits).ok());
    let number = number.ok_or_else(|| StoreError::Corrupt {
        table: "number".into(),
        column: "number".into(),
        row: format!(
            "list {}, contact {}, slot {}",
            fact.int(0).unwrap_or(0),
            fact.int(1).unwrap_or(0),
            slot.0
        ),
        problem: "is not an E.164 number".into(),
    })?;
    entry.agent_is_busy |= fact.int(6)? > 0;
    entry.facts.expires_at = fact.maybe_int(7)?.map(instant);
    let shown = caller_id(fact.maybe_int(9)?);
    entry.facts.caller_id = Some(shown.map_or(Shown::Nothing, Shown::Number));
    if let (None, Some(body)) = (&entry.facts.profile, fact.maybe_text(4)?) {
        entry.facts.profile = Some(ceiling::parse(body)?);
    }
    entry.numbers.insert(slot, number);
    entry.facts.numbers.push(NumberFacts {
        // Whoever she is, by a number of hers or by herself.
        suppressed_by: match fact.maybe_text(5)? {
            Some(number) => Some(number),
            None => fact.maybe_text(8)?,
        }
        .map(str::to_owned),
        refuses_recording: fact.int(10)? > 0,
        ..NumberFacts::untouched(slot)
    });
    Ok(())
}
