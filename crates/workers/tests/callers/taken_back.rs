//! Somebody waits whose import is taken back: her call ends like any other.

use crate::house::{House, KNOWN, caller};
use engine::InboundEnd;
use jiff::SignedDuration;
use store::InboundCall;
use telephony::SimulatedCaller;

/// She waits, with so much patience, and nobody is known by her number any more.
fn waits(name: &str, patience: Option<i64>) -> House {
    let mut house = House::open(name, 1);
    house.ring_in(SimulatedCaller {
        patience: patience.map(SignedDuration::from_secs),
        ..caller(Some(KNOWN))
    });
    assert_eq!(house.asked(), Some(house.agents[0]));
    let import = house.store.imports(house.list).unwrap().remove(0);
    house.store.undo_import(import.id).unwrap();
    house
}

fn is_over(house: &House, end: InboundEnd) -> InboundCall {
    assert_eq!(house.store.open_inbound().unwrap(), []);
    assert_eq!(house.store.doctor().unwrap().differences, []);
    let call = house.call();
    assert_eq!((call.end, call.contact), (Some(end), None));
    call
}

#[test]
fn who_hangs_up_holds_back_nobody() {
    let mut house = waits("taken-back-hangs-up", Some(5));
    house.pass(10);
    is_over(&house, InboundEnd::HungUp);
    assert_eq!(house.centre.lines.next_due(), None);
}

#[test]
fn who_was_there_when_the_program_ended_is_lost_once() {
    let mut house = waits("taken-back-killed", None);
    house.start_again();
    house.pass(1);
    is_over(&house, InboundEnd::Lost);
}

#[test]
fn who_cannot_become_a_contact_is_told_and_not_offered_again() {
    let mut house = waits("taken-back-taken", None);
    house.answer(house.agents[0]);
    is_over(&house, InboundEnd::NoContact);
    assert_eq!(house.asked(), None);
}
