//! Calls that come in: numbers of the house, who is called back by, who takes it, how it ends.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{AgentId, ContactId, InboundEnd, Number, Outcome, Standing, Zone};
use store::{CameIn, InboundCall, InboundState, Queue, QueueKind, QueueProblem};

const CALLED: u64 = 493_023_125_900;
const STRANGER: u64 = 493_023_125_777;

pub fn number(digits: u64) -> Number {
    Number::new(digits).unwrap()
}

fn zone() -> Zone {
    Zone::new("Europe/Amsterdam").unwrap()
}

pub fn open_number(centre: &Centre, takes_strangers: bool) -> Queue {
    let queue = Queue {
        campaign: Some(centre.campaign),
        list: takes_strangers.then_some(centre.list),
        ..Queue::new(number(CALLED), "Callers", QueueKind::Service, zone())
    };
    assert_eq!(centre.store.set_queue(queue.clone()).unwrap(), []);
    queue
}

pub fn came(centre: &Centre, caller: Option<u64>) -> InboundCall {
    came_to(centre, caller, None)
}

pub fn came_to(centre: &Centre, caller: Option<u64>, exchange: Option<&str>) -> InboundCall {
    let came = CameIn {
        called: number(CALLED),
        caller: caller.map(number),
        name: None,
        exchange: exchange.map(str::to_owned),
        line: None,
    };
    centre.store.call_came_in(came).unwrap().0
}

fn seen(centre: &Centre, agent: AgentId) {
    centre.store.renew(agent).unwrap();
}

#[test]
fn a_number_is_kept_as_it_was_set_or_all_that_is_wrong_with_it_is_told() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        let store = &centre.store;
        let campaigns = store.campaigns().unwrap();
        store
            .set_caller_id(campaigns[0].id, Some(number(CALLED)))
            .unwrap();
        assert_eq!(store.unanswered_numbers().unwrap(), [campaigns[0].id]);
        let queue = open_number(&centre, true);
        assert_eq!(store.queues().unwrap(), std::slice::from_ref(&queue));
        assert_eq!(store.queue(number(CALLED)).unwrap(), Some(queue.clone()));
        assert_eq!(store.unanswered_numbers().unwrap(), []);
        let mut wrong = Queue {
            name: "  ".to_owned(),
            campaign: None,
            list: Some(engine::ListId(99)),
            ..queue
        };
        wrong.rules.wait_seconds = 0;
        wrong.sounds.music = "x;rm".to_owned();
        wrong.sounds.welcome = Some("http://elsewhere".to_owned());
        let problems = store.set_queue(wrong).unwrap();
        assert_eq!(
            problems,
            [
                QueueProblem::Name,
                QueueProblem::NoCampaign,
                QueueProblem::Figure("wait_seconds"),
                QueueProblem::Sound("welcome"),
                QueueProblem::Sound("music"),
                QueueProblem::NoSuchList,
            ]
        );
        assert_eq!(store.queues().unwrap()[0].name, "Callers");
        assert!(store.drop_queue(number(CALLED)).unwrap());
        assert!(!store.drop_queue(number(CALLED)).unwrap());
    });
}

#[test]
fn who_calls_back_is_the_contact_of_whoever_called_last() {
    with_both(|database| {
        let centre = Centre::open(database, 3);
        open_number(&centre, false);
        let ids = centre.import(2);
        let [ada, bob, _] = centre.agents[..] else {
            panic!()
        };
        let first = centre.offer(bob).unwrap();
        assert_eq!(first, ids[0]);
        centre.call(first, bob, Outcome::NoAnswer);
        let call = came(&centre, Some(493_023_125_001));
        assert_eq!(call.contact, Some((centre.list, ids[0])));
        assert_eq!(
            (call.first, call.campaign),
            (Some(bob), Some(centre.campaign))
        );
        assert_eq!(
            centre.store.ready_for(&call, false).unwrap(),
            [],
            "no desk is open"
        );
        centre.pass(1);
        seen(&centre, bob);
        seen(&centre, ada);
        centre.store.call_waits(call.id).unwrap();
        assert_eq!(centre.store.ready_for(&call, false).unwrap(), [ada, bob]);
        assert_eq!(
            centre.store.ready_for(&call, true).unwrap(),
            [],
            "none has a phone"
        );
        centre.store.ask_for_call(&call, Some(bob)).unwrap();
        let asked = centre.store.inbound_asking(bob).unwrap().unwrap();
        assert_eq!((asked.id, asked.state), (call.id, InboundState::Waiting));
        assert_eq!(centre.offer(bob), None, "whoever calls is served first");
        let other = came(&centre, None);
        assert_eq!(centre.store.ready_for(&other, false).unwrap(), [ada]);
        let taken = centre.store.take_call(&asked, None, bob).unwrap();
        let hand = taken.contact.hand.unwrap();
        assert_eq!((hand.agent, hand.calls[0].inbound), (bob, true));
        assert_eq!(centre.store.waiting_at(number(CALLED)).unwrap(), 0);
        centre.store.take_call(&asked, None, ada).unwrap_err();
        centre.is_sound();
    });
}

