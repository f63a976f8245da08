//! Pages: every row once, whatever lies between two of them.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{CallbackChoice, ContactId, Number, Outcome};
use jiff::{SignedDuration, Timestamp};

#[test]
fn contacts_come_page_by_page_each_once() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(7);
        let (mut seen, mut after) = (Vec::new(), ContactId(0));
        loop {
            let page = centre.store.contacts_after(centre.list, after, 3).unwrap();
            let Some(last) = page.last() else { break };
            after = last.id;
            seen.extend(page.into_iter().map(|row| row.id));
        }
        assert_eq!(seen, ids);
    });
}

#[test]
fn what_stands_beside_many_contacts_is_what_each_says_of_itself() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(5);
        let store = &centre.store;
        let beside = store.beside(centre.list, &ids).unwrap();
        assert_eq!(beside.len(), 5);
        for id in &ids {
            let there = store.contact(centre.list, *id).unwrap().unwrap();
            let shown = &beside[id];
            assert_eq!(shown.offer_at, there.offer_at);
            let numbers = store.numbers_of(centre.list, *id).unwrap();
            assert!(!numbers.is_empty());
            assert_eq!(shown.numbers, numbers);
        }
        let before = store.statements();
        store.beside(centre.list, &ids).unwrap();
        assert!(store.statements() - before <= 4);
        assert!(store.beside(centre.list, &[]).unwrap().is_empty());
    });
}

#[test]
fn a_number_leads_to_its_contacts() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(3);
        let number = Number::new(493_023_125_002).unwrap();
        let found = centre.store.contacts_with_number(number, 10).unwrap();
        assert_eq!(found, [(centre.list, ids[1])]);
        let nobodys = Number::new(493_023_125_099).unwrap();
        assert_eq!(centre.store.contacts_with_number(nobodys, 10).unwrap(), []);
    });
}

#[test]
fn callbacks_of_one_instant_are_not_lost_between_pages() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(4);
        let at = centre.clock.now() + SignedDuration::from_hours(2);
        for _ in 0..4 {
            let ada = centre.agents[0];
            let contact = centre.offer(ada).unwrap();
            centre.call(contact, ada, Outcome::Answered);
            let choice = CallbackChoice {
                at: Some(at),
                ..CallbackChoice::default()
            };
            centre.dispose(contact, ada, "310", Some(choice)).unwrap();
        }
        let (mut seen, mut after) = (Vec::new(), (Timestamp::MIN, ContactId(0)));
        loop {
            let far = Timestamp::MAX;
            let page = centre
                .store
                .callbacks_after(centre.list, after, far, 3)
                .unwrap();
            let Some(last) = page.last() else { break };
            after = (last.due, last.contact);
            seen.extend(page.into_iter().map(|row| row.contact));
        }
        seen.dedup();
        assert_eq!(seen.len(), 4);
    });
}

#[test]
fn the_newest_attempt_that_gave_a_contact_its_code_is_found() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let (ids, agent) = (centre.import(3), centre.agents[0]);
        for outcome in [Outcome::NoAnswer, Outcome::Busy, Outcome::NoAnswer] {
            centre.claim_for(ids[0], agent, centre.campaign);
            centre.call(ids[0], agent, outcome);
            centre.pass(200);
        }
        centre.claim_for(ids[1], agent, centre.campaign);
        centre.call(ids[1], agent, Outcome::Congested);
        // Set by hand, and never called: no attempt gave these their codes.
        let closed = engine::Code::new("500");
        let set = engine::Command::Set {
            code: closed,
            reset: false,
            due: None,
            owner: None,
        };
        centre.command(ids[1], agent, set).unwrap();
        let found = centre.store.givers(centre.list, &ids).unwrap();
        assert_eq!(found.keys().copied().collect::<Vec<_>>(), [ids[0]]);
        let attempts = centre.store.attempts_of(centre.list, ids[0]).unwrap();
        assert_eq!(found[&ids[0]], attempts[2]);
        let mut all = Vec::new();
        let mut take = |contact, attempt| all.push((contact, attempt));
        centre.store.each_giver(centre.list, &mut take).unwrap();
        assert_eq!(all, found.into_iter().collect::<Vec<_>>());
    });
}
