//! The log of bulk changes: who, when, what, and how far it came.

use super::{Bulk, BulkChange, BulkState, FieldHolds, Matching, Selection};
use crate::clock::instant;
use crate::conn::{Conn, Row, Value};
use crate::error::{Result, StoreError};
use crate::people::UserId;
use crate::record::row::json;
use crate::sql::bulk as sql;
use crate::sql::figure::EACH_CONTACT;
use crate::store::Store;
use engine::{Actor, ContactId, ListId};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

impl Store {
    /// Writes down what is to be done, and the contacts that are selected now. Nothing is
    /// changed before [`run_bulk`](Store::run_bulk).
    pub fn begin_bulk(
        &self,
        list: ListId,
        selection: Selection,
        change: BulkChange,
        actor: Actor,
    ) -> Result<Bulk> {
        self.begin_bulk_by(list, selection, change, (actor, None))
    }

    /// The same, with the user who asked for it.
    pub fn begin_bulk_by(
        &self,
        list: ListId,
        selection: Selection,
        change: BulkChange,
        (actor, user): (Actor, Option<UserId>),
    ) -> Result<Bulk> {
        let id = self.write(move |conn, now| {
            let contacts = selected(conn, list, &selection)?;
            let count = i64::try_from(contacts.len()).unwrap_or(i64::MAX);
            let args: [Value; 7] = [
                list.0.into(),
                json("bulk.add", &actor)?.into(),
                json("bulk.add", &change)?.into(),
                json("bulk.add", &selection)?.into(),
                count.into(),
                now.as_microsecond().into(),
                user.map(|user| user.0).into(),
            ];
            let rows = conn.rows(&sql::ADD, &args)?;
            let none = || StoreError::other("bulk.add", "gave no id");
            let id = rows.first().ok_or_else(none)?.int(0)?;
            let mut rows = contacts
                .iter()
                .map(|contact| vec![id.into(), contact.0.into(), Value::Null]);
            conn.bulk(&sql::ADD_CONTACTS, &mut rows)?;
            Ok(id)
        })?;
        self.bulk(id)?
            .ok_or_else(|| StoreError::other("bulk.by_id", format!("there is no bulk change {id}")))
    }

    /// The contacts that are selected now.
    pub fn select_bulk(&self, list: ListId, selection: &Selection) -> Result<Vec<ContactId>> {
        self.read(|conn| selected(conn, list, selection))
    }

    pub fn bulk(&self, id: i64) -> Result<Option<Bulk>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::BY_ID, &[id.into()])?;
            rows.first().map(|row| bulk(conn, row)).transpose()
        })
    }

    /// The bulk changes of a list, newest first.
    pub fn bulks(&self, list: ListId) -> Result<Vec<Bulk>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::OF_LIST, &[list.0.into()])?;
            rows.iter().map(|row| bulk(conn, row)).collect()
        })
    }

    /// Those of all lists, newest first, from before one on.
    pub fn bulk_log(&self, before: Option<i64>, limit: i64) -> Result<Vec<Bulk>> {
        self.read(|conn| {
            let args = [before.unwrap_or(i64::MAX).into(), limit.into()];
            let rows = conn.rows(&sql::LOG, &args)?;
            rows.iter().map(|row| bulk(conn, row)).collect()
        })
    }

    /// Those that are under way, or were when the program ended.
    pub fn running_bulks(&self) -> Result<Vec<i64>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::RUNNING, &[])?;
            rows.iter().map(|row| row.int(0)).collect()
        })
    }

    /// The contacts a bulk change left as they were, each with the word of the refusal.
    pub fn bulk_refusals(&self, id: i64, limit: i64) -> Result<Vec<(ContactId, String)>> {
        self.read(|conn| {
            conn.rows(&sql::REFUSED, &[id.into(), limit.into()])?
                .iter()
                .map(|row| Ok((ContactId(row.int(0)?), row.text(1)?.to_owned())))
                .collect()
        })
    }
}

/// Each once, in the order of their ids.
pub(super) fn selected(
    conn: &mut dyn Conn,
    list: ListId,
    selection: &Selection,
) -> Result<Vec<ContactId>> {
    match selection {
        Selection::Contacts(contacts) => {
            let mut contacts = contacts.clone();
            contacts.sort_unstable();
            contacts.dedup();
            Ok(contacts)
        }
        Selection::Matching(matching) => {
            let mut contacts = conn
                .rows(&sql::MATCHING, &criteria(list, matching))?
                .iter()
                .map(|row| row.int(0).map(ContactId))
                .collect::<Result<Vec<_>>>()?;
            if let Some(field) = &matching.field {
                let holding = holding(conn, list, field)?;
                contacts.retain(|contact| holding.contains(contact));
            }
            Ok(contacts)
        }
    }
}

/// The contacts of the list whose field holds what is wanted: reads the fields of all.
fn holding(conn: &mut dyn Conn, list: ListId, field: &FieldHolds) -> Result<BTreeSet<ContactId>> {
    let mut found = BTreeSet::new();
    conn.each(&EACH_CONTACT, &[list.0.into()], &mut |row| {
        let fields = row.maybe_text(9)?.unwrap_or("{}");
        let fields = serde_json::from_str(fields).unwrap_or_default();
        if field.of(&fields) {
            found.insert(ContactId(row.int(0)?));
        }
        Ok(())
    })?;
    Ok(found)
}

fn criteria(list: ListId, matching: &Matching) -> [Value; 8] {
    let Matching {
        state,
        code,
        attempt_code,
        agent,
        from,
        until,
        field: _,
    } = matching;
    let by_attempt = attempt_code.is_some() || agent.is_some() || from.is_some() || until.is_some();
    let code_of = |code: &Option<engine::Code>| {
        let code = code.as_ref().map_or("", engine::Code::as_str);
        Value::from(code)
    };
    [
        list.0.into(),
        state.as_deref().unwrap_or_default().into(),
        code_of(code),
        i64::from(by_attempt).into(),
        code_of(attempt_code),
        agent.map_or(0, |agent| agent.0).into(),
        from.map_or(i64::MIN, Timestamp::as_microsecond).into(),
        until.map_or(i64::MAX, Timestamp::as_microsecond).into(),
    ]
}

fn bulk(conn: &mut dyn Conn, row: &Row) -> Result<Bulk> {
    let id = row.int(0)?;
    let corrupt = |error: serde_json::Error| StoreError::Corrupt {
        table: "bulk".into(),
        column: "change".into(),
        row: id.to_string(),
        problem: error.to_string(),
    };
    let mut refused = BTreeMap::new();
    let mut done = 0;
    for outcome in conn.rows(&sql::OUTCOMES, &[id.into()])? {
        let count = outcome.int(1)?.unsigned_abs();
        match outcome.text(0)? {
            "" => {}
            "done" => done = count,
            refusal => {
                refused.insert(refusal.to_owned(), count);
            }
        }
    }
    Ok(Bulk {
        id,
        list: ListId(row.int(1)?),
        actor: serde_json::from_str(row.text(2)?).map_err(corrupt)?,
        change: serde_json::from_str(row.text(3)?).map_err(corrupt)?,
        selection: serde_json::from_str(row.text(4)?).map_err(corrupt)?,
        state: match row.text(5)? {
            "done" => BulkState::Done,
            "stopped" => BulkState::Stopped,
            _ => BulkState::Running,
        },
        contacts: row.int(6)?.unsigned_abs(),
        done,
        refused,
        begun_at: instant(row.int(7)?),
        ended_at: row.maybe_int(8)?.map(instant),
        user: row.maybe_int(9)?.map(UserId),
    })
}