#[test]
fn a_stranger_becomes_a_contact_where_a_list_is_named_and_nobody_elsewhere() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let agent = centre.agents[0];
        let queue = open_number(&centre, true);
        let call = came(&centre, Some(STRANGER));
        assert_eq!(call.contact, None);
        let taken = centre.store.take_call(&call, Some(&queue), agent).unwrap();
        let numbers = centre
            .store
            .numbers_by_slot(centre.list, taken.contact.id)
            .unwrap();
        assert_eq!(numbers[0].1, number(STRANGER));
        centre
            .dispose(taken.contact.id, agent, "500", None)
            .unwrap();
        let without = Queue {
            list: None,
            ..queue.clone()
        };
        let other = came(&centre, Some(STRANGER + 1));
        centre
            .store
            .take_call(&other, Some(&without), agent)
            .unwrap_err();
        let anonymous = came(&centre, None);
        let taken = centre
            .store
            .take_call(&anonymous, Some(&queue), agent)
            .unwrap();
        assert!(taken.contact.numbers.is_empty(), "it can be given one");
        centre.is_sound();
    });
}

#[test]
fn every_end_is_one_attempt_with_one_code_or_stands_by_itself() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        let queue = open_number(&centre, true);
        let ids = centre.import(1);
        let of = |end| {
            let call = came(&centre, Some(493_023_125_001));
            centre.store.call_missed(&call, Some(&queue), end).unwrap()
        };
        for end in InboundEnd::ALL {
            assert!(
                of(end).is_some_and(|recorded| recorded.attempts.len() == 1),
                "{end:?}"
            );
        }
        let attempts = centre.store.attempts_of(centre.list, ids[0]).unwrap();
        assert_eq!(attempts.len(), InboundEnd::ALL.len());
        assert!(
            attempts
                .iter()
                .all(|attempt| attempt.inbound && attempt.agent == AgentId::NOBODY)
        );
        let stranger = came(&centre, Some(STRANGER));
        assert!(
            centre
                .store
                .call_missed(&stranger, Some(&queue), InboundEnd::HungUp)
                .unwrap()
                .is_none()
        );
        let newest = centre.store.newest_inbound(1).unwrap().remove(0);
        assert_eq!(
            (newest.end, newest.contact),
            (Some(InboundEnd::HungUp), None)
        );
        assert_eq!(newest.code.unwrap().as_str(), "066");
        let menu = centre.store.menu_counts(centre.list).unwrap();
        assert_eq!((menu.offered, menu.completed), (2, 1));
        assert_eq!(centre.store.open_inbound().unwrap(), []);
        let counts = centre.store.inbound_counts(queue_day(&centre)).unwrap();
        assert_eq!((counts[0].offered, counts[0].abandoned), (16, 2));
        centre.is_sound();
    });
}

fn queue_day(centre: &Centre) -> jiff::Timestamp {
    zone().start_of(zone().local(centre.clock.now()).date())
}

#[test]
fn a_stranger_who_asks_for_a_callback_becomes_a_contact_that_is_due() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        let queue = open_number(&centre, true);
        let call = came(&centre, Some(STRANGER));
        let end = InboundEnd::CallbackAsked;
        let made = centre
            .store
            .call_missed(&call, Some(&queue), end)
            .unwrap()
            .unwrap();
        assert!(matches!(made.contact.standing, Standing::Callback { .. }));
        centre.is_sound();
    });
}

#[test]
fn who_called_is_erased_with_the_contact() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        let queue = open_number(&centre, false);
        let ids: Vec<ContactId> = centre.import(1);
        let call = came(&centre, Some(493_023_125_001));
        centre
            .store
            .call_missed(&call, Some(&queue), InboundEnd::HungUp)
            .unwrap();
        let how = store::Erasing {
            by: store::AuditActor::Program,
            only_look: false,
            evidence_too: false,
        };
        centre.store.erase(&[(centre.list, ids[0])], how).unwrap();
        assert_eq!(centre.store.newest_inbound(1).unwrap()[0].caller, None);
    });
}
