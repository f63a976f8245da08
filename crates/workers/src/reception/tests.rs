//! What cannot be read or written for a moment loses nobody.

use super::*;
use engine::{AgentCommand, ListId, Number, Settings, Zone};
use jiff::SignedDuration;
use std::path::PathBuf;
use store::{Address, Clock, Durability, NewList, NewRules, SetClock, USUAL_PRIORITY};

const CALLED: &str = "+493023125900";
const LINE: InLine = InLine(1);

struct House {
    file: PathBuf,
    store: Store,
    clock: SetClock,
    reception: Reception,
    agent: AgentId,
}

fn number(digits: u64) -> Number {
    Number::new(digits).unwrap()
}

impl House {
    /// An agent who is ready and has a phone, and a number whose callers become contacts.
    fn open(name: &str) -> Self {
        let file = std::env::temp_dir().join(format!("dispo-in-{}-{name}.db", std::process::id()));
        let address: Address = format!("sqlite:{}", file.display()).parse().unwrap();
        let clock = SetClock::at("2026-06-02T08:00:00Z".parse().unwrap());
        let store = Store::open(&address, Clock::Set(clock.clone()), Durability::Relaxed).unwrap();
        let list = list(&store);
        let campaign = store
            .add_campaign("Customers", CampaignState::Running)
            .unwrap();
        store.add_link(campaign, list, USUAL_PRIORITY).unwrap();
        store
            .set_caller_id(campaign, Some(number(493_023_125_901)))
            .unwrap();
        let agent = store.add_agent("Ada").unwrap();
        let phone = "1001".parse().unwrap();
        store.set_phone(agent, Some(phone)).unwrap().unwrap();
        store.assign(campaign, agent).unwrap();
        for command in [AgentCommand::LogIn, AgentCommand::Ready] {
            store.agent_command(agent, command).unwrap().unwrap();
        }
        store.renew(agent).unwrap();
        let zone = Zone::new("Europe/Berlin").unwrap();
        let called = number(493_023_125_900);
        let queue = Queue {
            campaign: Some(campaign),
            list: Some(list),
            ..Queue::new(called, "Callers", QueueKind::Service, zone)
        };
        assert_eq!(store.set_queue(queue).unwrap(), []);
        let reception = Reception {
            with_phones: true,
            ..Reception::default()
        };
        Self {
            file,
            store,
            clock,
            reception,
            agent,
        }
    }

    fn hears(&mut self, news: InNews) -> Result<(), StoreError> {
        let happened_at = self.clock.now();
        let heard = InHeard {
            line: LINE,
            news,
            happened_at,
        };
        self.reception.hear(&self.store, heard)
    }

    fn comes(&mut self) -> Result<(), StoreError> {
        let caller = Caller {
            number: Some(number(493_023_125_777)),
            name: None,
        };
        self.hears(InNews::Came {
            called: CALLED.to_owned(),
            caller,
            id: Some("1700000000.1".to_owned()),
        })
    }

    /// She waits, and the agent is asked; what was ordered meanwhile is done.
    fn asked(name: &str) -> Self {
        let mut house = Self::open(name);
        house.comes().unwrap();
        house.reception.tick(&house.store).unwrap();
        house.reception.orders();
        house
    }

    fn answers(&mut self) -> Vec<InOrder> {
        let call = self.store.inbound_asking(self.agent).unwrap().unwrap().id;
        let answered = self.reception.answer(&self.store, call, self.agent);
        answered.unwrap();
        self.reception.orders()
    }

    /// A table cannot be read until it is mended.
    fn spoil(&self, from: &str, to: &str) {
        let address: Address = format!("sqlite:{}", self.file.display()).parse().unwrap();
        let mut conn = store::conn::open(&address, store::conn::Access::Write).unwrap();
        conn.batch(&format!("ALTER TABLE {from} RENAME TO {to}"))
            .unwrap();
    }
}

impl Drop for House {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", self.file.display()));
        }
    }
}

fn list(store: &Store) -> ListId {
    let catalogue = include_str!("../../../../catalogues/callpro.toml");
    let rules = NewRules {
        catalogue: catalogue.to_owned(),
        law: None,
        settings: Settings::default(),
    };
    let list = NewList {
        name: "Customers".to_owned(),
        country: "DE".to_owned(),
        rules,
        fields: Vec::new(),
    };
    store.add_list(list).unwrap()
}

