//! Looking things up in the trail.

use super::AuditActor;
use crate::clock::instant;
use crate::conn::{Row, Value};
use crate::error::{Result, StoreError};
use crate::sql::audit as sql;
use crate::store::Store;
use engine::{AgentId, ContactId, ListId};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is looked for. Everything given must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditSearch {
    pub actor: Option<AuditActor>,
    /// The desk of that user: what it saw is hers.
    pub desk: Option<AgentId>,
    /// The word of an [`AuditWord`](super::AuditWord).
    pub word: Option<String>,
    pub list: Option<ListId>,
    pub contact: Option<(ListId, ContactId)>,
    /// From this instant on,
    pub since: Option<Timestamp>,
    /// and before this one.
    pub until: Option<Timestamp>,
    /// Only rows older than this one.
    pub before: Option<i64>,
    pub limit: i64,
}

/// One row of the trail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuditLine {
    pub seq: i64,
    pub at: Timestamp,
    /// `user`, `agent`, `token`, `program` or `system`.
    pub actor: String,
    pub actor_id: i64,
    pub word: String,
    /// `contact`, `list` and others.
    pub subject: String,
    pub list: Option<i64>,
    pub id: Option<i64>,
    pub detail: BTreeMap<String, String>,
    pub digest: String,
}

impl Store {
    /// Rows of the trail, newest first.
    pub fn audit_lines(&self, search: &AuditSearch) -> Result<Vec<AuditLine>> {
        let before = search.before.unwrap_or(i64::MAX).into();
        let since = edge(search.since, i64::MIN);
        let until = edge(search.until, i64::MAX);
        let actor = search.actor.map_or("", AuditActor::word);
        let actor_id = search.actor.map_or(0, AuditActor::id);
        // Nobody has the id 0.
        let desk = search.desk.map_or(0, |desk| desk.0);
        let word = search.word.as_deref().unwrap_or_default();
        let who: [Value; 4] = [actor.into(), actor.into(), actor_id.into(), desk.into()];
        let what: [Value; 2] = [word.into(), word.into()];
        let (statement, args): (_, Vec<Value>) = match search.contact {
            Some((list, contact)) => {
                let start = [list.0.into(), contact.0.into(), before, since, until];
                let end = [search.limit.into()];
                let all = start.into_iter().chain(who).chain(what).chain(end);
                (&sql::OF_CONTACT, all.collect())
            }
            None => {
                let list = search.list.map_or(0, |list| list.0);
                let start = [before, since, until];
                let end = [list.into(), list.into(), search.limit.into()];
                let all = start.into_iter().chain(who).chain(what).chain(end);
                (&sql::NEWEST, all.collect())
            }
        };
        self.read(|conn| conn.rows(statement, &args)?.iter().map(line).collect())
    }
}

fn edge(at: Option<Timestamp>, otherwise: i64) -> Value {
    at.map_or(otherwise, Timestamp::as_microsecond).into()
}

fn line(row: &Row) -> Result<AuditLine> {
    let seq = row.int(0)?;
    Ok(AuditLine {
        seq,
        at: instant(row.int(1)?),
        actor: row.text(2)?.to_owned(),
        actor_id: row.int(3)?,
        word: row.text(4)?.to_owned(),
        subject: row.text(5)?.to_owned(),
        list: row.maybe_int(6)?,
        id: row.maybe_int(7)?,
        detail: serde_json::from_str(row.text(8)?).map_err(|error| StoreError::Corrupt {
            table: "audit".into(),
            column: "detail".into(),
            row: seq.to_string(),
            problem: error.to_string(),
        })?,
        digest: row.text(9)?.to_owned(),
    })
}
