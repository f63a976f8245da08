//! Runs the lines: places the calls that are ordered, listens, records what is heard.
//!
//! Orders come in at the switchboard. What cannot be placed is told to the house at once;
//! what could not be recorded yet is told again, under the same id.

use crate::aside::Aside;
use crate::carrier::Carrier;
use crate::earlier::Earlier;
use crate::handsets::Handsets;
use crate::intake::{deliver_each, entry, event_id};
use crate::keeper::OpenCall;
use crate::reception::Reception;
use crate::recorder::{Recorder, tape_act};
use crate::refused::Refused;
use crate::simulated::Simulated;
use crate::traffic::Up;
use engine::{Actor, AgentId, ContactId, Effect, ListId, Report};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;
use store::{Entry, LineOrder, LineOrders, RecordAct, RecordError, Recorded, Store, StoreError};
use telephony::asterisk::{Exchanges, Meters};
use telephony::{Callee, Heard, InHeard, InNews, LineId, Meter, Order, SimulatedExchange};

/// Says what the far end of a call does.
pub type FarEnd = Box<dyn FnMut(&Store, &Order) -> Callee + Send>;

pub struct Lines {
    pub(crate) orders: LineOrders,
    arrived: VecDeque<LineOrder>,
    pub(crate) carrier: Carrier,
    /// Calls that were ordered at the switchboard.
    pub(crate) ordered: BTreeSet<LineId>,
    pub(crate) untold: Vec<Entry>,
    /// What cannot be recorded as things are.
    set_aside: Aside<Entry>,
    pub(crate) reception: Reception,
    pub(crate) earlier: Earlier,
    /// What callers have done, and was not taken in yet.
    callers: VecDeque<InHeard>,
    behind: Meter,
    pub(crate) records: bool,
    pub(crate) recorder: Recorder,
    pub(crate) refused: Refused,
    /// Why what was done could not be noted: told with the next step.
    pub(crate) unnoted: Option<StoreError>,
    pub(crate) up: Up,
    /// Whose contact is in a colleague's hands already, until the talk is, too.
    pub(crate) passing: BTreeMap<AgentId, AgentId>,
    pub(crate) handsets: Handsets,
}

impl Lines {
    /// Lines of a simulated exchange.
    pub fn simulated(orders: LineOrders, far_end: FarEnd) -> Self {
        Self::carried_by(Carrier::simulated(Simulated::with(far_end)), orders)
    }

    /// Lines of a real exchange, or of several.
    pub fn of_asterisk(orders: LineOrders, asterisk: impl Into<Exchanges>) -> Self {
        orders.want_phones();
        let mut lines = Self::carried_by(Carrier::asterisk(asterisk.into()), orders);
        if let Some(phones) = lines.carrier.whereabouts() {
            lines.reception.whereabouts = phones.clone();
            let apart = move |one: &str, other: &str| phones.are_apart(one, other);
            lines.orders.tell_apart(Box::new(apart));
        }
        lines.reception.with_phones = true;
        lines
    }

    /// No exchange is connected: whatever is ordered goes back as not placed.
    pub fn unconnected(orders: LineOrders) -> Self {
        Self::carried_by(Carrier::default(), orders)
    }

    fn carried_by(carrier: Carrier, orders: LineOrders) -> Self {
        orders.connect(carrier.is_connected());
        Self {
            orders,
            arrived: VecDeque::new(),
            carrier,
            ordered: BTreeSet::new(),
            untold: Vec::new(),
            set_aside: Aside::default(),
            reception: Reception::default(),
            earlier: Earlier::default(),
            callers: VecDeque::new(),
            behind: Meter::default(),
            records: false,
            recorder: Recorder::default(),
            refused: Refused::default(),
            unnoted: None,
            up: Up::default(),
            passing: BTreeMap::new(),
            handsets: Handsets::default(),
        }
    }

    /// There is somewhere to bring recordings to: talks are recorded that ask for it.
    pub fn record(&mut self) {
        self.records = true;
        self.carrier.record();
    }

