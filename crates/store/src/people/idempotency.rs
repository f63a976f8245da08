//! Requests of programs that are sent twice and done once.

use super::log::{after, before};
use crate::error::Result;
use crate::sql::people as sql;
use crate::store::Store;
use jiff::SignedDuration;

/// What is known of a request when it arrives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begun {
    /// Nothing: do it, then `idempotent_finish` or `idempotent_forget`.
    New,
    /// It was answered already, like this.
    Done { status: u16, body: String },
    /// It is being done right now.
    Running,
    /// The key was used for another request.
    Different,
}

/// How long an answer is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24);
/// After this a request without an answer is taken for dead.
const DEAD: SignedDuration = SignedDuration::from_mins(1);

impl Store {
    pub fn idempotent_begin(&self, token: i64, key: &str, digest: &str) -> Result<Begun> {
        let (key, digest) = (key.to_owned(), digest.to_owned());
        self.write(move |conn, now| {
            let at = now.as_microsecond();
            let dead = before(now, DEAD).as_microsecond();
            let args = [token.into(), key.as_str().into(), at.into(), dead.into()];
            conn.exec(&sql::CLEAR_REQUEST, &args)?;
            let args = [
                token.into(),
                key.as_str().into(),
                digest.as_str().into(),
                at.into(),
                after(now, KEPT).as_microsecond().into(),
            ];
            if conn.exec(&sql::BEGIN_REQUEST, &args)? == 1 {
                return Ok(Begun::New);
            }
            let rows = conn.rows(&sql::REQUEST, &[token.into(), key.as_str().into()])?;
            let Some(row) = rows.first() else {
                return Ok(Begun::Running);
            };
            if row.text(0)? != digest {
                return Ok(Begun::Different);
            }
            Ok(match (row.maybe_int(1)?, row.maybe_text(2)?) {
                (Some(status), body) => Begun::Done {
                    status: u16::try_from(status).unwrap_or(500),
                    body: body.unwrap_or_default().to_owned(),
                },
                (None, _) => Begun::Running,
            })
        })
    }

    /// Keeps the answer for 24 hours.
    pub fn idempotent_finish(&self, token: i64, key: &str, status: u16, body: &str) -> Result<()> {
        let args = [
            i64::from(status).into(),
            body.into(),
            token.into(),
            key.into(),
        ];
        self.write(move |conn, _| conn.exec(&sql::FINISH_REQUEST, &args).map(|_| ()))
    }

    /// The request failed by our fault: it may be sent again under the same key.
    pub fn idempotent_forget(&self, token: i64, key: &str) -> Result<()> {
        let args = [token.into(), key.into()];
        self.write(move |conn, _| conn.exec(&sql::FORGET_REQUEST, &args).map(|_| ()))
    }
}
