//! What programs read page by page: each goes on after the last row of the one before.

use crate::callbacks::{Callback, callback};
use crate::error::Result;
use crate::export::{ContactRow, contact_row};
use crate::import::digits;
use crate::sql::page as sql;
use crate::store::Store;
use engine::{ContactId, ListId, Number};
use jiff::Timestamp;

impl Store {
    /// Contacts of a list in order of their ids, from after one on.
    pub fn contacts_after(
        &self,
        list: ListId,
        after: ContactId,
        limit: i64,
    ) -> Result<Vec<ContactRow>> {
        let args = [list.0.into(), after.0.into(), limit.into()];
        self.read(|conn| {
            let rows = conn.rows(&sql::CONTACTS, &args)?;
            rows.iter().map(contact_row).collect()
        })
    }

    /// Contacts of all lists that have this number.
    pub fn contacts_with_number(
        &self,
        number: Number,
        limit: i64,
    ) -> Result<Vec<(ListId, ContactId)>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::WITH_NUMBER, &[digits(number), limit.into()])?;
            rows.iter()
                .map(|row| Ok((ListId(row.int(0)?), ContactId(row.int(1)?))))
                .collect()
        })
    }

    /// Callbacks of a list in order of time and id, from after one on and before an instant.
    pub fn callbacks_after(
        &self,
        list: ListId,
        (due, contact): (Timestamp, ContactId),
        before: Timestamp,
        limit: i64,
    ) -> Result<Vec<Callback>> {
        let due = due.as_microsecond();
        let args = [
            list.0.into(),
            due.into(),
            due.into(),
            contact.0.into(),
            before.as_microsecond().into(),
            limit.into(),
        ];
        self.read(|conn| {
            let rows = conn.rows(&sql::CALLBACKS, &args)?;
            rows.iter().map(callback).collect()
        })
    }
}