    /// Carries out what was ordered, and records what was heard since.
    pub fn step(&mut self, store: &Store) -> Result<Vec<Recorded>, StoreError> {
        self.obey(store);
        let now = store.clock().now();
        self.orders.connect(self.carrier.is_connected());
        let heard = self.carrier.step(now);
        self.recorder.note(self.carrier.taped(now));
        self.hear(&heard);
        // What goes wrong with a caller holds up nobody else's call.
        let received = self.receive(store);
        let mut recorded = self.tell(store)?;
        recorded.extend(received?);
        Ok(recorded)
    }

    /// What callers have done, and what follows from it.
    pub fn receive(&mut self, store: &Store) -> Result<Vec<Recorded>, StoreError> {
        let now = store.clock().now();
        // In this order: what is said of callers is there before it is said that all is known.
        let has_said = self.carrier.has_said_who_is_there();
        self.callers.extend(self.carrier.callers(now));
        let mut done = Ok(());
        while let Some(heard) = self.callers.pop_front() {
            done = done.and(self.reception.hear(store, heard));
        }
        done = done.and(self.reception.look_round(store, has_said));
        self.look_back(store, has_said);
        done = done.and(self.reception.tick(store));
        // What went wrong with one caller is of no matter to the others.
        self.attend(now);
        done.map(|()| self.reception.recorded())
    }

    /// Has done what callers are to hear.
    pub(crate) fn attend(&mut self, now: Timestamp) {
        for mut order in self.reception.orders() {
            self.talks(&mut order);
            self.carrier.receive(order, now);
        }
    }

    /// Waits for an order, for so long at most.
    pub fn wait(&mut self, at_most: Duration) {
        self.arrived.extend(self.orders.wait(at_most));
    }

    /// When a line has something to say next.
    pub fn next_due(&self) -> Option<Timestamp> {
        self.carrier.next_due()
    }

    /// The simulated exchange, for whoever places calls of their own on it.
    pub fn exchange(&mut self) -> &mut SimulatedExchange {
        &mut self.carrier.simulated.exchange
    }

    /// How long what was heard took until it was recorded.
    pub fn behind(&self) -> &Meter {
        &self.behind
    }

    /// How long calls take on their way through a real exchange.
    pub fn meters(&self) -> Option<Meters> {
        self.carrier.meters()
    }

    /// Whether the call was ordered at the switchboard.
    pub fn was_ordered(&self, line: LineId) -> bool {
        self.ordered.contains(&line)
    }

    pub fn hang_up(&mut self, call: OpenCall, now: Timestamp) {
        self.carrier.hang_up(call, now);
    }

    /// Ends every call and records that. Nothing is placed from here on.
    pub fn close(&mut self, store: &Store) -> Result<Vec<Recorded>, StoreError> {
        let now = store.clock().now();
        let (heard, taped, callers) = self.carrier.close(now);
        self.recorder.note(taped);
        self.obey(store);
        self.hear(&heard);
        // Whoever is still there is for the next program, with what she asks for.
        let told =
            |heard: &InHeard| matches!(heard.news, InNews::Came { .. } | InNews::Gone { .. });
        for heard in self.callers.drain(..).chain(callers).filter(told) {
            self.reception.hear(store, heard)?;
        }
        let mut recorded = self.reception.recorded();
        recorded.extend(self.tell(store)?);
        Ok(recorded)
    }

    /// Places and ends what was ordered.
    pub fn obey(&mut self, store: &Store) {
        while let Some(order) = self.arrived.pop_front().or_else(|| self.orders.take()) {
            self.carry_out(order, store);
        }
    }

