//! A house of fifty agents with desk phones, each calling one contact over a real Asterisk.

use crate::proxy::Proxy;
use crate::scenarios::SCENARIOS;
use engine::{
    Actor, AgentCommand, AgentId, CampaignId, Code, Command, Contact, ContactKind, Facts, Number,
    Phase, Settings, Slot, Zone,
};
use jiff::Timestamp;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use store::{
    Address, Batch, CampaignState, Clock, Durability, Entry, Mode, NewContact, NewList, NewRules,
    Offered, ScaledClock, Store, Switchboard, USUAL_PRIORITY, switchboard,
};
use telephony::Order;
use telephony::asterisk::{Asterisk, AsteriskAddress, Exchanges};
use workers::{Centre, Lines};

const CALLPRO: &str = include_str!("../../../../catalogues/callpro.toml");
/// It rings for eight seconds at most.
const LAW: &str = r#"
country = "DE"
version = "tests"
zone = "Europe/Berlin"

[[ring]]
text = "It rings at most 8 seconds"
max_seconds = 8
source = "ours"
certain = false

[[recording]]
text = "The other side is told"
owed = "notice"
source = "ours"
certain = false
"#;

pub struct House {
    file: PathBuf,
    pub store: Store,
    pub switchboard: Switchboard,
    pub centre: Centre,
    pub agents: Vec<AgentId>,
    pub dialled: Vec<Contact>,
    pub proxy: Proxy,
    pub app: String,
    /// What an agent says of somebody she has talked with.
    code: &'static str,
}

/// Who carries the calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exchange {
    Asterisk,
    /// Far ends do what they do in the scenarios.
    Simulated,
    /// Asterisk, over a trunk that nobody has set up.
    Trunkless,
    /// Two Asterisks: every second agent has her phone with the second.
    Two,
}

impl House {
    pub fn open(name: &str, behaviours: &[u64]) -> Self {
        let contacts: Vec<Vec<u64>> = behaviours.iter().map(|one| vec![*one]).collect();
        Self::with(name, &contacts, Exchange::Asterisk)
    }

    /// As many agents as there are contacts, each of whom has a number for each behaviour.
    pub fn with(name: &str, contacts: &[Vec<u64>], exchange: Exchange) -> Self {
        Self::under((CALLPRO, "150"), name, contacts, exchange)
    }

    /// A house whose one agent says this of every talk.
    pub fn coding(name: &str, code: &'static str) -> Self {
        Self::under((CALLPRO, code), name, &[vec![100]], Exchange::Asterisk)
    }

