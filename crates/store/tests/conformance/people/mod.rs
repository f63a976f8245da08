//! Who may use the house: users, log-ins, links, tokens.

mod links;
mod logins;
mod programs;
mod users;

use crate::centre::START;
use crate::support::Database;
use jiff::SignedDuration;
use store::{
    Author, Clock, Durability, NewSession, NewUser, PeopleEvent, Role, SetClock, Store, UserId,
};

/// A house without contacts, and its clock.
pub struct House {
    pub store: Store,
    pub clock: SetClock,
}

impl House {
    pub fn open(database: &Database) -> House {
        let clock = SetClock::at(START.parse().unwrap());
        let store = Store::open(
            &database.address,
            Clock::Set(clock.clone()),
            Durability::Relaxed,
        )
        .unwrap();
        House { store, clock }
    }

    pub fn add(&self, login: &str, role: Role) -> UserId {
        self.store
            .add_user(user(login, role), author())
            .unwrap()
            .unwrap()
    }

    pub fn pass(&self, minutes: i64) {
        let now = self.clock.now() + SignedDuration::from_mins(minutes);
        self.clock.advance_to(now);
    }

    /// Logs in with a session token of that hash.
    pub fn log_in(&self, user: UserId, hash: &str) -> Result<i64, store::LoginRefusal> {
        self.store.open_session(session(user, hash)).unwrap()
    }

    /// The words of the log, oldest first.
    pub fn log(&self, user: Option<UserId>) -> Vec<&'static str> {
        let lines = self.store.people_log(user, None, 1_000).unwrap();
        let known = |word: &str| {
            let event = PeopleEvent::ALL.into_iter().find(|it| it.word() == word);
            event.unwrap().word()
        };
        lines.iter().rev().map(|line| known(&line.word)).collect()
    }
}

pub fn author() -> Author {
    Author::nobody("192.0.2.7")
}

pub fn user(login: &str, role: Role) -> NewUser {
    NewUser {
        login: login.to_owned(),
        name: format!("{login} of the house"),
        password_hash: Some("$argon2id$…".to_owned()),
        role,
        agent: None,
        language: Some("nl".to_owned()),
        must_change: false,
    }
}

pub fn session(user: UserId, hash: &str) -> NewSession {
    NewSession {
        token_hash: hash.to_owned(),
        user,
        lasts: SignedDuration::from_hours(12),
        idle: Some(SignedDuration::from_hours(2)),
        address: "192.0.2.7".to_owned(),
        agent_text: "a browser".to_owned(),
    }
}
