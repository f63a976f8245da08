//! Two exchanges: one of them dies in the middle of twenty calls; a caller is for agents who are where she is,
//! and so is a talk for those who listen.
//!
//! The second is there with `DISPO_TEST_EXCHANGES=2`.

use crate::breaking::kill;
use crate::house::{Exchange, House, one_says, said};
use crate::inbound::{CALLED, answer, asked, ended, open_number, rings_at, waits};
use engine::{AgentCommand, AgentId, Attends, InboundEnd, Listening, NotThere, Phase, Wish};
use std::time::Duration;
use store::LineOrder;

/// Ten agents at each exchange; everybody who is called talks for ever.
fn twenty() -> Vec<Vec<u64>> {
    vec![vec![108]; 20]
}

#[test]
fn one_is_killed_and_the_other_goes_on() {
    let mut house = House::with("two", &twenty(), Exchange::Two);
    house.run_until("both are there", |house| {
        house.stand() == [(true, 0), (true, 0)]
    });
    house.dial_all();
    house.run_until("everybody talks", |house| {
        house.in_phase(Phase::Talking) == 20
    });
    // Each agent's call goes through the exchange her phone is with.
    assert_eq!(house.stand(), [(true, 10), (true, 10)]);
    kill("KILL", "second");
    house.run_until("its talks are told as ended", |house| {
        house.in_phase(Phase::Talking) == 10
    });
    assert_eq!(house.stand()[0], (true, 10));
    house.run_until("it is back", |house| {
        house.stand() == [(true, 10), (true, 0)]
    });
    house.wrap_up();
    let outcomes = house.settled();
    assert_eq!(outcomes.len(), 20);
    let interrupted = outcomes.iter().filter(|word| **word == "interrupted");
    assert_eq!(interrupted.count(), 10, "{outcomes:?}");
}

/// The carrier calls the second exchange, whose SIP port comes five after that of the first.
fn rings_at_the_second(behaviour: &str) {
    let first = said("DISPO_TEST_ASTERISK_SIP");
    let (host, port) = first.rsplit_once(':').unwrap();
    let port = port.parse::<u16>().unwrap() + 5;
    let there = format!("PJSIP/exchange/sip%3A%2B{CALLED}%40{host}%3A{port}");
    rings_at(&there, behaviour, "%2B493023125777");
}

/// Calls that are up at each exchange, as whoever watches sees them.
fn talking(house: &House) -> Vec<usize> {
    let all = house.switchboard.traffic().read().exchanges;
    all.values().map(|there| there.talking).collect()
}

#[test]
fn a_caller_is_offered_to_agents_who_are_with_her_exchange() {
    let both = vec![vec![100], vec![100]];
    let mut house = House::with("two-callers", &both, Exchange::Two);
    let [first, second] = house.agents[..] else {
        panic!()
    };
    open_number(&mut house, |queue| {
        queue.rules.ask_seconds = 1;
        queue.rules.wait_seconds = 4;
    });
    house.run_until("both are there", |house| {
        house.stand() == [(true, 0), (true, 0)]
    });
    let own = format!("dialplan set global DISPO_APP_{CALLED} {}", house.app());
    one_says("second", &own);
    // The first has been ready for longer; her phone is with the other exchange.
    rings_at_the_second("108");
    house.run_until("somebody is asked", |house| asked(house).is_some());
    assert_eq!(asked(&house), Some(second));
    answer(&house, second);
    house.run_until("they talk", |house| house.hands(Phase::Talking) == 1);
    house.run_for(Duration::from_millis(500));
    assert_eq!(house.stand(), [(true, 0), (true, 1)]);
    assert_eq!(talking(&house), [0, 1]);
    house.hang_up(second);
    house.run_until("it is over", |house| house.hands(Phase::WrapUp) == 1);
    assert_eq!(talking(&house), [0, 0]);
    house.dispose(second);
    // Nobody is left there whom she could reach: she hears that, as where nobody is ready at all.
    house
        .store
        .agent_command(second, AgentCommand::LogOut)
        .unwrap()
        .unwrap();
    rings_at_the_second("108");
    house.run_until("she waits", waits);
    while waits(&house) {
        assert_eq!(asked(&house), None);
        house.run_for(Duration::from_millis(100));
    }
    assert_eq!(ended(&house), Some(InboundEnd::WaitedTooLong));
    assert_eq!(house.store.agent(first).unwrap().unwrap().hand, None);
    assert_eq!(house.store.doctor().unwrap().differences, []);
    house.leaves_nothing();
}

/// A supervisor asks to listen, and is told this.
fn comes(house: &mut House, own: AgentId, agent: AgentId, stage: Attends) {
    let user = own.0;
    let wish = Wish::Listen {
        user,
        own: Some(own),
        mode: Some(Listening::Listens),
    };
    house.hand_in(LineOrder::During { agent, wish });
    is_told(house, own, agent, stage);
}

fn is_told(house: &mut House, own: AgentId, agent: AgentId, stage: Attends) {
    house.run_until(stage.word(), |house| {
        let there = house.switchboard.talks().attendance(own.0);
        there.is_some_and(|there| (there.agent, there.stage) == (agent, stage))
    });
}

#[test]
fn whoever_listens_is_told_by_the_exchange_that_has_the_talk() {
    let four = [vec![108], vec![108], vec![108], vec![108]];
    let mut house = House::with("two-listening", &four, Exchange::Two);
    let [ada, far, near, idle] = house.agents[..] else {
        panic!()
    };
    house.run_until("both are there", |house| {
        house.stand() == [(true, 0), (true, 0)]
    });
    house.dial_next(ada);
    house.run_until("they talk", |house| house.hands(Phase::Talking) == 1);
    comes(&mut house, far, ada, Attends::Over(NotThere::Elsewhere));
    // One of the two exchanges has no such talk in either case.
    comes(&mut house, near, idle, Attends::Over(NotThere::NoTalk));
    comes(&mut house, near, ada, Attends::There);
    house.dial_next(near);
    is_told(&mut house, near, ada, Attends::Over(NotThere::OwnCall));
    house.run_until("both talk", |house| house.hands(Phase::Talking) == 2);
    assert_eq!(house.switchboard.talks().of(ada).listeners, []);
    house.hang_up(ada);
    house.hang_up(near);
    house.run_until("both are over", |house| house.hands(Phase::WrapUp) == 2);
    house.dispose(ada);
    house.dispose(near);
    house.leaves_nothing();
}
