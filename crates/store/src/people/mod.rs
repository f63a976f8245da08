//! Who may use the house: users, their sessions and links, tokens of programs.
//!
//! Passwords, session tokens, links and API tokens are handed over as hashes: the secrets
//! themselves are never in the database. Every change is noted in the people log.

mod idempotency;
mod link;
mod log;
mod login;
mod session;
mod token;
mod user;

pub use idempotency::Begun;
pub use link::{FirstUser, Link, LinkRefusal, Purpose};
pub use log::{LogLine, PeopleEvent};
pub use login::{Credentials, LoginRefusal, NewSession, lock_after};
pub use session::Session;
pub(crate) use session::end_all;
pub use token::{ApiToken, NewToken};
pub use user::{NewUser, PeopleRefusal, Role, User, UserChange, UserState};

/// A user's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserId(pub i64);

/// Who does it, if that is a user, and from which network address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Author {
    pub user: Option<UserId>,
    pub address: String,
}

impl Author {
    pub fn user(user: UserId, address: &str) -> Self {
        Self {
            user: Some(user),
            address: address.to_owned(),
        }
    }

    /// Somebody who has not logged in, or the program itself.
    pub fn nobody(address: &str) -> Self {
        Self {
            user: None,
            address: address.to_owned(),
        }
    }
}
