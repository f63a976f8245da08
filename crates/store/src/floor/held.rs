//! The contacts behind a number of the floor: those that wait for the same reason.

use super::rules_of;
use super::why::{Hours, Why};
use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::export::contact_row;
use crate::search::Hit;
use crate::sql::{figure, floor as sql};
use crate::store::Store;
use engine::{ContactId, ListId};

/// Open contacts that are looked at in one go …
const PAGE: i64 = 2_000;
/// … and at most before the page is shown with what was found.
const LOOKED_AT: usize = 100_000;

/// Some of the contacts, and where to go on where there may be more.
pub type Behind = (Vec<Hit>, Option<ContactId>);

impl Store {
    /// Open contacts of a list that wait for this reason, behind one of them in order of their
    /// ids; of a filtered link only those it offers.
    pub fn contacts_behind(
        &self,
        list: ListId,
        link: Option<i64>,
        why: Why,
        after: ContactId,
        limit: usize,
    ) -> Result<Behind> {
        let (now, cache) = (self.clock().now(), self.rules_cache());
        self.read(|conn| {
            let rules = rules_of(conn, &cache, list)?.ok_or_else(|| {
                let reason = format!("there is no list {}", list.0);
                StoreError::other("floor.open_contacts", reason)
            })?;
            if let (Why::Filtered, Some(link)) = (why, link) {
                return not_chosen(conn, list, link, after, limit);
            }
            let hours = Hours::at(&rules, now);
            let link = link.unwrap_or(0);
            let (mut found, mut last, mut looked_at) = (Vec::new(), after, 0);
            loop {
                let args = [
                    list.0.into(),
                    last.0.into(),
                    link.into(),
                    link.into(),
                    PAGE.into(),
                ];
                let rows = conn.rows(&sql::OPEN_CONTACTS, &args)?;
                for row in &rows {
                    last = ContactId(row.int(0)?);
                    if hours.why(list, row)? == why {
                        found.push(last);
                    }
                    if found.len() >= limit {
                        return Ok((cards(conn, list, &found)?, Some(last)));
                    }
                }
                looked_at += rows.len();
                if rows.len() < PAGE as usize {
                    return Ok((cards(conn, list, &found)?, None));
                }
                if looked_at >= LOOKED_AT {
                    return Ok((cards(conn, list, &found)?, Some(last)));
                }
            }
        })
    }
}

fn not_chosen(
    conn: &mut dyn Conn,
    list: ListId,
    link: i64,
    after: ContactId,
    limit: usize,
) -> Result<Behind> {
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    let args = [list.0.into(), after.0.into(), link.into(), most.into()];
    let found = conn
        .rows(&sql::NOT_CHOSEN, &args)?
        .iter()
        .map(|row| row.int(0).map(ContactId))
        .collect::<Result<Vec<_>>>()?;
    let next = found.last().copied().filter(|_| found.len() >= limit);
    Ok((cards(conn, list, &found)?, next))
}

fn cards(conn: &mut dyn Conn, list: ListId, found: &[ContactId]) -> Result<Vec<Hit>> {
    let mut hits = Vec::new();
    for contact in found {
        let rows = conn.rows(&figure::ONE_CONTACT, &[list.0.into(), contact.0.into()])?;
        if let Some(row) = rows.first() {
            let row = contact_row(row)?;
            hits.push(Hit { list, row });
        }
    }
    Ok(hits)
}
