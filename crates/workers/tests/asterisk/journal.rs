//! The same scenarios through a real exchange and through the simulated one leave the same
//! journal, but for times.

use crate::house::{Exchange, House};
use crate::scenarios::{SCENARIOS, Scenario};
use engine::{Cause, Outcome, Phase};
use std::collections::BTreeSet;
use std::time::Duration;

/// What is left of one contact: the events, the attempts with what was said of them, the code.
#[derive(Debug, PartialEq)]
struct Left {
    events: Vec<String>,
    attempts: Vec<(Outcome, Cause, String)>,
    code: String,
}

/// What ends in one way, by itself.
fn scenarios() -> Vec<&'static Scenario> {
    let of_itself =
        |scenario: &&Scenario| scenario.we_hang_up_after.is_none() && scenario.or.is_empty();
    // Nobody at the desk has no scenario: here an agent is kept for every call.
    let with_agent = |scenario: &&Scenario| scenario.says.outcome != Outcome::Abandoned;
    SCENARIOS
        .iter()
        .filter(of_itself)
        .filter(with_agent)
        .collect()
}

/// Of a call that was answered Asterisk says no SIP status; the simulated exchange says 200.
fn as_asterisk_says(cause: Cause) -> Cause {
    Cause {
        sip: cause.sip.filter(|status| *status != 200),
        ..cause
    }
}

fn play(name: &str, exchange: Exchange) -> Vec<Left> {
    let scenarios = scenarios();
    let contacts: Vec<Vec<u64>> = scenarios
        .iter()
        .map(|scenario| vec![scenario.behaviour])
        .collect();
    let mut house = House::with(name, &contacts, exchange);
    house.dial_all();
    house.run_until("every call has ended", |house| {
        house.in_phase(Phase::Talking) + house.in_phase(Phase::Dialling) == 0
    });
    house.run_for(Duration::from_millis(200));
    house.wrap_up();
    let left = house.dialled.iter().map(|dialled| {
        let now = house.contact(dialled);
        let history = house.store.history(now.list, now.id).unwrap();
        let attempts = house.store.attempts_of(now.list, now.id).unwrap();
        Left {
            events: history
                .iter()
                .map(|line| line.event.word().to_owned())
                .collect(),
            attempts: attempts
                .into_iter()
                .map(|attempt| {
                    (
                        attempt.outcome,
                        as_asterisk_says(attempt.cause),
                        attempt.code.as_str().to_owned(),
                    )
                })
                .collect(),
            code: now.code.as_str().to_owned(),
        }
    });
    let left: Vec<Left> = left.collect();
    house.settled();
    left
}

#[test]
fn both_exchanges_leave_the_same_journal() {
    let real = play("real", Exchange::Asterisk);
    let played = play("played", Exchange::Simulated);
    for ((scenario, real), played) in scenarios().iter().zip(&real).zip(&played) {
        assert_eq!(real, played, "{}", scenario.what);
    }
    let codes: BTreeSet<&str> = real.iter().map(|left| left.code.as_str()).collect();
    for code in [
        "062", "063", "065", "066", "067", "061", "120", "130", "200", "201",
    ] {
        assert!(codes.contains(code), "nobody got {code}: {codes:?}");
    }
}

#[test]
fn somebody_is_reached_at_her_second_number() {
    let mut house = House::with("second", &[vec![120, 108]], Exchange::Asterisk);
    house.dial_all();
    house.run_until("the first is busy", |house| {
        house.in_phase(Phase::WrapUp) == 1
    });
    house.dial_second_numbers();
    house.run_until("the second answers", |house| {
        house.in_phase(Phase::Talking) == 1
    });
    assert_eq!(up(&house), (0, 0, 1));
    house.wrap_up();
    watched(&house);
    let dialled = &house.dialled[0];
    let attempts = house.store.attempts_of(dialled.list, dialled.id).unwrap();
    let codes: Vec<(u8, &str)> = attempts
        .iter()
        .map(|attempt| (attempt.slot.0, attempt.code.as_str()))
        .collect();
    assert_eq!(codes, [(0, "098"), (1, "150")]);
}

/// Calls that are dialling, ringing and talking, as whoever watches sees them.
fn up(house: &House) -> (usize, usize, usize) {
    let traffic = house.switchboard.traffic().read();
    let there = traffic.exchanges.values().next().unwrap();
    (there.dialling, there.ringing, there.talking)
}

/// Two attempts over the trunk, one answered, and how long each step took.
fn watched(house: &House) {
    let traffic = house.switchboard.traffic().read();
    let (name, there) = traffic.exchanges.first_key_value().unwrap();
    assert!(name.starts_with("127.0.0.1:"), "{name}");
    assert!(there.is_connected);
    assert_eq!((there.trunk.as_str(), there.reconnects), ("carrier", 0));
    assert_eq!((there.total.seizures, there.total.answers), (2, 1));
    assert_eq!(there.ended.get(&Outcome::Busy), Some(&1));
    assert_eq!(there.ended.get(&Outcome::Answered), Some(&1));
    assert!(there.set_up.count() >= 2);
    assert_eq!(there.bridged.count(), 1);
    assert!(there.bridged.longest() < Duration::from_secs(1));
    assert_eq!((traffic.unrecorded, traffic.not_placed), (0, 0));
}
