//! Who carries the calls: a real exchange where there is one, else the simulated one.

use crate::keeper::OpenCall;
use crate::simulated::Simulated;
use engine::{AgentId, Attendance, ContactId, Talk, Wish};
use jiff::Timestamp;
use store::{Store, StoreError};
use telephony::asterisk::{AnsweredBefore, Asterisk, Exchanges, Meters, Phone, Whereabouts};
use telephony::{
    Heard, InHeard, InLine, InOrder, LineId, Order, Placed, SimulatedCaller, TapeAct, Taped,
};

/// The simulated exchange, and its only way out.
const SIMULATED: &str = "simulated";

#[derive(Default)]
pub(crate) struct Carrier {
    asterisk: Option<Exchanges>,
    pub simulated: Simulated,
}

/// An exchange with its way out, as it is counted.
pub(crate) struct Carried<'a> {
    pub name: &'a str,
    pub trunk: &'a str,
    pub is_connected: bool,
    pub meters: Option<Meters>,
}

impl<'a> Carried<'a> {
    fn of(asterisk: &'a Asterisk) -> Self {
        Self {
            name: asterisk.name(),
            trunk: asterisk.trunk(),
            is_connected: asterisk.is_connected(),
            meters: Some(asterisk.meters()),
        }
    }
}

impl Carrier {
    pub fn simulated(simulated: Simulated) -> Self {
        Self {
            asterisk: None,
            simulated,
        }
    }

    pub fn asterisk(asterisk: Exchanges) -> Self {
        Self {
            asterisk: Some(asterisk),
            simulated: Simulated::default(),
        }
    }

    /// Whether what is ordered can be placed.
    pub fn is_connected(&self) -> bool {
        match &self.asterisk {
            Some(asterisk) => asterisk.is_connected(),
            None => self.simulated.takes_orders(),
        }
    }

    /// Whether it is known whom real exchanges still have, all of them; a simulated one ends with
    /// its program.
    pub fn has_said_who_is_there(&self) -> bool {
        let all = self.asterisk.as_ref();
        all.is_none_or(|all| all.each().all(Asterisk::is_connected))
    }

    /// Talks are recorded that ask for it.
    pub fn record(&mut self) {
        self.simulated.records = true;
        if let Some(asterisk) = &mut self.asterisk {
            asterisk.record();
        }
    }

    /// Dials, for the agent who is kept for whoever answers.
    pub fn place(&mut self, order: Order, agent: Option<AgentId>, store: &Store) -> Option<Placed> {
        let Some(asterisk) = &mut self.asterisk else {
            return self.simulated.place(order, agent, store);
        };
        let phone = listener(agent, store).ok()?;
        // An agent without a phone would leave whoever answers in silence.
        let can_hear = phone.is_some() || agent.is_none();
        let now = store.clock().now();
        let placed = can_hear.then(|| asterisk.place(order, phone, now));
        placed?.ok()
    }

    pub fn hang_up(&mut self, call: OpenCall, now: Timestamp) {
        match &mut self.asterisk {
            Some(asterisk) => asterisk.hang_up(call.contact, call.attempt),
            None => self.simulated.hang_up(call, now),
        }
    }

    /// What the lines have said up to now.
    pub fn step(&mut self, now: Timestamp) -> Vec<Heard> {
        match &mut self.asterisk {
            Some(asterisk) => asterisk.step(now),
            None => self.simulated.exchange.step(now),
        }
    }

    /// Takes in what the lines of a simulated exchange said, whoever asked for it.
    pub fn hear(&mut self, heard: &Heard) {
        if self.asterisk.is_none() {
            self.simulated.hear(heard);
        }
    }

    /// When a line has something to say next, where that is known before.
    pub fn next_due(&self) -> Option<Timestamp> {
        self.simulated.next_due()
    }

    /// What callers have done up to now.
    pub fn callers(&mut self, now: Timestamp) -> Vec<InHeard> {
        match &mut self.asterisk {
            Some(asterisk) => asterisk.callers(now),
            None => self.simulated.exchange.callers(now),
        }
    }

    /// Who answered dials of an earlier program, as far as exchanges have said.
    pub fn answered_before(&mut self) -> Vec<AnsweredBefore> {
        let all = self.asterisk.as_mut();
        all.map(Exchanges::answered_before).unwrap_or_default()
    }

    pub fn receive(&mut self, order: InOrder, now: Timestamp) {
        match &mut self.asterisk {
            Some(asterisk) => asterisk.receive(order),
            None => self.simulated.receive(order, now),
        }
    }

