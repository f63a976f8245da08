//! Agents who are asked and do not take it: nobody is lost behind them.

use crate::house::{House, KNOWN, STRANGER, caller};
use engine::{Actor, AgentCommand, AgentId, Code, Command};
use jiff::SignedDuration;
use store::{Entry, InboundState, Offered};
use telephony::SimulatedCaller;

/// Both of two agents are asked: the first takes a stranger, the second is asked to take somebody known.
fn both_asked(name: &str) -> (House, [AgentId; 2]) {
    let mut house = House::open(name, 2);
    let [ada, bob] = house.agents[..] else {
        panic!()
    };
    house.queue(&|queue| queue.list = Some(engine::ListId(1)));
    house.ring_in(SimulatedCaller {
        talks: Some(SignedDuration::from_secs(5)),
        ..caller(Some(STRANGER))
    });
    house.answer(ada);
    house.ring_in(caller(Some(KNOWN)));
    assert_eq!(house.asked(), Some(bob));
    (house, [ada, bob])
}

/// Her talk is over, and she says what became of it.
fn codes(house: &mut House, agent: AgentId) {
    let before = house.store.newest_inbound(2).unwrap().remove(1);
    let (list, contact) = before.contact.unwrap();
    let code = Command::Dispose {
        code: Code::new("48"),
        callback: None,
    };
    let entry = Entry::command(list, contact, Actor::Agent(agent), code);
    house.store.record(entry).unwrap();
}

fn leaves(house: &House, agent: AgentId) {
    let pause = AgentCommand::Break {
        kind: "lunch".to_owned(),
    };
    house.store.agent_command(agent, pause).unwrap().unwrap();
}

fn who_comes_free_is_asked(house: &mut House, agent: AgentId) {
    codes(house, agent);
    let offered = house.store.offer(agent).unwrap();
    assert!(matches!(offered, Offered::Nothing), "{offered:?}");
    house.pass(1);
    assert_eq!(house.asked(), Some(agent));
}

#[test]
fn who_leaves_is_asked_no_more_and_the_next_who_is_free_is_kept_for_her() {
    let (mut house, [ada, bob]) = both_asked("asked-leaves");
    leaves(&house, bob);
    house.pass(6);
    assert_eq!(house.asked(), None);
    assert_eq!(house.store.inbound_asking(bob).unwrap(), None);
    who_comes_free_is_asked(&mut house, ada);
}

#[test]
fn who_is_away_from_her_desk_keeps_nobody_from_the_others() {
    let (mut house, [ada, _]) = both_asked("asked-away");
    house.pass(15);
    assert_eq!(house.asked(), None);
    who_comes_free_is_asked(&mut house, ada);
}

#[test]
fn one_agent_is_one_however_often_she_is_asked() {
    let mut house = House::open("asked-often", 1);
    house.ring_in(caller(Some(KNOWN)));
    assert_eq!(house.asked(), Some(house.agents[0]));
    house.pass(20);
    assert_eq!(house.asked(), None, "she rests");
    house.pass(30);
    assert_eq!(house.asked(), Some(house.agents[0]));
    for _ in 0..24 {
        house.pass(10);
        house.store.renew(house.agents[0]).unwrap();
    }
    assert_eq!(house.call().state, InboundState::Waiting);
}
