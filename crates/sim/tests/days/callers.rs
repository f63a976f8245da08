//! People call a centre that lives: agents take their calls between others, and who is not taken
//! is written down.

use crate::living::Centre;
use crate::support::{Directory, fill};
use engine::{InboundEnd, Number, Settings, Zone};
use jiff::SignedDuration;
use std::collections::BTreeMap;
use store::{InboundState, LineOrder, Queue, QueueKind, RingIn, Store};

const CALLED: u64 = 442_079_460_000;

fn number(digits: u64) -> Number {
    Number::new(digits).unwrap()
}

/// The centre can be called.
fn open_number(store: &Store) {
    let zone = Zone::new("Europe/Amsterdam").unwrap();
    let queue = Queue {
        campaign: Some(store.campaigns().unwrap()[0].id),
        list: Some(store.lists().unwrap()[0].id),
        ..Queue::new(number(CALLED), "Callers", QueueKind::Service, zone)
    };
    assert_eq!(store.set_queue(queue).unwrap(), []);
}

#[test]
fn those_not_reached_ring_back_strangers_ring_and_some_are_missed() {
    let directory = Directory::new();
    let address = directory.address("callers.db");
    fill(&address, 600, Settings::default());
    let mut centre = Centre::open(&address, 8);
    open_number(&centre.store);
    centre.pass(5, 3 * 720);
    let calls = centre.store.newest_inbound(1_000).unwrap();
    let taken = calls
        .iter()
        .filter(|call| call.state == InboundState::Answered);
    let mut missed: BTreeMap<InboundEnd, u32> = BTreeMap::new();
    for end in calls.iter().filter_map(|call| call.end) {
        *missed.entry(end).or_default() += 1;
    }
    let taken = taken.count();
    println!("{} called, {taken} were taken, {missed:?}", calls.len());
    assert!(taken > 10, "{taken} of {} were taken", calls.len());
    assert!(missed.contains_key(&InboundEnd::HungUp), "{missed:?}");
    let strangers = calls.iter().filter(|call| {
        call.caller
            .is_some_and(|from| from.digits() / 1_000 == 447_700_900)
            && call.agent.is_some()
    });
    assert!(strangers.count() > 0);
    // Whoever was talked to was coded, like everybody.
    let uncoded = calls.iter().filter(|call| {
        let of = call.contact.zip(call.attempt);
        let attempts = of.map(|((list, contact), attempt)| {
            let all = centre.store.attempts_of(list, contact).unwrap();
            (
                all.iter().any(|there| there.attempt == attempt),
                list,
                contact,
            )
        });
        attempts.is_some_and(|(coded, list, contact)| {
            let there = centre.store.contact(list, contact).unwrap().unwrap();
            !coded && there.hand.is_none()
        })
    });
    assert_eq!(uncoded.count(), 0);
    centre.in_order();
}

#[test]
fn a_visitor_who_is_ready_longest_is_asked() {
    let directory = Directory::new();
    let address = directory.address("visitor.db");
    fill(&address, 30, Settings::default());
    let mut centre = Centre::open(&address, 1);
    open_number(&centre.store);
    let you = centre.visitor();
    centre.store.renew(you).unwrap();
    let ring = RingIn {
        called: number(CALLED),
        caller: None,
        name: Some("<b>Eva</b>".to_owned()),
        patience: Some(SignedDuration::from_secs(30)),
        presses: None,
    };
    centre.switchboard.hand_in(LineOrder::RingIn(ring)).unwrap();
    centre.pass(1, 2);
    let asking = centre.store.inbound_asking(you).unwrap().unwrap();
    assert_eq!(asking.caller_name.as_deref(), Some("bEva/b"));
    let order = LineOrder::Answer {
        call: asking.id,
        agent: you,
    };
    centre.switchboard.hand_in(order).unwrap();
    centre.pass(1, 2);
    let hand = centre.store.agent(you).unwrap().unwrap().hand.unwrap();
    assert!(hand.hand.unwrap().calls[0].inbound);
    centre.in_order();
}