    /// The same under another catalogue, with the code of a talk.
    pub fn under(
        (catalogue, code): (&str, &'static str),
        name: &str,
        contacts: &[Vec<u64>],
        exchange: Exchange,
    ) -> Self {
        let file = std::env::temp_dir().join(format!("dispo-{}-{name}.db", std::process::id()));
        let address: Address = format!("sqlite:{}", file.display()).parse().unwrap();
        let morning: Timestamp = "2026-06-02T08:00:00Z".parse().unwrap();
        let clock = Clock::Scaled(ScaledClock::starting_at(morning, 1));
        let store = Store::open(&address, clock, Durability::Relaxed).unwrap();
        fill(&store, "Spring", catalogue, contacts);
        let agents = (1..=contacts.len())
            .map(|desk| match exchange {
                Exchange::Two if desk % 2 == 0 => agent(&store, 500 + desk / 2),
                _ => agent(&store, desk),
            })
            .collect();
        let proxy = Proxy::to(&place());
        let app = format!("{name}-{}", std::process::id());
        let (switchboard, centre) = match exchange {
            Exchange::Asterisk => connect(&store, &proxy, &app, "carrier"),
            Exchange::Trunkless => connect(&store, &proxy, &app, "nowhere"),
            Exchange::Simulated => simulate(&store),
            Exchange::Two => connect_two(&store, &app),
        };
        Self {
            file,
            store,
            switchboard,
            centre,
            agents,
            dialled: Vec::new(),
            proxy,
            app,
            code,
        }
    }

    /// The program dies without a word, and is started again.
    pub fn die_and_start_again(&mut self) {
        self.die_for(Duration::ZERO);
    }

    /// The same, after so long.
    pub fn die_for(&mut self, time: Duration) {
        self.proxy.cut();
        std::thread::sleep(time);
        self.proxy = Proxy::to(&place());
        let (switchboard, centre) = connect(&self.store, &self.proxy, &self.app, "carrier");
        self.switchboard = switchboard;
        // The old one's thread goes on knocking at a door that stays shut.
        std::mem::forget(std::mem::replace(&mut self.centre, centre));
    }

    /// Every agent dials who is offered to her.
    pub fn dial_all(&mut self) {
        self.run_until("Asterisk is there", |house| {
            house.switchboard.has_exchange()
        });
        for agent in self.agents.clone() {
            self.dial_next(agent);
        }
    }

    /// An agent dials whom she is offered.
    pub fn dial_next(&mut self, agent: AgentId) {
        let Offered::Contact { recorded, .. } = self.store.offer(agent).unwrap() else {
            panic!("nothing is offered");
        };
        self.dial(&recorded.contact, agent, Slot(0));
        self.dialled.push(recorded.contact);
    }

    /// The same, and whoever answers finds nobody.
    pub fn dial_for_nobody(&mut self, agent: AgentId) {
        let Offered::Contact { recorded, .. } = self.store.offer(agent).unwrap() else {
            panic!("nothing is offered");
        };
        let (slot, facts) = (Slot(0), Facts::default());
        let dial = Command::Dial {
            slot,
            facts,
            unreserved: true,
        };
        self.record_dial(&recorded.contact, agent, dial);
        self.dialled.push(recorded.contact);
    }

    /// Another campaign with a list of its own, a contact for each behaviour, and an agent who works for it only.
    pub fn add_campaign(&mut self, name: &str, behaviours: &[u64]) -> CampaignId {
        let contacts: Vec<Vec<u64>> = behaviours.iter().map(|one| vec![*one]).collect();
        let campaign = fill(&self.store, name, CALLPRO, &contacts);
        let agent = agent_of(&self.store, campaign, self.agents.len() + 1);
        self.agents.push(agent);
        campaign
    }

    fn dial(&self, contact: &Contact, agent: AgentId, slot: Slot) {
        let dial = Command::dial(slot, Facts::default());
        self.record_dial(contact, agent, dial);
    }

    fn record_dial(&self, contact: &Contact, agent: AgentId, dial: Command) {
        let entry = Entry::command(contact.list, contact.id, Actor::Agent(agent), dial);
        let mut recorded = self.store.record(entry).unwrap();
        self.switchboard.carry_out(&mut recorded).unwrap();
    }

    /// Every agent tries the next number of the contact she has in hand.
    pub fn dial_second_numbers(&mut self) {
        for dialled in self.dialled.clone() {
            let hand = self.contact(&dialled).hand.unwrap();
            self.dial(&dialled, hand.agent, Slot(1));
        }
    }

    /// Runs the lines until something holds.
    pub fn run_until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) {
        let until = Instant::now() + Duration::from_secs(30);
        while !holds(self) {
            assert!(Instant::now() < until, "it did not come to this: {what}");
            self.step();
        }
    }

    pub fn run_for(&mut self, time: Duration) {
        let until = Instant::now() + time;
        while Instant::now() < until {
            self.step();
        }
    }

    fn step(&mut self) {
        self.centre.step().unwrap();
        self.centre.lines.wait(Duration::from_millis(20));
    }

    pub fn contact(&self, dialled: &Contact) -> Contact {
        let found = self.store.contact(dialled.list, dialled.id).unwrap();
        found.unwrap()
    }

    /// How many are in this phase of their handling now.
    pub fn in_phase(&self, phase: Phase) -> usize {
        let now = self.dialled.iter().map(|dialled| self.contact(dialled));
        now.filter(|contact| contact.hand.as_ref().map(|hand| hand.phase()) == Some(phase))
            .count()
    }

    /// Agents end their talks and say what came of them.
    pub fn wrap_up(&mut self) {
        for dialled in self.dialled.clone() {
            let there = self.contact(&dialled);
            let Some(call) = there.hand.as_ref().and_then(|hand| hand.calls.last()) else {
                continue;
            };
            let hang_up = store::LineOrder::HangUp {
                list: there.list,
                contact: there.id,
                attempt: call.attempt,
            };
            self.switchboard.hand_in(hang_up).unwrap();
        }
        self.run_until("every call has ended", |house| {
            house.in_phase(Phase::Talking) + house.in_phase(Phase::Dialling) == 0
        });
        for dialled in self.dialled.clone() {
            let there = self.contact(&dialled);
            let Some(hand) = there.hand else { continue };
            let dispose = Command::Dispose {
                code: Code::new(self.code),
                callback: None,
            };
            let actor = Actor::Agent(hand.agent);
            let entry = Entry::command(there.list, there.id, actor, dispose);
            self.store.record(entry).unwrap();
        }
    }

