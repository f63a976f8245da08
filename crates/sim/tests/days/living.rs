//! A centre that lives, its clock moved on by hand.

use crate::support::{Directory, fill};
use engine::{
    Actor, AgentCommand, AgentId, Command, Contact, Facts, Line, Outcome, Settings, Slot,
};
use jiff::{SignedDuration, Timestamp};
use sim::{Living, SimError};
use store::{
    Clock, Durability, Entry, Offered, Recorded, SetClock, Store, Switchboard, switchboard,
};

/// Whatever goes wrong is a failure here.
fn no_problem(error: &SimError) {
    panic!("{error}");
}

pub struct Centre {
    pub store: Store,
    pub clock: SetClock,
    pub switchboard: Switchboard,
    pub living: Living,
}

impl Centre {
    /// On a Tuesday at ten.
    pub fn open(address: &store::Address, agents: u32) -> Self {
        let clock = SetClock::at("2026-06-02T08:00:00Z".parse().unwrap());
        let store = Store::open(address, Clock::Set(clock.clone()), Durability::Relaxed).unwrap();
        if let Some(newest) = store.newest_event().unwrap() {
            clock.advance_to(newest);
        }
        let (switchboard, orders) = switchboard();
        let living = Living::open(store.clone(), orders, agents, 1).unwrap();
        Self {
            store,
            clock,
            switchboard,
            living,
        }
    }

    pub fn pass(&mut self, seconds: i64, times: usize) {
        for _ in 0..times {
            let now = self.clock.now() + SignedDuration::from_secs(seconds);
            self.clock.advance_to(now);
            self.living.step(&mut no_problem);
        }
    }

    /// Somebody at a desk of her own, in all campaigns.
    pub fn visitor(&self) -> AgentId {
        let agent = self.store.add_agent("You").unwrap();
        for campaign in self.store.campaigns().unwrap() {
            self.store.assign(campaign.id, agent).unwrap();
        }
        for command in [AgentCommand::LogIn, AgentCommand::Ready] {
            self.store.agent_command(agent, command).unwrap().unwrap();
        }
        agent
    }

    fn offered(&self, agent: AgentId) -> Contact {
        match self.store.offer(agent).unwrap() {
            Offered::Contact { recorded, .. } => recorded.contact,
            other => panic!("{other:?}"),
        }
    }

    fn command(&self, agent: AgentId, contact: &Contact, command: Command) -> Recorded {
        let entry = Entry::command(contact.list, contact.id, Actor::Agent(agent), command);
        let mut recorded = self.store.record(entry).unwrap();
        self.switchboard.carry_out(&mut recorded).unwrap();
        recorded
    }

    fn dial(&self, agent: AgentId, contact: &Contact, slot: Slot) {
        let facts = Facts::default();
        self.command(agent, contact, Command::dial(slot, facts));
    }

    fn hand_of(&self, agent: AgentId) -> Option<Contact> {
        self.store.agent(agent).unwrap().unwrap().hand
    }

    pub fn in_order(&self) {
        assert_eq!(self.living.laws().broken, [] as [String; 0]);
        assert_eq!(self.store.unlawful_dials().unwrap(), []);
        assert_eq!(self.store.doctor().unwrap().differences, []);
    }
}

fn last_line(contact: &Contact) -> Line {
    contact.hand.as_ref().unwrap().calls.last().unwrap().line
}

#[test]
fn a_day_that_is_lived_keeps_the_laws_and_its_night_is_skipped() {
    let directory = Directory::new();
    let address = directory.address("lived.db");
    fill(&address, 400, Settings::default());
    let mut centre = Centre::open(&address, 5);
    let evening: Timestamp = "2026-06-02T18:50:00Z".parse().unwrap();
    while centre.clock.now() < evening {
        centre.pass(17, 1);
    }
    let morning: Timestamp = "2026-06-03T06:50:00Z".parse().unwrap();
    assert!(centre.clock.now() >= morning, "{}", centre.clock.now());
    centre.pass(60, 60);
    assert!(centre.living.laws().seen.dials > 100);
    assert_eq!(centre.living.laws().uncoded(), []);
    centre.in_order();
}

#[test]
fn people_answer_those_who_dial_from_a_desk() {
    let directory = Directory::new();
    let address = directory.address("desk.db");
    fill(&address, 100, Settings::default());
    let mut centre = Centre::open(&address, 1);
    let you = centre.visitor();
    let (mut rang, mut hung_up) = (0, 0);
    for _ in 0..40 {
        let contact = match centre.hand_of(you) {
            Some(contact) => contact,
            None => centre.offered(you),
        };
        centre.dial(you, &contact, contact.open_slots()[0]);
        loop {
            centre.pass(2, 1);
            let Some(now) = centre.hand_of(you).filter(|now| now.id == contact.id) else {
                break;
            };
            match last_line(&now) {
                Line::Ringing { .. } => rang += 1,
                Line::Dialling | Line::Talking { .. } => {}
                Line::Ended { outcome, .. } => {
                    hung_up += i32::from(outcome == Outcome::Answered);
                    let code = engine::Code::new("500");
                    let callback = None;
                    centre.command(you, &now, Command::Dispose { code, callback });
                    break;
                }
            }
        }
    }
    assert!(rang > 20 && hung_up > 3, "{rang} rang, {hung_up} talked");
    centre.in_order();
}

#[test]
fn a_restart_goes_on_where_the_program_was_left() {
    let directory = Directory::new();
    let address = directory.address("again.db");
    fill(&address, 100, Settings::default());
    let mut centre = Centre::open(&address, 4);
    let you = centre.visitor();
    let contact = centre.offered(you);
    centre.dial(you, &contact, contact.open_slots()[0]);
    centre.pass(1, 90);
    // The program is gone with calls on its lines.
    let dials = centre.living.laws().seen.dials;
    assert!(dials > 0);
    drop(centre);
    let mut again = Centre::open(&address, 4);
    for (agent, name) in again.store.agents().unwrap() {
        let hand = again.hand_of(agent).and_then(|contact| contact.hand);
        let open = hand.is_some_and(|hand| hand.calls.iter().any(|call| call.line.is_open()));
        assert!(!open, "{name} is on a line nobody runs");
    }
    again.pass(10, 120);
    assert!(again.living.laws().seen.dials > dials);
    again.in_order();
}

#[test]
fn calls_end_with_the_program() {
    let directory = Directory::new();
    let address = directory.address("end.db");
    fill(&address, 60, Settings::default());
    let mut centre = Centre::open(&address, 6);
    centre.pass(5, 30);
    let Centre { store, living, .. } = centre;
    living.close().unwrap();
    for (agent, _) in store.agents().unwrap() {
        let hand = store.agent(agent).unwrap().unwrap().hand;
        let calls = hand.and_then(|contact| contact.hand).map(|hand| hand.calls);
        assert!(calls.is_none_or(|calls| calls.iter().all(|call| !call.line.is_open())));
    }
    assert_eq!(store.doctor().unwrap().differences, []);
}