    fn carry_out(&mut self, order: LineOrder, store: &Store) {
        let now = store.clock().now();
        match order {
            LineOrder::Place {
                permit,
                number,
                list,
                contact,
                attempt,
                campaign,
                agent,
            } => {
                // Whoever answers might hear on whose behalf she was not called.
                let Ok(sounds) = store.sounds_for(campaign) else {
                    return self.not_dialled(list, contact, attempt);
                };
                let order = Order {
                    list,
                    number,
                    permit,
                    sounds,
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
                self.carrier.hang_up(call, now);
            }
            LineOrder::PutDown { agent } => self.carrier.put_down(agent),
            LineOrder::PhoneRenewed { agent } => self.carrier.phone_renewed(agent),
            LineOrder::Listen => {}
            LineOrder::Record {
                contact,
                attempt,
                act,
            } => {
                if act == RecordAct::Refuse {
                    self.refused.at(now);
                }
                self.carrier.tape(contact, attempt, tape_act(act), now);
            }
            LineOrder::During { agent, wish } => self.during(agent, wish, store),
            LineOrder::Answer { call, agent } => {
                // What could not be read now is asked again by whoever waits.
                let _ = self.answer(store, call, agent);
            }
            LineOrder::RingIn(ring) => self.ring_in(ring, now),
        }
    }

    fn place(&mut self, order: Order, agent: Option<AgentId>, store: &Store) {
        let (list, contact, attempt) = (order.list, order.permit.contact(), order.permit.attempt());
        let recording = order.permit.conduct().recording;
        // Whoever is asked by a colleague talks already.
        let is_free = |agent: AgentId| self.orders.talks().of(agent).asked_by.is_none();
        let placed = match agent.is_none_or(is_free) {
            true => self.carrier.place(order, agent, store),
            false => None,
        };
        if let Some(placed) = placed {
            self.up
                .placed(placed.line, self.carrier.name_of(placed.line), false);
            self.ordered.insert(placed.line);
            if let Some(agent) = agent {
                self.phone_taken_up(agent);
                if self.records {
                    self.recorder.placed(&placed, agent, recording);
                }
            }
            return;
        }
        self.not_dialled(list, contact, attempt);
    }

    fn not_dialled(&mut self, list: ListId, contact: ContactId, attempt: u32) {
        self.not_placed();
        let report = Report::NotPlaced { attempt };
        let id = event_id(list, contact, attempt, &report);
        let entry = Entry::report(list, contact, Actor::Line, report);
        self.untold.push(entry.with_id(id));
    }

    /// Notes what the lines said.
    pub fn hear<'a>(&mut self, heard: impl IntoIterator<Item = &'a Heard>) {
        for heard in heard {
            self.carrier.hear(heard);
            self.watch(heard);
            if matches!(
                heard.report,
                Report::Ended { .. } | Report::NotPlaced { .. }
            ) {
                self.ordered.remove(&heard.placed.line);
                self.recorder.ended(&heard.placed);
            }
            self.untold.push(entry(heard));
        }
    }

    /// Records what was noted; ends the calls nobody is on any more, and what nobody may hear.
    pub fn tell(&mut self, store: &Store) -> Result<Vec<Recorded>, StoreError> {
        self.recorder.note(self.carrier.taped(store.clock().now()));
        let noted = self.recorder.tell(store);
        let refused = self.destroy_refused_in_time(store);
        let let_go = self.let_phones_go(store);
        let told = self.report(store);
        self.show_traffic(store.clock().now());
        noted.and(refused).and(let_go)?;
        let told = told?;
        // After what ended them was recorded: whoever looks again sees both.
        self.show(store);
        self.unnoted.take().map_or(Ok(told), Err)
    }

    fn report(&mut self, store: &Store) -> Result<Vec<Recorded>, StoreError> {
        let now = store.clock().now();
        self.untold.extend(self.set_aside.due(now));
        if self.untold.is_empty() {
            return Ok(Vec::new());
        }
        let delivered = deliver_each(store, std::mem::take(&mut self.untold));
        self.untold = delivered.again;
        self.set_aside.put(delivered.unfit, now);
        let now = store.clock().now();
        let mut told = Vec::new();
        for (entry, answer) in delivered.told {
            let since = entry.happened_at.unwrap_or(now);
            let took = now.duration_since(since).try_into();
            self.behind.note(took.unwrap_or_default());
            if let Some(recorded) = answer {
                for call in open_calls(&recorded) {
                    self.hang_up(call, now);
                }
                told.push(recorded);
            }
        }
        match delivered.problem {
            // What was recorded of others has had its effect, and is told by the store to whoever looks.
            Some(problem) => Err(problem),
            None => Ok(told),
        }
    }
}

/// A report is never refused; a contact whose import was taken back is no loss.
pub(crate) fn taken<T>(answer: Result<T, RecordError>) -> Result<Option<T>, StoreError> {
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