    /// Somebody calls because she is made to; over a real exchange nobody is.
    pub fn ring_in(&mut self, caller: SimulatedCaller, now: Timestamp) {
        if self.asterisk.is_none() {
            self.simulated.exchange.ring_in(caller, now);
        }
    }

    /// A line for a call that came in.
    pub fn new_line(&mut self, caller: InLine) -> LineId {
        match &mut self.asterisk {
            Some(asterisk) => asterisk.new_line(caller),
            None => self.simulated.exchange.new_line(),
        }
    }

    /// What is wanted of the recording of a talk.
    pub fn tape(&mut self, contact: ContactId, attempt: u32, act: TapeAct, now: Timestamp) {
        match &mut self.asterisk {
            Some(asterisk) => asterisk.tape(contact, attempt, act),
            None => self.simulated.tapes.act(contact, attempt, act, now),
        }
    }

    /// What became of recordings.
    pub fn taped(&mut self, now: Timestamp) -> Vec<Taped> {
        match &mut self.asterisk {
            Some(asterisk) => asterisk.taped(now),
            None => self.simulated.tapes.said(),
        }
    }

    /// Lets an agent's phone go.
    pub fn put_down(&mut self, agent: AgentId) {
        if let Some(asterisk) = &mut self.asterisk {
            asterisk.put_down(agent);
        }
    }

    /// An agent has her phone anew.
    pub fn phone_renewed(&mut self, agent: AgentId) {
        if let Some(asterisk) = &mut self.asterisk {
            asterisk.phone_renewed(agent);
        }
    }

    /// Something is asked of the talk an agent has; `phone` is whose it takes besides.
    pub fn during(
        &mut self,
        agent: AgentId,
        wish: Wish,
        phone: impl FnOnce(&Wish) -> Option<Phone>,
        now: Timestamp,
    ) {
        match &mut self.asterisk {
            Some(asterisk) => {
                let phone = phone(&wish);
                asterisk.during(agent, wish, phone);
            }
            None => self.simulated.during(agent, &wish, now),
        }
    }

    /// How the talks stand that have moved.
    pub fn talks(&mut self, now: Timestamp) -> Vec<(AgentId, Option<Talk>)> {
        match &mut self.asterisk {
            Some(asterisk) => asterisk.talks(now),
            None => {
                self.simulated.talks.step(now);
                self.simulated.talks.moved()
            }
        }
    }

    /// How far supervisors have come who want to be at talks.
    pub fn attendances(&mut self) -> Vec<Attendance> {
        match &mut self.asterisk {
            Some(asterisk) => asterisk.attendances(),
            None => self.simulated.talks.attendances(),
        }
    }

    /// How long calls take on their way through a real exchange.
    pub fn meters(&self) -> Option<Meters> {
        self.asterisk.as_ref().map(Exchanges::meters)
    }

    /// Where phones are registered, where that matters.
    pub fn whereabouts(&self) -> Option<Whereabouts> {
        self.asterisk.as_ref().map(Exchanges::whereabouts)
    }

    /// What is counted of each exchange; nothing where none is to be had.
    pub fn carried(&self) -> Vec<Carried<'_>> {
        let simulated = Carried {
            name: SIMULATED,
            trunk: SIMULATED,
            is_connected: true,
            meters: None,
        };
        match &self.asterisk {
            Some(asterisk) => asterisk.each().map(Carried::of).collect(),
            None if self.simulated.takes_orders() => vec![simulated],
            None => Vec::new(),
        }
    }

    /// How the exchange is called that carries a line.
    pub fn name_of(&self, line: LineId) -> &str {
        let asterisk = self.asterisk.as_ref().and_then(|all| all.of_line(line));
        asterisk.map_or(SIMULATED, Asterisk::name)
    }

    /// Ends every call. From here on nothing is connected.
    pub fn close(&mut self, now: Timestamp) -> (Vec<Heard>, Vec<Taped>, Vec<InHeard>) {
        match self.asterisk.take() {
            Some(mut asterisk) => {
                let heard = asterisk.close(now);
                (heard, asterisk.taped(now), asterisk.callers(now))
            }
            None => {
                let heard = self.simulated.close(now);
                (heard, Vec::new(), self.simulated.exchange.callers(now))
            }
        }
    }
}

/// On what the agent of a call talks; nobody for a call that nobody is kept for.
pub(crate) fn listener(agent: Option<AgentId>, store: &Store) -> Result<Option<Phone>, StoreError> {
    let Some(agent) = agent else {
        return Ok(None);
    };
    let phone = store.phone(agent)?;
    Ok(phone.map(|phone| Phone {
        agent,
        line: phone.to_string(),
    }))
}
