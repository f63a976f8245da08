//! Phones of agents who have gone home are let go, whichever way they went: at their desk, after their
//! last talk, or ended by somebody else.

use crate::lines::Lines;
use engine::{AgentId, Presence};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use store::{Store, StoreError};

/// Between two looks.
const LOOKS_EVERY: SignedDuration = SignedDuration::from_secs(5);

/// Agents whose phone may be in the exchange's hands.
#[derive(Debug, Default)]
pub(crate) struct Handsets {
    of: BTreeSet<AgentId>,
    look_at: Option<Timestamp>,
}

impl Lines {
    /// Nobody has a phone on a simulated exchange.
    pub(crate) fn phone_taken_up(&mut self, agent: AgentId) {
        if self.reception.with_phones {
            self.handsets.of.insert(agent);
        }
    }

    pub(crate) fn let_phones_go(&mut self, store: &Store) -> Result<(), StoreError> {
        let now = store.clock().now();
        if self.handsets.look_at.is_some_and(|at| now < at) {
            return Ok(());
        }
        self.handsets.look_at = now.checked_add(LOOKS_EVERY).ok();
        for agent in self.handsets.of.clone() {
            let there = store.agent(agent)?;
            if there.is_none_or(|there| there.agent.presence == Presence::Out) {
                self.carrier.put_down(agent);
                self.handsets.of.remove(&agent);
            }
        }
        Ok(())
    }
}
