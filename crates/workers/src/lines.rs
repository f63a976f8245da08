//! Runs the lines: places the calls that are ordered, listens, records what is heard.
//!
//! Orders come in at the switchboard. What cannot be placed is told to the house at once;
//! what could not be recorded yet is told again, under the same id.

use crate::intake::{deliver, entry, event_id};
use crate::keeper::OpenCall;
use engine::{Actor, AgentId, Effect, Report};
use jiff::Timestamp;
use std::collections::{BTreeSet, VecDeque};
use std::time::Duration;
use store::{Answer, Entry, LineOrder, LineOrders, RecordError, Recorded, Store, StoreError};
use telephony::asterisk::{Asterisk, Meters, Phone};
use telephony::{Callee, Heard, LineId, Meter, Order, SimulatedExchange};

/// Says what the far end of a call does.
pub type FarEnd = Box<dyn FnMut(&Store, &Order) -> Callee + Send>;

pub struct Lines {
    orders: LineOrders,
    arrived: VecDeque<LineOrder>,
    exchange: SimulatedExchange,
    carrier: Carrier,
    /// Calls that were ordered at the switchboard.
    ordered: BTreeSet<LineId>,
    untold: Vec<Entry>,
    behind: Meter,
}

/// Who carries the calls that are ordered at the switchboard.
enum Carrier {
    /// No exchange is connected, and nothing can be placed.
    Nobody,
    /// The simulated exchange; somebody says what its far ends do.
    Simulated(FarEnd),
    Asterisk(Asterisk),
}

impl Lines {
    /// Lines of a simulated exchange.
    pub fn simulated(orders: LineOrders, far_end: FarEnd) -> Self {
        let lines = Self::unconnected(orders);
        lines.orders.connect(true);
        Self {
            carrier: Carrier::Simulated(far_end),
            ..lines
        }
    }

    /// Lines of a real exchange.
    pub fn of_asterisk(orders: LineOrders, asterisk: Asterisk) -> Self {
        orders.want_phones();
        Self {
            carrier: Carrier::Asterisk(asterisk),
            ..Self::unconnected(orders)
        }
    }

    /// No exchange is connected: whatever is ordered goes back as not placed.
    pub fn unconnected(orders: LineOrders) -> Self {
        orders.connect(false);
        Self {
            orders,
            arrived: VecDeque::new(),
            exchange: SimulatedExchange::new(),
            carrier: Carrier::Nobody,
            ordered: BTreeSet::new(),
            untold: Vec::new(),
            behind: Meter::default(),
        }
    }

    /// Carries out what was ordered, and records what was heard since.
    pub fn step(&mut self, store: &Store) -> Result<Vec<Recorded>, StoreError> {
        self.obey(store);
        let now = store.clock().now();
        let heard = match &mut self.carrier {
            Carrier::Asterisk(asterisk) => {
                self.orders.connect(asterisk.is_connected());
                asterisk.step(now)
            }
            Carrier::Simulated(_) | Carrier::Nobody => self.exchange.step(now),
        };
        self.hear(&heard);
        self.tell(store)
    }

    /// Waits for an order, for so long at most.
    pub fn wait(&mut self, at_most: Duration) {
        self.arrived.extend(self.orders.wait(at_most));
    }

    /// When a line has something to say next.
    pub fn next_due(&self) -> Option<Timestamp> {
        self.exchange.next_due()
    }

    /// The exchange itself, for whoever places calls of their own on it.
    pub fn exchange(&mut self) -> &mut SimulatedExchange {
        &mut self.exchange
    }

    /// How long what was heard took until it was recorded.
    pub fn behind(&self) -> &Meter {
        &self.behind
    }

    /// How long calls take on their way through a real exchange.
    pub fn meters(&self) -> Option<Meters> {
        match &self.carrier {
            Carrier::Asterisk(asterisk) => Some(asterisk.meters()),
            Carrier::Simulated(_) | Carrier::Nobody => None,
        }
    }

    /// Whether the call was ordered at the switchboard.
    pub fn was_ordered(&self, line: LineId) -> bool {
        self.ordered.contains(&line)
    }

    pub fn hang_up(&mut self, call: OpenCall, now: Timestamp) {
        if let Carrier::Asterisk(asterisk) = &mut self.carrier {
            asterisk.hang_up(call.contact, call.attempt);
        } else if let Some(line) = self.exchange.line_of(call.contact, call.attempt) {
            self.exchange.hang_up(line, now);
        }
    }

    /// Ends every call and records that. Nothing is placed from here on.
    pub fn close(&mut self, store: &Store) -> Result<Vec<Recorded>, StoreError> {
        let carrier = std::mem::replace(&mut self.carrier, Carrier::Nobody);
        self.obey(store);
        let now = store.clock().now();
        let heard = if let Carrier::Asterisk(mut asterisk) = carrier {
            asterisk.close(now)
        } else {
            self.exchange.hang_up_all(now);
            self.exchange.step(now)
        };
        self.hear(&heard);
        self.tell(store)
    }

