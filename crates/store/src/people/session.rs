//! Sessions: a browser that has logged in, until it logs out or time runs out.

use super::log::{PeopleEvent, after, before, note};
use super::user::{COLUMNS, User, UserState, user};
use super::{Author, UserId};
use crate::clock::instant;
use crate::conn::{Conn, Row};
use crate::error::Result;
use crate::sql::people as sql;
use crate::store::Store;
use jiff::{SignedDuration, Timestamp};

/// A session of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: i64,
    pub user: UserId,
    pub created_at: Timestamp,
    /// When it was last used, give or take five minutes.
    pub seen_at: Timestamp,
    pub expires_at: Timestamp,
    /// How long it may go unused.
    pub idle: Option<SignedDuration>,
    pub address: String,
    pub agent_text: String,
}

/// How often a sign of life is written down.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(5);

impl Session {
    /// Whether it can still be used.
    pub fn lasts(&self, now: Timestamp) -> bool {
        let in_use = self.idle.is_none_or(|idle| after(self.seen_at, idle) > now);
        in_use && self.expires_at > now
    }
}

impl Store {
    /// The session of a token and its user, if both may still get in. Only reads.
    pub fn session(&self, token_hash: &str) -> Result<Option<(Session, User)>> {
        let now = self.clock().now();
        self.read(|conn| {
            let rows = conn.rows(&sql::SESSION, &[token_hash.into()])?;
            let Some(row) = rows.first() else {
                return Ok(None);
            };
            let user = user(row)?;
            let session = session(row, COLUMNS, user.id)?;
            let may = session.lasts(now) && user.state == UserState::Active;
            Ok(may.then_some((session, user)))
        })
    }

    /// A sign of life, written down at most every five minutes. Says whether it was.
    pub fn session_seen(&self, session: &Session) -> Result<bool> {
        let now = self.clock().now();
        if session.seen_at > before(now, SEEN_EVERY) {
            return Ok(false);
        }
        let id = session.id;
        self.write(move |conn, now| {
            let at = now.as_microsecond();
            conn.exec(&sql::SEEN, &[at.into(), id.into()]).map(|_| true)
        })
    }

    /// The sessions of a user that can still be used, last used first.
    pub fn sessions_of(&self, id: UserId) -> Result<Vec<Session>> {
        let now = self.clock().now();
        let args = [id.0.into(), now.as_microsecond().into()];
        let all = self.read(|conn| {
            let rows = conn.rows(&sql::SESSIONS_OF, &args)?;
            rows.iter()
                .map(|row| session(row, 0, id))
                .collect::<Result<Vec<_>>>()
        })?;
        Ok(all
            .into_iter()
            .filter(|session| session.lasts(now))
            .collect())
    }

    /// The user logs out.
    pub fn log_out(&self, session: &Session) -> Result<()> {
        let (id, author) = (session.id, Author::user(session.user, &session.address));
        let user = session.user;
        self.write(move |conn, now| {
            match conn.exec(&sql::END_SESSION, &[id.into(), user.0.into()])? {
                0 => Ok(()),
                _ => note(conn, now, PeopleEvent::LoggedOut, Some(user), &author, ""),
            }
        })
    }

    /// Ends one session of a user. Says whether there was one.
    pub fn end_session(&self, user: UserId, session: i64, author: Author) -> Result<bool> {
        self.write(move |conn, now| {
            let ended = conn.exec(&sql::END_SESSION, &[session.into(), user.0.into()])?;
            if ended > 0 {
                note(
                    conn,
                    now,
                    PeopleEvent::SessionEnded,
                    Some(user),
                    &author,
                    "1",
                )?;
            }
            Ok(ended > 0)
        })
    }

    /// Ends all sessions of a user but one. Says how many there were.
    pub fn end_sessions(&self, user: UserId, keep: Option<i64>, author: Author) -> Result<u64> {
        self.write(move |conn, now| end_all(conn, user, keep, &author, now))
    }
}

/// Ends all sessions of a user but one, within a transaction.
pub(crate) fn end_all(
    conn: &mut dyn Conn,
    user: UserId,
    keep: Option<i64>,
    author: &Author,
    now: Timestamp,
) -> Result<u64> {
    let args = [user.0.into(), keep.unwrap_or(0).into()];
    let ended = conn.exec(&sql::END_SESSIONS, &args)?;
    if ended > 0 {
        let detail = ended.to_string();
        let event = PeopleEvent::SessionEnded;
        note(conn, now, event, Some(user), author, &detail)?;
    }
    Ok(ended)
}

fn session(row: &Row, first: usize, user: UserId) -> Result<Session> {
    let column = |n: usize| first.saturating_add(n);
    Ok(Session {
        id: row.int(column(0))?,
        user,
        created_at: instant(row.int(column(1))?),
        seen_at: instant(row.int(column(2))?),
        expires_at: instant(row.int(column(3))?),
        idle: row.maybe_int(column(4))?.map(SignedDuration::from_micros),
        address: row.text(column(5))?.to_owned(),
        agent_text: row.text(column(6))?.to_owned(),
    })
}
