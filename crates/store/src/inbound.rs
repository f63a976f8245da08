//! Calls that come in, from the first ring to whoever takes them or to the end without one.
//!
//! What becomes of a contact goes through the door, like everything else; a row beside it holds
//! what the desk and the floor show meanwhile, and what is counted.

mod arriving;
mod counts;
mod ending;
mod taking;

pub use arriving::CameIn;
pub use counts::InboundCounts;

use crate::apart::{Apart, TellsApart};
use crate::clock::instant;
use crate::conn::{Conn, Row};
use crate::error::{Result, StoreError};
use crate::house::caller_id;
use crate::sql::inbound as sql;
use crate::store::Store;
use engine::{AgentId, CampaignId, Code, ContactId, InboundEnd, ListId, Number, Slot};
use jiff::{SignedDuration, Timestamp};

/// One call that came in.
#[derive(Debug, Clone, PartialEq)]
pub struct InboundCall {
    pub id: i64,
    pub called: Number,
    /// Nothing where the caller does not say it.
    pub caller: Option<Number>,
    pub caller_name: Option<String>,
    pub campaign: Option<CampaignId>,
    /// Whose contact it is, and by which of its numbers.
    pub contact: Option<(ListId, ContactId)>,
    pub slot: Slot,
    /// Who is asked before others.
    pub first: Option<AgentId>,
    pub state: InboundState,
    pub arrived_at: Timestamp,
    pub waits_since: Option<Timestamp>,
    /// Who is asked to take it, and since when.
    pub asked: Option<(AgentId, Timestamp)>,
    pub agent: Option<AgentId>,
    pub attempt: Option<u32>,
    pub end: Option<InboundEnd>,
    pub code: Option<Code>,
    /// Result and cause, where the vocabulary keeps them apart.
    pub pair: Option<(String, String)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InboundState {
    Arrived,
    Waiting,
    Answered,
    Ended,
}

impl InboundState {
    pub fn word(self) -> &'static str {
        match self {
            Self::Arrived => "arrived",
            Self::Waiting => "waiting",
            Self::Answered => "answered",
            Self::Ended => "ended",
        }
    }

    fn of(word: &str) -> Self {
        let all = [Self::Arrived, Self::Waiting, Self::Answered];
        let found = all.into_iter().find(|state| state.word() == word);
        found.unwrap_or(Self::Ended)
    }
}

/// An agent whose desk was not heard of for so long is not asked.
const AT_THE_DESK: SignedDuration = SignedDuration::from_mins(5);

/// How long it is known who called and is of no contact. Ours.
const CALLERS_KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

impl Store {
    /// Those that nobody has taken yet, the longest there first.
    pub fn open_inbound(&self) -> Result<Vec<InboundCall>> {
        self.read(|conn| conn.rows(&sql::OPEN, &[])?.iter().map(call).collect())
    }

