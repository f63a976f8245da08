//! A row of the trail as it is written, and what its digest covers.

use crate::conn::{Row, Value};
use crate::error::Result;
use crate::record::row::json;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// A row in the form its digest covers.
pub(super) struct Line<'a> {
    pub seq: i64,
    pub at: i64,
    pub actor: &'a str,
    pub actor_id: i64,
    pub word: &'a str,
    pub subject: &'a str,
    pub list: Option<i64>,
    pub id: Option<i64>,
    pub detail: &'a str,
}

impl<'a> Line<'a> {
    pub fn of(row: &'a Row) -> Result<Self> {
        Ok(Self {
            seq: row.int(0)?,
            at: row.int(1)?,
            actor: row.text(2)?,
            actor_id: row.int(3)?,
            word: row.text(4)?,
            subject: row.text(5)?,
            list: row.maybe_int(6)?,
            id: row.maybe_int(7)?,
            detail: row.text(8)?,
        })
    }

    /// JSON, so that no two rows read alike.
    pub fn digest(&self, before: &str) -> Result<String> {
        let (what, whom) = (
            (self.word, self.subject, self.list, self.id, self.detail),
            (self.actor, self.actor_id),
        );
        let said = json("audit.digest", &(before, self.seq, self.at, whom, what))?;
        let digest = Sha256::digest(said.as_bytes());
        let mut hex = String::with_capacity(64);
        for byte in digest {
            // Writing to a text cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        Ok(hex)
    }

    pub fn values(&self, digest: &str) -> Vec<Value> {
        vec![
            self.seq.into(),
            self.at.into(),
            self.actor.into(),
            self.actor_id.into(),
            self.word.into(),
            self.subject.into(),
            self.list.into(),
            self.id.into(),
            self.detail.into(),
            digest.into(),
        ]
    }
}
