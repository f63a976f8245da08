//! Reports that somebody keeps by a name, to ask the same question again.

use crate::error::{Result, StoreError};
use crate::people::UserId;
use crate::sql::saved_report as sql;
use crate::store::Store;

/// A question by a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedReport {
    pub id: i64,
    pub name: String,
    /// The question as it stands in the address bar.
    pub query: String,
    /// Whose it is; everybody sees it.
    pub user: UserId,
}

impl Store {
    /// Keeps a question under a name. The same name again takes its place.
    pub fn save_report(&self, name: &str, query: &str, user: UserId) -> Result<()> {
        let (name, query) = (name.to_owned(), query.to_owned());
        self.write(move |conn, now| {
            let args = [
                name.into(),
                query.into(),
                user.0.into(),
                now.as_microsecond().into(),
            ];
            conn.exec(&sql::SAVE, &args).map(|_| ())
        })
    }

    /// All of them, by name.
    pub fn saved_reports(&self) -> Result<Vec<SavedReport>> {
        self.read(|conn| {
            conn.rows(&sql::ALL, &[])?
                .iter()
                .map(|row| {
                    Ok(SavedReport {
                        id: row.int(0)?,
                        name: row.text(1)?.to_owned(),
                        query: row.text(2)?.to_owned(),
                        user: UserId(row.int(3)?),
                    })
                })
                .collect()
        })
    }

    pub fn forget_report(&self, id: i64) -> Result<()> {
        self.write(
            move |conn, _| match conn.exec(&sql::FORGET, &[id.into()])? {
                0 => Err(StoreError::Other {
                    statement: "saved_report.forget",
                    reason: format!("there is no saved report {id}"),
                }),
                _ => Ok(()),
            },
        )
    }
}
