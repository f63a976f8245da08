//! What supervisors did on the floor, and when.

use crate::clock::instant;
use crate::conn::{Conn, Row};
use crate::error::Result;
use crate::people::UserId;
use crate::sql::floor as sql;
use crate::store::Store;
use engine::AgentId;
use jiff::Timestamp;

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FloorEvent {
    pub at: Timestamp,
    /// `message`, `move`, `break`, `ready`, `out`, `unlock`, `end`, `grid` or `thresholds`.
    pub word: String,
    pub agent: Option<AgentId>,
    /// The name of the supervisor.
    pub by: Option<String>,
    pub detail: String,
}

pub(crate) fn note(
    conn: &mut dyn Conn,
    at: Timestamp,
    word: &str,
    agent: Option<AgentId>,
    by: UserId,
    detail: &str,
) -> Result<()> {
    let args = [
        at.as_microsecond().into(),
        word.into(),
        agent.map(|agent| agent.0).into(),
        by.0.into(),
        detail.into(),
    ];
    conn.exec(&sql::NOTE, &args).map(|_| ())
}

impl Store {
    /// The newest lines, about one agent or all.
    pub fn floor_log(&self, agent: Option<AgentId>, limit: i64) -> Result<Vec<FloorEvent>> {
        self.read(|conn| {
            let rows = match agent {
                Some(agent) => conn.rows(&sql::EVENTS_OF, &[agent.0.into(), limit.into()])?,
                None => conn.rows(&sql::EVENTS, &[limit.into()])?,
            };
            rows.iter().map(event).collect()
        })
    }
}

fn event(row: &Row) -> Result<FloorEvent> {
    Ok(FloorEvent {
        at: instant(row.int(1)?),
        word: row.text(2)?.to_owned(),
        agent: row.maybe_int(3)?.map(AgentId),
        by: row.maybe_text(4)?.map(str::to_owned),
        detail: row.text(5)?.to_owned(),
    })
}
