//! What the keeper asks: what has run out, what may be released, what must be closed.

use crate::conn::{Conn, Row};
use crate::error::{Result, StoreError};
use crate::sql::{contact as sql, keeper};
use crate::store::Store;
use engine::{ContactId, Effect, ListId};

/// An effect of the outbox that is waiting to be carried out.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    pub list: ListId,
    pub contact: ContactId,
    pub seq: i64,
    pub n: i64,
    pub effect: Effect,
    pub tries: i64,
}

impl Store {
    /// Contacts in hand whose lease has run out.
    pub fn expired(&self, limit: i64) -> Result<Vec<(ListId, ContactId)>> {
        let now = self.clock().now().as_microsecond();
        self.read(|conn| keys(&conn.rows(&sql::EXPIRED, &[now.into(), limit.into()])?))
    }

    /// Callbacks whose owner's time is over.
    pub fn releasable(&self, limit: i64) -> Result<Vec<(ListId, ContactId)>> {
        let now = self.clock().now().as_microsecond();
        self.read(|conn| keys(&conn.rows(&sql::RELEASABLE, &[now.into(), limit.into()])?))
    }

    /// Contacts of which something becomes by itself: their time in the client's order has come,
    /// or nobody kept their callback.
    pub fn waking(&self, limit: i64) -> Result<Vec<(ListId, ContactId)>> {
        let now = self.clock().now().as_microsecond();
        self.read(|conn| keys(&conn.rows(&sql::WAKING, &[now.into(), limit.into()])?))
    }

    /// Callbacks that are due while their owner is not logged in, in lists that release them then.
    pub fn orphaned(&self, limit: i64) -> Result<Vec<(ListId, ContactId)>> {
        let now = self.clock().now().as_microsecond();
        let rules = self.rules_cache();
        self.read(|conn| {
            let rows = conn.rows(&keeper::ORPHANED, &[now.into(), limit.into()])?;
            let mut found = Vec::new();
            for row in rows {
                let key = (ListId(row.int(0)?), ContactId(row.int(1)?));
                if releases_when_out(conn, &rules, key.0)? {
                    found.push(key);
                }
            }
            Ok(found)
        })
    }

    /// Suppressions whose contacts are still to be closed, oldest first.
    pub fn waiting_suppressions(&self, limit: i64) -> Result<Vec<Waiting>> {
        self.waiting("suppress", limit)
    }

    /// What is to leave the house, once its time has come, oldest first.
    pub fn waiting_acts(&self, limit: i64) -> Result<Vec<Waiting>> {
        self.waiting("act", limit)
    }

    fn waiting(&self, kind: &'static str, limit: i64) -> Result<Vec<Waiting>> {
        let now = self.clock().now().as_microsecond();
        self.read(|conn| {
            conn.rows(&keeper::WAITING, &[kind.into(), now.into(), limit.into()])?
                .iter()
                .map(waiting)
                .collect()
        })
    }

    /// How many effects wait, due or not.
    pub fn waiting_count(&self) -> Result<i64> {
        self.read(|conn| {
            conn.rows(&keeper::WAITING_COUNT, &[])?
                .first()
                .map_or(Ok(0), |row| row.int(0))
        })
    }

    /// The effect was carried out.
    pub fn settle_effect(&self, effect: &Waiting) -> Result<()> {
        let args = [
            "done".into(),
            effect.list.0.into(),
            effect.contact.0.into(),
            effect.seq.into(),
            effect.n.into(),
        ];
        self.write(move |conn, _| conn.exec(&keeper::SETTLE, &args).map(|_| ()))
    }

    /// Forgets the ids of events that nobody will send again.
    pub fn forget_ids(&self) -> Result<u64> {
        self.write(|conn, now| conn.exec(&sql::FORGET_IDS, &[now.as_microsecond().into()]))
    }
}

fn keys(rows: &[Row]) -> Result<Vec<(ListId, ContactId)>> {
    rows.iter()
        .map(|row| Ok((ListId(row.int(0)?), ContactId(row.int(1)?))))
        .collect()
}

fn releases_when_out(
    conn: &mut dyn Conn,
    rules: &crate::rules::RulesCache,
    list: ListId,
) -> Result<bool> {
    let Some(list) = crate::house::list_by_id(conn, list)? else {
        return Ok(false);
    };
    Ok(rules
        .load(conn, list.rules)?
        .settings
        .ownership
        .release_when_out)
}

fn waiting(row: &Row) -> Result<Waiting> {
    Ok(Waiting {
        list: ListId(row.int(0)?),
        contact: ContactId(row.int(1)?),
        seq: row.int(2)?,
        n: row.int(3)?,
        effect: serde_json::from_str(row.text(4)?)
            .map_err(|error| StoreError::other("outbox.waiting", error.to_string()))?,
        tries: row.int(5)?,
    })
}
