//! Signs of life of an open desk: they keep the contact in hand.

use crate::clock::instant;
use crate::error::StoreError;
use crate::record::{Entry, RecordError};
use crate::sql::desk as sql;
use crate::store::Store;
use engine::{Actor, AgentId, Phase, Report};
use jiff::{SignedDuration, Timestamp};

/// How often an agent is written down as seen, at most.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(2);

impl Store {
    /// The agent's desk is open: a contact in hand stays there, however long the call. Gives
    /// the instant until which it does, or nothing where no contact is in hand.
    ///
    /// Meant to be called every minute or so. It writes down that the agent was seen, at most
    /// every two minutes, and records an event when half of the lease has passed: with the
    /// usual lease of an hour, one in half an hour of talking.
    /// Wrapping up has a time of its own that is not lengthened. Whoever is not heard of any
    /// more loses the contact when the lease runs out.
    pub fn renew(&self, agent: AgentId) -> Result<Option<Timestamp>, RecordError> {
        let Some(there) = self.agent(agent)? else {
            return Ok(None);
        };
        self.note_seen(agent, there.seen)?;
        let Some(contact) = there.hand else {
            return Ok(None);
        };
        let Some(hand) = &contact.hand else {
            return Ok(None);
        };
        let now = self.clock().now();
        let lease = self.lease(contact.list)?;
        let left = hand.lease_until.duration_since(now);
        if hand.phase() == Phase::WrapUp || left > lease / 2 {
            return Ok(Some(hand.lease_until));
        }
        let report = Report::SignOfLife { agent };
        let actor = Actor::Agent(agent);
        let renewed = self.record(Entry::report(contact.list, contact.id, actor, report))?;
        Ok(renewed
            .contact
            .hand
            .filter(|hand| hand.agent == agent)
            .map(|hand| hand.lease_until))
    }

    /// When each agent's desk was last heard of, to within two minutes.
    pub fn agents_seen(&self) -> Result<Vec<(AgentId, Option<Timestamp>)>, StoreError> {
        self.read(|conn| {
            conn.rows(&sql::ALL_SEEN, &[])?
                .iter()
                .map(|row| Ok((AgentId(row.int(0)?), row.maybe_int(1)?.map(instant))))
                .collect()
        })
    }

    fn note_seen(&self, agent: AgentId, seen: Option<Timestamp>) -> Result<(), StoreError> {
        let now = self.clock().now();
        let stale = now.checked_sub(SEEN_EVERY).unwrap_or(now);
        if seen.is_some_and(|seen| seen > stale) {
            return Ok(());
        }
        let args = [
            now.as_microsecond().into(),
            agent.0.into(),
            now.as_microsecond().into(),
        ];
        self.write(move |conn, _| conn.exec(&sql::SEEN, &args).map(|_| ()))
    }

    fn lease(&self, list: engine::ListId) -> crate::error::Result<jiff::SignedDuration> {
        let rules = self.rules_cache();
        self.read(|conn| {
            let found = crate::house::list_by_id(conn, list)?;
            let version = found.map_or(0, |list| list.rules);
            Ok(rules.load(conn, version)?.settings.lease.duration())
        })
    }
}
