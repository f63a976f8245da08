//! A house that can be called: a campaign, its number, agents, one contact.

use engine::{AgentCommand, AgentId, CampaignId, ContactId, ContactKind, ListId, Number, Zone};
use engine::{Settings, law::shipped};
use jiff::{SignedDuration, Timestamp};
use std::path::PathBuf;
use store::{
    Address, Batch, CampaignState, Clock, Durability, InboundCall, LineOrder, Mode, NewContact,
    NewList, NewRules, Queue, QueueKind, SetClock, Store, Switchboard, USUAL_PRIORITY, switchboard,
};
use telephony::{Callee, Caller, Fate, SimulatedCaller};
use workers::{Centre, Lines};

pub const CALLED: u64 = 493_023_125_900;
pub const KNOWN: u64 = 493_023_125_001;
pub const STRANGER: u64 = 493_023_125_777;

const CATALOGUE: &str = include_str!("../../../../catalogues/contact-expert.toml");

pub struct House {
    file: PathBuf,
    pub store: Store,
    pub clock: SetClock,
    pub switchboard: Switchboard,
    pub centre: Centre,
    pub list: ListId,
    pub campaign: CampaignId,
    pub contact: ContactId,
    pub agents: Vec<AgentId>,
}

pub fn number(digits: u64) -> Number {
    Number::new(digits).unwrap()
}

fn zone() -> Zone {
    Zone::new("Europe/Amsterdam").unwrap()
}

impl House {
    /// On a Tuesday at 10:00, with agents who are ready at their desks.
    pub fn open(name: &str, agents: usize) -> Self {
        Self::under(name, "de", agents)
    }

    /// The same, where the law of another country holds.
    pub fn under(name: &str, country: &str, agents: usize) -> Self {
        let file = std::env::temp_dir().join(format!("dispo-{}-{name}.db", std::process::id()));
        let address: Address = format!("sqlite:{}", file.display()).parse().unwrap();
        let start: Timestamp = "2026-06-02T08:00:00Z".parse().unwrap();
        let clock = SetClock::at(start);
        let store = Store::open(&address, Clock::Set(clock.clone()), Durability::Relaxed).unwrap();
        let (list, campaign, contact) = fill(&store, country);
        let agents = (1..=agents).map(|n| agent(&store, campaign, n)).collect();
        let (switchboard, centre) = lines(&store);
        let house = Self {
            file,
            store,
            clock,
            switchboard,
            centre,
            list,
            campaign,
            contact,
            agents,
        };
        house.queue(&|_| {});
        house
    }

    /// Sets the number up, as usual but for something.
    pub fn queue(&self, change: &dyn Fn(&mut Queue)) {
        self.queue_at(CALLED, change);
    }

    /// The same of another number.
    pub fn queue_at(&self, called: u64, change: &dyn Fn(&mut Queue)) {
        let mut queue = Queue::new(number(called), "Callers", QueueKind::Service, zone());
        queue.campaign = Some(self.campaign);
        change(&mut queue);
        assert_eq!(self.store.set_queue(queue).unwrap(), []);
    }

    pub fn ring_in(&mut self, caller: SimulatedCaller) {
        let now = self.clock.now();
        self.centre.lines.exchange().ring_in(caller, now);
        self.pass(1);
    }

    pub fn pass(&mut self, seconds: i64) {
        for _ in 0..seconds {
            let next = self.clock.now() + SignedDuration::from_secs(1);
            self.clock.advance_to(next);
            self.centre.step().unwrap();
        }
    }

    /// Who is asked to take a call.
    pub fn asked(&self) -> Option<AgentId> {
        let open = self.store.open_inbound().unwrap();
        open.first()?.asked.map(|(agent, _)| agent)
    }

    pub fn answer(&mut self, agent: AgentId) {
        let call = self.store.inbound_asking(agent).unwrap().unwrap().id;
        let order = LineOrder::Answer { call, agent };
        self.switchboard.hand_in(order).unwrap();
        self.pass(1);
    }

