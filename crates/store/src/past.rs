//! Taking back and correcting what was recorded.

use crate::clock::instant;
use crate::conn::{Conn, Row};
use crate::error::{Result, StoreError};
use crate::record::{self, Answer, Entry, RecordError, Recorded};
use crate::rules::RulesCache;
use crate::sql::past as sql;
use crate::store::Store;
use engine::{Actor, AgentId, Code, Command, ContactId, ListId, Refusal, UNDO_WITHIN};
use jiff::Timestamp;

/// How often a collision with another event is tried again.
const TRIES: usize = 5;

/// An attempt that was given another code than it had.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    pub list: ListId,
    pub contact: ContactId,
    /// The event's number in the contact's journal.
    pub seq: i64,
    pub attempt: u32,
    pub from: Code,
    pub to: Code,
    pub at: Timestamp,
    pub actor: Actor,
}

impl Store {
    /// Takes back the disposition the agent gave last, up to ten seconds ago: the contact goes
    /// back into her hands to be wrapped up anew, with the same calls; what was to leave the
    /// house stays. A contact that was offered meanwhile and not dialled is given back
    /// untouched, in the same transaction.
    ///
    /// Refused, with nothing changed: `nothing_to_undo` (none of hers in the last ten seconds),
    /// `too_late`, `moved_on` (something has happened to the contact since), `lasting` (it
    /// suppressed a number), `in_hand` (it is in somebody's hands), `agent_busy` (she has
    /// dialled another contact).
    pub fn undo(&self, agent: AgentId) -> Answer {
        let mut recorded = self.undo_at_once(agent)?;
        self.hints().tell_all(recorded.iter());
        recorded
            .pop()
            .ok_or_else(|| StoreError::other("record", "no answer came").into())
    }

    /// The contact whose disposition an [`undo`](Self::undo) would take back, and when it was
    /// given; nothing where there is none of the last ten seconds, or it is back in hand.
    pub fn undoable(&self, agent: AgentId) -> Result<Option<(ListId, ContactId, Timestamp)>> {
        let now = self.clock().now();
        self.read(|conn| {
            let rows = last_disposed(conn, agent, now)?;
            let Some(row) = rows.first() else {
                return Ok(None);
            };
            let (given, at) = (key(row)?, instant(row.int(2)?));
            let hands = conn.rows(&sql::HAND_OF, &[agent.0.into()])?;
            let is_back = match hands.first() {
                Some(held) => key(held)? == given,
                None => false,
            };
            Ok((!is_back).then_some((given.0, given.1, at)))
        })
    }

    fn undo_at_once(&self, agent: AgentId) -> std::result::Result<Vec<Recorded>, RecordError> {
        let rules = self.rules_cache();
        for _ in 1..TRIES {
            let rules = rules.clone();
            match self.write_unless_refused(move |conn, now| undo(conn, &rules, agent, now)) {
                Err(RecordError::Store(error)) if error.is_worth_repeating() => {}
                answer => return answer,
            }
        }
        self.write_unless_refused(move |conn, now| undo(conn, &rules, agent, now))
    }

    /// The corrections of one contact, oldest first.
    pub fn corrections_of(&self, list: ListId, contact: ContactId) -> Result<Vec<Correction>> {
        let key = [list.0.into(), contact.0.into()];
        self.read(|conn| {
            let rows = conn.rows(&sql::CORRECTIONS_OF, &key)?;
            rows.iter().map(correction).collect()
        })
    }

    /// The corrections in a list from one instant until before another, oldest first.
    pub fn corrections(
        &self,
        list: ListId,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<Correction>> {
        let (from, until) = (from.as_microsecond(), until.as_microsecond());
        self.read(|conn| {
            let rows = conn.rows(
                &sql::CORRECTIONS,
                &[list.0.into(), from.into(), until.into()],
            )?;
            rows.iter().map(correction).collect()
        })
    }

    /// The attempt that carries the disposition of the contact's last handling: what a
    /// supervisor means by "the last attempt".
    pub fn last_attempt(&self, list: ListId, contact: ContactId) -> Result<Option<u32>> {
        let rules = self.rules_cache();
        self.read(|conn| {
            let history = record::past::history(conn, &rules, list, contact)?;
            Ok(history.last_attempt())
        })
    }
}

/// Gives back what she has in hand, and takes back what she gave.
fn undo(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    agent: AgentId,
    now: Timestamp,
) -> Result<std::result::Result<Vec<Recorded>, RecordError>> {
    let actor = Actor::Agent(agent);
    let rows = last_disposed(conn, agent, now)?;
    let Some(given) = rows.first().map(key).transpose()? else {
        return Ok(Err(RecordError::Refused(Refusal::NothingToUndo)));
    };
    let mut events = vec![(given, Command::Undo)];
    let hands = conn.rows(&sql::HAND_OF, &[agent.0.into()])?;
    if let Some(other) = hands.first().map(key).transpose()?
        && other != given
    {
        events.insert(0, (other, Command::Release));
    }
    let mut recorded = Vec::new();
    for ((list, contact), command) in events {
        match one(
            conn,
            rules,
            Entry::command(list, contact, actor, command),
            now,
        )? {
            Ok(done) => recorded.push(done),
            Err(RecordError::Refused(Refusal::Dialled)) => {
                return Ok(Err(RecordError::Refused(Refusal::AgentBusy(agent))));
            }
            Err(refused) => return Ok(Err(refused)),
        }
    }
    Ok(Ok(recorded))
}

/// The last disposition of hers that can still be taken back, as far as its age goes.
fn last_disposed(conn: &mut dyn Conn, agent: AgentId, now: Timestamp) -> Result<Vec<Row>> {
    let since = now.checked_sub(UNDO_WITHIN).unwrap_or(now);
    let said = record::row::json("undo", &Actor::Agent(agent))?;
    conn.rows(
        &sql::LAST_DISPOSED,
        &[since.as_microsecond().into(), said.into()],
    )
}

fn one(conn: &mut dyn Conn, rules: &RulesCache, entry: Entry, now: Timestamp) -> Result<Answer> {
    let answers = record::record(conn, rules, vec![entry], now)?;
    let missing = || StoreError::other("record", "no answer came");
    answers.into_iter().next().ok_or_else(missing)
}

fn key(row: &Row) -> Result<(ListId, ContactId)> {
    Ok((ListId(row.int(0)?), ContactId(row.int(1)?)))
}

fn correction(row: &Row) -> Result<Correction> {
    let (list, contact) = key(row)?;
    Ok(Correction {
        list,
        contact,
        seq: row.int(2)?,
        attempt: u32::try_from(row.int(3)?).unwrap_or(u32::MAX),
        from: Code::new(row.text(4)?),
        to: Code::new(row.text(5)?),
        at: instant(row.int(6)?),
        actor: serde_json::from_str(row.text(7)?)
            .map_err(|error| StoreError::other("correction.of_contact", error.to_string()))?,
    })
}
