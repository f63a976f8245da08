//! Getting in, being kept out, and staying in.

use super::{House, author, session};
use crate::support::with_both;
use jiff::SignedDuration;
use store::{LoginRefusal, Role, UserChange, UserState};

#[test]
fn five_wrong_passwords_lock_out_for_longer_each_time() {
    with_both(|database| {
        let house = House::open(database);
        let id = house.add("ada", Role::Agent);
        let fail = || house.store.note_failed_login(Some(id), author()).unwrap();
        for _ in 0..4 {
            assert_eq!(fail(), None);
        }
        house.log_in(id, "before").unwrap();
        assert_eq!(house.store.user(id).unwrap().unwrap().failed, 0);
        for _ in 0..4 {
            assert_eq!(fail(), None);
        }
        let until = fail().unwrap();
        assert_eq!(until - house.clock.now(), SignedDuration::from_mins(15));
        // The right password does not help.
        assert_eq!(
            house.log_in(id, "locked"),
            Err(LoginRefusal::LockedOut { until })
        );
        house.pass(15);
        let longer = fail().unwrap();
        assert_eq!(longer - house.clock.now(), SignedDuration::from_mins(30));
        house.pass(30);
        house.log_in(id, "after").unwrap();
        assert_eq!(fail(), None, "a right password forgets the wrong ones");
        assert_eq!(
            house
                .log(Some(id))
                .iter()
                .filter(|word| **word == "locked_out")
                .count(),
            2
        );
    });
}

#[test]
fn an_unlocked_user_gets_in_at_once() {
    with_both(|database| {
        let house = House::open(database);
        let id = house.add("ada", Role::Agent);
        for _ in 0..5 {
            house.store.note_failed_login(Some(id), author()).unwrap();
        }
        house.store.unlock(id, author()).unwrap();
        house.log_in(id, "s1").unwrap();
        assert!(house.log(Some(id)).contains(&"unlocked"));
    });
}

#[test]
fn a_login_that_does_not_exist_is_noted_without_its_text() {
    with_both(|database| {
        let house = House::open(database);
        assert_eq!(house.store.note_failed_login(None, author()).unwrap(), None);
        let line = house.store.people_log(None, None, 10).unwrap().remove(0);
        assert_eq!(
            (line.word.as_str(), line.user, line.detail.as_str()),
            ("login_failed", None, "")
        );
        assert_eq!(line.address, "192.0.2.7");
    });
}

#[test]
fn who_is_locked_or_off_neither_gets_in_nor_stays_in() {
    with_both(|database| {
        let house = House::open(database);
        for (state, refusal) in [
            (UserState::Locked, LoginRefusal::Locked),
            (UserState::Off, LoginRefusal::Off),
        ] {
            let id = house.add(state.word(), Role::Agent);
            house.log_in(id, state.word()).unwrap();
            let change = UserChange {
                name: state.word().to_owned(),
                role: Role::Agent,
                language: None,
                state,
            };
            house.store.set_user(id, change, author()).unwrap().unwrap();
            assert_eq!(house.store.session(state.word()).unwrap(), None);
            assert_eq!(house.log_in(id, "again"), Err(refusal));
        }
        let nobody = house.log_in(store::UserId(99), "nobody");
        assert_eq!(nobody, Err(LoginRefusal::NoSuchUser));
    });
}

#[test]
fn a_session_ends_by_itself_when_idle_and_after_its_time() {
    with_both(|database| {
        let house = House::open(database);
        let (agent, boss) = (
            house.add("ada", Role::Agent),
            house.add("bo", Role::Supervisor),
        );
        house.log_in(agent, "agent").unwrap();
        house.log_in(boss, "boss").unwrap();
        house.pass(119);
        let (of_boss, user) = house.store.session("boss").unwrap().unwrap();
        assert_eq!((user.id, of_boss.agent_text.as_str()), (boss, "a browser"));
        assert!(house.store.session_seen(&of_boss).unwrap());
        house.pass(119);
        assert!(house.store.session("boss").unwrap().is_some());
        house.pass(1);
        assert!(
            house.store.session("boss").unwrap().is_none(),
            "two hours away"
        );
        assert_eq!(house.store.sessions_of(boss).unwrap(), []);
        assert!(
            house.store.session("agent").unwrap().is_some(),
            "agents wait"
        );
        house.pass(8 * 60 + 1);
        assert!(
            house.store.session("agent").unwrap().is_none(),
            "twelve hours in all"
        );
        assert_eq!(house.store.forget_people().unwrap(), 2);
    });
}

#[test]
fn a_sign_of_life_is_written_every_five_minutes_at_most() {
    with_both(|database| {
        let house = House::open(database);
        let id = house.add("ada", Role::Agent);
        house.log_in(id, "s1").unwrap();
        let seen = || {
            let (session, _) = house.store.session("s1").unwrap().unwrap();
            house.store.session_seen(&session).unwrap()
        };
        house.pass(4);
        assert!(!seen());
        house.pass(1);
        assert!(seen());
        assert!(!seen());
    });
}

#[test]
fn sessions_end_one_by_one_and_all_but_one() {
    with_both(|database| {
        let house = House::open(database);
        let (ada, bo) = (house.add("ada", Role::Agent), house.add("bo", Role::Agent));
        let first = house.log_in(ada, "s1").unwrap();
        house.log_in(ada, "s2").unwrap();
        let third = house.log_in(ada, "s3").unwrap();
        house.log_in(bo, "other").unwrap();
        let end = |user, id| house.store.end_session(user, id, author()).unwrap();
        assert!(!end(bo, first), "somebody else's");
        assert!(end(ada, first));
        assert_eq!(
            house
                .store
                .end_sessions(ada, Some(third), author())
                .unwrap(),
            1
        );
        let left = house.store.sessions_of(ada).unwrap();
        assert_eq!(left.iter().map(|one| one.id).collect::<Vec<_>>(), [third]);
        house.store.log_out(&left[0]).unwrap();
        assert_eq!(house.store.sessions_of(ada).unwrap(), []);
        assert!(house.store.session("other").unwrap().is_some());
        assert_eq!(
            house.log(Some(ada)).split_off(4),
            ["session_ended", "session_ended", "logged_out"]
        );
    });
}

#[test]
fn another_password_ends_the_other_sessions() {
    with_both(|database| {
        let house = House::open(database);
        let id = house.add("ada", Role::Agent);
        let own = house.log_in(id, "own").unwrap();
        house.log_in(id, "other").unwrap();
        house
            .store
            .set_password(id, "$argon2id$new".to_owned(), false, Some(own), author())
            .unwrap();
        assert!(house.store.session("own").unwrap().is_some());
        assert!(house.store.session("other").unwrap().is_none());
        let there = house.store.credentials("Ada").unwrap().unwrap();
        assert_eq!(there.password_hash.as_deref(), Some("$argon2id$new"));
        assert!(house.log(Some(id)).contains(&"password_changed"));
    });
}

#[test]
fn one_token_is_one_session() {
    with_both(|database| {
        let house = House::open(database);
        let id = house.add("ada", Role::Agent);
        house.log_in(id, "s1").unwrap();
        house.store.open_session(session(id, "s1")).unwrap_err();
    });
}