    /// We end the talk of the newest call.
    pub fn hang_up(&mut self) {
        let order = LineOrder::HangUp {
            list: self.list,
            contact: self.contact,
            attempt: self.call().attempt.unwrap(),
        };
        self.switchboard.hand_in(order).unwrap();
        self.pass(1);
    }

    /// The newest call.
    pub fn call(&self) -> InboundCall {
        self.store.newest_inbound(1).unwrap().remove(0)
    }

    /// Ruins the row of the contact.
    pub fn ruin(&self) {
        let address: Address = format!("sqlite:{}", self.file.display()).parse().unwrap();
        let mut conn = store::conn::open(&address, store::conn::Access::Write).unwrap();
        conn.batch("UPDATE contact SET body = 'ruined'").unwrap();
    }

    /// How often something went wrong meanwhile.
    pub fn pass_whatever_fails(&mut self, seconds: i64) -> usize {
        let mut failed = 0;
        for _ in 0..seconds {
            let next = self.clock.now() + SignedDuration::from_secs(1);
            self.clock.advance_to(next);
            failed += usize::from(self.centre.step().is_err());
        }
        failed
    }

    /// The program dies without a word, and is started again.
    pub fn start_again(&mut self) {
        let (switchboard, centre) = lines(&self.store);
        self.switchboard = switchboard;
        self.centre = centre;
    }
}

impl Drop for House {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", self.file.display()));
        }
    }
}

/// Who calls from this number, and does nothing else.
pub fn caller(from: Option<u64>) -> SimulatedCaller {
    SimulatedCaller {
        called: format!("+{CALLED}"),
        caller: Caller {
            number: from.map(number),
            name: None,
        },
        patience: None,
        presses: None,
        talks: None,
    }
}

fn lines(store: &Store) -> (Switchboard, Centre) {
    let (switchboard, orders) = switchboard();
    let fate = Fate::Person {
        hangs_up_after: None,
    };
    let lines = Lines::simulated(
        orders,
        Box::new(move |_, _| Callee {
            rings_after: None,
            then_after: SignedDuration::from_secs(1),
            opts_out_after: None,
            fate: fate.clone(),
        }),
    );
    (switchboard, Centre::open(store.clone(), lines).unwrap())
}

fn agent(store: &Store, campaign: CampaignId, n: usize) -> AgentId {
    let agent = store.add_agent(&format!("agent {n}")).unwrap();
    store.assign(campaign, agent).unwrap();
    for command in [AgentCommand::LogIn, AgentCommand::Ready] {
        store.agent_command(agent, command).unwrap().unwrap();
    }
    store.renew(agent).unwrap();
    agent
}

fn fill(store: &Store, country: &str) -> (ListId, CampaignId, ContactId) {
    let list = NewList {
        name: "Customers".to_owned(),
        country: country.to_uppercase(),
        rules: NewRules {
            catalogue: CATALOGUE.to_owned(),
            law: shipped::shipped(country).map(str::to_owned),
            settings: Settings::default(),
        },
        fields: Vec::new(),
    };
    let list = store.add_list(list).unwrap();
    let campaign = store
        .add_campaign("Customers", CampaignState::Running)
        .unwrap();
    store.add_link(campaign, list, USUAL_PRIORITY).unwrap();
    let import = store
        .begin_import(list, Mode::Append, "one", "one")
        .unwrap();
    let contact = NewContact {
        line: 2,
        key: None,
        dedupe: None,
        zone: zone(),
        kind: ContactKind::Company,
        arrival: None,
        consent: None,
        numbers: vec![number(KNOWN)],
        fields: "{}".to_owned(),
    };
    let batch = Batch {
        contacts: vec![contact],
        lines_done: 2,
        ..Batch::default()
    };
    store.stage(&import, batch).unwrap();
    store.make_live(import.id).unwrap();
    let rows = store.contacts_after(list, ContactId(0), 1).unwrap();
    (list, campaign, rows[0].id)
}
