//! One change for many contacts.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{Actor, Code, ContactId, Outcome};
use store::{Bulk, BulkChange, BulkState, Matching, Selection};

/// Four contacts: two coded as no interest, one as not to be called, one in hand.
fn house(database: &crate::support::Database) -> (Centre, Vec<ContactId>) {
    let centre = Centre::open(database, 1);
    let ids = centre.import(4);
    let agent = centre.agents[0];
    for code in ["500", "500", "510"] {
        let id = centre.offer(agent).unwrap();
        centre.call(id, agent, Outcome::Answered);
        centre.dispose(id, agent, code, None).unwrap();
    }
    centre.offer(agent).unwrap();
    (centre, ids)
}

fn actor(centre: &Centre) -> Actor {
    Actor::Supervisor(centre.agents[0])
}

fn to_no_answer() -> BulkChange {
    BulkChange::Correct {
        code: Code::new("120"),
    }
}

#[test]
fn it_says_in_counts_what_it_would_do_and_does_that() {
    with_both(|database| {
        let (centre, ids) = house(database);
        let (all, by) = (Selection::Contacts(ids), actor(&centre));
        let store = &centre.store;
        let preview = store
            .preview_bulk(centre.list, &all, &to_no_answer(), by)
            .unwrap();
        assert_eq!((preview.contacts, preview.due_later), (4, 2));
        let refused: Vec<(&str, u64)> = preview
            .refused
            .iter()
            .map(|(word, count)| (word.as_str(), *count))
            .collect();
        assert_eq!(refused, [("no_such_attempt", 1), ("sticky", 1)]);
        let begun = store
            .begin_bulk(centre.list, all, to_no_answer(), by)
            .unwrap();
        assert_eq!((begun.done, begun.waiting()), (0, 4));
        let mut shown = 0;
        let done = store
            .run_bulk(begun.id, &mut |_: &Bulk| {
                shown += 1;
                true
            })
            .unwrap();
        assert_eq!((done.state, done.done, shown), (BulkState::Done, 2, 1));
        assert_eq!(done.refused, preview.refused);
        assert_eq!(store.bulk_refusals(done.id, 9).unwrap().len(), 2);
        assert_eq!(store.bulks(centre.list).unwrap(), [done]);
        centre.is_sound();
    });
}

#[test]
fn contacts_are_selected_by_where_they_stand_and_by_their_attempts() {
    with_both(|database| {
        let (centre, _) = house(database);
        let count = |matching: Matching| {
            let change = BulkChange::Assign { owner: None };
            let selection = Selection::Matching(matching);
            let by = actor(&centre);
            let preview = centre
                .store
                .preview_bulk(centre.list, &selection, &change, by);
            preview.unwrap().contacts
        };
        let any = Matching::default;
        assert_eq!(count(any()), 4);
        let state = Some("closed".to_owned());
        assert_eq!(count(Matching { state, ..any() }), 3);
        let code = Some(Code::new("500"));
        assert_eq!(
            count(Matching {
                code: code.clone(),
                ..any()
            }),
            2
        );
        let attempt_code = code;
        assert_eq!(
            count(Matching {
                attempt_code,
                ..any()
            }),
            2
        );
        let agent = Some(centre.agents[0]);
        assert_eq!(count(Matching { agent, ..any() }), 3);
        let from = Some(centre.pass(1));
        assert_eq!(count(Matching { from, ..any() }), 0);
        assert_eq!(
            count(Matching {
                until: from,
                ..any()
            }),
            3
        );
    });
}

#[test]
fn what_was_stopped_goes_on_and_nothing_is_done_twice() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(120);
        let change = BulkChange::Set {
            code: Code::new("500"),
            reset: false,
            due: None,
        };
        let all = Selection::Contacts(ids.clone());
        let begun = centre
            .store
            .begin_bulk(centre.list, all, change, actor(&centre))
            .unwrap();
        let stopped = centre.store.run_bulk(begun.id, &mut |_| false).unwrap();
        assert_eq!((stopped.state, stopped.done), (BulkState::Stopped, 50));
        assert_eq!(
            centre.store.bulk(begun.id).unwrap().unwrap(),
            Bulk {
                ended_at: Some(centre.clock.now()),
                ..stopped
            }
        );
        // As if the program had died between the commit and the log.
        let mut conn = database.open(store::conn::Access::Write);
        conn.batch("UPDATE bulk_contact SET outcome = NULL")
            .unwrap();
        let done = centre.store.run_bulk(begun.id, &mut |_| true).unwrap();
        assert_eq!((done.state, done.done), (BulkState::Done, 120));
        let history = centre.store.history(centre.list, ids[0]).unwrap();
        assert_eq!(history.len(), 1);
        centre.is_sound();
    });
}

#[test]
fn it_is_stopped_from_elsewhere_and_resumed_and_the_log_has_all() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(60);
        let change = BulkChange::Assign { owner: None };
        let all = Selection::Matching(Matching::default());
        let store = &centre.store;
        let preview = store
            .preview_bulk(centre.list, &all, &change, actor(&centre))
            .unwrap();
        assert_eq!((preview.contacts, preview.sample.len()), (60, 10));
        let by = (actor(&centre), Some(store::UserId(7)));
        let begun = store.begin_bulk_by(centre.list, all, change, by).unwrap();
        assert_eq!(store.running_bulks().unwrap(), [begun.id]);
        assert_eq!(store.advance_bulk(begun.id).unwrap().done, 50);
        store.stop_bulk(begun.id).unwrap();
        let stopped = store.advance_bulk(begun.id).unwrap();
        assert_eq!((stopped.state, stopped.done), (BulkState::Stopped, 50));
        assert_eq!(store.running_bulks().unwrap(), [0_i64; 0]);
        store.resume_bulk(begun.id).unwrap();
        while store.advance_bulk(begun.id).unwrap().state == BulkState::Running {}
        // What is done is neither stopped nor resumed.
        store.stop_bulk(begun.id).unwrap();
        store.resume_bulk(begun.id).unwrap();
        let log = store.bulk_log(None, 9).unwrap();
        assert_eq!(
            (log.len(), log[0].state, log[0].done),
            (1, BulkState::Done, 60)
        );
        assert_eq!(log[0].user, Some(store::UserId(7)));
        assert_eq!(store.bulk_log(Some(begun.id), 9).unwrap(), []);
        centre.is_sound();
    });
}
