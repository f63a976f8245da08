//! What suppressing many would do, before anybody does it.

use super::extent_word;
use crate::conn::Value;
use crate::error::Result;
use crate::person::Subject;
use crate::sql::{contact as sql_contact, person as sql_person, suppression as sql};
use crate::store::Store;
use engine::catalogue::Extent;
use std::collections::HashSet;

impl Store {
    /// How many of these are suppressed at this very place already.
    pub fn suppressed_there(
        &self,
        subjects: &[Subject],
        (extent, scope): (Extent, i64),
    ) -> Result<usize> {
        let now = self.clock().now().as_microsecond();
        let keys: Vec<Vec<Value>> = subjects
            .iter()
            .map(|subject| {
                let place = [subject.key().into(), extent_word(extent).into()];
                place
                    .into_iter()
                    .chain([scope.into(), now.into()])
                    .collect()
            })
            .collect();
        if keys.is_empty() {
            return Ok(0);
        }
        self.read(|conn| Ok(conn.many_rows(&sql::THERE, &keys)?.len()))
    }

    /// Notes the open contacts that would be closed if these were suppressed at this place.
    pub fn would_close(
        &self,
        subjects: &[Subject],
        (extent, scope): (Extent, i64),
        found: &mut HashSet<(i64, i64)>,
    ) -> Result<()> {
        let key = |subject: &Subject| -> Vec<Value> {
            vec![
                subject.key().into(),
                extent_word(extent).into(),
                scope.into(),
            ]
        };
        let (numbers, marks): (Vec<&Subject>, Vec<&Subject>) =
            subjects.iter().partition(|there| there.number().is_some());
        let of = [
            (&sql_contact::COVERED_MANY, numbers),
            (&sql_person::COVERED_MANY, marks),
        ];
        self.read(|conn| {
            for (fetch, subjects) in &of {
                let keys: Vec<Vec<Value>> = subjects.iter().map(|there| key(there)).collect();
                if keys.is_empty() {
                    continue;
                }
                for row in conn.many_rows(fetch, &keys)? {
                    found.insert((row.int(0)?, row.int(1)?));
                }
            }
            Ok(())
        })
    }
}
