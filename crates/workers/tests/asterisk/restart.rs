//! The program is killed while two wait: whom Asterisk still has goes on waiting, the other is lost,
//! and both have one record.

use crate::house::House;
use crate::inbound::{answer, asked, open, rings};
use engine::{InboundEnd, Phase};
use std::time::Duration;
use store::{InboundCall, InboundState};

fn waiting(house: &House) -> Vec<InboundCall> {
    let open = house.store.open_inbound().unwrap().into_iter();
    open.filter(|call| call.state == InboundState::Waiting)
        .collect()
}

#[test]
fn whoever_waits_while_the_program_is_killed_goes_on_waiting() {
    let mut house = open("restart", 1, |queue| queue.rules.ask_seconds = 60);
    rings("108", "%2B493023125777");
    house.run_until("one waits", |house| waiting(house).len() == 1);
    rings("109", "%2B493023125778");
    house.run_until("two wait", |house| waiting(house).len() == 2);
    let before = waiting(&house);
    // Meanwhile the second one hangs up.
    house.die_for(Duration::from_millis(6_000));
    house.run_until("Asterisk is there", House::has_exchange);
    house.run_until("one is left", |house| waiting(house).len() == 1);
    house.run_for(Duration::from_millis(500));
    let after = waiting(&house).remove(0);
    assert_eq!(
        (after.id, after.arrived_at),
        (before[0].id, before[0].arrived_at)
    );
    assert_eq!(
        (after.waits_since, after.asked),
        (before[0].waits_since, before[0].asked)
    );
    let all = house.store.newest_inbound(10).unwrap();
    assert_eq!(all.len(), 2, "{all:?}");
    assert_eq!(all[0].end, Some(InboundEnd::Lost));
    // She is really there.
    let agent = asked(&house).unwrap();
    answer(&house, agent);
    house.run_until("they talk", |house| house.hands(Phase::Talking) == 1);
    house.run_for(Duration::from_secs(1));
    assert_eq!(house.hands(Phase::Talking), 1, "both are still there");
    // Killed in the middle of a talk, nobody is left, and nobody comes a second time.
    house.die_and_start_again();
    house.run_until("Asterisk is there", House::has_exchange);
    house.run_for(Duration::from_millis(500));
    assert_eq!(house.hands(Phase::WrapUp), 1);
    assert_eq!(house.store.newest_inbound(10).unwrap().len(), 2);
    house.dispose(agent);
    assert_eq!(house.store.doctor().unwrap().differences, []);
    house.leaves_nothing();
}
