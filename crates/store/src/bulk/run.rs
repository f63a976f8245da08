//! Counting what a bulk change would do, and doing it.

use super::log::selected;
use super::{Bulk, BulkChange, BulkPreview, BulkState, Move, Sampled, Selection};
use crate::conn::{Conn, Value};
use crate::error::{Result, StoreError};
use crate::hint::Hint;
use crate::moving::{Planned, Seen, planned};
use crate::record::{self, Answer, Entry, RecordError};
use crate::rules::RulesCache;
use crate::sql::bulk as sql;
use crate::store::Store;
use engine::{Actor, Command, Contact, ContactId, ListId, Refusal};
use jiff::Timestamp;

/// Contacts of one commit: others wait no longer than that.
const AT_ONCE: usize = 50;

impl Store {
    /// What a bulk change would do, in counts; nothing is written.
    pub fn preview_bulk(
        &self,
        list: ListId,
        selection: &Selection,
        change: &BulkChange,
        actor: Actor,
    ) -> Result<BulkPreview> {
        let (rules, now) = (self.rules_cache(), self.clock().now());
        let contacts = self.read(|conn| selected(conn, list, selection))?;
        let mut preview = BulkPreview::default();
        if let BulkChange::Move(change) = change {
            return self.preview_move(list, &contacts, change);
        }
        for some in contacts.chunks(AT_ONCE) {
            self.read(|conn| {
                for contact in some {
                    let entry = entry(conn, &rules, (list, *contact), change, actor)?;
                    let tried = match entry {
                        Ok(entry) => record::try_out(conn, &rules, entry, now)?,
                        Err(refusal) => Err(RecordError::Refused(refusal)),
                    };
                    let next = tried.as_ref().map(|step| &step.decision.next);
                    preview.count(*contact, next.map_err(word_of), now);
                }
                Ok(())
            })?;
        }
        Ok(preview)
    }

    fn preview_move(
        &self,
        list: ListId,
        contacts: &[ContactId],
        change: &Move,
    ) -> Result<BulkPreview> {
        let (rules, now) = (self.rules_cache(), self.clock().now());
        let (mut preview, mut seen) = (BulkPreview::default(), Seen::default());
        for some in contacts.chunks(AT_ONCE) {
            self.read(|conn| {
                for contact in some {
                    match planned(conn, &rules, (list, *contact), change, &mut seen, now)? {
                        Planned::Goes(plan) => {
                            preview.anew += u64::from(plan.carried.code.is_none());
                            preview.duplicates += u64::from(plan.duplicate);
                            preview.count(*contact, Ok(&plan.next), now);
                        }
                        Planned::Stays(word) => preview.count(*contact, Err(&word), now),
                    }
                }
                Ok(())
            })?;
        }
        Ok(preview)
    }

    /// Does what was begun, fifty contacts a commit, and shows after each how far it has come.
    /// Where that answers false it stops, and is logged as partial. What was interrupted or
    /// stopped goes on where it stood when it is run again, within seven days; nothing is done
    /// twice. A refused contact is counted by the word of the refusal and left as it is.
    pub fn run_bulk(&self, id: i64, progress: &mut dyn FnMut(&Bulk) -> bool) -> Result<Bulk> {
        self.resume_bulk(id)?;
        loop {
            let bulk = self.advance_bulk(id)?;
            if bulk.state != BulkState::Running {
                return Ok(bulk);
            }
            if !progress(&bulk) && bulk.waiting() > 0 {
                self.stop_bulk(id)?;
                return Ok(Bulk {
                    state: BulkState::Stopped,
                    ..bulk
                });
            }
        }
    }

    /// Does the next fifty, unless it was stopped or is done; says how far it has come.
    pub fn advance_bulk(&self, id: i64) -> Result<Bulk> {
        let bulk = self.existing_bulk(id)?;
        if bulk.state != BulkState::Running {
            return Ok(bulk);
        }
        let waiting = self.waiting_of(id)?;
        if waiting.is_empty() {
            self.switch_bulk(bulk.list, id, ("running", "done"))?;
        } else {
            self.settle_some(&bulk, &waiting)?;
        }
        self.existing_bulk(id)
    }

    /// Stops one that is under way; what it has done stays.
    pub fn stop_bulk(&self, id: i64) -> Result<()> {
        let list = self.existing_bulk(id)?.list;
        self.switch_bulk(list, id, ("running", "stopped"))
    }

    /// Lets one that was stopped go on the next time it is run.
    pub fn resume_bulk(&self, id: i64) -> Result<()> {
        let list = self.existing_bulk(id)?.list;
        self.switch_bulk(list, id, ("stopped", "running"))
    }

    fn existing_bulk(&self, id: i64) -> Result<Bulk> {
        self.bulk(id)?
            .ok_or_else(|| StoreError::other("bulk.by_id", format!("there is no bulk change {id}")))
    }

    fn waiting_of(&self, id: i64) -> Result<Vec<ContactId>> {
        let most = i64::try_from(AT_ONCE).unwrap_or(i64::MAX);
        self.read(|conn| {
            let rows = conn.rows(&sql::WAITING, &[id.into(), most.into()])?;
            rows.iter().map(|row| row.int(0).map(ContactId)).collect()
        })
    }

