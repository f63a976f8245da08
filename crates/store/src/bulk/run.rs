//! Counting what a bulk change would do, and doing it.

use super::log::selected;
use super::{Bulk, BulkChange, BulkPreview, BulkState, Selection};
use crate::conn::{Conn, Value};
use crate::error::{Result, StoreError};
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
        for some in contacts.chunks(AT_ONCE) {
            self.read(|conn| {
                for contact in some {
                    let entry = entry(conn, &rules, (list, *contact), change, actor)?;
                    let tried = match entry {
                        Ok(entry) => record::try_out(conn, &rules, entry, now)?,
                        Err(refusal) => Err(RecordError::Refused(refusal)),
                    };
                    let next = tried.as_ref().map(|step| &step.decision.next);
                    preview.count(next, now);
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
        loop {
            let bulk = self.bulk(id)?.ok_or_else(|| {
                StoreError::other("bulk.by_id", format!("there is no bulk change {id}"))
            })?;
            if bulk.state == BulkState::Done {
                return Ok(bulk);
            }
            let waiting = self.waiting_of(id)?;
            if waiting.is_empty() {
                self.set_bulk_state(id, "done")?;
                continue;
            }
            self.settle_some(&bulk, &waiting)?;
            let Some(bulk) = self.bulk(id)? else {
                continue;
            };
            if !progress(&bulk) && bulk.waiting() > 0 {
                self.set_bulk_state(id, "stopped")?;
                return Ok(Bulk {
                    state: BulkState::Stopped,
                    ..bulk
                });
            }
        }
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
        let rows: Vec<Vec<Value>> = outcomes
            .into_iter()
            .map(|(contact, outcome)| vec![bulk.id.into(), contact.0.into(), outcome.into()])
            .collect();
        self.write(move |conn, _| conn.many(&sql::SETTLE, &rows).map(|_| ()))
    }

    fn set_bulk_state(&self, id: i64, state: &'static str) -> Result<()> {
        self.write(move |conn, now| {
            let args = [state.into(), now.as_microsecond().into(), id.into()];
            conn.exec(&sql::SET_STATE, &args).map(|_| ())
        })
    }
}

fn outcome(answer: Answer) -> Result<String> {
    match answer {
        Ok(_) => Ok("done".to_owned()),
        Err(RecordError::Refused(refusal)) => Ok(refusal.code().to_owned()),
        Err(RecordError::NotFound { .. }) => Ok("not_found".to_owned()),
        Err(RecordError::Store(error)) => Err(error),
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
        BulkChange::Set { code, reset, due } => Command::Set { code, reset, due },
        BulkChange::Assign { owner } => Command::Assign { owner },
        BulkChange::SetRoster { roster } => Command::SetRoster { change: roster },
    };
    Ok(Ok(Entry::command(list, contact, actor, command)))
}

impl BulkPreview {
    fn count(&mut self, next: std::result::Result<&Contact, &RecordError>, now: Timestamp) {
        self.contacts = self.contacts.saturating_add(1);
        let place = match next {
            Ok(contact) if contact.hand.is_some() => &mut self.in_hand,
            Ok(contact) if contact.is_closed() => &mut self.closed,
            Ok(contact) if contact.standing.due().is_none() => &mut self.suspended,
            Ok(contact) if contact.offer_at.is_some_and(|at| at <= now) => &mut self.due_now,
            Ok(_) => &mut self.due_later,
            Err(RecordError::Refused(refusal)) => {
                self.refused.entry(refusal.code().to_owned()).or_default()
            }
            Err(RecordError::NotFound { .. }) => {
                self.refused.entry("not_found".to_owned()).or_default()
            }
            Err(RecordError::Store(_)) => self.refused.entry("error".to_owned()).or_default(),
        };
        *place = place.saturating_add(1);
    }
}
