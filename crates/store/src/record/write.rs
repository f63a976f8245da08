//! What is written after a decision.

use super::row::{self, Line};
use super::{Recorded, Step, suppressing};
use crate::conn::{Conn, Value};
use crate::error::{Result, StoreError};
use crate::import::digits;
use crate::phase::{Turn, Turns};
use crate::sql::{contact as sql, desk, journal, menu, moving, past, recording};
use crate::suppression::merged;
use engine::catalogue::Action;
use engine::{
    AgentId, Attempt, Because, Command, Contact, Effect, Event, InboundEnd, Report, UNDO_WITHIN,
};
use jiff::{SignedDuration, Timestamp};

/// How long an event's id is remembered.
const ID_LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);

#[derive(Default)]
struct Rows {
    journal: Vec<Vec<Value>>,
    contacts: Vec<Vec<Value>>,
    members: Vec<Vec<Value>>,
    attempts: Vec<Vec<Value>>,
    uncoded: Vec<Vec<Value>>,
    corrections: Vec<Vec<Value>>,
    moved: Vec<Vec<Value>>,
    dials: Vec<Vec<Value>>,
    menus: Vec<Vec<Value>>,
    passed_on: Vec<Vec<Value>>,
    cancelled: Vec<Vec<Value>>,
    suppressions: Vec<Vec<Value>>,
    outbox: Vec<Vec<Value>>,
    ids: Vec<Vec<Value>>,
    notes: Vec<Vec<Value>>,
}

pub(crate) fn steps(
    conn: &mut dyn Conn,
    steps: Vec<(usize, Step)>,
) -> Result<Vec<(usize, Recorded)>> {
    if steps.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::default();
    for (_, step) in &steps {
        rows.add(conn, step)?;
    }
    let quotas = crate::campaign::quota::deltas(conn, &steps)?;
    let answered = crate::ceiling::deltas(&steps);
    rows.write(conn)?;
    quotas.write(conn)?;
    answered.write(conn)?;
    crate::house::let_go(conn, &released(&steps))?;
    crate::phase::turn(conn, &taken(&steps))?;
    Ok(steps
        .into_iter()
        .map(|(index, step)| (index, recorded(step)))
        .collect())
}

/// Agents whose contact was let go, or went on with somebody else, and when.
fn released(steps: &[(usize, Step)]) -> Vec<(AgentId, Timestamp)> {
    let of = |(_, step): &(usize, Step)| {
        let (agent, _) = step.hand?;
        let now = step.decision.next.hand.as_ref();
        (now.map(|hand| hand.agent) != Some(agent)).then_some((agent, step.at))
    };
    steps.iter().filter_map(of).collect()
}

/// Agents who got a contact in hand, or went on with it.
fn taken(steps: &[(usize, Step)]) -> Turns {
    let of = |(_, step): &(usize, Step)| {
        let next = &step.decision.next;
        let hand = next.hand.as_ref()?;
        let now = (hand.agent, hand.phase());
        (step.hand != Some(now)).then(|| (hand.agent, Turn::in_hand(next, hand, step.at)))
    };
    steps.iter().filter_map(of).collect()
}

fn recorded(step: Step) -> Recorded {
    let Step {
        was,
        at,
        decision,
        number,
        mut agents,
        ..
    } = step;
    agents.extend(super::agents_of(&decision.next));
    let orders = decision
        .effects
        .into_iter()
        .filter(|effect| matches!(effect, Effect::HangUp { .. }))
        .collect();
    Recorded {
        seq: was.saturating_add(1),
        at,
        contact: decision.next,
        because: decision.because,
        orders,
        attempts: decision.attempts,
        agents,
        dial: decision.permit.zip(number),
        known: false,
    }
}

impl Rows {
    fn add(&mut self, conn: &mut dyn Conn, step: &Step) -> Result<()> {
        let contact = &step.decision.next;
        let (list, id) = (Value::Int(contact.list.0), Value::Int(contact.id.0));
        let seq = step.was.saturating_add(1);
        let digest = self.add_journal(step, seq)?;
        let mut advance = vec![
            list.clone(),
            id.clone(),
            step.was.into(),
            seq.into(),
            step.at.as_microsecond().into(),
            digest.into(),
        ];
        advance.extend(row::advance(contact));
        advance.push(row::json("contact.advance", contact)?.into());
        self.contacts.push(advance);
        if step.filtered {
            self.members.push(member(step));
        }
        self.attempts.extend(
            step.decision
                .attempts
                .iter()
                .map(|attempt| attempt_row(&list, &id, attempt))
                .collect::<Result<Vec<_>>>()?,
        );
        let uncoded = step.decision.uncoded.iter();
        let key_of = |attempt: &u32| vec![list.clone(), id.clone(), (*attempt).into()];
        self.uncoded.extend(uncoded.map(key_of));
        self.add_corrections(step, seq)?;
        if let Event::Command(Command::MoveOut { to }) = &step.entry.event {
            let at = step.at.as_microsecond();
            let (there, then) = (to.list.0.into(), to.contact.0.into());
            self.moved
                .push(vec![list.clone(), id.clone(), there, then, at.into()]);
        }
        self.cancelled.extend(cancelled(step));
        self.add_dial(step);
        self.add_menu(step);
        self.add_passed_on(step);
        self.add_effects(conn, step, seq)?;
        if let Some(event_id) = &step.entry.event_id {
            let expires = step.at.checked_add(ID_LIFE).unwrap_or(step.at);
            self.ids.push(vec![
                event_id.as_str().into(),
                expires.as_microsecond().into(),
            ]);
        }
        if let Some(note) = &step.entry.note {
            self.notes
                .push(vec![list, id, seq.into(), note.as_str().into()]);
        }
        Ok(())
    }