    /// Each contact that was dialled has one attempt with one code, and is in nobody's hands;
    /// the journal tells the same; Asterisk holds nothing of ours. Gives the outcomes' words.
    pub fn settled(mut self) -> Vec<&'static str> {
        let mut outcomes = Vec::new();
        for dialled in &self.dialled {
            let now = self.contact(dialled);
            assert_eq!(now.hand, None, "somebody is stuck");
            let attempts = self.store.attempts_of(now.list, now.id).unwrap();
            let said: Vec<_> = attempts
                .iter()
                .map(|attempt| attempt.outcome.word())
                .collect();
            assert!(said.len() <= 1, "one dial is one attempt: {said:?}");
            outcomes.extend(said);
        }
        let found = self.store.doctor().unwrap();
        assert!(found.differences.is_empty(), "{:?}", found.differences);
        self.centre.lines.close(&self.store).unwrap();
        let left = self.channels();
        assert!(left.is_empty(), "channels are left: {left:?}");
        outcomes.sort_unstable();
        outcomes
    }

    pub fn has_exchange(&self) -> bool {
        self.switchboard.has_exchange()
    }

    /// How the exchanges stand: connected, and how many calls there are.
    pub fn stand(&self) -> Vec<(bool, usize)> {
        let all = self.switchboard.traffic().read().exchanges;
        let all = all.values();
        all.map(|one| (one.is_connected, one.calls())).collect()
    }

    pub fn app(&self) -> &str {
        &self.app
    }

    pub fn hand_in(&self, order: store::LineOrder) {
        self.switchboard.hand_in(order).unwrap();
    }

    fn in_hand(&self, agent: AgentId) -> Option<Contact> {
        self.store.agent(agent).unwrap().unwrap().hand
    }

    /// How many agents have somebody in hand, and are as far.
    pub fn hands(&self, phase: Phase) -> usize {
        let hands = self.agents.iter().filter_map(|agent| self.in_hand(*agent));
        hands
            .filter(|contact| contact.hand.as_ref().map(|hand| hand.phase()) == Some(phase))
            .count()
    }

    pub fn hang_up(&self, agent: AgentId) {
        let contact = self.in_hand(agent).unwrap();
        let attempt = contact.hand.as_ref().unwrap().calls.last().unwrap().attempt;
        let (list, contact) = (contact.list, contact.id);
        self.hand_in(store::LineOrder::HangUp {
            list,
            contact,
            attempt,
        });
    }

    pub fn dispose(&self, agent: AgentId) {
        let contact = self.in_hand(agent).unwrap();
        let dispose = Command::Dispose {
            code: Code::new(self.code),
            callback: None,
        };
        let entry = Entry::command(contact.list, contact.id, Actor::Agent(agent), dispose);
        self.store.record(entry).unwrap();
    }

    /// Asterisk holds nothing of ours any more.
    pub fn leaves_nothing(mut self) {
        self.centre.lines.close(&self.store).unwrap();
        let left = self.channels();
        assert!(left.is_empty(), "channels are left: {left:?}");
    }

    fn channels(&self) -> Vec<String> {
        let until = Instant::now() + Duration::from_secs(5);
        loop {
            let said =
                ["exchange", "second"].map(|name| one_says(name, "core show channels concise"));
            let lines = said.iter().flat_map(|text| text.lines());
            let ours = lines.filter(|line| line.contains(&self.app));
            let ours: Vec<String> = ours.map(str::to_owned).collect();
            if ours.is_empty() || Instant::now() > until {
                return ours;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

impl Drop for House {
    fn drop(&mut self) {
        // What is left in the folder for temporary files does no harm.
        for end in ["", "-shm", "-wal"] {
            let _ = std::fs::remove_file(format!("{}{end}", self.file.display()));
        }
    }
}

fn connect(store: &Store, proxy: &Proxy, app: &str, trunk: &str) -> (Switchboard, Centre) {
    let (account, _) = address();
    let port = proxy.port;
    let address = format!(
        "ws://{account}@127.0.0.1:{port}/ari?trunk={trunk}&app={app}&apology=sound:hello-world&recording=sound:hello-world"
    );
    let (switchboard, orders) = switchboard();
    let nudged = switchboard.clone();
    let asterisk = Asterisk::connect(
        address.parse().unwrap(),
        move || nudged.listen(),
        |problem| eprintln!("{problem}"),
    )
    .unwrap();
    let mut lines = Lines::of_asterisk(orders, asterisk);
    lines.record();
    (switchboard, Centre::open(store.clone(), lines).unwrap())
}

fn connect_two(store: &Store, app: &str) -> (Switchboard, Centre) {
    let addresses: Vec<AsteriskAddress> = ["DISPO_TEST_ASTERISK", "DISPO_TEST_ASTERISK_SECOND"]
        .iter()
        .map(|name| {
            let address = format!(
                "{}?trunk=carrier&app={app}&apology=sound:hello-world",
                said(name)
            );
            address.parse().unwrap()
        })
        .collect();
    let (switchboard, orders) = switchboard();
    let nudged = switchboard.clone();
    let exchanges = Exchanges::connect(
        &addresses,
        move || nudged.listen(),
        |problem| eprintln!("{problem}"),
    );
    let lines = Lines::of_asterisk(orders, exchanges.unwrap());
    (switchboard, Centre::open(store.clone(), lines).unwrap())
}

fn simulate(store: &Store) -> (Switchboard, Centre) {
    let (switchboard, orders) = switchboard();
    let far_end = |_: &Store, order: &Order| {
        let behaviour = order.number.digits() % 1_000;
        let found = SCENARIOS
            .iter()
            .find(|scenario| scenario.behaviour == behaviour);
        found.unwrap().callee()
    };
    let lines = Lines::simulated(orders, Box::new(far_end));
    (switchboard, Centre::open(store.clone(), lines).unwrap())
}

/// Account and place of the tests' Asterisk.
pub fn address() -> (String, String) {
    let address = said("DISPO_TEST_ASTERISK");
    let rest = address.strip_prefix("ws://").unwrap();
    let (account, place) = rest.split_once('@').unwrap();
    let place = place.split('/').next().unwrap();
    (account.to_owned(), place.to_owned())
}

fn place() -> String {
    address().1
}

pub fn said(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        panic!("{name} is not set; run this through scripts/asterisk-for-tests")
    })
}

pub fn asterisk_says(command: &str) -> String {
    one_says("exchange", command)
}

/// What an Asterisk of this name says at its own command line.
pub fn one_says(name: &str, command: &str) -> String {
    let settings = format!(
        "{}/{name}/etc/asterisk.conf",
        said("DISPO_TEST_ASTERISK_RUN")
    );
    let asked = std::process::Command::new(said("DISPO_TEST_ASTERISK_COMMAND"))
        .args(["-C", &settings, "-rx", command])
        .output()
        .unwrap();
    String::from_utf8_lossy(&asked.stdout).into_owned()
}

fn number(behaviour: &u64) -> Number {
    Number::new(493_023_125_000 + behaviour).unwrap()
}

/// An agent who is ready at her desk phone.
fn agent(store: &Store, desk: usize) -> AgentId {
    agent_of(store, store.campaigns().unwrap()[0].id, desk)
}

fn agent_of(store: &Store, campaign: CampaignId, desk: usize) -> AgentId {
    let agent = store.add_agent(&format!("Agent {desk}")).unwrap();
    let phone = (1_000 + desk).to_string().parse().unwrap();
    store.set_phone(agent, Some(phone)).unwrap().unwrap();
    store.assign(campaign, agent).unwrap();
    for command in [AgentCommand::LogIn, AgentCommand::Ready] {
        store.agent_command(agent, command).unwrap().unwrap();
    }
    agent
}

fn fill(store: &Store, name: &str, catalogue: &str, behaviours: &[Vec<u64>]) -> CampaignId {
    let rules = NewRules {
        catalogue: catalogue.to_owned(),
        law: Some(LAW.to_owned()),
        settings: Settings::default(),
    };
    let list = store
        .add_list(NewList {
            name: name.to_owned(),
            country: "DE".to_owned(),
            rules,
            fields: Vec::new(),
        })
        .unwrap();
    let campaign = store.add_campaign(name, CampaignState::Running).unwrap();
    store.add_link(campaign, list, USUAL_PRIORITY).unwrap();
    let import = store
        .begin_import(list, Mode::Append, "spring.csv", "digest")
        .unwrap();
    let contacts = behaviours
        .iter()
        .zip(2..)
        .map(|(behaviours, line)| NewContact {
            line,
            key: None,
            dedupe: None,
            zone: Zone::new("Europe/Berlin").unwrap(),
            kind: ContactKind::Company,
            arrival: None,
            consent: None,
            numbers: behaviours.iter().map(number).collect(),
            fields: "{}".to_owned(),
        });
    let batch = Batch {
        contacts: contacts.collect(),
        lines_done: behaviours.len() as u64,
        ..Batch::default()
    };
    store.stage(&import, batch).unwrap();
    store.make_live(import.id).unwrap();
    campaign
}
