//! Measures the door beside its raw limit: the same statements with the same sizes of
//! values, without the engine. Figures hold only within one run on one machine.

use crate::address::Address;
use crate::clock::Clock;
use crate::conn::{self, Access, Conn, Value};
use crate::error::{Result, StoreError};
use crate::record::Entry;
use crate::sql::{Bulk, ceiling, contact as sql, int, journal, text};
use crate::store::{Durability, Store};
use engine::{Actor, AgentId, Cause, Command, ContactId, Facts, ListId, Outcome, Report, Slot};
use std::time::{Duration, Instant};

/// Events of one unanswered attempt: claimed, dialled, busy.
pub const EVENTS_OF_ATTEMPT: usize = 3;

/// How long a number of events took.
#[derive(Debug, Clone, Copy)]
pub struct Timed {
    pub events: usize,
    pub took: Duration,
}

impl Timed {
    pub fn per_second(&self) -> f64 {
        self.events as f64 / self.took.as_secs_f64()
    }
}

/// Plays unanswered attempts through the door, so many events to a commit.
pub fn door(store: &Store, list: ListId, contacts: &[ContactId], batch: usize) -> Result<Timed> {
    let started = Instant::now();
    for group in contacts.chunks(batch) {
        let claims = group.iter().map(|contact| {
            command(
                list,
                *contact,
                Command::Claim {
                    agent: agent(*contact),
                    campaign: None,
                    facts: Facts::default(),
                },
            )
        });
        let dials = group
            .iter()
            .map(|contact| command(list, *contact, Command::dial(Slot(0), Facts::default())));
        let ends = group.iter().map(|contact| {
            let report = Report::Ended {
                attempt: 1,
                outcome: Outcome::Busy,
                cause: Cause::default(),
            };
            Entry::report(list, *contact, Actor::Line, report)
        });
        for entries in [claims.collect::<Vec<_>>(), dials.collect(), ends.collect()] {
            for answer in store.record_all(entries)? {
                answer.map_err(|error| StoreError::other("bench.door", error.to_string()))?;
            }
        }
    }
    Ok(Timed {
        events: contacts.len() * EVENTS_OF_ATTEMPT,
        took: started.elapsed(),
    })
}

/// Every contact is in the hands of an agent of its own: an agent has one contact at most.
fn agent(contact: ContactId) -> AgentId {
    AgentId(contact.0)
}

fn command(list: ListId, contact: ContactId, command: Command) -> Entry {
    Entry::command(list, contact, Actor::Agent(agent(contact)), command)
}

/// The same statements on contacts of their own, without deciding anything.
pub fn raw(
    address: &Address,
    list: ListId,
    contacts: &[ContactId],
    batch: usize,
    durability: Durability,
) -> Result<Timed> {
    let mut conn = conn::open(address, Access::Write)?;
    if durability == Durability::Relaxed {
        conn.batch(conn.engine().relax())?;
    }
    let started = Instant::now();
    for group in contacts.chunks(batch) {
        for step in 0..EVENTS_OF_ATTEMPT {
            conn.begin()?;
            raw_step(conn.as_mut(), list, group, step)?;
            conn.commit()?;
        }
    }
    Ok(Timed {
        events: contacts.len() * EVENTS_OF_ATTEMPT,
        took: started.elapsed(),
    })
}

/// Bodies as long as the ones the door writes.
const BODY: usize = 620;
const EVENT: usize = 110;
const BECAUSE: usize = 120;

