//! Whoever refused to be recorded. It is kept by number, so that it holds in every list and after
//! a move, until she agrees or is erased.

use super::{Recording, RecordingConsent};
use crate::clock::instant;
use crate::conn::Conn;
use crate::error::Result;
use crate::sql::recording as sql;
use crate::store::Store;
use engine::{ContactId, ListId};
use jiff::Timestamp;

impl Store {
    /// Since when whoever this is refuses to be recorded.
    pub fn refuses_recording(&self, list: ListId, contact: ContactId) -> Result<Option<Timestamp>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::REFUSES, &[list.0.into(), contact.0.into()])?;
            let since = rows.first().map(|row| row.maybe_int(0)).transpose()?;
            Ok(since.flatten().map(instant))
        })
    }
}

/// Remembers the other side's word for the talks to come, on every number of hers.
pub(super) fn heed(conn: &mut dyn Conn, before: &Recording, after: &Recording) -> Result<()> {
    if (before.consent, before.consent_at) == (after.consent, after.consent_at) {
        return Ok(());
    }
    let (list, contact) = (after.of.list.0.into(), after.of.contact.0.into());
    match (after.consent, after.consent_at) {
        (RecordingConsent::Refused, Some(at)) => {
            let args = [at.as_microsecond().into(), list, contact];
            conn.exec(&sql::REFUSE, &args)?;
        }
        (RecordingConsent::Agreed, _) => {
            conn.exec(&sql::LIFT, &[list, contact])?;
        }
        _ => {}
    }
    Ok(())
}
