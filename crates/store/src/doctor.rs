//! Examines the house: re-runs the engine on every event and compares.
//!
//! A due time or an `at` that was changed by hand, or a journal row that is gone, is found
//! by contact and sequence. Journal and row are checked against the attempts and dials they
//! led to as well, so that taking back an event in both is not enough to hide it.

mod agents;
mod origins;
mod traces;

use crate::clock::instant;
use crate::conn::{Conn, Row, Value};
use crate::error::Result;
use crate::record::row::{self, Line};
use crate::rules::RulesCache;
use crate::sql::{figure as sql, journal};
use crate::store::Store;
use engine::{Actor, Because, Contact, ContactId, Decision, History, ListId, Past};
use origins::Origins;
use serde::Serialize;
use std::collections::BTreeMap;
use traces::Traces;

/// What the examination found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Examination {
    pub events: u64,
    pub contacts: u64,
    pub differences: Vec<Difference>,
}

/// Where journal and row do not agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    pub subject: String,
    pub seq: i64,
    pub field: String,
    /// What the journal says, re-run.
    pub journal: String,
    /// What the row says.
    pub row: String,
}

/// One event as the journal keeps it.
struct Entry {
    list: i64,
    contact: i64,
    seq: i64,
    at: i64,
    happened_at: i64,
    actor: String,
    word: String,
    body: String,
    rules: i64,
    because: String,
    digest: i64,
}

const COLUMNS: [&str; 17] = [
    "state",
    "code",
    "due_at",
    "pool",
    "holder",
    "band",
    "priority",
    "offer_at",
    "owner",
    "release_at",
    "hand_agent",
    "lease_until",
    "attempts",
    "unreached_run",
    "last_attempt_at",
    "order_key",
    "wake_at",
];

impl Store {
    pub fn doctor(&self) -> Result<Examination> {
        let rules = self.rules_cache();
        let mut found = Examination::default();
        let mut histories = Histories::default();
        self.read(|conn| {
            conn.each(&journal::ALL, &[], &mut |row| {
                found.events += 1;
                histories.add(entry(&row)?);
                Ok(())
            })?;
            let mut origins = Origins::read(conn, &mut found.differences)?;
            let mut traces = Traces::read(conn)?;
            let mut rows = Vec::new();
            conn.each(&sql::EXAMINED, &[], &mut |row| {
                rows.push(row);
                Ok(())
            })?;
            for row in rows {
                found.contacts += 1;
                let digest = examine(
                    conn,
                    &rules,
                    &row,
                    &mut histories,
                    &mut traces,
                    &mut found.differences,
                )?;
                origins.seen(&row, digest, &mut found.differences)?;
            }
            histories.left_over(&mut found.differences);
            traces.left_over(&mut found.differences);
            origins.compare(&mut found.differences);
            agents::examine(conn, &mut found.differences)
        })?;
        Ok(found)
    }
}

fn entry(row: &Row) -> Result<Entry> {
    Ok(Entry {
        list: row.int(0)?,
        contact: row.int(1)?,
        seq: row.int(2)?,
        at: row.int(3)?,
        happened_at: row.int(4)?,
        actor: row.text(5)?.to_owned(),
        word: row.text(6)?.to_owned(),
        body: row.text(7)?.to_owned(),
        rules: row.int(8)?,
        because: row.text(9)?.to_owned(),
        digest: row.int(10)?,
    })
}

/// The journal by contact.
#[derive(Default)]
struct Histories(BTreeMap<(i64, i64), Vec<Entry>>);

impl Histories {
    fn add(&mut self, entry: Entry) {
        self.0
            .entry((entry.list, entry.contact))
            .or_default()
            .push(entry);
    }

    fn take(&mut self, list: i64, contact: i64) -> Vec<Entry> {
        self.0.remove(&(list, contact)).unwrap_or_default()
    }

    /// Events of contacts that are not there.
    fn left_over(&self, differences: &mut Vec<Difference>) {
        for ((list, contact), entries) in &self.0 {
            let seq = entries.first().map_or(0, |entry| entry.seq);
            differences.push(difference(
                *list,
                *contact,
                seq,
                "contact",
                "has events",
                "is not there",
            ));
        }
    }
}

fn difference(
    list: i64,
    contact: i64,
    seq: i64,
    field: &str,
    journal: impl ToString,
    row: impl ToString,
) -> Difference {
    Difference {
        subject: format!("list {list} contact {contact}"),
        seq,
        field: field.to_owned(),
        journal: journal.to_string(),
        row: row.to_string(),
    }
}

/// Plays one contact's history and compares; gives the digest of its origin.
fn examine(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    found: &Row,
    histories: &mut Histories,
    traces: &mut Traces,
    differences: &mut Vec<Difference>,
) -> Result<i64> {
    let (list, id) = (found.int(0)?, found.int(1)?);
    let (zone, kind, numbers, arrival) = (
        found.text(2)?,
        found.text(3)?,
        found.int(4)?,
        found.maybe_text(5)?,
    );
    let (at, consent) = (found.int(6)?, found.maybe_text(30)?);
    let first = row::origin_digest(list, id, zone, kind, numbers, (arrival, consent), at);
    let entries = histories.take(list, id);
    let origin = match row::origin(zone, kind, numbers, arrival, instant(at), consent) {
        Ok(origin) => origin,
        Err(problem) => {
            differences.push(difference(list, id, 0, "origin", "readable", problem));
            return Ok(first);
        }
    };
    let at_import = rules.load(conn, found.int(7)?)?;
    let (contact, _) = origin.contact(ListId(list), ContactId(id), &at_import);
    let mut history = History::begin(contact);
    let mut trace = traces::Trace::default();
    let (mut seq, mut digest, mut at) = (0, first, at);
    for entry in &entries {
        check_link(entry, (seq, digest, at), differences);
        (seq, digest, at) = (entry.seq, entry.digest, entry.at);
        if let Some(decision) = replay(conn, rules, &mut history, entry, differences)? {
            trace.follow(entry, &decision);
        }
    }
    let contact = history.contact();
    compare(contact, (seq, at, digest), found, differences)?;
    traces.compare(contact, seq, trace, differences);
    Ok(first)
}

