//! The simulated exchange with what belongs to it: far ends, recordings without sound, and talks
//! that nobody hears.
//!
//! Where nobody says what far ends do, nothing that is ordered is placed on it: whoever plays a
//! day places calls of their own.

use crate::keeper::OpenCall;
use crate::lines::FarEnd;
use engine::{AgentId, Wish};
use jiff::Timestamp;
use store::Store;
use telephony::{Heard, InOrder, Order, Placed, PlayedTalks, SimulatedExchange, SimulatedTapes};

#[derive(Default)]
pub(crate) struct Simulated {
    pub exchange: SimulatedExchange,
    far_end: Option<FarEnd>,
    pub records: bool,
    pub tapes: SimulatedTapes,
    /// How the talks stand.
    pub talks: PlayedTalks,
}

impl Simulated {
    pub fn with(far_end: FarEnd) -> Self {
        Self {
            far_end: Some(far_end),
            ..Self::default()
        }
    }

    /// Whether what is ordered is placed.
    pub fn takes_orders(&self) -> bool {
        self.far_end.is_some()
    }

    pub fn place(&mut self, order: Order, agent: Option<AgentId>, store: &Store) -> Option<Placed> {
        let callee = self.far_end.as_mut()?(store, &order);
        let recording = order.permit.conduct().recording;
        self.exchange.play_at(store.clock().speed());
        let placed = self.exchange.place(order, callee, store.clock().now());
        let placed = placed.ok()?;
        self.talks.keep(&placed, agent);
        if self.records && agent.is_some() {
            self.tapes.placed(placed, recording);
        }
        Some(placed)
    }

    /// What callers are to hear; who is taken talks from now on, as somebody who was called.
    pub fn receive(&mut self, order: InOrder, now: Timestamp) {
        if let InOrder::Connect {
            placed,
            agent,
            recording,
            ..
        } = &order
        {
            self.talks.takes(placed, *agent);
            self.tapes.placed(*placed, *recording);
            self.tapes.talk(placed, now);
        }
        self.exchange.receive(order, now);
    }

    pub fn hang_up(&mut self, call: OpenCall, now: Timestamp) {
        if let Some(line) = self.exchange.line_of(call.contact, call.attempt) {
            self.exchange.hang_up(line, now);
        }
    }

    pub fn during(&mut self, agent: AgentId, wish: &Wish, now: Timestamp) {
        if let Some(line) = self.talks.during(agent, wish, now) {
            self.exchange.hang_up(line, now);
        }
        self.tapes.outsiders(&self.talks.outsiders(), now);
    }

    /// Takes in what the lines said.
    pub fn hear(&mut self, heard: &Heard) {
        self.tapes.heard(heard);
        self.talks.hear(heard);
    }

    pub fn next_due(&self) -> Option<Timestamp> {
        let due = [self.exchange.next_due(), self.talks.next_due()];
        due.into_iter().flatten().min()
    }

    /// Ends every call; nothing that is ordered is placed from here on.
    pub fn close(&mut self, now: Timestamp) -> Vec<Heard> {
        self.far_end = None;
        self.exchange.hang_up_all(now);
        self.exchange.drop_callers(now);
        self.exchange.step(now)
    }
}
