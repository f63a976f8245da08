//! A vocabulary that keeps result and cause apart: which pairs real calls come to.
//!
//! Not here are those no call can cause: 35 is of an import or of a number that is barred, 36 of a lease that
//! runs out. 37 would need an agent's phone that rings after an answer: it is in hand before anybody is dialled.

use crate::house::{Exchange, House};
use engine::{Actor, Because, CampaignId, Code, Command, Machines, Phase, Profile};
use std::time::Duration;
use store::Entry;

const UNDER: (&str, &str) = (
    include_str!("../../../../catalogues/contact-expert.toml"),
    "48",
);

/// The callee, result and cause.
#[rustfmt::skip]
const PAIRS: [(u64, &str, &str); 17] = [
    (108, "48", "0"), // until we hang up, and the agent says that all is well
    (109, "49", "0"), // hangs up, and the agent says nothing
    (120, "33", "3"), // busy
    (130, "33", "6"), // no answer
    (134, "33", "6"), // never rang
    (112, "33", "6"), // an announcement
    (140, "33", "9"), // no such number
    (141, "33", "9"), // half a number
    (142, "33", "9"), // no such number anywhere
    (143, "33", "8"), // gone: the special tone, as far as is known
    (170, "33", "8"), // the tone itself
    (180, "33", "4"), // a fax
    (150, "33", "0"), // declined
    (160, "33", "1"), // no way through
    (166, "33", "1"), // the same by its cause
    (161, "33", "0"), // broken
    (169, "32", "0"), // nothing acceptable: nobody was there
];

fn house(name: &str, behaviours: impl IntoIterator<Item = u64>) -> House {
    let contacts: Vec<Vec<u64>> = behaviours.into_iter().map(|one| vec![one]).collect();
    House::under(UNDER, name, &contacts, Exchange::Asterisk)
}

/// What is kept of the one attempt of each contact.
fn pairs(house: &House) -> Vec<(String, String)> {
    let pair = |dialled: &engine::Contact| {
        let attempts = house.store.attempts_of(dialled.list, dialled.id).unwrap();
        assert_eq!(attempts.len(), 1, "{attempts:?}");
        let pair = attempts[0].pair.clone().unwrap();
        (pair.major.to_string(), pair.minor.to_string())
    };
    house.dialled.iter().map(pair).collect()
}

/// The agent lets go, and says nothing more of it.
fn conclude(house: &House, at: usize) {
    let there = house.contact(&house.dialled[at]);
    let actor = Actor::Agent(there.hand.unwrap().agent);
    let entry = Entry::command(there.list, there.id, actor, Command::Conclude);
    house.store.record(entry).unwrap();
}

#[test]
fn each_real_end_has_its_result_and_its_cause() {
    let mut house = house("pairs", PAIRS.iter().map(|(behaviour, ..)| *behaviour));
    house.dial_all();
    house.run_until("one talks on, all others have ended", |house| {
        (
            house.in_phase(Phase::Talking),
            house.in_phase(Phase::Dialling),
        ) == (1, 0)
    });
    conclude(&house, 1);
    house.wrap_up();
    for ((behaviour, major, minor), (is, why)) in PAIRS.iter().zip(pairs(&house)) {
        assert_eq!((is.as_str(), why.as_str()), (*major, *minor), "{behaviour}");
    }
    house.settled();
}

#[test]
fn who_finds_no_agent_is_told_apart_by_who_hung_up() {
    // Hangs up while it is listened who that is; is a machine; picks up while nobody hears it.
    let mut house = house("no-agent", [191, 110, 107]);
    let profile = Profile {
        machines: Some(Machines::HangUp),
        ..Profile::default()
    };
    house
        .store
        .set_campaign_profile(CampaignId(1), &profile)
        .unwrap();
    let [first, second, third] = house.agents[..] else {
        panic!()
    };
    house.run_until("Asterisk is there", |house| {
        house.switchboard.has_exchange()
    });
    house.dial_next(first);
    house.dial_next(second);
    house.run_until("two have ended", |house| {
        house.in_phase(Phase::Dialling) == 0
    });
    // Who picks up after five seconds does so in the middle of the silence.
    house.dial_next(third);
    house.run_for(Duration::from_secs(2));
    house.proxy.cut();
    house.run_for(Duration::from_secs(7));
    house.proxy.mend();
    house.run_until("the third has ended", |house| {
        house.in_phase(Phase::Dialling) == 0
    });
    house.wrap_up();
    let found = pairs(&house);
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(is, why)| (is.as_str(), why.as_str()))
        .collect();
    assert_eq!(found, [("40", "0"), ("33", "2"), ("39", "25")]);
    house.settled();
}

#[test]
fn who_cannot_be_dialled_for_want_of_a_trunk_goes_back_untried() {
    let mut house = House::under(UNDER, "no-gateway", &[vec![120]], Exchange::Trunkless);
    house.dial_all();
    house.run_until("she is given back", |house| {
        house.contact(&house.dialled[0]).hand.is_none()
    });
    let before = &house.dialled[0];
    let now = house.contact(before);
    assert_eq!((&now.code, &now.counters), (&before.code, &before.counters));
    let attempts = house.store.attempts_of(now.list, now.id).unwrap();
    assert!(attempts.is_empty(), "{attempts:?}");
    let history = house.store.history(now.list, now.id).unwrap();
    let under = Because::ReturnedUnder {
        code: Code::new("34"),
        cause: Some(Code::new("1")),
    };
    let because = &history.last().unwrap().because;
    assert!(because.contains(&under), "{because:?}");
    house.settled();
}
