//! A suppression ends before its time only because somebody says so, with a reason that is kept.

use crate::clock::instant;
use crate::error::Result;
use crate::hint::Hint;
use crate::person::Subject;
use crate::sql::suppression as sql;
use crate::store::Store;
use crate::suppression::{Suppression, extent_word, suppression};
use engine::catalogue::Extent;
use jiff::Timestamp;

/// A suppression that holds no longer.
#[derive(Debug, Clone, PartialEq)]
pub struct Lifted {
    pub was: Suppression,
    pub at: Timestamp,
    /// Who lifted it.
    pub by: String,
    pub why: String,
}

impl Store {
    /// Lifts one suppression; says whether there was one. Contacts it closed stay closed, and
    /// other suppressions of the number go on.
    pub fn lift(
        &self,
        subject: &Subject,
        (extent, scope): (Extent, i64),
        by: &str,
        why: &str,
    ) -> Result<bool> {
        let (key, by, why) = (subject.key(), by.to_owned(), why.to_owned());
        let lifted = self.write(move |conn, now| {
            let place = [key.into(), extent_word(extent).into(), scope.into()];
            let [number, extent, scope] = place.clone();
            let kept = [
                now.as_microsecond().into(),
                by.into(),
                why.into(),
                number,
                extent,
                scope,
            ];
            conn.exec(&sql::KEEP_LIFTED, &kept)?;
            conn.exec(&sql::LIFT, &place)
        })?;
        self.hints().tell(Hint::Suppressions);
        Ok(lifted > 0)
    }

    /// What was lifted of a number, the oldest first.
    pub fn lifted_of(&self, subject: impl Into<Subject>) -> Result<Vec<Lifted>> {
        let subject = subject.into();
        self.read(|conn| {
            conn.rows(&sql::LIFTED, &[subject.key().into()])?
                .iter()
                .map(|row| {
                    Ok(Lifted {
                        was: suppression(row)?,
                        at: instant(row.int(10)?),
                        by: row.text(11)?.to_owned(),
                        why: row.text(12)?.to_owned(),
                    })
                })
                .collect()
        })
    }
}
