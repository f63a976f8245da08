//! Getting in: what is checked, what wrong passwords lead to, and the session that follows.

use super::log::{PeopleEvent, after, note};
use super::user::{COLUMNS, Role, User, UserState, user};
use super::{Author, UserId};
use crate::error::{Result, StoreError};
use crate::sql::people as sql;
use crate::store::Store;
use jiff::{SignedDuration, Timestamp};

/// What a log-in is checked against.
#[derive(Debug, Clone)]
pub struct Credentials {
    pub user: User,
    pub password_hash: Option<String>,
}

/// A session as asked for.
#[derive(Debug, Clone)]
pub struct NewSession {
    pub token_hash: String,
    pub user: UserId,
    pub lasts: SignedDuration,
    /// How long supervisors and administrators may be away; agents wait at the desk for hours.
    pub idle: Option<SignedDuration>,
    pub address: String,
    /// What the browser says it is.
    pub agent_text: String,
}

/// Why nobody gets in although the password was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginRefusal {
    NoSuchUser,
    Locked,
    Off,
    LockedOut { until: Timestamp },
}

/// Wrong passwords in a row until nobody gets in for a while.
const FAILURES: i64 = 5;
const FIRST_LOCK: SignedDuration = SignedDuration::from_mins(15);
const LONGEST_LOCK: SignedDuration = SignedDuration::from_hours(4);

impl User {
    /// Why this user may not get in now, if so.
    pub fn refused(&self, now: Timestamp) -> Option<LoginRefusal> {
        match (self.state, self.locked_until) {
            (UserState::Off, _) => Some(LoginRefusal::Off),
            (UserState::Locked, _) => Some(LoginRefusal::Locked),
            (UserState::Active, Some(until)) if until > now => {
                Some(LoginRefusal::LockedOut { until })
            }
            (UserState::Active, _) => None,
        }
    }
}

impl Store {
    pub fn credentials(&self, login: &str) -> Result<Option<Credentials>> {
        let login = login.to_lowercase();
        self.read(|conn| {
            let rows = conn.rows(&sql::CREDENTIALS, &[login.as_str().into()])?;
            let Some(row) = rows.first() else {
                return Ok(None);
            };
            Ok(Some(Credentials {
                user: user(row)?,
                password_hash: row.maybe_text(COLUMNS)?.map(str::to_owned),
            }))
        })
    }

    /// A wrong password, or a login that does not exist. From the fifth in a row nobody gets
    /// in under this login for 15 minutes, then twice as long each time, four hours at most.
    /// Says until when.
    pub fn note_failed_login(
        &self,
        id: Option<UserId>,
        author: Author,
    ) -> Result<Option<Timestamp>> {
        self.write(move |conn, now| {
            note(conn, now, PeopleEvent::LoginFailed, id, &author, "")?;
            let Some(id) = id else {
                return Ok(None);
            };
            let rows = conn.rows(&sql::FAILED, &[id.0.into()])?;
            let failed = rows.first().map_or(Ok(0), |row| row.int(0))?;
            let Some(lock) = lock_after(failed) else {
                return Ok(None);
            };
            let until = after(now, lock);
            conn.exec(&sql::LOCK, &[until.as_microsecond().into(), id.0.into()])?;
            let detail = format!("{} min", lock.as_mins());
            note(
                conn,
                now,
                PeopleEvent::LockedOut,
                Some(id),
                &author,
                &detail,
            )?;
            Ok(Some(until))
        })
    }

    /// Lets a user in whose password was right. The last word on whether that may be is here:
    /// the user may have been locked out while the password was checked.
    pub fn open_session(&self, new: NewSession) -> Result<std::result::Result<i64, LoginRefusal>> {
        self.write(move |conn, now| {
            let at = now.as_microsecond();
            let args = [at.into(), new.user.0.into(), at.into()];
            let rows = conn.rows(&sql::LOGGED_IN, &args)?;
            let Some(row) = rows.first() else {
                let there = super::user::by_id(conn, new.user)?;
                let refusal = there.and_then(|user| user.refused(now));
                return Ok(Err(refusal.unwrap_or(LoginRefusal::NoSuchUser)));
            };
            let idle = match Role::of(row.text(0)?) {
                Some(Role::Agent) | None => None,
                Some(Role::Supervisor | Role::Administrator) => new.idle,
            };
            let args = [
                new.token_hash.as_str().into(),
                new.user.0.into(),
                at.into(),
                at.into(),
                after(now, new.lasts).as_microsecond().into(),
                idle.map(microseconds).into(),
                new.address.as_str().into(),
                new.agent_text.as_str().into(),
            ];
            let added = conn.rows(&sql::ADD_SESSION, &args)?;
            let id = added.first().map_or_else(
                || Err(StoreError::other("session.add", "gave no id")),
                |row| row.int(0),
            )?;
            let author = Author::user(new.user, &new.address);
            note(
                conn,
                now,
                PeopleEvent::LoggedIn,
                Some(new.user),
                &author,
                "",
            )?;
            Ok(Ok(id))
        })
    }

    /// Another password. All sessions end but the one named; links stop working.
    pub fn set_password(
        &self,
        id: UserId,
        hash: String,
        must_change: bool,
        keep: Option<i64>,
        author: Author,
    ) -> Result<()> {
        self.write(move |conn, now| {
            change_password(conn, id, &hash, must_change, keep)?;
            note(
                conn,
                now,
                PeopleEvent::PasswordChanged,
                Some(id),
                &author,
                "",
            )
        })
    }
}

pub(super) fn change_password(
    conn: &mut dyn crate::conn::Conn,
    id: UserId,
    hash: &str,
    must_change: bool,
    keep: Option<i64>,
) -> Result<()> {
    let args = [hash.into(), must_change.into(), id.0.into()];
    conn.exec(&sql::SET_PASSWORD, &args)?;
    conn.exec(&sql::END_SESSIONS, &[id.0.into(), keep.unwrap_or(0).into()])?;
    conn.exec(&sql::END_LINKS, &[id.0.into()]).map(|_| ())
}

/// For how long so many wrong passwords in a row lock out: 5 → 15 min, 6 → 30 min, 7 → 1 h,
/// 8 → 2 h, then 4 h.
pub fn lock_after(failed: i64) -> Option<SignedDuration> {
    let beyond = failed.checked_sub(FAILURES).filter(|beyond| *beyond >= 0)?;
    let beyond = u32::try_from(beyond).unwrap_or(u32::MAX);
    let factor = 2_i32.checked_pow(beyond).unwrap_or(i32::MAX);
    let lock = FIRST_LOCK.checked_mul(factor).unwrap_or(LONGEST_LOCK);
    Some(lock.min(LONGEST_LOCK))
}

fn microseconds(time: SignedDuration) -> i64 {
    i64::try_from(time.as_micros()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_beyond_the_fourth_locks_for_longer() {
        let minutes: Vec<Option<i64>> = (0..12)
            .map(|failed| lock_after(failed).map(|lock| lock.as_mins()))
            .collect();
        let (none, some) = minutes.split_at(5);
        assert_eq!(none, [None; 5]);
        assert_eq!(
            some,
            [15, 30, 60, 120, 240, 240, 240].map(Some),
            "{minutes:?}"
        );
        assert_eq!(lock_after(i64::MAX), Some(LONGEST_LOCK));
    }
}
