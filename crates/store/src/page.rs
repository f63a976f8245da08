//! What programs read page by page: each goes on after the last row of the one before.

use crate::callbacks::{Callback, callback};
use crate::clock::instant;
use crate::conn::Value;
use crate::error::Result;
use crate::export::{ContactRow, contact_row};
use crate::import::digits;
use crate::sql::page as sql;
use crate::store::Store;
use engine::{ContactId, ListId, Number};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// What is shown of a contact beside its row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Beside {
    /// The first instant at which due time, roster and law all allow an offer.
    pub offer_at: Option<Timestamp>,
    /// In the order in which they are tried.
    pub numbers: Vec<Number>,
}

impl Store {
    /// What stands beside contacts of a list: two statements, however many there are.
    pub fn beside(
        &self,
        list: ListId,
        contacts: &[ContactId],
    ) -> Result<BTreeMap<ContactId, Beside>> {
        if contacts.is_empty() {
            return Ok(BTreeMap::new());
        }
        let keys: Vec<Vec<Value>> = contacts
            .iter()
            .map(|contact| vec![list.0.into(), contact.0.into()])
            .collect();
        self.read(|conn| {
            let mut beside: BTreeMap<ContactId, Beside> = BTreeMap::new();
            for row in conn.many_rows(&sql::OFFERS, &keys)? {
                let there = beside.entry(ContactId(row.int(0)?)).or_default();
                there.offer_at = row.maybe_int(1)?.map(instant);
            }
            let mut numbers = Vec::new();
            for row in conn.many_rows(&sql::NUMBERS, &keys)? {
                numbers.push((ContactId(row.int(0)?), row.int(1)?, row.int(2)?));
            }
            numbers.sort_unstable();
            for (contact, _, digits) in numbers {
                let number = Number::new(digits.unsigned_abs()).ok();
                beside.entry(contact).or_default().numbers.extend(number);
            }
            Ok(beside)
        })
    }

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
