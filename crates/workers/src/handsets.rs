//! Phones of agents who have gone home are let go, whichever way they went: at their desk, after their
//! last talk, or ended by somebody else.

use crate::lines::Lines;
use engine::{AgentId, Presence};
use std::collections::BTreeSet;
use store::{Store, StoreError};

/// Agents whose phone may be in the exchange's hands.
#[derive(Debug, Default)]
pub(crate) struct Handsets(BTreeSet<AgentId>);

impl Handsets {
    pub fn taken_up(&mut self, agent: AgentId) {
        self.0.insert(agent);
    }
}

impl Lines {
    pub(crate) fn let_phones_go(&mut self, store: &Store) -> Result<(), StoreError> {
        for agent in self.handsets.0.clone() {
            let there = store.agent(agent)?;
            if there.is_none_or(|there| there.agent.presence == Presence::Out) {
                self.carrier.put_down(agent);
                self.handsets.0.remove(&agent);
            }
        }
        Ok(())
    }
}
