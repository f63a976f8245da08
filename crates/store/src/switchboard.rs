//! The switchboard: where orders to the lines are handed in, for whoever runs the lines.
//!
//! Whoever records an event gives what it entails to the switchboard; the other end places
//! the calls. An order is never stored: a permit lives for seconds, in memory.

use crate::apart::{Apart, TellsApart};
use crate::record::Recorded;
use crate::talk::Talks;
use crate::traffic::Board;
use engine::{AgentId, CampaignId, Contact, ContactId, Effect, ListId, Number, Permit, Wish};
use jiff::SignedDuration;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// What the lines are to do.
#[derive(Debug)]
pub enum LineOrder {
    /// Dial a number there is leave to dial.
    Place {
        permit: Permit,
        number: Number,
        list: ListId,
        contact: ContactId,
        attempt: u32,
        /// For which campaign, where it is known.
        campaign: Option<CampaignId>,
        /// Who talks, where somebody is kept for whoever answers.
        agent: Option<AgentId>,
    },
    /// End a call. One that is over already stays as it is.
    HangUp {
        list: ListId,
        contact: ContactId,
        attempt: u32,
    },
    /// Let an agent's phone go: she ends her work.
    PutDown { agent: AgentId },
    /// An agent has her phone anew: what an exchange still holds of it is dead.
    PhoneRenewed { agent: AgentId },
    /// Nothing to be done but to listen: a line has said something.
    Listen,
    /// What an agent wants of the recording of her talk.
    Record {
        contact: ContactId,
        attempt: u32,
        act: RecordAct,
    },
    /// Something is asked of the talk an agent has.
    During { agent: AgentId, wish: Wish },
    /// An agent takes the call that came in and that she is asked to take.
    Answer { call: i64, agent: AgentId },
    /// Somebody is to call us, where the exchange only plays.
    RingIn(RingIn),
}

/// Somebody who is made to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RingIn {
    pub called: Number,
    /// Nothing where the caller does not say it.
    pub caller: Option<Number>,
    pub name: Option<String>,
    /// How long she waits; nothing: for as long as it takes.
    pub patience: Option<SignedDuration>,
    /// A key she presses a moment after she was answered.
    pub presses: Option<char>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordAct {
    /// The other side agreed, or is to be told: record.
    Begin,
    Pause,
    Resume,
    /// The other side does not want it: nothing more is taken down, and what was is destroyed in a
    /// moment, unless the agent takes it back.
    Refuse,
    /// The same, and nobody can take it back.
    Destroy,
}

/// Where orders are handed in. Clones hand in to the same lines.
#[derive(Debug, Clone)]
pub struct Switchboard {
    orders: Sender<LineOrder>,
    connected: Arc<AtomicBool>,
    wants_phones: Arc<AtomicBool>,
    talks: Talks,
    traffic: Board,
    apart: Apart,
}

/// The orders that were handed in, oldest first.
#[derive(Debug)]
pub struct LineOrders {
    waiting: Receiver<LineOrder>,
    connected: Arc<AtomicBool>,
    wants_phones: Arc<AtomicBool>,
    talks: Talks,
    traffic: Board,
    apart: Apart,
}

/// Nobody runs the lines any more. What was to be placed comes back: tell the house that it
/// was not, by `Report::NotPlaced`.
#[derive(Debug, thiserror::Error)]
#[error("nobody runs the lines: restart the program")]
pub struct NoLines(pub Box<LineOrder>);

/// A switchboard, and the orders that come in there.
pub fn switchboard() -> (Switchboard, LineOrders) {
    let (orders, waiting) = channel();
    let connected = Arc::new(AtomicBool::new(true));
    let wants_phones = Arc::new(AtomicBool::new(false));
    let (talks, traffic) = (Talks::default(), Board::default());
    let apart = Apart::default();
    let switchboard = Switchboard {
        orders,
        connected: connected.clone(),
        wants_phones: wants_phones.clone(),
        talks: talks.clone(),
        traffic: traffic.clone(),
        apart: apart.clone(),
    };
    let orders = LineOrders {
        waiting,
        connected,
        wants_phones,
        talks,
        traffic,
        apart,
    };
    (switchboard, orders)
}

impl Switchboard {
    /// Whether there is an exchange behind it. Without one, whatever is dialled goes back as
    /// not placed: say so before anybody dials.
    pub fn has_exchange(&self) -> bool {
        self.connected.load(Ordering::Relaxed)
    }

