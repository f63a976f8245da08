//! The people log: who got in, who did not, and what was changed about whom.

use super::{Author, UserId};
use crate::clock::instant;
use crate::conn::{Conn, Row};
use crate::error::Result;
use crate::sql::people as sql;
use crate::store::Store;
use jiff::{SignedDuration, Timestamp};

/// What happened. The words are stable: they stand in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PeopleEvent {
    LoggedIn,
    LoginFailed,
    LockedOut,
    LoggedOut,
    PasswordChanged,
    UserAdded,
    UserChanged,
    Unlocked,
    SessionEnded,
    LinkMade,
    LinkUsed,
    TokenAdded,
    TokenRevoked,
}

impl PeopleEvent {
    pub const ALL: [Self; 13] = [
        Self::LoggedIn,
        Self::LoginFailed,
        Self::LockedOut,
        Self::LoggedOut,
        Self::PasswordChanged,
        Self::UserAdded,
        Self::UserChanged,
        Self::Unlocked,
        Self::SessionEnded,
        Self::LinkMade,
        Self::LinkUsed,
        Self::TokenAdded,
        Self::TokenRevoked,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::LoggedIn => "logged_in",
            Self::LoginFailed => "login_failed",
            Self::LockedOut => "locked_out",
            Self::LoggedOut => "logged_out",
            Self::PasswordChanged => "password_changed",
            Self::UserAdded => "user_added",
            Self::UserChanged => "user_changed",
            Self::Unlocked => "unlocked",
            Self::SessionEnded => "session_ended",
            Self::LinkMade => "link_made",
            Self::LinkUsed => "link_used",
            Self::TokenAdded => "token_added",
            Self::TokenRevoked => "token_revoked",
        }
    }
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogLine {
    pub id: i64,
    pub at: Timestamp,
    /// The word of a [`PeopleEvent`].
    pub word: String,
    /// About whom. Nothing where a login that does not exist was tried.
    pub user: Option<UserId>,
    pub by: Option<UserId>,
    pub address: String,
    pub detail: String,
}

/// How long a line is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(365 * 24);

impl Store {
    /// The newest lines, about one user or everybody; older ones before the last seen.
    pub fn people_log(
        &self,
        user: Option<UserId>,
        before: Option<i64>,
        limit: i64,
    ) -> Result<Vec<LogLine>> {
        let before = before.unwrap_or(i64::MAX);
        self.read(|conn| {
            let rows = match user {
                Some(user) => {
                    conn.rows(&sql::LOG_OF, &[user.0.into(), before.into(), limit.into()])?
                }
                None => conn.rows(&sql::LOG, &[before.into(), limit.into()])?,
            };
            rows.iter().map(line).collect()
        })
    }

    /// Forgets sessions, links and answers to programs that have run out, and lines of the
    /// log that are older than a year.
    pub fn forget_people(&self) -> Result<u64> {
        self.write(|conn, now| {
            let mut gone = 0_u64;
            for statement in [
                &sql::FORGET_SESSIONS,
                &sql::FORGET_LINKS,
                &sql::FORGET_REQUESTS,
            ] {
                let more = conn.exec(statement, &[now.as_microsecond().into()])?;
                gone = gone.saturating_add(more);
            }
            let oldest = before(now, KEPT);
            let more = conn.exec(&sql::FORGET_EVENTS, &[oldest.as_microsecond().into()])?;
            Ok(gone.saturating_add(more))
        })
    }
}

pub(super) fn note(
    conn: &mut dyn Conn,
    at: Timestamp,
    event: PeopleEvent,
    about: Option<UserId>,
    author: &Author,
    detail: &str,
) -> Result<()> {
    let args = [
        at.as_microsecond().into(),
        event.word().into(),
        about.map(|user| user.0).into(),
        author.user.map(|user| user.0).into(),
        author.address.as_str().into(),
        detail.into(),
    ];
    conn.exec(&sql::NOTE, &args).map(|_| ())
}

/// An instant later; the end of time where there is none.
pub(super) fn after(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}

pub(super) fn before(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_sub(by).unwrap_or(Timestamp::MIN)
}

fn line(row: &Row) -> Result<LogLine> {
    Ok(LogLine {
        id: row.int(0)?,
        at: instant(row.int(1)?),
        word: row.text(2)?.to_owned(),
        user: row.maybe_int(3)?.map(UserId),
        by: row.maybe_int(4)?.map(UserId),
        address: row.text(5)?.to_owned(),
        detail: row.text(6)?.to_owned(),
    })
}
