//! Lines and keeper at work for a desk, the clock moved on by hand.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers belong to the tests"
)]

mod archive;
mod sounds;
mod talks;

use engine::law::shipped;
use engine::{
    Actor, AgentCommand, AgentId, Command, Contact, ContactKind, Facts, ListId, Number, Outcome,
    Settings, Zone,
};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use std::path::PathBuf;
use store::{
    Address, Batch, CampaignState, Clock, Durability, Entry, Mode, NewContact, NewList, NewRules,
    Offered, SetClock, Store, Switchboard, USUAL_PRIORITY, switchboard,
};
use telephony::{Callee, Fate};
use workers::{Centre, Lines};

const CALLPRO: &str = include_str!("../../../../catalogues/callpro.toml");

struct House {
    file: PathBuf,
    store: Store,
    clock: SetClock,
    switchboard: Switchboard,
    centre: Centre,
    agent: AgentId,
}

impl House {
    /// One agent, one contact with one number, and what happens to whoever dials it.
    fn with(name: &str, fate: Option<Fate>) -> Self {
        Self::with_settings(name, fate, None, Settings::default())
    }

    /// The same, with rules of its own, and somebody who opts out in the menu after so long.
    fn with_settings(
        name: &str,
        fate: Option<Fate>,
        opts_out_after: Option<SignedDuration>,
        settings: Settings,
    ) -> Self {
        let file = std::env::temp_dir().join(format!("dispo-{}-{name}.db", std::process::id()));
        let address: Address = format!("sqlite:{}", file.display()).parse().unwrap();
        let clock = SetClock::at("2026-06-02T08:00:00Z".parse().unwrap());
        let store = Store::open(&address, Clock::Set(clock.clone()), Durability::Relaxed).unwrap();
        fill(&store, settings);
        let agent = store.add_agent("Ada").unwrap();
        store
            .assign(store.campaigns().unwrap()[0].id, agent)
            .unwrap();
        for command in [AgentCommand::LogIn, AgentCommand::Ready] {
            store.agent_command(agent, command).unwrap().unwrap();
        }
        let (switchboard, orders) = switchboard();
        let lines = match fate {
            None => Lines::unconnected(orders),
            Some(fate) => Lines::simulated(
                orders,
                Box::new(move |_, _| Callee {
                    rings_after: Some(SignedDuration::from_secs(2)),
                    then_after: SignedDuration::from_secs(5),
                    opts_out_after,
                    fate: fate.clone(),
                }),
            ),
        };
        let centre = Centre::open(store.clone(), lines).unwrap();
        Self {
            file,
            store,
            clock,
            switchboard,
            centre,
            agent,
        }
    }

    fn pass(&mut self, seconds: i64) {
        let end = self.clock.now() + SignedDuration::from_secs(seconds);
        while self.clock.now() < end {
            self.clock
                .advance_to(self.clock.now() + SignedDuration::from_secs(1));
            self.centre.step().unwrap();
        }
    }

    fn dial(&self) -> Contact {
        self.dial_as(self.agent)
    }

    fn dial_as(&self, agent: AgentId) -> Contact {
        let Offered::Contact { recorded, .. } = self.store.offer(agent).unwrap() else {
            panic!("nothing is offered");
        };
        let contact = recorded.contact;
        let dial = Command::dial(engine::Slot(0), Facts::default());
        let actor = Actor::Agent(agent);
        let entry = Entry::command(contact.list, contact.id, actor, dial);
        let mut recorded = self.store.record(entry).unwrap();
        self.switchboard.carry_out(&mut recorded).unwrap();
        recorded.contact
    }

    /// Ruins the row of a contact.
    fn ruin(&self, contact: &Contact) {
        let address: Address = format!("sqlite:{}", self.file.display()).parse().unwrap();
        let mut conn = store::conn::open(&address, store::conn::Access::Write).unwrap();
        let damage = format!(
            "UPDATE contact SET body = 'ruined' WHERE list_id = {} AND id = {}",
            contact.list.0, contact.id.0
        );
        conn.batch(&damage).unwrap();
    }

    /// Ruins what is kept of the campaign's sounds.
    fn ruin_sounds(&self) {
        let address: Address = format!("sqlite:{}", self.file.display()).parse().unwrap();
        let mut conn = store::conn::open(&address, store::conn::Access::Write).unwrap();
        conn.batch("UPDATE campaign SET sounds = 'ruined'").unwrap();
    }

    /// How often something went wrong meanwhile.
    fn pass_whatever_fails(&mut self, seconds: i64) -> usize {
        let mut failed = 0;
        for _ in 0..seconds {
            let next = self.clock.now() + SignedDuration::from_secs(1);
            self.clock.advance_to(next);
            failed += usize::from(self.centre.step().is_err());
        }
        failed
    }

