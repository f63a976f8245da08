//! What a supervisor has to say to agents: it stays on the desk until it is read.

use crate::clock::instant;
use crate::conn::{Row, Value};
use crate::error::{Result, StoreError};
use crate::floor::note;
use crate::hint::Hint;
use crate::people::UserId;
use crate::sql::floor as sql;
use crate::store::Store;
use engine::AgentId;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;

/// One agent's copy of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub id: i64,
    pub agent: AgentId,
    pub from: String,
    pub text: String,
    pub at: Timestamp,
    /// When the agent said that she has read it.
    pub seen: Option<Timestamp>,
}

/// A message is no longer than this.
pub const LONGEST_MESSAGE: usize = 500;
/// Shown to supervisors for so long.
const TOLD: SignedDuration = SignedDuration::from_hours(24);

impl Store {
    /// Sends a text to each of these agents, whether they are at work or not.
    pub fn send_message(
        &self,
        to: &BTreeSet<AgentId>,
        from: &str,
        text: &str,
        by: UserId,
    ) -> Result<()> {
        let refuse = |reason: &str| Err(StoreError::other("message.send", reason));
        if text.trim().is_empty() || text.chars().count() > LONGEST_MESSAGE {
            return refuse("a message has 1 to 500 characters");
        }
        if to.is_empty() {
            return refuse("a message is sent to somebody: choose an agent");
        }
        let (agents, from, text) = (to.clone(), from.to_owned(), text.trim().to_owned());
        self.write(move |conn, now| {
            let at: Value = now.as_microsecond().into();
            let copies: Vec<Vec<Value>> = agents
                .iter()
                .map(|agent| {
                    let (from, text) = (from.as_str().into(), text.as_str().into());
                    vec![agent.0.into(), from, text, at.clone()]
                })
                .collect();
            conn.many(&sql::SEND, &copies)?;
            for agent in &agents {
                note(conn, now, "message", Some(*agent), by, &text)?;
            }
            Ok(())
        })?;
        to.iter()
            .for_each(|agent| self.hints().tell(Hint::Agent(*agent)));
        Ok(())
    }

    /// What an agent has not read yet, oldest first.
    pub fn unread_messages(&self, agent: AgentId) -> Result<Vec<Message>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::UNSEEN, &[agent.0.into()])?;
            rows.iter().map(message).collect()
        })
    }

    /// The agent has read her messages up to this one. One that came later stays.
    pub fn read_messages(&self, agent: AgentId, up_to: i64) -> Result<()> {
        let seen = self.write(move |conn, now| {
            let args = [now.as_microsecond().into(), agent.0.into(), up_to.into()];
            conn.exec(&sql::SEE, &args).map(|_| ())
        });
        self.telling(Hint::Agent(agent), seen)
    }

    /// The messages of the last day, newest first, one line for each agent.
    pub fn sent_messages(&self, limit: i64) -> Result<Vec<Message>> {
        let now = self.clock().now();
        let since = now.checked_sub(TOLD).unwrap_or(now);
        self.read(|conn| {
            let rows = conn.rows(&sql::SENT, &[since.as_microsecond().into(), limit.into()])?;
            rows.iter().map(message).collect()
        })
    }
}

fn message(row: &Row) -> Result<Message> {
    Ok(Message {
        id: row.int(0)?,
        agent: AgentId(row.int(1)?),
        from: row.text(2)?.to_owned(),
        text: row.text(3)?.to_owned(),
        at: instant(row.int(4)?),
        seen: row.maybe_int(5)?.map(instant),
    })
}