/// Each row follows upon the one before: in number, in time, and in its digest.
fn check_link(
    entry: &Entry,
    (seq, digest, at): (i64, i64, i64),
    differences: &mut Vec<Difference>,
) {
    let mut say = |seq: i64, field: &str, journal: String, row: String| {
        let found = difference(entry.list, entry.contact, seq, field, journal, row);
        differences.push(found);
    };
    if entry.seq != seq + 1 {
        let next = format!("next is {}", entry.seq);
        say(seq + 1, "journal", "a row is missing".into(), next);
    }
    if entry.at < at {
        let before = format!("before {}", instant(at));
        say(entry.seq, "at", instant(entry.at).to_string(), before);
    }
    let ours = line(entry).digest(digest);
    if ours != entry.digest {
        say(
            entry.seq,
            "digest",
            ours.to_string(),
            entry.digest.to_string(),
        );
    }
}

fn line(entry: &Entry) -> Line<'_> {
    Line {
        list: ListId(entry.list),
        contact: ContactId(entry.contact),
        seq: entry.seq,
        at: entry.at,
        happened_at: entry.happened_at,
        actor: &entry.actor,
        body: &entry.body,
        rules: entry.rules,
        because: &entry.because,
    }
}

/// Asks the engine again, and compares the reasons it gave.
fn replay(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    history: &mut History,
    entry: &Entry,
    differences: &mut Vec<Difference>,
) -> Result<Option<Decision>> {
    let mut say = |field: &str, journal: String, row: String| {
        let found = difference(entry.list, entry.contact, entry.seq, field, journal, row);
        differences.push(found);
    };
    let event = match row::event_from_json(&entry.body) {
        Ok(event) => event,
        Err(error) => {
            say("body", "readable".into(), error.to_string());
            return Ok(None);
        }
    };
    if event.word() != entry.word {
        say("word", event.word().to_owned(), entry.word.clone());
    }
    let actor: Actor = match serde_json::from_str(&entry.actor) {
        Ok(actor) => actor,
        Err(error) => {
            say("actor", "readable".into(), error.to_string());
            return Ok(None);
        }
    };
    let past = Past {
        seq: entry.seq,
        event,
        actor,
        at: instant(entry.at),
        rules: rules.load(conn, entry.rules)?,
    };
    let decision = match history.follow(past) {
        Ok(decision) => decision,
        Err(refusal) => {
            say("event", format!("refused: {refusal}"), "recorded".into());
            return Ok(None);
        }
    };
    let because = row::json("doctor", &decision.because)?;
    let is_told = because == entry.because || as_told_before(&decision)? == entry.because;
    if !is_told {
        say("because", because, entry.because.clone());
    }
    Ok(Some(decision))
}

/// The reasons as programs gave them that did not say which callback was cancelled.
fn as_told_before(decision: &Decision) -> Result<String> {
    let before: Vec<&Because> = decision
        .because
        .iter()
        .filter(|because| !matches!(because, Because::CallbackCancelled { .. }))
        .collect();
    row::json("doctor", &before)
}

/// Compares the replayed contact with its row, column by column.
fn compare(
    contact: &Contact,
    replayed: (i64, i64, i64),
    found: &Row,
    differences: &mut Vec<Difference>,
) -> Result<()> {
    let (list, id) = (contact.list.0, contact.id.0);
    let (seq, at, digest) = replayed;
    let mut say = |field: &str, journal: String, row: String| {
        if journal != row {
            differences.push(difference(list, id, seq, field, journal, row));
        }
    };
    for (field, ours, column) in [("seq", seq, 9), ("at", at, 10), ("digest", digest, 11)] {
        say(field, ours.to_string(), found.int(column)?.to_string());
    }
    let mut expected = row::advance(contact);
    if seq == 0 {
        // An untouched contact lies in the pool of its import.
        if let Some(pool) = expected.get_mut(3).filter(|pool| **pool != Value::Null) {
            *pool = found.int(8)?.into();
        }
    }
    for ((field, ours), theirs) in COLUMNS
        .iter()
        .zip(&expected)
        .zip(found.values().iter().skip(12))
    {
        say(field, shown(field, ours), shown(field, theirs));
    }
    let body = found.maybe_text(29)?;
    if seq > 0 || body.is_some() {
        say(
            "body",
            row::json("doctor", contact)?,
            body.unwrap_or_default().to_owned(),
        );
    }
    Ok(())
}

fn shown(field: &str, value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::Int(figure) if field.ends_with("_at") || field.ends_with("_until") => {
            instant(*figure).to_string()
        }
        Value::Int(figure) => figure.to_string(),
        Value::Text(text) => text.clone(),
    }
}
