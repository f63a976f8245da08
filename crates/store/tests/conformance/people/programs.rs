//! Programs: their tokens, and requests that are sent twice.

use super::{House, author};
use crate::support::with_both;
use jiff::SignedDuration;
use store::{Author, Begun, NewToken, Role};

fn token(hash: &str) -> NewToken {
    NewToken {
        name: "web form".to_owned(),
        hash: hash.to_owned(),
        scopes: vec!["read:contacts".to_owned(), "write:contacts".to_owned()],
        expires_at: None,
    }
}

#[test]
fn a_token_works_until_it_is_revoked() {
    with_both(|database| {
        let house = House::open(database);
        let boss = house.add("boss", Role::Administrator);
        let by = Author::user(boss, "192.0.2.7");
        let id = house.store.add_token(token("t1"), by.clone()).unwrap();
        let found = house.store.token_by_hash("t1").unwrap().unwrap();
        assert_eq!((found.id, found.created_by), (id, Some(boss)));
        assert!(found.may("write:contacts") && !found.may("write:lists"));
        assert_eq!(house.store.token_by_hash("t2").unwrap(), None);
        assert!(house.store.revoke_token(id, by.clone()).unwrap());
        assert!(!house.store.revoke_token(id, by).unwrap());
        assert_eq!(house.store.token_by_hash("t1").unwrap(), None);
        assert!(house.store.tokens().unwrap()[0].revoked_at.is_some());
        assert_eq!(
            house.log(None),
            ["user_added", "token_added", "token_revoked"]
        );
    });
}

#[test]
fn a_token_ends_at_its_time_and_its_use_is_noted_once_a_minute() {
    with_both(|database| {
        let house = House::open(database);
        let ends = house.clock.now() + SignedDuration::from_mins(10);
        let new = NewToken {
            expires_at: Some(ends),
            ..token("t1")
        };
        house.store.add_token(new, author()).unwrap();
        let touch = || {
            let token = house.store.token_by_hash("t1").unwrap().unwrap();
            house.store.touch_token(&token).unwrap()
        };
        assert!(touch());
        assert!(!touch());
        house.pass(1);
        assert!(touch());
        house.pass(9);
        assert_eq!(house.store.token_by_hash("t1").unwrap(), None);
    });
}

#[test]
fn a_request_that_comes_again_is_answered_as_before() {
    with_both(|database| {
        let house = House::open(database);
        let begin = |token, key, digest| house.store.idempotent_begin(token, key, digest).unwrap();
        assert_eq!(begin(1, "key", "abc"), Begun::New);
        assert_eq!(begin(1, "key", "abc"), Begun::Running);
        assert_eq!(begin(1, "key", "other"), Begun::Different);
        assert_eq!(begin(2, "key", "abc"), Begun::New, "another program's key");
        house.store.idempotent_finish(1, "key", 201, "{}").unwrap();
        let done = Begun::Done {
            status: 201,
            body: "{}".to_owned(),
        };
        assert_eq!(begin(1, "key", "abc"), done);
        assert_eq!(begin(1, "key", "other"), Begun::Different);
        house.store.idempotent_forget(1, "key").unwrap();
        assert_eq!(begin(1, "key", "abc"), done, "an answer is not forgotten");
        house.store.idempotent_forget(2, "key").unwrap();
        assert_eq!(begin(2, "key", "abc"), Begun::New);
        house.pass(24 * 60);
        assert_eq!(begin(1, "key", "other"), Begun::New);
    });
}

#[test]
fn a_request_whose_program_died_may_be_sent_again_after_a_minute() {
    with_both(|database| {
        let house = House::open(database);
        let begin = || house.store.idempotent_begin(1, "key", "abc").unwrap();
        assert_eq!(begin(), Begun::New);
        house.pass(1);
        assert_eq!(begin(), Begun::New);
        house.pass(24 * 60);
        assert_eq!(house.store.forget_people().unwrap(), 1);
    });
}

#[test]
fn the_log_is_read_page_by_page_and_kept_for_a_year() {
    with_both(|database| {
        let house = House::open(database);
        for _ in 0..5 {
            house.store.note_failed_login(None, author()).unwrap();
        }
        let first = house.store.people_log(None, None, 3).unwrap();
        let rest = house.store.people_log(None, Some(first[2].id), 3).unwrap();
        assert_eq!((first.len(), rest.len()), (3, 2));
        assert!(rest[0].id < first[2].id);
        house.pass(365 * 24 * 60);
        assert_eq!(house.store.forget_people().unwrap(), 5);
    });
}