#[test]
fn whoever_cannot_be_looked_up_is_not_left_ringing() {
    let mut house = House::open("looked-up");
    house.spoil("inbound_call", "elsewhere");
    house.comes().unwrap_err();
    let hung_up = InOrder::SayAndEnd {
        line: LINE,
        sound: None,
    };
    assert_eq!(house.reception.orders(), [hung_up]);
    assert!(house.reception.is_empty());
}

#[test]
fn whoever_cannot_be_let_in_at_once_is_let_in_later() {
    let mut house = House::open("let-in");
    house.spoil("campaign", "elsewhere");
    house.comes().unwrap_err();
    house.reception.tick(&house.store).unwrap_err();
    assert_eq!(house.reception.orders(), [], "it rings");
    house.spoil("elsewhere", "campaign");
    house.reception.tick(&house.store).unwrap();
    let orders = house.reception.orders();
    let holds = |order: &InOrder| matches!(order, InOrder::Hold { .. });
    assert!(orders.iter().any(holds), "{orders:?}");
    house.reception.tick(&house.store).unwrap();
    let asking = house.store.inbound_asking(house.agent).unwrap();
    assert!(asking.is_some_and(|call| call.state == InboundState::Waiting));
}

fn connected(house: &mut House) {
    let orders = house.reception.orders();
    let [InOrder::Connect { phone, shown, .. }] = &orders[..] else {
        panic!("{orders:?}")
    };
    assert_eq!(phone.as_ref().unwrap().line, "1001");
    // Whom she asks to join is shown the campaign's number.
    assert_eq!(*shown, Some(number(493_023_125_901)));
}

/// What is needed was read when she answered.
#[test]
fn a_phone_that_is_in_hand_is_not_looked_up_again() {
    let mut house = House::asked("looked-up-once");
    house.answers();
    house.spoil("agent", "elsewhere");
    let agent = house.agent;
    house.hears(InNews::Fetched { agent }).unwrap();
    connected(&mut house);
}

#[test]
fn a_call_that_could_not_be_taken_can_be_taken_again() {
    let mut house = House::asked("again");
    let agent = house.agent;
    for spoilt in [true, false] {
        let fetched = house.answers();
        assert!(
            matches!(fetched[..], [InOrder::Fetch { .. }]),
            "{fetched:?}"
        );
        if spoilt {
            house.spoil("campaign", "elsewhere");
            house.hears(InNews::Fetched { agent }).unwrap_err();
            house.spoil("elsewhere", "campaign");
        }
    }
    house.hears(InNews::Fetched { agent }).unwrap();
    connected(&mut house);
}

#[test]
fn a_phone_of_which_nothing_is_heard_is_not_waited_for() {
    let mut house = House::asked("unheard");
    house.answers();
    let pass = |house: &mut House, seconds| {
        let now = house.clock.now() + SignedDuration::from_secs(seconds);
        house.clock.advance_to(now);
        house.reception.tick(&house.store).unwrap();
    };
    pass(&mut house, 30);
    let asking = house.store.inbound_asking(house.agent).unwrap();
    assert!(asking.is_some(), "it rings");
    pass(&mut house, 15);
    assert_eq!(house.store.inbound_asking(house.agent).unwrap(), None);
    assert_eq!(house.reception.waiting(), 1);
    pass(&mut house, 30);
    let asking = house.store.inbound_asking(house.agent).unwrap();
    assert!(asking.is_some(), "she is asked again");
}

#[test]
fn who_waits_is_told_the_place_in_the_language_of_the_number() {
    let mut house = House::open("language");
    let mut queue = house.store.queues().unwrap().remove(0);
    queue.sounds.again = Some("sound:dispo/place".to_owned());
    queue.sounds.again_seconds = 5;
    queue.sounds.language = Some("hu".to_owned());
    assert_eq!(house.store.set_queue(queue).unwrap(), []);
    house.comes().unwrap();
    house
        .clock
        .advance_to(house.clock.now() + SignedDuration::from_secs(6));
    house.reception.tick(&house.store).unwrap();
    let said = InOrder::Say {
        line: LINE,
        sound: "sound:dispo/place,number:1".to_owned(),
        language: Some("hu".to_owned()),
    };
    let orders = house.reception.orders();
    assert!(orders.contains(&said), "{orders:?}");
}