    /// The newest calls, whatever became of them.
    pub fn newest_inbound(&self, most: i64) -> Result<Vec<InboundCall>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::NEWEST, &[most.into()])?;
            rows.iter().map(call).collect()
        })
    }

    /// The newest call to a number that is known so on the exchange, whatever became of it.
    pub fn inbound_on_line(&self, called: Number, line: &str) -> Result<Option<InboundCall>> {
        let args = [line.into(), crate::import::digits(called)];
        self.read(|conn| {
            let rows = conn.rows(&sql::ON_LINE, &args)?;
            rows.first().map(call).transpose()
        })
    }

    /// The call an agent is asked to take.
    pub fn inbound_asking(&self, agent: AgentId) -> Result<Option<InboundCall>> {
        let asks = |call: &InboundCall| call.asked.is_some_and(|(asked, _)| asked == agent);
        Ok(self.open_inbound()?.into_iter().find(asks))
    }

    /// Who could take a call now, the longest ready first.
    pub fn ready_for(&self, call: &InboundCall, with_phone: bool) -> Result<Vec<AgentId>> {
        let now = self.clock().now();
        let heard = now.checked_sub(AT_THE_DESK).unwrap_or(now);
        let args = [
            heard.as_microsecond().into(),
            call.first.map_or(0, |agent| agent.0).into(),
            call.campaign.map_or(0, |campaign| campaign.0).into(),
            i64::from(with_phone).into(),
            call.id.into(),
        ];
        self.read(|conn| {
            let rows = conn.rows(&sql::READY, &args)?;
            rows.iter().map(|row| row.int(0).map(AgentId)).collect()
        })
    }

    /// From now on it is known which phones are apart from which exchanges, each by its name.
    pub fn tell_apart(&self, tells: TellsApart) {
        self.apart().know(tells);
    }

    /// Takes away who called of calls that are of no contact and older than a month.
    pub fn forget_callers(&self) -> Result<u64> {
        self.write(|conn, now| {
            let before = now.checked_sub(CALLERS_KEPT).unwrap_or(Timestamp::MIN);
            conn.exec(&sql::FORGET_OLD, &[before.as_microsecond().into()])
        })
    }
}

/// Whether somebody waits whom she is to serve before she calls anybody. Who is with an exchange that
/// her phone is apart from is nobody she could serve.
pub(crate) fn waits_for(conn: &mut dyn Conn, agent: AgentId, apart: &Apart) -> Result<bool> {
    for row in conn.rows(&sql::FOR_AGENT, &[agent.0.into()])? {
        let place = row.maybe_text(0)?.zip(row.maybe_text(1)?);
        if !place.is_some_and(|(exchange, phone)| apart.are_apart(exchange, phone)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The call as it is now: of nobody, where its contact was taken back with its import.
fn as_it_is(conn: &mut dyn Conn, call: &InboundCall) -> Result<InboundCall> {
    let mut now = call.clone();
    if let Some((list, contact)) = call.contact
        && conn
            .rows(&sql::THERE, &[list.0.into(), contact.0.into()])?
            .is_empty()
    {
        (now.contact, now.slot) = (None, Slot(0));
    }
    Ok(now)
}

/// A call as it is kept.
fn call(row: &Row) -> Result<InboundCall> {
    let called = caller_id(row.maybe_int(1)?).ok_or_else(|| StoreError::Corrupt {
        table: "inbound_call".into(),
        column: "called".into(),
        row: row.int(0).unwrap_or(0).to_string(),
        problem: "is not an E.164 number".into(),
    })?;
    let slot = row.maybe_int(7)?.and_then(|slot| u8::try_from(slot).ok());
    let attempt = row.maybe_int(15)?;
    let pair = row.maybe_text(18)?.zip(row.maybe_text(19)?);
    Ok(InboundCall {
        id: row.int(0)?,
        called,
        caller: caller_id(row.maybe_int(2)?),
        caller_name: row.maybe_text(3)?.map(str::to_owned),
        campaign: row.maybe_int(4)?.map(CampaignId),
        contact: row
            .maybe_int(5)?
            .map(ListId)
            .zip(row.maybe_int(6)?.map(ContactId)),
        slot: Slot(slot.unwrap_or(0)),
        first: row.maybe_int(8)?.map(AgentId),
        state: InboundState::of(row.text(9)?),
        arrived_at: instant(row.int(10)?),
        waits_since: row.maybe_int(11)?.map(instant),
        asked: row
            .maybe_int(12)?
            .map(AgentId)
            .zip(row.maybe_int(13)?.map(instant)),
        agent: row.maybe_int(14)?.map(AgentId),
        attempt: attempt.and_then(|attempt| u32::try_from(attempt).ok()),
        end: row.maybe_text(16)?.and_then(InboundEnd::of),
        code: row.maybe_text(17)?.map(Code::new),
        pair: pair.map(|(major, minor)| (major.to_owned(), minor.to_owned())),
    })
}