    fn add_journal(&mut self, step: &Step, seq: i64) -> Result<i64> {
        let actor = row::json("journal.append", &step.entry.actor)?;
        let body = row::json("journal.append", &step.entry.event)?;
        let because = row::json("journal.append", &step.decision.because)?;
        let at = step.at.as_microsecond();
        let happened_at = step.entry.happened_at.map_or(at, Timestamp::as_microsecond);
        let line = Line {
            list: step.entry.list,
            contact: step.entry.contact,
            seq,
            at,
            happened_at,
            actor: &actor,
            body: &body,
            rules: step.rules,
            because: &because,
        };
        let digest = line.digest(step.digest_before);
        self.journal.push(vec![
            step.entry.list.0.into(),
            "contact".into(),
            step.entry.contact.0.into(),
            seq.into(),
            at.into(),
            happened_at.into(),
            actor.into(),
            step.entry.event.word().into(),
            body.into(),
            step.rules.into(),
            because.into(),
            digest.into(),
        ]);
        Ok(digest)
    }

    /// Kept apart from the journal for reports.
    fn add_corrections(&mut self, step: &Step, seq: i64) -> Result<()> {
        for because in &step.decision.because {
            let Because::Corrected { attempt, from, to } = because else {
                continue;
            };
            self.corrections.push(vec![
                step.entry.list.0.into(),
                step.entry.contact.0.into(),
                seq.into(),
                (*attempt).into(),
                from.as_str().into(),
                to.as_str().into(),
                step.at.as_microsecond().into(),
                row::json("correction.insert", &step.entry.actor)?.into(),
            ]);
        }
        Ok(())
    }

    /// A dial counts for the law whatever becomes of it.
    fn add_dial(&mut self, step: &Step) {
        let dialled = matches!(step.entry.event, Event::Command(Command::Dial { .. }));
        if let (true, Some(number)) = (dialled, step.number) {
            self.dials.push(vec![
                digits(number),
                step.at.as_microsecond().into(),
                step.entry.list.0.into(),
                step.entry.contact.0.into(),
                step.decision.next.dials.into(),
            ]);
        }
    }

    /// The recording of a talk is of whoever has the attempt: from hand to hand it goes along.
    fn add_passed_on(&mut self, step: &Step) {
        let next = &step.decision.next;
        let Some(((was, _), hand)) = step.hand.zip(next.hand.as_ref()) else {
            return;
        };
        if let (true, Some(call)) = (was != hand.agent, hand.calls.last()) {
            self.passed_on.push(vec![
                next.list.0.into(),
                next.id.0.into(),
                call.attempt.into(),
                hand.agent.0.into(),
            ]);
        }
    }

    /// Counted on the attempt, whoever has the contact by then.
    fn add_menu(&mut self, step: &Step) {
        let Event::Report(report) = &step.entry.event else {
            return;
        };
        let at = step.at.as_microsecond();
        let (attempt, completed) = match report {
            Report::MenuOffered { attempt } => (*attempt, None),
            Report::OptedOut { attempt, .. } => (*attempt, Some(at)),
            Report::Missed { end, .. } => {
                let completed = match end {
                    InboundEnd::OptedOut => Some(at),
                    InboundEnd::OptOutHeard => None,
                    _ => return,
                };
                (step.decision.next.dials, completed)
            }
            _ => return,
        };
        self.menus.push(vec![
            step.entry.list.0.into(),
            step.entry.contact.0.into(),
            attempt.into(),
            at.into(),
            completed.into(),
        ]);
    }

    fn add_effects(&mut self, conn: &mut dyn Conn, step: &Step, seq: i64) -> Result<()> {
        let contact = &step.decision.next;
        let mut n = 0_i64;
        for effect in &step.decision.effects {
            let not_before = match effect {
                Effect::HangUp { .. } => continue,
                Effect::Recall { events, actions } => {
                    recall(conn, contact, events, actions)?;
                    continue;
                }
                Effect::Suppress { .. } => {
                    self.suppressions
                        .extend(suppressing::rows(conn, step, effect)?);
                    step.at
                }
                Effect::Act { .. } => step.at.checked_add(UNDO_WITHIN).unwrap_or(step.at),
            };
            self.outbox.push(vec![
                step.entry.list.0.into(),
                step.entry.contact.0.into(),
                seq.into(),
                n.into(),
                kind_of(effect).into(),
                row::json("outbox.insert", effect)?.into(),
                not_before.as_microsecond().into(),
                "waiting".into(),
                0.into(),
            ]);
            n = n.saturating_add(1);
        }
        Ok(())
    }

