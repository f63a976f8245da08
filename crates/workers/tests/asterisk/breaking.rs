//! What breaks in the middle of fifty calls.

use crate::house::{House, said};
use engine::Phase;
use std::process::Command;
use std::time::Duration;

/// Half of them talk for ever, some let it ring, some never ring, some are busy, some pick up
/// only after five seconds.
fn fifty() -> Vec<u64> {
    let kinds = [108, 108, 108, 130, 134, 108, 107, 120, 108, 130];
    kinds.into_iter().cycle().take(50).collect()
}

fn count(outcomes: &[&str], word: &str) -> usize {
    outcomes.iter().filter(|outcome| **outcome == word).count()
}

/// Fifty calls, half of them in the middle of a talk.
fn in_the_middle(name: &str) -> House {
    let mut house = House::open(name, &fifty());
    house.dial_all();
    house.run_until("half of them talk", |house| {
        house.in_phase(Phase::Talking) == 25
    });
    house
}

#[test]
fn nothing_breaks() {
    let mut house = in_the_middle("whole");
    house.run_until("late ones talk as well", |house| {
        house.in_phase(Phase::Talking) == 30
    });
    house.run_until("nothing rings any more", |house| {
        house.in_phase(Phase::Dialling) == 0
    });
    house.wrap_up();
    let outcomes = house.settled();
    assert_eq!(outcomes.len(), 50);
    for (word, times) in [
        ("answered", 30),
        ("no_answer", 10),
        ("never_rang", 5),
        ("busy", 5),
    ] {
        assert_eq!(count(&outcomes, word), times, "{word} in {outcomes:?}");
    }
}

#[test]
fn the_connection_is_cut() {
    let mut house = in_the_middle("cut");
    house.proxy.cut();
    house.run_for(Duration::from_secs(6));
    house.proxy.mend();
    house.run_until("nothing rings any more", |house| {
        house.in_phase(Phase::Dialling) == 0
    });
    // Talks went on all the while.
    assert_eq!(house.in_phase(Phase::Talking), 25);
    house.wrap_up();
    let outcomes = house.settled();
    assert_eq!(outcomes.len(), 50);
    assert_eq!(count(&outcomes, "answered"), 25, "{outcomes:?}");
    // Whoever answered meanwhile heard nobody.
    assert_eq!(count(&outcomes, "abandoned"), 5, "{outcomes:?}");
}

#[test]
fn asterisk_is_killed() {
    let mut house = in_the_middle("killed");
    kill("KILL", "exchange");
    house.run_until("everything is told as ended", |house| {
        house.in_phase(Phase::Talking) + house.in_phase(Phase::Dialling) == 0
    });
    house.wrap_up();
    let outcomes = house.settled();
    assert_eq!(outcomes.len(), 50);
    assert_eq!(count(&outcomes, "interrupted"), 45, "{outcomes:?}");
    assert_eq!(count(&outcomes, "busy"), 5, "{outcomes:?}");
}

#[test]
fn the_program_is_killed() {
    let mut house = in_the_middle("died");
    house.die_and_start_again();
    house.run_for(Duration::from_secs(2));
    house.wrap_up();
    let outcomes = house.settled();
    assert_eq!(outcomes.len(), 50);
    assert_eq!(count(&outcomes, "interrupted"), 45, "{outcomes:?}");
    assert_eq!(count(&outcomes, "busy"), 5, "{outcomes:?}");
}

#[test]
fn the_trunk_falls_silent() {
    let mut house = in_the_middle("silent");
    kill("STOP", "carrier");
    let _awake = Awake;
    house.run_until("nothing rings any more", |house| {
        house.in_phase(Phase::Dialling) == 0
    });
    house.wrap_up();
    let outcomes = house.settled();
    assert_eq!(outcomes.len(), 50);
    // Nobody else could answer any more.
    assert_eq!(count(&outcomes, "answered"), 25, "{outcomes:?}");
    assert_eq!(count(&outcomes, "no_answer"), 15, "{outcomes:?}");
}

/// Wakes the carrier again, whatever becomes of the test.
struct Awake;

impl Drop for Awake {
    fn drop(&mut self) {
        kill("CONT", "carrier");
    }
}

pub fn kill(signal: &str, name: &str) {
    let file = format!(
        "{}/{name}/run/asterisk.pid",
        said("DISPO_TEST_ASTERISK_RUN")
    );
    let process = std::fs::read_to_string(file).unwrap();
    let sent = Command::new("kill")
        .args(["-s", signal, process.trim()])
        .status()
        .unwrap();
    assert!(sent.success());
}
