//! Contacts, one after the other, however many there are.

use crate::clock::instant;
use crate::conn::Row;
use crate::error::Result;
use crate::sql::{contact as sql_contact, figure as sql};
use crate::store::Store;
use engine::{Code, ContactId, ListId, Number};
use jiff::Timestamp;

/// A contact as it leaves the house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactRow {
    pub id: ContactId,
    pub key: Option<String>,
    pub state: String,
    pub code: Code,
    pub due_at: Option<Timestamp>,
    pub owner: Option<i64>,
    pub attempts: i64,
    pub unreached_run: i64,
    pub last_attempt_at: Option<Timestamp>,
    /// The fields as a JSON object.
    pub fields: String,
}

impl Store {
    /// Hands over the contacts of a list in order of their ids.
    pub fn each_contact(
        &self,
        list: ListId,
        take: &mut dyn FnMut(ContactRow) -> Result<()>,
    ) -> Result<()> {
        self.read(|conn| {
            conn.each(&sql::EACH_CONTACT, &[list.0.into()], &mut |row| {
                take(contact_row(&row)?)
            })
        })
    }

    /// One contact with its fields.
    pub fn card(&self, list: ListId, contact: ContactId) -> Result<Option<ContactRow>> {
        self.read(|conn| {
            conn.rows(&sql::ONE_CONTACT, &[list.0.into(), contact.0.into()])?
                .first()
                .map(contact_row)
                .transpose()
        })
    }

    /// The numbers of one contact, in try order.
    pub fn numbers_of(&self, list: ListId, contact: ContactId) -> Result<Vec<Number>> {
        self.read(|conn| {
            let rows = conn.rows(&sql_contact::NUMBERS, &[list.0.into(), contact.0.into()])?;
            let digits: Vec<i64> = rows.iter().map(|row| row.int(1)).collect::<Result<_>>()?;
            Ok(digits
                .into_iter()
                .filter_map(|digits| Number::new(digits.unsigned_abs()).ok())
                .collect())
        })
    }
}

pub(crate) fn contact_row(row: &Row) -> Result<ContactRow> {
    Ok(ContactRow {
        id: ContactId(row.int(0)?),
        key: row.maybe_text(1)?.map(str::to_owned),
        state: row.text(2)?.to_owned(),
        code: Code::new(row.text(3)?),
        due_at: row.maybe_int(4)?.map(instant),
        owner: row.maybe_int(5)?,
        attempts: row.int(6)?,
        unreached_run: row.int(7)?,
        last_attempt_at: row.maybe_int(8)?.map(instant),
        fields: row.maybe_text(9)?.unwrap_or("{}").to_owned(),
    })
}
