//! How long a list is worked, and when what is personal in it is erased.

use crate::audit::AuditActor;
use crate::clock::instant;
use crate::error::Result;
use crate::hint::Hint;
use crate::sql::retention as sql;
use crate::store::Store;
use crate::{Erasing, Erasure};
use engine::{ContactId, ListId, Zone};
use jiff::Timestamp;
use jiff::civil::Date;

/// Instants of a list's end: the first ones of the days after its last day, and of its erasing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Retention {
    /// From then on nobody of it is offered any more.
    pub expires_at: Option<Timestamp>,
    /// From then on its contacts are erased.
    pub erase_at: Option<Timestamp>,
    /// When all of them were.
    pub erased_at: Option<Timestamp>,
}

/// The same as people say it: days by the calendar of the list's country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ListDays {
    /// The last day on which it is called.
    pub last: Option<Date>,
    /// The day on which it is erased.
    pub erase: Option<Date>,
}

impl ListDays {
    /// Nothing is called on the day of its erasing, or after it.
    pub fn are_in_order(self) -> bool {
        let both = self.last.zip(self.erase);
        both.is_none_or(|(last, erase)| last < erase)
    }
}

impl Retention {
    pub fn days(&self, zone: &Zone) -> ListDays {
        let day = |at: Timestamp| zone.local(at).date();
        ListDays {
            last: self.expires_at.and_then(|at| day(at).yesterday().ok()),
            erase: self.erase_at.map(day),
        }
    }
}

impl Store {
    pub fn retention(&self, list: ListId) -> Result<Retention> {
        self.read(|conn| {
            let rows = conn.rows(&sql::OF, &[list.0.into()])?;
            let Some(row) = rows.first() else {
                return Ok(Retention::default());
            };
            Ok(Retention {
                expires_at: row.maybe_int(0)?.map(instant),
                erase_at: row.maybe_int(1)?.map(instant),
                erased_at: row.maybe_int(2)?.map(instant),
            })
        })
    }

    /// Sets both ends of a list; nothing for none.
    pub fn set_retention(
        &self,
        list: ListId,
        expires_at: Option<Timestamp>,
        erase_at: Option<Timestamp>,
    ) -> Result<()> {
        let micros = |at: Option<Timestamp>| at.map(Timestamp::as_microsecond).into();
        let args = [list.0.into(), micros(expires_at), micros(erase_at)];
        let written = self.write(move |conn, _| conn.exec(&sql::SET, &args).map(|_| ()));
        self.telling(Hint::List(list), written)
    }

    /// The same, said in days.
    pub fn set_list_days(&self, list: ListId, days: ListDays, zone: &Zone) -> Result<()> {
        let after = days.last.and_then(|day| day.tomorrow().ok());
        let start = |day: Date| zone.start_of(day);
        self.set_retention(list, after.map(start), days.erase.map(start))
    }

    /// Erases some contacts of the list that is due first. Nothing while none is. A contact in
    /// somebody's hands is come back to.
    pub fn erase_due(&self) -> Result<Option<Erasure>> {
        let now = self.clock().now().as_microsecond();
        let due = self.read(|conn| {
            let rows = conn.rows(&sql::DUE, &[now.into()])?;
            rows.first()
                .map(|row| Ok((ListId(row.int(0)?), ContactId(row.int(1)?))))
                .transpose()
        })?;
        let Some((list, after)) = due else {
            return Ok(None);
        };
        let how = Erasing {
            by: AuditActor::System,
            only_look: false,
            evidence_too: false,
        };
        let (gone, last) = self.erase_of_list(list, after, how)?;
        self.write(move |conn, now| {
            if let Some(last) = last {
                return conn.exec(&sql::CAME, &[last.0.into(), list.0.into()]);
            }
            let rows = conn.rows(&sql::LEFT, &[list.0.into()])?;
            match rows.first().map_or(Ok(0), |row| row.int(0))? {
                0 => conn.exec(&sql::DONE, &[now.as_microsecond().into(), list.0.into()]),
                // Some were in hand: from the beginning, since the others cost nothing now.
                _ => conn.exec(&sql::CAME, &[0.into(), list.0.into()]),
            }
        })?;
        Ok(Some(gone))
    }
}