    fn write(mut self, conn: &mut dyn Conn) -> Result<()> {
        self.suppressions = merged(self.suppressions);
        lock_numbers(conn, &self.suppressions)?;
        let expected = self.contacts.len() as u64;
        // First, so that whoever lost the race for a contact hears of a conflict and tries again.
        let advanced = conn.many(&sql::ADVANCE, &self.contacts)?;
        if advanced != expected {
            return Err(StoreError::Conflict {
                statement: "contact.advance",
            });
        }
        conn.many(&journal::APPEND, &self.journal)?;
        for (many, rows) in [
            (&sql::MOVE_MEMBER, &self.members),
            (&sql::ATTEMPT, &self.attempts),
            (&past::UNCODE, &self.uncoded),
            (&past::CORRECTED, &self.corrections),
            (&moving::PUT, &self.moved),
            (&sql::DIAL, &self.dials),
            (&menu::HEARD, &self.menus),
            (&recording::PASS_ON, &self.passed_on),
            (&desk::CANCEL, &self.cancelled),
            (&sql::SUPPRESS, &self.suppressions),
            (&sql::OUTBOX, &self.outbox),
            (&sql::NOTE_ID, &self.ids),
            (&sql::NOTE, &self.notes),
        ] {
            if !rows.is_empty() {
                conn.many(many, rows)?;
            }
        }
        Ok(())
    }
}

/// Callbacks that are not kept, for whom they were agreed with.
fn cancelled(step: &Step) -> impl Iterator<Item = Vec<Value>> {
    step.decision.because.iter().filter_map(|because| {
        let Because::CallbackCancelled { due, owner } = because else {
            return None;
        };
        let agent = (*owner)?;
        Some(vec![
            agent.0.into(),
            step.at.as_microsecond().into(),
            step.entry.list.0.into(),
            step.entry.contact.0.into(),
            due.as_microsecond().into(),
        ])
    })
}

/// Discards what has not left the house yet.
fn recall(
    conn: &mut dyn Conn,
    contact: &Contact,
    events: &[i64],
    actions: &[Action],
) -> Result<()> {
    for seq in events {
        let event = [contact.list.0.into(), contact.id.0.into(), (*seq).into()];
        for waiting in conn.rows(&past::WAITING_ACTS, &event)? {
            let effect: Effect = serde_json::from_str(waiting.text(1)?)
                .map_err(|error| StoreError::other("outbox.waiting_of", error.to_string()))?;
            if matches!(effect, Effect::Act { action, .. } if actions.contains(&action)) {
                let [list, id, seq] = event.clone();
                conn.exec(&past::DISCARD, &[list, id, seq, waiting.int(0)?.into()])?;
            }
        }
    }
    Ok(())
}

/// A dial of one of these numbers that is under way ends before the suppression is told, and
/// every later one sees it. The number stands first in the row.
pub(crate) fn lock_numbers(conn: &mut dyn Conn, suppressions: &[Vec<Value>]) -> Result<()> {
    let numbers = suppressions
        .iter()
        .filter_map(|row| match row.first() {
            Some(Value::Int(number)) => Some(*number),
            _ => None,
        })
        .collect();
    match conn.engine().lock_numbers(&numbers) {
        Some(sql) => conn.batch(&sql),
        None => Ok(()),
    }
}

/// What carries it out: the keeper suppresses, couriers act.
fn kind_of(effect: &Effect) -> &'static str {
    match effect {
        Effect::Suppress { .. } => "suppress",
        Effect::HangUp { .. } | Effect::Act { .. } | Effect::Recall { .. } => "act",
    }
}

fn member(step: &Step) -> Vec<Value> {
    let contact = &step.decision.next;
    let place = row::place(contact, 0);
    vec![
        contact.list.0.into(),
        contact.id.0.into(),
        place.pool.into(),
        place.holder.into(),
        place.band.into(),
        place.rank.into(),
        place.offer_at.into(),
        contact.standing.due().map(Timestamp::as_microsecond).into(),
        place.order_key.into(),
    ]
}

fn attempt_row(list: &Value, id: &Value, attempt: &Attempt) -> Result<Vec<Value>> {
    Ok(vec![
        list.clone(),
        id.clone(),
        attempt.attempt.into(),
        Value::Int(attempt.slot.0.into()),
        attempt.agent.0.into(),
        attempt.placed_at.as_microsecond().into(),
        attempt.answered_at.map(Timestamp::as_microsecond).into(),
        attempt.ended_at.as_microsecond().into(),
        attempt.outcome.word().into(),
        attempt.code.as_str().into(),
        row::json("attempt.put", &attempt.cause)?.into(),
        attempt.coded_at.as_microsecond().into(),
        attempt.campaign.map(|campaign| campaign.0).into(),
        attempt.pair.as_ref().map(|pair| pair.major.as_str()).into(),
        attempt.pair.as_ref().map(|pair| pair.minor.as_str()).into(),
        i64::from(attempt.inbound).into(),
    ])
}
