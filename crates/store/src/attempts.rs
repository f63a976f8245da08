//! Finding attempts by what they are.

use crate::error::Result;
use crate::import::digits;
use crate::sql::attempts as sql;
use crate::statistics::{Tried, tried};
use crate::store::Store;
use engine::{AgentId, Code, ContactId, ListId, Number, Outcome};
use jiff::Timestamp;

/// Which attempts. Everything given must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AttemptSearch {
    pub list: Option<ListId>,
    pub code: Option<Code>,
    pub outcome: Option<Outcome>,
    pub agent: Option<AgentId>,
    /// The number that was dialled.
    pub number: Option<Number>,
    /// Coded from this instant on,
    pub from: Option<Timestamp>,
    /// and before this one.
    pub until: Option<Timestamp>,
    /// Only those that come behind this one.
    pub behind: Option<AttemptPlace>,
    pub limit: usize,
}

/// Where an attempt stands among all, the newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttemptPlace {
    pub coded_at: Timestamp,
    pub list: ListId,
    pub contact: ContactId,
    pub attempt: u32,
}

impl Tried {
    pub fn place(&self) -> AttemptPlace {
        AttemptPlace {
            coded_at: self.attempt.coded_at,
            list: self.list,
            contact: self.contact,
            attempt: self.attempt.attempt,
        }
    }
}

impl Store {
    /// The attempts found, newest first.
    pub fn find_attempts(&self, search: &AttemptSearch) -> Result<Vec<Tried>> {
        let micros =
            |at: Option<Timestamp>, otherwise: i64| at.map_or(otherwise, Timestamp::as_microsecond);
        let behind = search.behind;
        let args = [
            micros(search.from, i64::MIN).into(),
            micros(search.until, i64::MAX).into(),
            search.list.map_or(0, |list| list.0).into(),
            search.code.as_ref().map_or("", Code::as_str).into(),
            search.outcome.map_or("", Outcome::word).into(),
            search.agent.map_or(0, |agent| agent.0).into(),
            search.number.map_or(0_i64.into(), digits),
            micros(behind.map(|place| place.coded_at), i64::MAX).into(),
            behind.map_or(i64::MAX, |place| place.list.0).into(),
            behind.map_or(i64::MAX, |place| place.contact.0).into(),
            behind.map_or(i64::MAX, |place| place.attempt.into()).into(),
            i64::try_from(search.limit).unwrap_or(i64::MAX).into(),
        ];
        self.read(|conn| conn.rows(&sql::FIND, &args)?.iter().map(tried).collect())
    }
}
