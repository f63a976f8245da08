//! Whoever calls back: which of several contacts that is, and who is kept for her.

use crate::centre::{Centre, add_list};
use crate::inbound::{came, came_to, open_number};
use crate::moving::{all, moves, to};
use crate::support::with_both;
use engine::{InboundEnd, ListId, Outcome, Settings};
use store::Phone;

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
