//! `dispo serve` over the tests' Asterisk, with fifty calls under way: half of them talk, some ring, some never
//! do, some are busy, some pick up only after five seconds; and two callers wait.

use super::desk::Desk;
use super::exchange::{number_is_of, rings_from, said};
use super::filled::{self, PASSWORD};
use crate::living::Running;
use crate::support::Floor;
use engine::{CampaignId, Contact, ContactId, Line, Phase};
use std::time::{Duration, Instant};
use store::{Address, Clock, Durability, InboundCall, InboundState, RecordingState, Store};

/// Those who pick up late are dialled last.
const PLAIN: [(u64, usize); 5] = [(108, 20), (130, 8), (134, 4), (120, 3), (107, 5)];
const TAPED: [(u64, usize); 4] = [(108, 5), (130, 2), (134, 1), (120, 2)];
const FIRST_CALLER: u64 = 493_023_125_777;

pub struct Centre {
    pub floor: Floor,
    pub store: Store,
    running: Option<Running>,
    pub app: String,
    pub plain: CampaignId,
    pub taped: CampaignId,
    desks: Vec<Desk>,
    /// Hers are those who call in.
    pub taker: Desk,
}

fn behaviours(some: &[(u64, usize)]) -> Vec<u64> {
    let each = some
        .iter()
        .map(|(behaviour, times)| vec![*behaviour; *times]);
    each.flatten().collect()
}

pub fn start(floor: &Floor, app: &str) -> Running {
    let exchange = said("DISPO_TEST_ASTERISK");
    let address = format!(
        "{exchange}?trunk=carrier&app={app}&apology=sound:hello-world&recording=sound:hello-world"
    );
    Running::start(
        floor,
        &format!("serve --listen 127.0.0.1:0 --asterisk {address}"),
    )
}

impl Centre {
    pub fn open(name: &str) -> Self {
        let floor = Floor::new();
        let app = format!("{name}-{}", std::process::id());
        let file = floor.path("dispo.db");
        let address: Address = format!("sqlite:{}", file.display()).parse().unwrap();
        let store = Store::open(&address, Clock::System, Durability::Full).unwrap();
        let plain = filled::campaign(&store, "Spring", &behaviours(&PLAIN), false);
        let taped = filled::campaign(&store, "Taped", &behaviours(&TAPED), true);
        let callers = filled::campaign(&store, "Callers", &[], false);
        filled::number(&store, callers);
        number_is_of(&app);
        let campaigns = [vec![taped; 10], vec![plain; 40], vec![callers]].concat();
        for (phone, campaign) in (1_001..).zip(campaigns) {
            filled::agent(&store, campaign, phone);
        }
        let running = start(&floor, &app);
        let open = |phone: usize| Desk::open(&running.address, &format!("a{phone}"), PASSWORD);
        Self {
            desks: (1_001..=1_050).map(open).collect(),
            taker: open(1_051),
            running: Some(running),
            floor,
            store,
            app,
            plain,
            taped,
        }
    }

    /// Two wait, one after the other, who behave so; everybody is dialled by an agent of her own.
    pub fn fifty_calls(&mut self, callers: [u64; 2]) {
        self.desks.iter_mut().for_each(Desk::gets_one);
        for (nth, behaviour) in (0..).zip(callers) {
            rings_from(FIRST_CALLER + nth, behaviour);
            self.until("she waits", |centre| centre.waiting().len() as u64 > nth);
        }
        let dial = |desk: &mut Desk| desk.presses("/desk/dial", "");
        self.desks.iter_mut().take(45).for_each(dial);
        self.until("half of them talk", |centre| {
            centre.in_phase(Phase::Talking) == 25
        });
        let recorded = |centre: &Self| centre.store.recordings_in(RecordingState::Recording, 10);
        self.until("those are recorded who are told", |centre| {
            recorded(centre).unwrap().len() == 5
        });
        self.desks.iter_mut().skip(45).for_each(dial);
        let rings = |line: &Line| matches!(line, Line::Ringing { .. });
        self.until("the last ring", |centre| centre.lines(rings) == 15);
    }

    pub fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let until = Instant::now() + Duration::from_secs(20);
        while !holds(self) {
            assert!(Instant::now() < until, "it did not come to this: {what}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    pub fn ends_by(&mut self, signal: &str) {
        let running = self.running.take().unwrap();
        match signal {
            "KILL" => running.kill(),
            _ => assert_eq!(running.told(&format!("-{signal}")), 0),
        }
    }

    /// The same program again, and every browser finds it.
    pub fn starts_again(&mut self) {
        let running = start(&self.floor, &self.app);
        self.until("every call has its end", |centre| centre.open_lines() == 0);
        let desks = self.desks.iter_mut().chain([&mut self.taker]);
        desks.for_each(|desk| desk.again(&running.address));
        self.running = Some(running);
    }

    /// Everybody codes what she has in hand, and goes home.
    pub fn all_go(&mut self) {
        self.desks.iter_mut().for_each(Desk::codes_and_goes);
    }

    /// Those who are called.
    pub fn contacts(&self) -> Vec<Contact> {
        let mut all = Vec::new();
        for list in self.store.lists().unwrap().iter().take(2) {
            for row in self
                .store
                .contacts_after(list.id, ContactId(0), 100)
                .unwrap()
            {
                all.push(self.store.contact(list.id, row.id).unwrap().unwrap());
            }
        }
        all
    }

    pub fn in_phase(&self, phase: Phase) -> usize {
        let contacts = self.contacts().into_iter();
        contacts
            .filter(|contact| contact.hand.as_ref().map(|hand| hand.phase()) == Some(phase))
            .count()
    }

    pub fn open_lines(&self) -> usize {
        self.lines(|line| line.is_open())
    }

    fn lines(&self, of: impl Fn(&Line) -> bool) -> usize {
        let contacts = self.contacts();
        let hands = contacts.iter().filter_map(|contact| contact.hand.as_ref());
        let calls = hands.flat_map(|hand| &hand.calls);
        calls.filter(|call| of(&call.line)).count()
    }

    pub fn waiting(&self) -> Vec<InboundCall> {
        let open = self.store.open_inbound().unwrap().into_iter();
        open.filter(|call| call.state == InboundState::Waiting)
            .collect()
    }
}
