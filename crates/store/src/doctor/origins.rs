//! How contacts began, against the batches in which they were staged.

use super::{Difference, difference};
use crate::clock::instant;
use crate::conn::{Conn, Row};
use crate::error::Result;
use crate::import::BatchBody;
use crate::sql::figure as sql;
use std::collections::{BTreeMap, BTreeSet};

type Key = (i64, i64);

/// What the journal says of each import, and what was found of it.
#[derive(Default)]
pub(super) struct Origins(BTreeMap<Key, Import>);

#[derive(Default)]
struct Import {
    /// Ids of contacts that were staged and not yet found.
    wanted: BTreeSet<i64>,
    batches: i64,
    /// Sums of the contacts' first digests, by the journal and by the rows.
    journal: i64,
    rows: i64,
}

impl Origins {
    pub fn read(conn: &mut dyn Conn, differences: &mut Vec<Difference>) -> Result<Self> {
        let mut origins = Self::default();
        for row in conn.rows(&sql::BATCHES, &[])? {
            let key = (row.int(0)?, row.int(1)?);
            let seq = row.int(2)?;
            let import = origins.0.entry(key).or_default();
            import.batches += 1;
            let mut say = |field: &str, journal: String, found: String| {
                differences.push(of_import(key, seq, field, journal, found));
            };
            if seq != import.batches {
                let next = format!("next is {seq}");
                say("journal", "a row is missing".into(), next);
                import.batches = seq;
            }
            if row.int(5)? != row.int(6)? || row.int(7)? != row.int(6)? {
                let at = instant(row.int(5)?).to_string();
                say("at", at, instant(row.int(6)?).to_string());
            }
            match serde_json::from_str::<BatchBody>(row.text(3)?) {
                Ok(body) if body.digest == row.int(4)? => {
                    import.journal = import.journal.wrapping_add(body.digest);
                    let end = body.first.saturating_add(body.contacts);
                    import.wanted.extend(body.first..end);
                }
                Ok(_) | Err(_) => say("body", "readable".into(), "changed".into()),
            }
        }
        Ok(origins)
    }

    /// Counts a contact among those of its import.
    pub fn seen(
        &mut self,
        row: &Row,
        digest: i64,
        differences: &mut Vec<Difference>,
    ) -> Result<()> {
        let (list, id, import) = (row.int(0)?, row.int(1)?, row.int(8)?);
        let import = self.0.entry((list, import)).or_default();
        import.rows = import.rows.wrapping_add(digest);
        if !import.wanted.remove(&id) {
            let (journal, row) = ("was never imported", "is there");
            differences.push(difference(list, id, 0, "contact", journal, row));
        }
        Ok(())
    }

    pub fn compare(&self, differences: &mut Vec<Difference>) {
        for (key, import) in &self.0 {
            for id in &import.wanted {
                let (journal, row) = ("was imported", "is not there");
                differences.push(difference(key.0, *id, 0, "contact", journal, row));
            }
            if import.journal != import.rows {
                let (journal, rows) = (import.journal.to_string(), import.rows.to_string());
                differences.push(of_import(*key, 0, "origins", journal, rows));
            }
        }
    }
}

fn of_import(key: Key, seq: i64, field: &str, journal: String, row: String) -> Difference {
    Difference {
        subject: format!("list {} import {}", key.0, key.1),
        seq,
        field: field.to_owned(),
        journal,
        row,
    }
}
