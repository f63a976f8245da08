//! Whoever calls back: which of several contacts that is, and who is kept for her; whatever has become
//! of the contact meanwhile.

use crate::centre::{Centre, add_list, contact};
use crate::inbound::{came, came_to, number, open_number};
use crate::moving::{all, moves, to};
use crate::support::with_both;
use engine::{ContactId, InboundEnd, ListId, Outcome, Settings, Standing};
use store::{InboundState, Phone, RecordError};

const FIRST: u64 = 493_023_125_001;

/// The same centre, at work on another list.
fn with_list(centre: &Centre, list: ListId) -> Centre {
    Centre {
        store: centre.store.clone(),
        clock: centre.clock.clone(),
        list,
        campaign: centre.campaign,
        agents: centre.agents.clone(),
    }
}

#[test]
fn of_two_that_are_open_the_one_that_was_called_is_meant() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let agent = centre.agents[0];
        open_number(&centre, false);
        let called = centre.import(1)[0];
        assert_eq!(centre.offer(agent), Some(called));
        centre.call(called, agent, Outcome::NoAnswer);
        let other = add_list(&centre.store, "never called", Settings::default());
        with_list(&centre, other).import(1);
        let call = came(&centre, Some(FIRST));
        assert_eq!(call.contact, Some((centre.list, called)));
        assert_eq!(call.first, Some(agent));
    });
}

#[test]
fn what_a_contact_that_was_moved_left_behind_catches_nobody() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let agent = centre.agents[0];
        open_number(&centre, false);
        let id = centre.import(1)[0];
        assert_eq!(centre.offer(agent), Some(id));
        centre.call(id, agent, Outcome::Answered);
        centre.dispose(id, agent, "500", None).unwrap();
        let archive = add_list(&centre.store, "archive", Settings::default());
        moves(&centre, centre.list, all(), to(archive));
        let there = centre.contact(id).moved_to.unwrap();
        let call = came(&centre, Some(FIRST));
        assert_eq!(call.contact, Some((archive, there.contact)));
        centre.store.call_waits(call.id).unwrap();
        let taken = centre.store.take_call(&call, None, agent).unwrap();
        assert_eq!(taken.contact.list, archive);
        centre.is_sound();
    });
}

#[test]
fn nobody_is_kept_for_a_caller_whom_she_could_not_take() {
    with_both(|database| {
        let centre = Centre::open(database, 3);
        let [north, south, anywhere] = centre.agents[..] else {
            panic!()
        };
        for (agent, phone) in [(north, "1001"), (south, "1002")] {
            let phone: Phone = phone.parse().unwrap();
            centre.store.set_phone(agent, Some(phone)).unwrap().unwrap();
        }
        open_number(&centre, false);
        centre.import(4);
        let with = |exchange: &str, phone: &str| (exchange, phone) == ("north", "1002");
        centre.store.tell_apart(Box::new(with));
        let call = came_to(&centre, None, Some("north"));
        centre.store.call_waits(call.id).unwrap();
        assert_eq!(centre.offer(north), None);
        assert_eq!(centre.offer(anywhere), None, "nobody knows where that is");
        assert!(centre.offer(south).is_some(), "her phone is elsewhere");
        let missed = centre
            .store
            .call_missed(&call, None, InboundEnd::HungUp)
            .unwrap();
        assert!(missed.is_none());
        assert!(centre.offer(north).is_some(), "nobody waits any more");
    });
}

/// A contact nobody has called yet, whose caller waits when its import is taken back.
fn taken_back(centre: &Centre, n: u32) -> store::InboundCall {
    centre.pass(1);
    let digits = FIRST + u64::from(n);
    let id = centre.import_all(vec![contact(n, &[493_023_125_500, digits])])[0];
    let call = came(centre, Some(digits));
    assert_eq!(call.contact, Some((centre.list, id)));
    assert_eq!(call.slot.0, 1);
    centre.store.call_waits(call.id).unwrap();
    let import = centre.store.imports(centre.list).unwrap();
    let import = import.iter().map(|import| import.id).max().unwrap();
    centre.store.undo_import(import).unwrap();
    call
}

#[test]
fn a_call_ends_though_its_contact_was_taken_back() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let queue = open_number(&centre, true);
        let call = taken_back(&centre, 1);
        let missed = centre
            .store
            .call_missed(&call, Some(&queue), InboundEnd::HungUp)
            .unwrap();
        assert!(missed.is_none());
        assert_eq!(centre.store.open_inbound().unwrap(), []);
        let newest = centre.store.newest_inbound(1).unwrap().remove(0);
        assert_eq!(newest.state, InboundState::Ended);
        assert_eq!(
            (newest.end, newest.contact),
            (Some(InboundEnd::HungUp), None)
        );
        assert_eq!(newest.code.unwrap().as_str(), "066");
        // Who asks to be called back is somebody nobody knows.
        let call = taken_back(&centre, 2);
        let made = centre
            .store
            .call_missed(&call, Some(&queue), InboundEnd::CallbackAsked)
            .unwrap()
            .unwrap();
        assert!(matches!(made.contact.standing, Standing::Callback { .. }));
        centre.is_sound();
    });
}

#[test]
fn a_call_is_taken_though_its_contact_was_taken_back() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let agent = centre.agents[0];
        let queue = open_number(&centre, true);
        let call = taken_back(&centre, 1);
        let taken = centre.store.take_call(&call, Some(&queue), agent).unwrap();
        let numbers = centre
            .store
            .numbers_by_slot(centre.list, taken.contact.id)
            .unwrap();
        assert_eq!(numbers[0].1, number(FIRST + 1));
        centre
            .dispose(taken.contact.id, agent, "500", None)
            .unwrap();
        let without = open_number(&centre, false);
        let call = taken_back(&centre, 2);
        let refused = centre.store.take_call(&call, Some(&without), agent);
        let Err(RecordError::NotFound { contact, .. }) = refused else {
            panic!("{refused:?}")
        };
        assert_ne!(contact, ContactId(0));
        centre.is_sound();
    });
}
