//! Open contacts that a suppression covers are closed by events of their own. Until then nobody
//! dials them: leave to dial looks at the suppression itself.

use super::{Suppression, extent_word, of_contact, suppression};
use crate::conn::Value;
use crate::error::Result;
use crate::person::Subject;
use crate::record::{Answer, Entry};
use crate::sql::{contact as sql_contact, person as sql_person, suppression as sql};
use crate::store::Store;
use engine::{Actor, ContactId, Effect, ListId};

impl Store {
    /// Open contacts that a suppression covers.
    pub fn covered_by(&self, suppression: &Suppression) -> Result<Vec<(ListId, ContactId)>> {
        let extent = || Value::from(extent_word(suppression.extent));
        let of = match suppression.subject {
            Subject::Number(_) => &sql_contact::COVERED,
            Subject::Person(_) | Subject::Domain(..) => &sql_person::COVERED,
        };
        let args = [
            suppression.subject.key().into(),
            extent(),
            suppression.scope.into(),
            extent(),
        ];
        self.read(|conn| {
            let rows = conn.rows(of, &args)?;
            rows.iter()
                .map(|row| Ok((ListId(row.int(0)?), ContactId(row.int(1)?))))
                .collect()
        })
    }

    /// Closes the open contacts that these suppressions cover, each by an event of its own. What
    /// does not hold yet closes them when it begins.
    pub fn close_covered(&self, suppressions: &[Suppression]) -> Result<usize> {
        let now = self.clock().now();
        let begun = || suppressions.iter().filter(|there| there.has_begun(now));
        let mut closed = 0_usize;
        for suppression in begun() {
            let entries: Vec<Entry> = self
                .covered_by(suppression)?
                .into_iter()
                .map(|(list, contact)| {
                    Entry::report(list, contact, Actor::Keeper, suppression.told())
                })
                .collect();
            for one_list in entries.chunk_by(|a, b| a.list == b.list) {
                let answers = self.record_all(one_list.to_vec())?;
                let done = |answer: &&Answer| answer.is_ok();
                closed = closed.saturating_add(answers.iter().filter(done).count());
            }
        }
        let seen: Vec<&Suppression> = begun().collect();
        self.covered_are_closed(&seen)?;
        Ok(closed)
    }

    /// Suppressions that have begun and whose open contacts are still to be closed.
    pub fn closing_suppressions(&self, limit: i64) -> Result<Vec<Suppression>> {
        let now = self.clock().now().as_microsecond();
        self.read(|conn| {
            let rows = conn.rows(&sql::CLOSING, &[now.into(), limit.into()])?;
            rows.iter().map(suppression).collect()
        })
    }

    /// Nobody need look for their open contacts again.
    pub fn covered_are_closed(&self, suppressions: &[&Suppression]) -> Result<()> {
        let now = self.clock().now().as_microsecond();
        let key = |there: &&Suppression| -> Vec<Value> {
            let extent = extent_word(there.extent);
            vec![
                there.subject.key().into(),
                extent.into(),
                there.scope.into(),
                now.into(),
            ]
        };
        let keys: Vec<Vec<Value>> = suppressions.iter().map(key).collect();
        if keys.is_empty() {
            return Ok(());
        }
        self.write(move |conn, _| conn.many(&sql::CLOSED, &keys).map(|_| ()))
    }

    /// The suppressions an effect of the outbox brought about.
    pub fn suppressions_by(
        &self,
        list: ListId,
        contact: ContactId,
        effect: &Effect,
    ) -> Result<Vec<Suppression>> {
        let Effect::Suppress { slots, .. } = effect else {
            return Ok(Vec::new());
        };
        let now = self.clock().now();
        let all = self.read(|conn| of_contact(conn, list, contact, now))?;
        let named = all
            .into_iter()
            .filter(|(slot, _)| slot.is_none_or(|slot| slots.contains(&slot)));
        Ok(named.map(|(_, there)| there).collect())
    }
}
