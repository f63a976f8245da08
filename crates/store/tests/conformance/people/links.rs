//! Links that work once.

use super::{House, author, user};
use crate::support::{Database, with_both};
use jiff::SignedDuration;
use store::{FirstUser, LinkRefusal, NewUser, Purpose, Role, UserChange, UserId, UserState};

const DAY: SignedDuration = SignedDuration::from_hours(24);

fn make(house: &House, hash: &str, purpose: Purpose, user: Option<UserId>) {
    house
        .store
        .make_link(hash.to_owned(), purpose, user, DAY, author())
        .unwrap();
}

fn set(house: &House, hash: &str) -> Result<UserId, LinkRefusal> {
    house
        .store
        .use_link(hash.to_owned(), "$argon2id$new".to_owned(), author())
        .unwrap()
}

fn begin(house: &House, hash: &str, login: &str) -> Result<UserId, LinkRefusal> {
    let first = FirstUser {
        login: login.to_owned(),
        name: login.to_owned(),
        password_hash: "$argon2id$first".to_owned(),
        language: None,
    };
    house
        .store
        .use_first_link(hash.to_owned(), first, author())
        .unwrap()
}

#[test]
fn an_invitation_sets_the_password_once() {
    with_both(|database| {
        let house = House::open(database);
        let invited = NewUser {
            password_hash: None,
            ..user("ada", Role::Agent)
        };
        let id = house.store.add_user(invited, author()).unwrap().unwrap();
        assert!(!house.store.user(id).unwrap().unwrap().has_password);
        make(&house, "invite", Purpose::Invite, Some(id));
        let link = house.store.link("invite").unwrap().unwrap();
        assert_eq!((link.purpose, link.user), (Purpose::Invite, Some(id)));
        assert_eq!(set(&house, "unheard of"), Err(LinkRefusal::Unknown));
        assert_eq!(set(&house, "invite"), Ok(id));
        assert!(house.store.user(id).unwrap().unwrap().has_password);
        assert_eq!(set(&house, "invite"), Err(LinkRefusal::Used));
        assert_eq!(house.store.link("invite").unwrap(), Err(LinkRefusal::Used));
        assert_eq!(
            house.log(Some(id)),
            ["user_added", "link_made", "link_used"]
        );
    });
}

#[test]
fn a_link_ends_after_its_time_by_a_newer_one_and_with_its_user() {
    with_both(|database| {
        let house = House::open(database);
        house.add("boss", Role::Administrator);
        let id = house.add("ada", Role::Agent);
        make(&house, "old", Purpose::Reset, Some(id));
        make(&house, "new", Purpose::Reset, Some(id));
        assert_eq!(set(&house, "old"), Err(LinkRefusal::Unknown));
        house.pass(24 * 60);
        assert_eq!(set(&house, "new"), Err(LinkRefusal::Expired));
        make(&house, "newest", Purpose::Reset, Some(id));
        let off = UserChange {
            name: "Ada".to_owned(),
            role: Role::Agent,
            language: None,
            state: UserState::Off,
        };
        house.store.set_user(id, off, author()).unwrap().unwrap();
        assert_eq!(set(&house, "newest"), Err(LinkRefusal::NotActive));
    });
}

#[test]
fn a_reset_ends_sessions_and_the_lock_out() {
    with_both(|database| {
        let house = House::open(database);
        let id = house.add("ada", Role::Agent);
        house.log_in(id, "s1").unwrap();
        for _ in 0..5 {
            house.store.note_failed_login(Some(id), author()).unwrap();
        }
        make(&house, "reset", Purpose::Reset, Some(id));
        assert_eq!(set(&house, "reset"), Ok(id));
        assert!(house.store.session("s1").unwrap().is_none());
        house.log_in(id, "s2").unwrap();
    });
}

#[test]
fn the_first_administrator_is_made_once() {
    with_both(|database| {
        let house = House::open(database);
        make(&house, "first", Purpose::FirstStart, None);
        make(&house, "second", Purpose::FirstStart, None);
        assert_eq!(
            set(&house, "first"),
            Err(LinkRefusal::Unknown),
            "it names nobody"
        );
        let id = begin(&house, "first", "Ada").unwrap();
        let ada = house.store.user(id).unwrap().unwrap();
        assert_eq!((ada.role, ada.login.as_str()), (Role::Administrator, "ada"));
        assert_eq!(begin(&house, "first", "eve"), Err(LinkRefusal::Used));
        assert_eq!(begin(&house, "second", "eve"), Err(LinkRefusal::NotFirst));
        assert_eq!(house.store.users().unwrap().len(), 1);
    });
}

#[test]
fn a_link_for_a_user_makes_no_administrator() {
    with_both(|database| {
        let house = House::open(database);
        let id = house.add("ada", Role::Agent);
        make(&house, "reset", Purpose::Reset, Some(id));
        assert_eq!(begin(&house, "reset", "eve"), Err(LinkRefusal::Unknown));
        assert_eq!(house.store.users().unwrap().len(), 1);
        assert_eq!(set(&house, "reset"), Ok(id), "it was not used up");
    });
}

#[test]
fn of_two_programs_at_once_one_makes_the_first_administrator() {
    with_both(|database: &Database| {
        let programs: Vec<House> = (0..3).map(|_| House::open(database)).collect();
        for (n, program) in programs.iter().enumerate() {
            make(program, &format!("link {n}"), Purpose::FirstStart, None);
        }
        let made: Vec<bool> = std::thread::scope(|scope| {
            let running: Vec<_> = programs
                .iter()
                .enumerate()
                .map(|(n, program)| {
                    scope.spawn(move || {
                        begin(program, &format!("link {n}"), &format!("admin{n}")).is_ok()
                    })
                })
                .collect();
            running.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(made.iter().filter(|made| **made).count(), 1, "{made:?}");
        assert_eq!(programs[0].store.users().unwrap().len(), 1);
    });
}

#[test]
fn of_two_who_use_one_link_one_sets_the_password() {
    with_both(|database: &Database| {
        let programs: Vec<House> = (0..3).map(|_| House::open(database)).collect();
        let id = programs[0].add("ada", Role::Agent);
        make(&programs[0], "invite", Purpose::Invite, Some(id));
        let used: Vec<bool> = std::thread::scope(|scope| {
            let running: Vec<_> = programs
                .iter()
                .map(|program| scope.spawn(|| set(program, "invite").is_ok()))
                .collect();
            running.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(used.iter().filter(|used| **used).count(), 1, "{used:?}");
    });
}