    /// Through the door, under ids by which a repetition is known.
    fn settle_some(&self, bulk: &Bulk, contacts: &[ContactId]) -> Result<()> {
        let rules = self.rules_cache();
        if let BulkChange::Move(change) = &bulk.change {
            let outcomes = self.move_some(bulk, change, contacts)?;
            return self.settle_outcomes(bulk.id, outcomes);
        }
        let mut outcomes: Vec<(ContactId, String)> = Vec::new();
        let mut entries = Vec::new();
        self.read(|conn| {
            for contact in contacts {
                match entry(
                    conn,
                    &rules,
                    (bulk.list, *contact),
                    &bulk.change,
                    bulk.actor,
                )? {
                    Ok(entry) => {
                        let id = format!("bulk {} contact {}", bulk.id, contact.0);
                        entries.push(entry.with_id(id));
                    }
                    Err(refusal) => outcomes.push((*contact, refusal.code().to_owned())),
                }
            }
            Ok(())
        })?;
        let asked: Vec<ContactId> = entries.iter().map(|entry| entry.contact).collect();
        for (contact, answer) in asked.into_iter().zip(self.record_all(entries)?) {
            outcomes.push((contact, outcome(answer)?));
        }
        self.settle_outcomes(bulk.id, outcomes)
    }

    fn settle_outcomes(&self, bulk: i64, outcomes: Vec<(ContactId, String)>) -> Result<()> {
        let rows: Vec<Vec<Value>> = outcomes
            .into_iter()
            .map(|(contact, outcome)| vec![bulk.into(), contact.0.into(), outcome.into()])
            .collect();
        self.write(move |conn, _| conn.many(&sql::SETTLE, &rows).map(|_| ()))
    }

    fn switch_bulk(
        &self,
        list: ListId,
        id: i64,
        (from, to): (&'static str, &'static str),
    ) -> Result<()> {
        let switched = self.write(move |conn, now| {
            let ended = (to != "running").then(|| now.as_microsecond());
            let args = [to.into(), ended.into(), id.into(), from.into()];
            conn.exec(&sql::SET_STATE, &args).map(|_| ())
        });
        self.telling(Hint::List(list), switched)
    }
}

fn outcome(answer: Answer) -> Result<String> {
    match answer {
        Ok(_) => Ok("done".to_owned()),
        Err(RecordError::Store(error)) => Err(error),
        Err(refused) => Ok(word_of(&refused).to_owned()),
    }
}

/// The event that changes one contact.
fn entry(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    (list, contact): (ListId, ContactId),
    change: &BulkChange,
    actor: Actor,
) -> Result<std::result::Result<Entry, Refusal>> {
    let command = match change.clone() {
        BulkChange::Correct { code } => {
            let attempt = match record::past::history(conn, rules, list, contact) {
                Ok(history) => history.last_attempt(),
                // The door says what is wrong with it.
                Err(_) => Some(0),
            };
            match attempt {
                Some(attempt) => Command::Correct { attempt, code },
                None => return Ok(Err(Refusal::NoSuchAttempt(0))),
            }
        }
        BulkChange::Set { code, reset, due } => Command::Set {
            code,
            reset,
            due,
            owner: None,
        },
        BulkChange::Assign { owner } => Command::Assign { owner },
        BulkChange::SetRoster { roster } => Command::SetRoster { change: roster },
        // Done by two events together: see `moving`.
        BulkChange::Move(_) => return Ok(Err(Refusal::NoHistory)),
    };
    Ok(Ok(Entry::command(list, contact, actor, command)))
}

/// So many contacts of a preview are shown one by one.
const SAMPLED: usize = 10;

impl BulkPreview {
    fn count(
        &mut self,
        contact: ContactId,
        next: std::result::Result<&Contact, &str>,
        now: Timestamp,
    ) {
        self.contacts = self.contacts.saturating_add(1);
        let (outcome, place) = match next {
            Ok(contact) if contact.hand.is_some() => ("in_hand", &mut self.in_hand),
            Ok(contact) if contact.is_closed() => ("closed", &mut self.closed),
            Ok(contact) if contact.standing.due().is_none() => ("suspended", &mut self.suspended),
            Ok(contact) if contact.offer_at.is_some_and(|at| at <= now) => {
                ("due_now", &mut self.due_now)
            }
            Ok(_) => ("due_later", &mut self.due_later),
            Err(word) => (word, self.refused.entry(word.to_owned()).or_default()),
        };
        *place = place.saturating_add(1);
        if self.sample.len() < SAMPLED {
            self.sample.push(Sampled {
                contact,
                outcome: outcome.to_owned(),
                due: next.ok().and_then(|next| next.standing.due()),
            });
        }
    }
}

fn word_of(error: &RecordError) -> &'static str {
    match error {
        RecordError::Refused(refusal) => refusal.code(),
        RecordError::NotFound { .. } => "not_found",
        RecordError::Store(_) => "error",
    }
}