    fn own(&self, contact: &Contact) {
        let owner = Some(self.agent);
        let actor = Actor::Supervisor(self.agent);
        let assign = Command::Assign { owner };
        let entry = Entry::command(contact.list, contact.id, actor, assign);
        self.store.record(entry).unwrap();
    }

    fn contact(&self, contact: &Contact) -> Contact {
        self.store
            .contact(contact.list, contact.id)
            .unwrap()
            .unwrap()
    }

    fn codes(&self, contact: &Contact) -> Vec<(Outcome, String)> {
        let attempts = self.store.attempts_of(contact.list, contact.id).unwrap();
        let coded = attempts.into_iter();
        coded
            .map(|attempt| (attempt.outcome, attempt.code.as_str().to_owned()))
            .collect()
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

fn fill(store: &Store, settings: Settings) {
    fill_as(store, "Spring", settings);
}

fn fill_as(store: &Store, name: &str, settings: Settings) {
    let rules = NewRules {
        catalogue: CALLPRO.to_owned(),
        law: Some(shipped::NL.to_owned()),
        settings,
    };
    let list = store
        .add_list(NewList {
            name: name.to_owned(),
            country: "NL".to_owned(),
            rules,
            fields: Vec::new(),
        })
        .unwrap();
    let campaign = store.add_campaign(name, CampaignState::Running).unwrap();
    store.add_link(campaign, list, USUAL_PRIORITY).unwrap();
    add_contact(store, list, 31_990_000_001);
}

fn add_contact(store: &Store, list: ListId, number: u64) {
    let import = store
        .begin_import(list, Mode::Append, "spring.csv", "digest")
        .unwrap();
    let contact = NewContact {
        line: 2,
        key: None,
        dedupe: None,
        zone: Zone::new("Europe/Amsterdam").unwrap(),
        kind: ContactKind::Company,
        arrival: None,
        consent: None,
        numbers: vec![Number::new(number).unwrap()],
        fields: "{}".to_owned(),
    };
    let batch = Batch {
        contacts: vec![contact],
        lines_done: 1,
        ..Batch::default()
    };
    store.stage(&import, batch).unwrap();
    store.make_live(import.id).unwrap();
}

fn person() -> Option<Fate> {
    Some(Fate::Person {
        hangs_up_after: Some(SignedDuration::from_secs(30)),
    })
}

#[test]
fn a_wrap_up_that_runs_out_is_coded_and_the_owner_stays() {
    let mut house = House::with("wrap-up", person());
    let dialled = house.dial();
    house.own(&dialled);
    house.pass(60);
    let waiting = house.contact(&dialled);
    assert_eq!(waiting.hand.unwrap().phase(), engine::Phase::WrapUp);
    house.pass(9 * 60);
    assert!(
        house.contact(&dialled).hand.is_some(),
        "ten minutes are not over"
    );
    house.pass(60);
    let after = house.contact(&dialled);
    assert_eq!(after.hand, None);
    assert_eq!(after.owner, Some(house.agent));
    let timed_out = vec![(Outcome::Answered, "066".to_owned())];
    assert_eq!(house.codes(&dialled), timed_out);
}

#[test]
fn without_an_exchange_the_contact_goes_back_undialled() {
    let mut house = House::with("unconnected", None);
    assert!(!house.switchboard.has_exchange());
    let dialled = house.dial();
    house.pass(1);
    let after = house.contact(&dialled);
    assert_eq!((after.hand, after.counters.attempts), (None, 0));
    assert_eq!(house.codes(&dialled), []);
}

#[test]
fn a_permit_that_has_expired_is_not_dialled() {
    let mut house = House::with("expired", person());
    assert!(house.switchboard.has_exchange());
    let dialled = house.dial();
    house
        .clock
        .advance_to(house.clock.now() + SignedDuration::from_secs(11));
    house.centre.step().unwrap();
    assert_eq!(house.contact(&dialled).hand, None);
    assert_eq!(house.codes(&dialled), []);
}

#[test]
fn what_cannot_be_recorded_holds_up_nobody_else() {
    let busy = Fate::Ends {
        outcome: Outcome::Busy,
        cause: engine::Cause::default(),
    };
    let mut house = House::with("ruined", Some(busy));
    let list = house.store.list_by_name("Spring").unwrap().unwrap().id;
    add_contact(&house.store, list, 31_990_000_002);
    let bea = house.store.add_agent("Bea").unwrap();
    for campaign in house.store.campaigns().unwrap() {
        house.store.assign(campaign.id, bea).unwrap();
    }
    for command in [AgentCommand::LogIn, AgentCommand::Ready] {
        house.store.agent_command(bea, command).unwrap().unwrap();
    }
    let ruined = house.dial();
    let whole = house.dial_as(bea);
    assert_ne!(ruined.id, whole.id);
    house.pass(1);
    house.ruin(&ruined);
    let failed = house.pass_whatever_fails(20);
    assert_eq!(house.codes(&whole), [(Outcome::Busy, "130".to_owned())]);
    // It was told, and not again every moment.
    assert!((1..10).contains(&failed), "{failed}");
    // It is tried again.
    assert!(house.pass_whatever_fails(70) >= 1);
}

#[test]
fn calls_of_a_program_that_died_are_coded_as_interrupted() {
    let mut house = House::with("died", person());
    let dialled = house.dial();
    house.pass(3);
    let (_, orders) = switchboard();
    let lines = Lines::unconnected(orders);
    house.centre = Centre::open(house.store.clone(), lines).unwrap();
    let after = house.contact(&dialled);
    assert_eq!(after.hand, None);
    let interrupted = vec![(Outcome::Interrupted, "064".to_owned())];
    assert_eq!(house.codes(&dialled), interrupted);
}

#[test]
fn a_conversation_of_a_program_that_died_is_left_to_its_agent_to_code() {
    let mut house = House::with("died-talking", person());
    let dialled = house.dial();
    house.pass(10);
    let talking = house.contact(&dialled).hand.unwrap();
    assert_eq!(talking.phase(), engine::Phase::Talking);
    // Up again at the very next instant, as a demo's clock is.
    let (_, orders) = switchboard();
    let moment = SignedDuration::from_micros(1);
    house.clock.advance_to(house.clock.now() + moment);
    house.centre = Centre::open(house.store.clone(), Lines::unconnected(orders)).unwrap();
    let hand = house.contact(&dialled).hand.unwrap();
    assert_eq!(
        (hand.agent, hand.phase()),
        (house.agent, engine::Phase::WrapUp)
    );
    assert_eq!(hand.calls[0].outcome(), Some(Outcome::Interrupted));
    assert_eq!(house.codes(&dialled), []);
    assert_eq!(house.store.doctor().unwrap().differences, []);
}

#[test]
fn the_end_of_the_program_ends_its_calls() {
    let mut house = House::with("ends", person());
    let dialled = house.dial();
    house.pass(10);
    assert_eq!(
        house.contact(&dialled).hand.unwrap().phase(),
        engine::Phase::Talking
    );
    house.centre.lines.close(&house.store).unwrap();
    let hand = house.contact(&dialled).hand.unwrap();
    assert_eq!(hand.calls[0].outcome(), Some(Outcome::Answered));
    assert_eq!(house.store.doctor().unwrap().differences, []);
}

#[test]
fn who_opts_out_in_the_menu_is_called_by_nobody_any_more() {
    let settings = Settings {
        opt_out_menu: true,
        ..Settings::default()
    };
    let person = Some(Fate::Person {
        hangs_up_after: None,
    });
    let after = Some(SignedDuration::from_secs(4));
    let mut house = House::with_settings("menu", person, after, settings);
    let first = house.dial();
    // The same number stands in another list, where nobody offers a menu.
    fill_as(&house.store, "Autumn", Settings::default());
    house.pass(20);
    let refuse = Command::Dispose {
        code: engine::Code::new("501"),
        callback: None,
    };
    let entry = Entry::command(first.list, first.id, Actor::Agent(house.agent), refuse);
    let mut recorded = house.store.record(entry).unwrap();
    house.switchboard.carry_out(&mut recorded).unwrap();
    house.pass(3);
    let counts = house.store.menu_counts(first.list).unwrap();
    assert_eq!((counts.offered, counts.completed), (1, 0));
    house.pass(5);
    let counts = house.store.menu_counts(first.list).unwrap();
    assert_eq!((counts.offered, counts.completed), (1, 1));
    let menus = house.store.menus_of(first.list, first.id).unwrap();
    assert_eq!(menus[&1], store::Menu::Completed);
    let question = store::Question {
        from: Timestamp::UNIX_EPOCH,
        to: house.clock.now() + SignedDuration::from_secs(1),
        zone: Zone::UTC,
        by: vec![store::Dimension::Agent],
        lists: BTreeSet::new(),
        agents: BTreeSet::new(),
        codes: BTreeSet::new(),
    };
    let answer = house.store.statistics(&question).unwrap();
    assert_eq!((answer.total.menus, answer.total.opted_out), (1, 1));
    assert_eq!(answer.lines[0].1, answer.total);
    assert_eq!(house.codes(&first), [(Outcome::Answered, "501".to_owned())]);

    let number = Number::new(31_990_000_001).unwrap();
    let kept = house.store.suppressions_of(number).unwrap();
    assert_eq!(kept[0].reason, "012");
    let lists = house.store.lists().unwrap();
    for list in &lists {
        let mut codes = Vec::new();
        let mut look = |row: store::ContactRow| {
            codes.push((row.state, row.code.to_string()));
            Ok(())
        };
        house.store.each_contact(list.id, &mut look).unwrap();
        let code = if list.name == "Spring" { "012" } else { "010" };
        assert_eq!(
            codes,
            [("closed".to_owned(), code.to_owned())],
            "{}",
            list.name
        );
    }
}
