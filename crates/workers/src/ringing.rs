//! Somebody calls us because she is made to: only an exchange that plays can be told so.

use crate::lines::Lines;
use engine::{AgentId, Recorded, Recording};
use jiff::{SignedDuration, Timestamp};
use store::{RingIn, Store, StoreError};
use telephony::{Caller, InOrder, SimulatedCaller};

/// Between being answered and pressing a key. Ours.
const BEFORE_KEY: SignedDuration = SignedDuration::from_secs(3);

impl Lines {
    /// Has somebody call; over a real exchange nobody is made to.
    pub fn ring_in(&mut self, ring: RingIn, now: Timestamp) {
        let said = Caller::read("", ring.name.as_deref().unwrap_or_default());
        let caller = SimulatedCaller {
            called: ring.called.to_string(),
            caller: Caller {
                number: ring.caller,
                name: said.name,
            },
            patience: ring.patience,
            presses: ring.presses.map(|key| (BEFORE_KEY, key)),
            talks: None,
        };
        self.carrier.ring_in(caller, now);
    }

    /// A caller talks with an agent from now on, as with somebody who was called.
    pub(crate) fn talks(&mut self, order: &mut InOrder) {
        let InOrder::Connect {
            line,
            placed,
            agent,
            recording,
            ..
        } = order
        else {
            return;
        };
        placed.line = self.carrier.new_line(*line);
        self.ordered.insert(placed.line);
        let exchange = self.carrier.name_of(placed.line);
        self.up.placed(placed.line, exchange, true);
        if !self.records {
            *recording = Recording::default();
        }
        if recording.wanted != Recorded::Off {
            self.recorder.placed(placed, *agent, *recording);
        }
    }

    /// Whether somebody calls whom nobody has taken yet.
    pub fn has_callers(&self) -> bool {
        !self.reception.is_empty()
    }

    /// An agent takes the call she is asked to take.
    pub fn answer(&mut self, store: &Store, call: i64, agent: AgentId) -> Result<(), StoreError> {
        if self.orders.talks().of(agent).asked_by.is_some() {
            // She is in a colleague's talk.
            return Ok(());
        }
        self.phone_taken_up(agent);
        let answered = self.reception.answer(store, call, agent);
        self.attend(store.clock().now());
        answered
    }
}
