//! Tokens by which programs speak to the API.

use super::log::{PeopleEvent, before, note};
use super::{Author, UserId};
use crate::clock::instant;
use crate::conn::Row;
use crate::error::{Result, StoreError};
use crate::sql::people as sql;
use crate::store::Store;
use jiff::{SignedDuration, Timestamp};

/// A token, without its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    pub id: i64,
    pub name: String,
    /// What it may do, such as `read:contacts`.
    pub scopes: Vec<String>,
    pub created_by: Option<UserId>,
    pub created_at: Timestamp,
    pub expires_at: Option<Timestamp>,
    /// Give or take a minute.
    pub last_used_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
}

/// A token as asked for.
#[derive(Debug, Clone)]
pub struct NewToken {
    pub name: String,
    pub hash: String,
    /// Words without spaces.
    pub scopes: Vec<String>,
    pub expires_at: Option<Timestamp>,
}

/// How often its use is written down.
const USED_EVERY: SignedDuration = SignedDuration::from_mins(1);

impl ApiToken {
    pub fn works(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|end| end > now)
    }

    pub fn may(&self, scope: &str) -> bool {
        self.scopes.iter().any(|has| has == scope)
    }
}

impl Store {
    pub fn add_token(&self, new: NewToken, author: Author) -> Result<i64> {
        self.write(move |conn, now| {
            let args = [
                new.name.as_str().into(),
                new.hash.as_str().into(),
                new.scopes.join(" ").into(),
                author.user.map(|user| user.0).into(),
                now.as_microsecond().into(),
                new.expires_at.map(Timestamp::as_microsecond).into(),
            ];
            let rows = conn.rows(&sql::ADD_TOKEN, &args)?;
            let id = rows.first().map_or_else(
                || Err(StoreError::other("api_token.add", "gave no id")),
                |row| row.int(0),
            )?;
            note(conn, now, PeopleEvent::TokenAdded, None, &author, &new.name)?;
            Ok(id)
        })
    }

    /// All tokens, newest first.
    pub fn tokens(&self) -> Result<Vec<ApiToken>> {
        self.read(|conn| conn.rows(&sql::TOKENS, &[])?.iter().map(token).collect())
    }

    /// The token with this hash, if it still works.
    pub fn token_by_hash(&self, hash: &str) -> Result<Option<ApiToken>> {
        let now = self.clock().now();
        let found = self.read(|conn| {
            let rows = conn.rows(&sql::TOKEN, &[hash.into()])?;
            rows.first().map(token).transpose()
        })?;
        Ok(found.filter(|token| token.works(now)))
    }

    /// Notes that a token was used, at most once a minute. Says whether it did.
    pub fn touch_token(&self, token: &ApiToken) -> Result<bool> {
        let since = before(self.clock().now(), USED_EVERY);
        if token.last_used_at.is_some_and(|at| at > since) {
            return Ok(false);
        }
        let id = token.id;
        self.write(move |conn, now| {
            let args = [now.as_microsecond().into(), id.into()];
            conn.exec(&sql::TOKEN_USED, &args).map(|_| true)
        })
    }

    /// Takes a token out of use for good. Says whether it was in use.
    pub fn revoke_token(&self, id: i64, author: Author) -> Result<bool> {
        self.write(move |conn, now| {
            let args = [now.as_microsecond().into(), id.into()];
            let revoked = conn.exec(&sql::REVOKE_TOKEN, &args)? == 1;
            if revoked {
                let detail = id.to_string();
                note(conn, now, PeopleEvent::TokenRevoked, None, &author, &detail)?;
            }
            Ok(revoked)
        })
    }
}

fn token(row: &Row) -> Result<ApiToken> {
    Ok(ApiToken {
        id: row.int(0)?,
        name: row.text(1)?.to_owned(),
        scopes: row.text(2)?.split_whitespace().map(str::to_owned).collect(),
        created_by: row.maybe_int(3)?.map(UserId),
        created_at: instant(row.int(4)?),
        expires_at: row.maybe_int(5)?.map(instant),
        last_used_at: row.maybe_int(6)?.map(instant),
        revoked_at: row.maybe_int(7)?.map(instant),
    })
}
