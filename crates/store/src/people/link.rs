//! Links that work once: for the first administrator, for who is invited, for who forgot.

use super::log::{PeopleEvent, after, note};
use super::login::change_password;
use super::user::{NewUser, Role, UserState, add, by_id};
use super::{Author, UserId};
use crate::clock::instant;
use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::sql::people as sql;
use crate::store::Store;
use jiff::{SignedDuration, Timestamp};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Makes the first administrator.
    FirstStart,
    Invite,
    Reset,
}

impl Purpose {
    pub fn word(self) -> &'static str {
        match self {
            Self::FirstStart => "first_start",
            Self::Invite => "invite",
            Self::Reset => "reset",
        }
    }

    fn of(word: &str) -> Option<Self> {
        [Self::FirstStart, Self::Invite, Self::Reset]
            .into_iter()
            .find(|purpose| purpose.word() == word)
    }
}

/// A link that can be used now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    pub purpose: Purpose,
    /// Whose password it sets; nobody's yet at the first start.
    pub user: Option<UserId>,
    pub expires_at: Timestamp,
}

/// Why a link does not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkRefusal {
    /// No such link, or one that a newer one has replaced.
    Unknown,
    Used,
    Expired,
    /// For a user who may not get in.
    NotActive,
    /// For the first administrator, when there are users already.
    NotFirst,
}

/// The first administrator, as typed in.
#[derive(Debug, Clone)]
pub struct FirstUser {
    pub login: String,
    pub name: String,
    pub password_hash: String,
    pub language: Option<String>,
}

impl Store {
    /// Makes a link for a user, who has no other that works. Nobody has to be named for the
    /// first start.
    pub fn make_link(
        &self,
        hash: String,
        purpose: Purpose,
        user: Option<UserId>,
        lasts: SignedDuration,
        author: Author,
    ) -> Result<()> {
        self.write(move |conn, now| {
            if let Some(user) = user {
                conn.exec(&sql::END_LINKS, &[user.0.into()])?;
            }
            let args = [
                hash.into(),
                purpose.word().into(),
                user.map(|user| user.0).into(),
                now.as_microsecond().into(),
                after(now, lasts).as_microsecond().into(),
            ];
            conn.exec(&sql::ADD_LINK, &args)?;
            note(
                conn,
                now,
                PeopleEvent::LinkMade,
                user,
                &author,
                purpose.word(),
            )
        })
    }

    /// What a link is for, without using it.
    pub fn link(&self, hash: &str) -> Result<std::result::Result<Link, LinkRefusal>> {
        let now = self.clock().now();
        self.read(|conn| {
            let found = find(conn, hash, now)?;
            match found {
                Ok(link) => check(conn, &link).map(|refusal| refusal.map_or(Ok(link), Err)),
                refused => Ok(refused),
            }
        })
    }

    /// Uses a link of a user: sets the password, ends sessions and other links.
    pub fn use_link(
        &self,
        hash: String,
        password_hash: String,
        author: Author,
    ) -> Result<std::result::Result<UserId, LinkRefusal>> {
        self.write(move |conn, now| {
            let link = match take(conn, &hash, now, &[Purpose::Invite, Purpose::Reset])? {
                Ok(link) => link,
                Err(refusal) => return Ok(Err(refusal)),
            };
            let Some(user) = link.user else {
                return Ok(Err(LinkRefusal::Unknown));
            };
            change_password(conn, user, &password_hash, false, None)?;
            let author = Author::user(user, &author.address);
            note(
                conn,
                now,
                PeopleEvent::LinkUsed,
                Some(user),
                &author,
                link.purpose.word(),
            )?;
            Ok(Ok(user))
        })
    }

    /// Uses the link of the first start: makes the administrator, once, however many programs
    /// and links there are.
    pub fn use_first_link(
        &self,
        hash: String,
        first: FirstUser,
        author: Author,
    ) -> Result<std::result::Result<UserId, LinkRefusal>> {
        self.write(move |conn, now| {
            conn.batch(conn.engine().lock_users())?;
            let link = match take(conn, &hash, now, &[Purpose::FirstStart])? {
                Ok(link) => link,
                Err(refusal) => return Ok(Err(refusal)),
            };
            let new = NewUser {
                login: first.login,
                name: first.name,
                password_hash: Some(first.password_hash),
                role: Role::Administrator,
                agent: None,
                language: first.language,
                must_change: false,
            };
            let Ok(user) = add(conn, &new, &author, now)? else {
                return Ok(Err(LinkRefusal::NotFirst));
            };
            note(
                conn,
                now,
                PeopleEvent::LinkUsed,
                Some(user),
                &author,
                link.purpose.word(),
            )?;
            Ok(Ok(user))
        })
    }

    /// Whether nobody can log in yet.
    pub fn has_no_users(&self) -> Result<bool> {
        self.read(|conn| Ok(conn.rows(&sql::ANY_USER, &[])?.is_empty()))
    }
}

/// Takes a link out of use, if it could be used for this.
fn take(
    conn: &mut dyn Conn,
    hash: &str,
    now: Timestamp,
    purposes: &[Purpose],
) -> Result<std::result::Result<Link, LinkRefusal>> {
    let link = match find(conn, hash, now)? {
        Ok(link) => link,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if !purposes.contains(&link.purpose) {
        return Ok(Err(LinkRefusal::Unknown));
    }
    if let Some(refusal) = check(conn, &link)? {
        return Ok(Err(refusal));
    }
    let at = now.as_microsecond();
    // Of two at once only one changes the row.
    let taken = conn.exec(&sql::USE_LINK, &[at.into(), hash.into(), at.into()])?;
    Ok(if taken == 1 {
        Ok(link)
    } else {
        Err(LinkRefusal::Used)
    })
}

fn find(
    conn: &mut dyn Conn,
    hash: &str,
    now: Timestamp,
) -> Result<std::result::Result<Link, LinkRefusal>> {
    let rows = conn.rows(&sql::LINK, &[hash.into()])?;
    let Some(row) = rows.first() else {
        return Ok(Err(LinkRefusal::Unknown));
    };
    let purpose = row.text(0)?;
    let link = Link {
        purpose: Purpose::of(purpose).ok_or_else(|| StoreError::Corrupt {
            table: "one_time_link".into(),
            column: "purpose".into(),
            row: "…".into(),
            problem: format!("`{purpose}` is none of its words"),
        })?,
        user: row.maybe_int(1)?.map(UserId),
        expires_at: instant(row.int(2)?),
    };
    Ok(match row.maybe_int(3)? {
        Some(_) => Err(LinkRefusal::Used),
        None if link.expires_at <= now => Err(LinkRefusal::Expired),
        None => Ok(link),
    })
}

/// What else stands against using it.
fn check(conn: &mut dyn Conn, link: &Link) -> Result<Option<LinkRefusal>> {
    let Some(id) = link.user else {
        let first = conn.rows(&sql::ANY_USER, &[])?.is_empty();
        return Ok((!first).then_some(LinkRefusal::NotFirst));
    };
    let active = by_id(conn, id)?.is_some_and(|user| user.state == UserState::Active);
    Ok((!active).then_some(LinkRefusal::NotActive))
}
