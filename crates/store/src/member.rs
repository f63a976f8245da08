//! Filters of links, kept as membership: the contacts a filter chose, each with its place in
//! the offering order, so that an offer seeks among them as it does in a whole list.
//!
//! The filter is judged here once; afterwards each event moves the member with its contact.
//! Contacts that arrive later are judged by whoever brings them, and added.

use crate::conn::{Conn, Row, Value};
use crate::error::{Result, StoreError};
use crate::export::{ContactRow, contact_row};
use crate::sql::member as sql;
use crate::store::Store;
use engine::{ContactId, ListId};

/// Contacts that are judged at a time.
const PAGE: usize = 5_000;

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
        self.write(move |conn, _| {
            let (list, _) = begin(conn, link)?;
            conn.exec(&sql::CLEAR, &[link.into()])?;
            conn.exec(&sql::SET_FILTER, &[filter.into(), link.into()])?;
            fill(conn, link, list, &keep)
        })
    }

    /// Offers the whole list through the link again.
    pub fn unfilter_link(&self, link: i64) -> Result<()> {
        self.write(move |conn, _| {
            begin(conn, link)?;
            conn.exec(&sql::CLEAR, &[link.into()])?;
            let args = [Value::Null, link.into()];
            conn.exec(&sql::SET_FILTER, &args).map(|_| ())
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
/// and due time.
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
