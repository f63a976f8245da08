//! Filters of links, kept as membership: the contacts a filter chose, each with its place in
//! the offering order, so that an offer seeks among them as it does in a whole list.
//!
//! The filter is judged here once; afterwards each event moves the member with its contact.
//! Contacts that arrive later are judged by whoever brings them, and added.

use crate::conn::{Conn, Row, Value};
use crate::error::{Result, StoreError};
use crate::export::{ContactRow, contact_row};
use crate::hint::Hint;
use crate::import::Import;
use crate::sql::member as sql;
use crate::store::Store;
use engine::{ContactId, ListId};

/// Contacts that are judged at a time.
const PAGE: usize = 5_000;

/// What a filter chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weighed {
    /// Contacts of the list.
    pub contacts: u64,
    pub chosen: u64,
    /// Chosen ones that could be offered at once.
    pub now: u64,
}

impl Store {
    /// Narrows a link to the contacts that `keep` chooses among those there are now, and
    /// remembers the text of the filter. Gives the number of members.
    pub fn filter_link(
        &self,
        link: i64,
        filter: &str,
        keep: impl Fn(&ContactRow) -> bool + Send + 'static,
    ) -> Result<u64> {
        let filter = filter.to_owned();
        let written = self.write(move |conn, _| {
            let (list, _) = begin(conn, link)?;
            conn.exec(&sql::CLEAR, &[link.into()])?;
            conn.exec(&sql::SET_FILTER, &[filter.into(), link.into()])?;
            fill(conn, link, list, &keep)
        });
        self.telling(Hint::Campaigns, written)
    }

    /// What a filter would choose among the contacts of a list; nothing is written.
    pub fn weigh_filter(
        &self,
        list: ListId,
        keep: impl Fn(&ContactRow) -> bool,
    ) -> Result<Weighed> {
        let now = self.clock().now().as_microsecond();
        self.read(|conn| weigh(conn, list, &keep, now))
    }

    /// Offers the whole list through the link again.
    pub fn unfilter_link(&self, link: i64) -> Result<()> {
        let written = self.write(move |conn, _| {
            begin(conn, link)?;
            conn.exec(&sql::CLEAR, &[link.into()])?;
            let args = [Value::Null, link.into()];
            conn.exec(&sql::SET_FILTER, &args).map(|_| ())
        });
        self.telling(Hint::Campaigns, written)
    }

    /// Contacts of a filtered link that its filter means no longer.
    pub fn remove_members(&self, link: i64, contacts: &[ContactId]) -> Result<()> {
        let rows: Vec<Vec<Value>> = contacts
            .iter()
            .map(|contact| vec![link.into(), contact.0.into()])
            .collect();
        self.write(move |conn, _| conn.many(&sql::REMOVE, &rows).map(|_| ()))
    }

    /// What an import brings, as many contacts as a filter judges at a time after one: new
    /// ones, and those it changes, with the values they will have.
    pub fn brought(&self, import: &Import, after: ContactId) -> Result<Vec<ContactRow>> {
        let args = [
            import.list.0.into(),
            import.id.into(),
            after.0.into(),
            Value::Int(PAGE as i64),
        ];
        self.read(|conn| {
            conn.rows(&sql::BROUGHT, &args)?
                .iter()
                .map(contact_row)
                .collect()
        })
    }

    /// Adds contacts to a filtered link, such as those of an import before it is made live.
    /// Gives the number that were found.
    pub fn add_members(&self, link: i64, contacts: &[ContactId]) -> Result<u64> {
        let contacts = contacts.to_vec();
        self.write(move |conn, _| {
            let (list, filter) = begin(conn, link)?;
            if filter.is_none() {
                return Err(StoreError::other(
                    "member.add",
                    format!("link {link} has no filter: all contacts of its list are offered"),
                ));
            }
            add(conn, link, list, &contacts)
        })
    }
}

/// Waits until no event is under way that does not know of the filter yet.
fn begin(conn: &mut dyn Conn, link: i64) -> Result<(ListId, Option<String>)> {
    conn.batch(conn.engine().lock_links())?;
    let rows = conn.rows(&sql::LINK, &[link.into()])?;
    let Some(row) = rows.first() else {
        return Err(StoreError::other(
            "link.by_id",
            format!("there is no link {link}"),
        ));
    };
    Ok((ListId(row.int(0)?), row.maybe_text(1)?.map(str::to_owned)))
}

fn fill(
    conn: &mut dyn Conn,
    link: i64,
    list: ListId,
    keep: &dyn Fn(&ContactRow) -> bool,
) -> Result<u64> {
    let mut members = 0_u64;
    let mut after = 0_i64;
    loop {
        let page = [list.0.into(), after.into(), Value::Int(PAGE as i64)];
        let rows = conn.rows(&sql::CANDIDATES, &page)?;
        let mut chosen = Vec::new();
        for row in &rows {
            let contact = contact_row(row)?;
            after = contact.id.0;
            if keep(&contact) {
                let place = row.values().iter().skip(10).cloned();
                chosen.push(member(link, list, row, place));
            }
        }
        members = members.saturating_add(conn.bulk(&sql::FILL, &mut chosen.into_iter())?);
        if rows.len() < PAGE {
            return Ok(members);
        }
    }
}

fn weigh(
    conn: &mut dyn Conn,
    list: ListId,
    keep: &dyn Fn(&ContactRow) -> bool,
    now: i64,
) -> Result<Weighed> {
    let mut weighed = Weighed::default();
    let mut after = 0_i64;
    loop {
        let page = [list.0.into(), after.into(), Value::Int(PAGE as i64)];
        let rows = conn.rows(&sql::CANDIDATES, &page)?;
        for row in &rows {
            let contact = contact_row(row)?;
            after = contact.id.0;
            weighed.contacts = weighed.contacts.saturating_add(1);
            if keep(&contact) {
                weighed.chosen = weighed.chosen.saturating_add(1);
                let can_be_had = row.maybe_int(10)?.is_some()
                    && row.maybe_int(14)?.is_some_and(|offer_at| offer_at <= now);
                weighed.now = weighed.now.saturating_add(u64::from(can_be_had));
            }
        }
        if rows.len() < PAGE {
            return Ok(weighed);
        }
    }
}

fn add(conn: &mut dyn Conn, link: i64, list: ListId, contacts: &[ContactId]) -> Result<u64> {
    let mut keys: Vec<Vec<Value>> = contacts
        .iter()
        .map(|contact| vec![list.0.into(), contact.0.into()])
        .collect();
    keys.sort();
    keys.dedup();
    let members: Vec<Vec<Value>> = conn
        .many_rows(&sql::PLACES, &keys)?
        .iter()
        .map(|row| member(link, list, row, row.values().iter().skip(1).cloned()))
        .collect();
    conn.many(&sql::ADD, &members)?;
    Ok(members.len() as u64)
}

/// A contact's id comes first in its row; its place is pool, holder, band, priority, offer
/// and due time, and its place in the client's own order.
fn member(
    link: i64,
    list: ListId,
    contact: &Row,
    place: impl Iterator<Item = Value>,
) -> Vec<Value> {
    let id = contact.values().first().cloned().unwrap_or(Value::Null);
    let mut row = vec![link.into(), id, list.0.into()];
    row.extend(place);
    row
}
