//! Callers who reach somebody.

use crate::house::{CALLED, House, KNOWN, STRANGER, caller};
use engine::{Actor, AgentCommand, Code, Command, Outcome, Phase};
use jiff::SignedDuration;
use store::{CampaignState, Entry, InboundState};
use telephony::SimulatedCaller;

#[test]
fn who_called_last_is_asked_first_and_the_others_after_her() {
    let mut house = House::open("owner-first", 3);
    let [ada, bob, cleo] = house.agents[..] else {
        panic!()
    };
    let owner = Command::Assign { owner: Some(cleo) };
    let actor = Actor::Supervisor(ada);
    let entry = Entry::command(house.list, house.contact, actor, owner);
    house.store.record(entry).unwrap();
    house.ring_in(caller(Some(KNOWN)));
    assert_eq!(house.asked(), Some(cleo));
    house.pass(19);
    assert_eq!(house.asked(), Some(cleo));
    house.pass(2);
    assert_eq!(house.asked(), Some(ada));
    house.pass(15);
    assert_eq!(house.asked(), Some(bob));
    house.answer(bob);
    let contact = house
        .store
        .contact(house.list, house.contact)
        .unwrap()
        .unwrap();
    let hand = contact.hand.unwrap();
    assert_eq!((hand.agent, hand.phase()), (bob, Phase::Talking));
    assert_eq!(house.call().state, InboundState::Answered);
}

#[test]
fn both_talk_until_one_hangs_up_and_it_is_coded_once() {
    let mut house = House::open("talk", 1);
    let agent = house.agents[0];
    house.ring_in(SimulatedCaller {
        talks: Some(SignedDuration::from_secs(40)),
        ..caller(Some(KNOWN))
    });
    house.answer(agent);
    house.pass(41);
    let contact = house
        .store
        .contact(house.list, house.contact)
        .unwrap()
        .unwrap();
    assert_eq!(contact.hand.as_ref().unwrap().phase(), Phase::WrapUp);
    let code = Command::Dispose {
        code: Code::new("48"),
        callback: None,
    };
    let actor = Actor::Agent(agent);
    let entry = Entry::command(house.list, house.contact, actor, code);
    house.store.record(entry).unwrap();
    let attempts = house.store.attempts_of(house.list, house.contact).unwrap();
    assert_eq!(attempts.len(), 1);
    assert_eq!(attempts[0].outcome, Outcome::Answered);
    assert!(attempts[0].inbound);
    assert_eq!(house.store.doctor().unwrap().differences, []);
}

#[test]
fn we_may_hang_up_first() {
    let mut house = House::open("we-hang-up", 1);
    let agent = house.agents[0];
    house.ring_in(caller(Some(KNOWN)));
    house.answer(agent);
    house.hang_up();
    let contact = house
        .store
        .contact(house.list, house.contact)
        .unwrap()
        .unwrap();
    assert_eq!(contact.hand.unwrap().phase(), Phase::WrapUp);
}

#[test]
fn an_agent_with_somebody_in_hand_is_not_asked() {
    let mut house = House::open("busy", 2);
    let [ada, bob] = house.agents[..] else {
        panic!()
    };
    house.queue(&|queue| queue.list = Some(engine::ListId(1)));
    assert_eq!(queue_called(&house), CALLED);
    house.ring_in(caller(Some(STRANGER)));
    house.answer(ada);
    house.ring_in(caller(Some(KNOWN)));
    assert_eq!(house.asked(), Some(bob));
}

fn queue_called(house: &House) -> u64 {
    house.store.queues().unwrap()[0].number.digits()
}

#[test]
fn a_stranger_and_somebody_without_a_number_become_contacts_when_they_are_taken() {
    let mut house = House::open("strangers", 2);
    house.queue(&|queue| queue.list = Some(engine::ListId(1)));
    for (from, agent) in [(Some(STRANGER), 0), (None, 1)] {
        let agent = house.agents[agent];
        house.ring_in(caller(from));
        house.answer(agent);
        let (list, contact) = house.call().contact.unwrap();
        let made = house.store.contact(list, contact).unwrap().unwrap();
        assert_eq!(made.hand.unwrap().agent, agent);
        assert_eq!(made.numbers.len(), usize::from(from.is_some()));
    }
    assert_eq!(house.store.doctor().unwrap().differences, []);
}

/// She takes calls of two campaigns: neither the number nor coming just now makes anybody first.
#[test]
fn who_waits_longest_is_offered_first_on_whatever_number() {
    const OTHER: u64 = CALLED + 1;
    let known = caller(Some(KNOWN));
    let stranger = SimulatedCaller {
        called: format!("+{OTHER}"),
        ..caller(Some(STRANGER))
    };
    for (name, first, second) in [
        ("longest", &known, &stranger),
        ("longest-other", &stranger, &known),
    ] {
        let mut house = House::open(name, 1);
        let ada = house.agents[0];
        let other = house.store.add_campaign("Other", CampaignState::Running);
        let other = other.unwrap();
        house.store.assign(other, ada).unwrap();
        house.queue_at(OTHER, &|queue| {
            queue.campaign = Some(other);
            queue.list = Some(engine::ListId(1));
        });
        let pause = AgentCommand::Break {
            kind: "lunch".to_owned(),
        };
        house.store.agent_command(ada, pause).unwrap().unwrap();
        house.ring_in(first.clone());
        let longest = house.call().id;
        house.pass(5);
        let ready = AgentCommand::Ready;
        house.store.agent_command(ada, ready).unwrap().unwrap();
        house.ring_in(second.clone());
        let asking = house.store.inbound_asking(ada).unwrap().unwrap();
        assert_eq!(asking.id, longest, "{name}");
    }
}
