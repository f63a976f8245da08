//! Signs of life of an open desk: they keep the contact in hand.

use crate::record::{Entry, RecordError};
use crate::store::Store;
use engine::{Actor, AgentId, Phase, Report};
use jiff::Timestamp;

impl Store {
    /// The agent's desk is open: a contact in hand stays there, however long the call. Gives
    /// the instant until which it does, or nothing where no contact is in hand.
    ///
    /// Meant to be called every minute or so. It reads only, and records an event when half of
    /// the lease has passed: with the usual lease of an hour, one in half an hour of talking.
    /// Wrapping up has a time of its own that is not lengthened. Whoever is not heard of any
    /// more loses the contact when the lease runs out.
    pub fn renew(&self, agent: AgentId) -> Result<Option<Timestamp>, RecordError> {
        let there = self.agent(agent)?;
        let Some(contact) = there.and_then(|there| there.hand) else {
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

    fn lease(&self, list: engine::ListId) -> crate::error::Result<jiff::SignedDuration> {
        let rules = self.rules_cache();
        self.read(|conn| {
            let found = crate::house::list_by_id(conn, list)?;
            let version = found.map_or(0, |list| list.rules);
            Ok(rules.load(conn, version)?.settings.lease.duration())
        })
    }
}
