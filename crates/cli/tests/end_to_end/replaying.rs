//! What would have gone differently under another catalogue, as the command line prints it.

use crate::support::Floor;
use engine::{
    Actor, AgentId, Cause, Code, Command, Contact, ContactId, Facts, ListId, Outcome, Report,
    Settings, Slot, Zone,
};
use jiff::SignedDuration;
use store::{
    AddedContact, Address, CampaignState, Clock, Durability, Entry, NewList, NewRules, SetClock,
    Store, USUAL_PRIORITY,
};

const CALLPRO: &str = include_str!("../../../../catalogues/callpro.toml");

/// A morning of one agent: a list of three, called one after the other.
struct Morning {
    store: Store,
    clock: SetClock,
    list: ListId,
    agent: AgentId,
}

impl Morning {
    fn begin(floor: &Floor) -> Self {
        // A Tuesday, 10:00 in Amsterdam.
        let clock = SetClock::at("2026-01-06T09:00:00Z".parse().unwrap());
        let address = format!("sqlite:{}", floor.path("dispo.db").display());
        let address: Address = address.parse().unwrap();
        let store = Store::open(&address, Clock::Set(clock.clone()), Durability::Relaxed).unwrap();
        let rules = NewRules {
            catalogue: CALLPRO.to_owned(),
            law: Some(include_str!("../../../../jurisdictions/nl.toml").to_owned()),
            settings: Settings::default(),
        };
        let list = NewList {
            name: "a".to_owned(),
            country: "NL".to_owned(),
            rules,
            fields: Vec::new(),
        };
        let list = store.add_list(list).unwrap();
        let campaign = store.add_campaign("a", CampaignState::Running).unwrap();
        store.add_link(campaign, list, USUAL_PRIORITY).unwrap();
        let agent = store.add_agent("ada").unwrap();
        store.assign(campaign, agent).unwrap();
        Self {
            store,
            clock,
            list,
            agent,
        }
    }

    fn contact(&self, last_digit: u64) -> ContactId {
        let number = engine::Number::new(493_023_125_000 + last_digit).unwrap();
        let new = AddedContact {
            key: None,
            dedupe: None,
            zone: Zone::new("Europe/Amsterdam").unwrap(),
            kind: engine::ContactKind::Company,
            numbers: vec![number],
            fields: Default::default(),
            first: false,
        };
        let added = self.store.add_contact(self.list, new, Actor::System);
        added.unwrap().contact
    }

    fn command(&self, contact: ContactId, command: Command) -> Contact {
        let actor = Actor::Agent(self.agent);
        let entry = Entry::command(self.list, contact, actor, command);
        self.store.record(entry).unwrap().contact
    }

    fn report(&self, contact: ContactId, report: Report) {
        let entry = Entry::report(self.list, contact, Actor::Line, report);
        self.store.record(entry).unwrap();
    }

    /// Dials, and says what the line said half a minute later.
    fn call(&self, contact: ContactId, outcome: Outcome) {
        let claim = Command::Claim {
            agent: self.agent,
            campaign: None,
            facts: Facts::default(),
        };
        self.command(contact, claim);
        let dialled = self.command(contact, Command::dial(Slot(0), Facts::default()));
        let attempt = dialled.dials;
        let later = self.clock.now() + SignedDuration::from_secs(30);
        self.clock.advance_to(later);
        if outcome == Outcome::Answered {
            self.report(contact, Report::Answered { attempt });
        }
        let cause = Cause::default();
        self.report(
            contact,
            Report::Ended {
                attempt,
                outcome,
                cause,
            },
        );
    }
}

fn worked() -> Floor {
    let floor = Floor::new();
    let morning = Morning::begin(&floor);
    let [first, second, third] = [1, 2, 3].map(|digit| morning.contact(digit));
    morning.call(first, Outcome::NoAnswer);
    morning.call(second, Outcome::Busy);
    morning.call(third, Outcome::Answered);
    let code = Code::new("501");
    let given = Command::Dispose {
        code,
        callback: None,
    };
    morning.command(third, given);
    let sooner = CALLPRO.replacen("TimeAdd=3h", "TimeAdd=30m", 1);
    assert_ne!(sooner, CALLPRO);
    floor.write("mine.toml", &sooner);
    floor
}

#[test]
fn a_shorter_retry_is_told_in_counts_and_by_example() {
    let floor = worked();
    let ran = floor.run("catalogue diff callpro mine.toml --replay 7d");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!("text", ran.out);
    let (code, shown) = floor.json("catalogue diff callpro mine.toml --replay 7d");
    assert_eq!(code, 0);
    insta::assert_snapshot!("json", serde_json::to_string_pretty(&shown).unwrap());
}

#[test]
fn nothing_differs_between_a_catalogue_and_itself() {
    let floor = worked();
    let (code, shown) = floor.json("catalogue diff callpro callpro --replay 7d");
    let replay = &shown["replay"];
    assert_eq!((code, replay["decisions"].as_u64()), (0, Some(3)));
    assert_eq!(replay["different"], 0);
    let ran = floor.run("catalogue diff stucc stucc --replay 7d");
    assert!(ran.out.contains("nothing was decided from"), "{}", ran.out);
}