    /// Whether an agent needs a phone to talk on: without one nothing is dialled for her.
    pub fn wants_phones(&self) -> bool {
        self.wants_phones.load(Ordering::Relaxed)
    }

    /// How the talks stand that go on.
    pub fn talks(&self) -> &Talks {
        &self.talks
    }

    /// What the lines carry and have carried.
    pub fn traffic(&self) -> &Board {
        &self.traffic
    }

    /// Whether no exchange has both phones, so that they cannot be brought together.
    pub fn are_apart(&self, one: &str, other: &str) -> bool {
        self.apart.are_apart(one, other)
    }

    pub fn hand_in(&self, order: LineOrder) -> Result<(), NoLines> {
        self.orders
            .send(order)
            .map_err(|refused| NoLines(Box::new(refused.0)))
    }

    /// Wakes whoever runs the lines: something was said on one.
    pub fn listen(&self) {
        // Where nobody runs them there is nobody to be woken.
        let _ = self.hand_in(LineOrder::Listen);
    }

    /// Hands in everything a recorded event entails for the lines: the dial it gave leave for
    /// (it is taken out), the calls to end.
    pub fn carry_out(&self, recorded: &mut Recorded) -> Result<(), NoLines> {
        let (list, contact) = (recorded.contact.list, recorded.contact.id);
        for order in &recorded.orders {
            if let Effect::HangUp { attempt } = order {
                self.hand_in(LineOrder::HangUp {
                    list,
                    contact,
                    attempt: *attempt,
                })?;
            }
        }
        let Some((permit, number)) = recorded.dial.take() else {
            return Ok(());
        };
        let attempt = permit.attempt();
        let hand = recorded.contact.hand.as_ref();
        self.hand_in(LineOrder::Place {
            attempt,
            campaign: hand.and_then(|hand| hand.campaign),
            agent: kept_for(&recorded.contact, attempt),
            permit,
            number,
            list,
            contact,
        })
    }
}

/// The agent who has the contact in hand, unless nobody is kept for this call.
fn kept_for(contact: &Contact, attempt: u32) -> Option<AgentId> {
    let hand = contact.hand.as_ref()?;
    let call = hand.calls.iter().find(|call| call.attempt == attempt)?;
    (!call.unreserved).then_some(hand.agent)
}

impl LineOrders {
    /// Says that there is no exchange, or that there is one again.
    pub fn connect(&self, is_connected: bool) {
        self.connected.store(is_connected, Ordering::Relaxed);
    }

    /// Says that agents talk on phones of their own.
    pub fn want_phones(&self) {
        self.wants_phones.store(true, Ordering::Relaxed);
    }

    /// Where it is shown how the talks stand.
    pub fn talks(&self) -> &Talks {
        &self.talks
    }

    /// Where it is counted what the lines carry.
    pub fn traffic(&self) -> &Board {
        &self.traffic
    }

    /// Says who knows which phones cannot be brought together.
    pub fn tell_apart(&self, tells: TellsApart) {
        self.apart.know(tells);
    }

    /// The oldest order, if one waits.
    pub fn take(&mut self) -> Option<LineOrder> {
        self.waiting.try_recv().ok()
    }

    /// Waits for an order, for so long at most.
    pub fn wait(&mut self, at_most: Duration) -> Option<LineOrder> {
        self.waiting.recv_timeout(at_most).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hang_up(attempt: u32) -> LineOrder {
        LineOrder::HangUp {
            list: ListId(1),
            contact: ContactId(1),
            attempt,
        }
    }

    fn attempt(order: Option<LineOrder>) -> Option<u32> {
        match order {
            Some(LineOrder::HangUp { attempt, .. } | LineOrder::Place { attempt, .. }) => {
                Some(attempt)
            }
            _ => None,
        }
    }

    #[test]
    fn orders_come_out_as_they_were_handed_in() {
        let (switchboard, mut orders) = switchboard();
        assert!(orders.take().is_none());
        switchboard.hand_in(hang_up(1)).unwrap();
        switchboard.clone().hand_in(hang_up(2)).unwrap();
        assert_eq!(attempt(orders.take()), Some(1));
        assert_eq!(attempt(orders.take()), Some(2));
        assert!(orders.wait(Duration::ZERO).is_none());
    }

    #[test]
    fn an_order_for_nobody_comes_back() {
        let (switchboard, orders) = switchboard();
        drop(orders);
        let NoLines(order) = switchboard.hand_in(hang_up(7)).unwrap_err();
        assert_eq!(attempt(Some(*order)), Some(7));
    }
}