    /// Places and ends what was ordered.
    pub fn obey(&mut self, store: &Store) {
        while let Some(order) = self.arrived.pop_front().or_else(|| self.orders.take()) {
            match order {
                LineOrder::Place {
                    permit,
                    number,
                    list,
                    agent,
                    ..
                } => {
                    let order = Order {
                        list,
                        number,
                        permit,
                    };
                    self.place(order, agent, store);
                }
                LineOrder::HangUp {
                    list,
                    contact,
                    attempt,
                } => {
                    let call = OpenCall {
                        list,
                        contact,
                        attempt,
                    };
                    self.hang_up(call, store.clock().now());
                }
                LineOrder::PutDown { agent } => {
                    if let Carrier::Asterisk(asterisk) = &mut self.carrier {
                        asterisk.put_down(agent);
                    }
                }
                LineOrder::Listen => {}
            }
        }
    }

    fn place(&mut self, order: Order, agent: Option<AgentId>, store: &Store) {
        let (list, contact, attempt) = (order.list, order.permit.contact(), order.permit.attempt());
        let now = store.clock().now();
        let placed = match &mut self.carrier {
            Carrier::Nobody => None,
            Carrier::Simulated(far_end) => {
                let callee = far_end(store, &order);
                self.exchange.play_at(store.clock().speed());
                self.exchange.place(order, callee, now).ok()
            }
            // An agent without a phone would leave whoever answers in silence.
            Carrier::Asterisk(asterisk) => match listener(agent, store) {
                Ok(phone) if phone.is_some() || agent.is_none() => {
                    asterisk.place(order, phone, now).ok()
                }
                Ok(_) | Err(_) => None,
            },
        };
        if let Some(placed) = placed {
            self.ordered.insert(placed.line);
            return;
        }
        let report = Report::NotPlaced { attempt };
        let id = event_id(list, contact, attempt, &report);
        let entry = Entry::report(list, contact, Actor::Line, report);
        self.untold.push(entry.with_id(id));
    }

    /// Notes what the lines said.
    pub fn hear<'a>(&mut self, heard: impl IntoIterator<Item = &'a Heard>) {
        for heard in heard {
            if matches!(
                heard.report,
                Report::Ended { .. } | Report::NotPlaced { .. }
            ) {
                self.ordered.remove(&heard.placed.line);
            }
            self.untold.push(entry(heard));
        }
    }

    /// Records what was noted; ends the calls nobody is on any more.
    pub fn tell(&mut self, store: &Store) -> Result<Vec<Recorded>, StoreError> {
        if self.untold.is_empty() {
            return Ok(Vec::new());
        }
        let answers = deliver(store, self.untold.clone())?;
        let now = store.clock().now();
        for entry in self.untold.drain(..) {
            let since = entry.happened_at.unwrap_or(now);
            let took = now.duration_since(since).try_into();
            self.behind.note(took.unwrap_or_default());
        }
        let mut told = Vec::new();
        for answer in answers {
            if let Some(recorded) = taken(answer)? {
                for call in open_calls(&recorded) {
                    self.hang_up(call, now);
                }
                told.push(recorded);
            }
        }
        Ok(told)
    }
}

/// On what the agent of a call talks; nobody for a call that nobody is kept for.
fn listener(agent: Option<AgentId>, store: &Store) -> Result<Option<Phone>, StoreError> {
    let Some(agent) = agent else {
        return Ok(None);
    };
    let phone = store.phone(agent)?;
    Ok(phone.map(|phone| Phone {
        agent,
        line: phone.to_string(),
    }))
}

/// A report is never refused; a contact whose import was taken back is no loss.
pub(crate) fn taken(answer: Answer) -> Result<Option<Recorded>, StoreError> {
    match answer {
        Ok(recorded) => Ok(Some(recorded)),
        Err(RecordError::Store(error)) => Err(error),
        Err(RecordError::Refused(_) | RecordError::NotFound { .. }) => Ok(None),
    }
}

/// The calls a recorded event orders to be ended.
pub(crate) fn open_calls(recorded: &Recorded) -> impl Iterator<Item = OpenCall> {
    let (list, contact) = (recorded.contact.list, recorded.contact.id);
    recorded.orders.iter().filter_map(move |order| match order {
        Effect::HangUp { attempt } => Some(OpenCall {
            list,
            contact,
            attempt: *attempt,
        }),
        Effect::Suppress { .. } | Effect::Act { .. } | Effect::Recall { .. } => None,
    })
}