fn raw_step(conn: &mut dyn Conn, list: ListId, group: &[ContactId], step: usize) -> Result<()> {
    let seq = i64::try_from(step).unwrap_or(0).saturating_add(1);
    let keys: Vec<Vec<Value>> = group
        .iter()
        .map(|id| vec![list.0.into(), id.0.into()])
        .collect();
    conn.many_rows(&sql::LOAD, &keys)?;
    if step < 2 {
        let keys: Vec<Vec<Value>> = group
            .iter()
            .map(|id| vec![list.0.into(), id.0.into(), 1.into(), id.0.into(), 0.into()])
            .collect();
        conn.many_rows(&sql::FACTS, &keys)?;
        let keys: Vec<Vec<Value>> = group
            .iter()
            .map(|id| vec![list.0.into(), id.0.into(), 0.into()])
            .collect();
        conn.many_rows(&ceiling::DIALS, &keys)?;
    }
    let filler = |length: usize| Value::Text("x".repeat(length));
    let lines: Vec<Vec<Value>> = group
        .iter()
        .map(|id| {
            vec![
                list.0.into(),
                "contact".into(),
                id.0.into(),
                seq.into(),
                1.into(),
                1.into(),
                filler(24),
                "claim".into(),
                filler(EVENT),
                1.into(),
                filler(BECAUSE),
                seq.into(),
            ]
        })
        .collect();
    conn.many(&journal::APPEND, &lines)?;
    let rows: Vec<Vec<Value>> = group
        .iter()
        .map(|id| advance(list, *id, seq, filler(BODY)))
        .collect();
    conn.many(&sql::ADVANCE, &rows)?;
    if step == 1 {
        let dials: Vec<Vec<Value>> = group
            .iter()
            .map(|id| {
                vec![
                    (4_930_000_000 + id.0).into(),
                    seq.into(),
                    list.0.into(),
                    id.0.into(),
                    1.into(),
                ]
            })
            .collect();
        conn.many(&sql::DIAL, &dials)?;
    }
    if step == 2 {
        let attempts: Vec<Vec<Value>> = group.iter().map(|id| attempt(list, *id)).collect();
        conn.many(&sql::ATTEMPT, &attempts)?;
    }
    Ok(())
}

fn advance(list: ListId, id: ContactId, seq: i64, body: Value) -> Vec<Value> {
    let in_hand = seq < 3;
    let hand: Value = in_hand.then_some(id.0).into();
    let place = |value: i64| -> Value { (!in_hand).then_some(value).into() };
    vec![
        list.0.into(),
        id.0.into(),
        (seq - 1).into(),
        seq.into(),
        1.into(),
        seq.into(),
        "unreached".into(),
        "130".into(),
        1.into(),
        place(0),
        place(0),
        place(2),
        76.into(),
        place(1),
        Value::Null,
        Value::Null,
        hand.clone(),
        hand,
        1.into(),
        1.into(),
        1.into(),
        Value::Null,
        Value::Null,
        body,
    ]
}

fn attempt(list: ListId, id: ContactId) -> Vec<Value> {
    vec![
        list.0.into(),
        id.0.into(),
        1.into(),
        0.into(),
        id.0.into(),
        1.into(),
        Value::Null,
        1.into(),
        "busy".into(),
        "130".into(),
        "{}".into(),
        1.into(),
        Value::Null,
        Value::Null,
        Value::Null,
        0.into(),
    ]
}

/// How long finding the next contact takes, without claiming it: each time in seconds.
pub fn selection(
    address: &Address,
    clock: &Clock,
    agent: AgentId,
    times: usize,
) -> Result<Vec<Duration>> {
    let mut conn = conn::open(address, Access::Write)?;
    let rules = crate::rules::RulesCache::default();
    let offer = crate::offer::Offer { agent, peek: true };
    let apart = crate::apart::Apart::default();
    let mut took = Vec::with_capacity(times);
    conn.begin()?;
    for _ in 0..times {
        let started = Instant::now();
        crate::offer::offer(conn.as_mut(), &rules, &offer, &apart, clock.now())?;
        took.push(started.elapsed());
    }
    conn.rollback()?;
    Ok(took)
}

static PLAIN: Bulk = Bulk {
    name: "bench.plain",
    table: "bench_plain",
    columns: &[
        int("line"),
        text("a"),
        text("b"),
        text("c"),
        text("d"),
        text("e"),
        text("f"),
    ],
};

const PLAIN_TABLE: &str = "CREATE TABLE bench_plain (line {int} NOT NULL, a {text}, b {text}, c {text}, d {text}, e {text}, f {text}) {strict}";

/// Loads rows of six cells into a table without keys or checks, as `.import` and COPY do.
pub fn plain_load(address: &Address, rows: &mut dyn Iterator<Item = [String; 6]>) -> Result<Timed> {
    let mut conn = conn::open(address, Access::Write)?;
    conn.batch(&conn.engine().ddl(PLAIN_TABLE))?;
    let started = Instant::now();
    let mut values = rows.zip(1_i64..).map(|(cells, line)| {
        let mut row = vec![Value::Int(line)];
        row.extend(cells.into_iter().map(Value::Text));
        row
    });
    let written = conn.bulk(&PLAIN, &mut values)?;
    conn.batch("DROP TABLE bench_plain")?;
    Ok(Timed {
        events: usize::try_from(written).unwrap_or(usize::MAX),
        took: started.elapsed(),
    })
}
