//! A call arrives: who that is, and to whom it belongs.

use super::{InboundCall, InboundState};
use crate::clock::instant;
use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::hint::Hint;
use crate::import::digits;
use crate::queue::{Queue, number_or_nothing, queue};
use crate::sql::{inbound as sql, queue as sql_queue};
use crate::store::Store;
use engine::{AgentId, CampaignId, ContactId, ListId, Number, Slot};
use jiff::Timestamp;

/// What the exchange says of it. The name is whatever somebody wrote there, made harmless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameIn {
    pub called: Number,
    pub caller: Option<Number>,
    pub name: Option<String>,
    /// With which of several exchanges the call is.
    pub exchange: Option<String>,
    /// By what the call is known on the exchange, where that outlives a program.
    pub line: Option<String>,
}

/// Somebody who is known by the number.
struct Known {
    list: ListId,
    contact: ContactId,
    slot: Slot,
    first: Option<AgentId>,
    campaign: Option<CampaignId>,
}

impl Store {
    /// Notes a call, with the contact it is of and the number that was called, if it is ours.
    pub fn call_came_in(&self, came: CameIn) -> Result<(InboundCall, Option<Queue>)> {
        self.write(move |conn, now| {
            let rows = conn.rows(&sql_queue::ONE, &[digits(came.called)])?;
            let queue = rows.first().map(queue).transpose()?;
            let named = queue.as_ref().and_then(|queue| queue.campaign);
            let known = match came.caller {
                Some(caller) => known(conn, caller, named)?,
                None => None,
            };
            let call = note(conn, &came, named, known, now)?;
            Ok((call, queue))
        })
    }

    /// How many wait at a number.
    pub fn waiting_at(&self, called: Number) -> Result<u32> {
        self.read(|conn| {
            let rows = conn.rows(&sql::WAITING_AT, &[digits(called)])?;
            let waiting = rows.first().map_or(Ok(0), |row| row.int(0))?;
            Ok(u32::try_from(waiting).unwrap_or(u32::MAX))
        })
    }

    /// From now on the caller waits.
    pub fn call_waits(&self, id: i64) -> Result<Timestamp> {
        let written = self.write(move |conn, now| {
            let args = [now.as_microsecond().into(), id.into()];
            conn.exec(&sql::WAITS, &args).map(|_| now)
        });
        self.telling(Hint::Campaigns, written)
    }

    /// Asks an agent to take it, or nobody any more.
    pub fn ask_for_call(&self, call: &InboundCall, agent: Option<AgentId>) -> Result<Timestamp> {
        let (id, before) = (call.id, call.asked.map(|(agent, _)| agent));
        let written = self.write(move |conn, now| {
            let at = agent.map(|_| now.as_microsecond());
            let args = [agent.map(|agent| agent.0).into(), at.into(), id.into()];
            conn.exec(&sql::ASK, &args).map(|_| now)
        });
        for agent in before.into_iter().chain(agent) {
            self.hints().tell(Hint::Agent(agent));
        }
        self.telling(Hint::Campaigns, written)
    }
}

/// The open contact of the number, or the one that was called last.
fn known(
    conn: &mut dyn Conn,
    caller: Number,
    campaign: Option<CampaignId>,
) -> Result<Option<Known>> {
    let own = campaign.map_or(0, |campaign| campaign.0);
    let rows = conn.rows(&sql::KNOWN, &[own.into(), digits(caller)])?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let owner = row.maybe_int(3)?.or(row.maybe_int(6)?);
    Ok(Some(Known {
        list: ListId(row.int(0)?),
        contact: ContactId(row.int(1)?),
        slot: Slot(u8::try_from(row.int(2)?).unwrap_or(0)),
        first: owner.map(AgentId),
        campaign: row.maybe_int(7)?.map(CampaignId),
    }))
}

fn note(
    conn: &mut dyn Conn,
    came: &CameIn,
    named: Option<CampaignId>,
    known: Option<Known>,
    now: Timestamp,
) -> Result<InboundCall> {
    let known = known.as_ref();
    let campaign = named.or(known.and_then(|known| known.campaign));
    let args = [
        digits(came.called),
        number_or_nothing(came.caller),
        came.name.clone().into(),
        campaign.map(|campaign| campaign.0).into(),
        known.map(|known| known.list.0).into(),
        known.map(|known| known.contact.0).into(),
        known.map(|known| i64::from(known.slot.0)).into(),
        known
            .and_then(|known| known.first)
            .map(|agent| agent.0)
            .into(),
        now.as_microsecond().into(),
        came.exchange.clone().into(),
        came.line.clone().into(),
    ];
    let rows = conn.rows(&sql::CAME, &args)?;
    let id = rows
        .first()
        .ok_or_else(|| StoreError::other("inbound.came", "gave no id"))?
        .int(0)?;
    Ok(InboundCall {
        id,
        called: came.called,
        caller: came.caller,
        caller_name: came.name.clone(),
        campaign,
        contact: known.map(|known| (known.list, known.contact)),
        slot: known.map_or(Slot(0), |known| known.slot),
        first: known.and_then(|known| known.first),
        state: InboundState::Arrived,
        arrived_at: instant(now.as_microsecond()),
        waits_since: None,
        asked: None,
        agent: None,
        attempt: None,
        end: None,
        code: None,
        pair: None,
    })
}
