//! A number of its own for whoever is not to be called any more.

use crate::house::{House, KNOWN, STRANGER, caller, number};
use engine::InboundEnd;
use jiff::SignedDuration;
use store::QueueKind;
use telephony::SimulatedCaller;

fn house(name: &str) -> House {
    let house = House::open(name, 1);
    house.queue(&|queue| queue.purpose = QueueKind::OptOut);
    house
}

fn presses(from: Option<u64>, key: char) -> SimulatedCaller {
    SimulatedCaller {
        presses: Some((SignedDuration::from_secs(4), key)),
        ..caller(from)
    }
}

#[test]
fn one_key_and_the_number_is_suppressed_before_that_is_said() {
    let mut house = house("opts-out");
    house.ring_in(presses(Some(KNOWN), '1'));
    assert_eq!(house.asked(), None, "no agent is asked");
    house.pass(4);
    assert_eq!(house.call().end, None, "it may be the first figure");
    house.pass(3);
    let call = house.call();
    assert_eq!(call.end, Some(InboundEnd::OptedOut));
    assert!(
        !house
            .store
            .suppressions_of(number(KNOWN))
            .unwrap()
            .is_empty()
    );
    house.pass(10);
    let contact = house
        .store
        .contact(house.list, house.contact)
        .unwrap()
        .unwrap();
    assert!(contact.is_closed());
    let menu = house.store.menu_counts(house.list).unwrap();
    assert_eq!((menu.offered, menu.completed), (1, 1));
    assert_eq!(house.store.doctor().unwrap().differences, []);
}

#[test]
fn who_hangs_up_without_a_key_was_offered_it() {
    let mut house = house("hears");
    house.ring_in(SimulatedCaller {
        patience: Some(SignedDuration::from_secs(10)),
        ..caller(Some(KNOWN))
    });
    house.pass(15);
    assert_eq!(house.call().end, Some(InboundEnd::OptOutHeard));
    let menu = house.store.menu_counts(house.list).unwrap();
    assert_eq!((menu.offered, menu.completed), (1, 0));
}

#[test]
fn somebody_nobody_knows_opts_out_as_well_and_no_contact_is_made() {
    let mut house = house("stranger-opts-out");
    house.ring_in(presses(Some(STRANGER), '1'));
    house.pass(9);
    assert_eq!(house.call().end, Some(InboundEnd::OptedOut));
    assert_eq!(
        house.store.suppressions_of(number(STRANGER)).unwrap().len(),
        1
    );
    assert_eq!(house.call().contact, None);
}

#[test]
fn without_a_number_the_key_alone_means_nobody() {
    let mut house = house("anonymous-opts-out");
    house.ring_in(presses(None, '1'));
    house.pass(310);
    assert_eq!(house.call().end, Some(InboundEnd::OptOutHeard));
}

#[test]
fn who_presses_the_key_and_hangs_up_at_once_has_said_it() {
    let mut house = house("opts-out-and-goes");
    house.ring_in(SimulatedCaller {
        patience: Some(SignedDuration::from_secs(6)),
        ..presses(Some(KNOWN), '1')
    });
    house.pass(8);
    assert_eq!(house.call().end, Some(InboundEnd::OptedOut));
    let suppressed = house.store.suppressions_of(number(KNOWN)).unwrap();
    assert!(!suppressed.is_empty());
}
