//! Imports: rows are staged in small batches under an import, and one small commit makes
//! them live. Undo is the same switch.

mod kept;

pub use kept::{
    Batch, ChangedContact, Import, ImportCounts, ImportProblem, KnownContact, Mode, NewContact,
};

use crate::clock::instant;
use crate::conn::{Conn, Row, Value};
use crate::error::{Result, StoreError};
use crate::hint::Hint;
use crate::person::{self, mark_rows};
use crate::record::row::{self, json};
use crate::rules::RulesCache;
use crate::sql::{contact as sql_contact, import as sql, journal};
use crate::store::Store;
use engine::{ContactId, ListId, Number, Origin, Rules};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

impl Store {
    /// Begins an import, or finds the unfinished one of the same file to go on with.
    pub fn begin_import(
        &self,
        list: ListId,
        mode: Mode,
        file: &str,
        file_digest: &str,
    ) -> Result<Import> {
        let (file, file_digest) = (file.to_owned(), file_digest.to_owned());
        self.write(move |conn, now| begin(conn, list, mode, &file, &file_digest, now))
    }

    /// Stages one batch in one transaction. A cancelled import takes nothing more.
    pub fn stage(&self, import: &Import, batch: Batch) -> Result<()> {
        let hint = Hint::Import {
            list: import.list,
            import: import.id,
        };
        let (import, rules) = (import.clone(), self.rules_cache());
        let written = self.write(move |conn, _| stage(conn, &rules, &import, batch));
        self.telling(hint, written)
    }

    /// Makes everything an import staged visible at once.
    pub fn make_live(&self, import: i64) -> Result<()> {
        self.switch(import, "staging", "live", "is not being staged")
    }

    pub fn cancel_import(&self, import: i64) -> Result<()> {
        self.switch(import, "staging", "cancelled", "is not being staged")
    }

    /// Takes an import back: its untouched contacts and its changes of fields vanish, and the
    /// grounds that those spoke of. Gives
    /// the number of contacts that stay because they have a history.
    pub fn undo_import(&self, import: i64) -> Result<u64> {
        if self.import(import)?.mode == "by_hand" {
            return Err(StoreError::other(
                "import",
                format!("import {import} holds what came in by hand: it cannot be undone"),
            ));
        }
        self.switch(import, "live", "undone", "is not live")?;
        self.settle_consents(&self.import(import)?)?;
        self.read(|conn| {
            let there = by_id(conn, import)?;
            let rows = conn.rows(&sql::TOUCHED, &[there.list.0.into(), import.into()])?;
            count(&rows)
        })
    }

    pub fn import(&self, id: i64) -> Result<Import> {
        self.read(|conn| by_id(conn, id))
    }

    pub fn imports(&self, list: ListId) -> Result<Vec<Import>> {
        self.read(|conn| {
            conn.rows(&sql::OF_LIST, &[list.0.into()])?
                .iter()
                .map(import_row)
                .collect()
        })
    }

    pub fn import_problems(&self, import: i64) -> Result<Vec<ImportProblem>> {
        self.read(|conn| {
            conn.rows(&sql::PROBLEMS, &[import.into()])?
                .iter()
                .map(|row| {
                    Ok(ImportProblem {
                        line: row.int(0)?.unsigned_abs(),
                        column: row.text(1)?.to_owned(),
                        value: row.text(2)?.to_owned(),
                        reason: row.text(3)?.to_owned(),
                    })
                })
                .collect()
        })
    }

    /// What tells duplicates in a list, the rows this import has staged among them.
    pub fn dedupe_of(&self, list: ListId, import: i64) -> Result<HashSet<i64>> {
        self.read(|conn| {
            let mut known = HashSet::new();
            conn.each(&sql::DEDUPE, &[list.0.into(), import.into()], &mut |row| {
                known.insert(row.int(0)?);
                Ok(())
            })?;
            Ok(known)
        })
    }

    /// The contacts these keys lead to.
    pub fn contacts_by_key(
        &self,
        list: ListId,
        keys: &[String],
    ) -> Result<HashMap<String, KnownContact>> {
        let keys: Vec<Vec<Value>> = keys
            .iter()
            .map(|key| vec![list.0.into(), key.as_str().into()])
            .collect();
        self.read(|conn| {
            conn.many_rows(&sql::BY_KEY, &keys)?
                .iter()
                .map(|row| {
                    let known = KnownContact {
                        contact: ContactId(row.int(1)?),
                        version: row.maybe_int(2)?.unwrap_or(0),
                        fields: row.maybe_text(3)?.unwrap_or("{}").to_owned(),
                    };
                    Ok((row.text(0)?.to_owned(), known))
                })
                .collect()
        })
    }

    /// Open contacts of a list that have a key and came by a file.
    pub fn open_by_file(&self, list: ListId) -> Result<Vec<ContactId>> {
        self.read(|conn| {
            let mut open = Vec::new();
            conn.each(&sql::OPEN_BY_FILE, &[list.0.into()], &mut |row| {
                open.push(ContactId(row.int(0)?));
                Ok(())
            })?;
            Ok(open)
        })
    }

    fn switch(
        &self,
        import: i64,
        from: &'static str,
        to: &'static str,
        otherwise: &'static str,
    ) -> Result<()> {
        let list = self.write(move |conn, _| {
            let changed = conn.exec(&sql::SET_STATE, &[to.into(), import.into(), from.into()])?;
            let there = by_id(conn, import)?;
            if changed == 1 {
                return Ok(there.list);
            }
            let state = there.state;
            Err(StoreError::other(
                "import",
                format!("import {import} {otherwise}: it is {state}"),
            ))
        })?;
        self.hints().tell(Hint::Import { list, import });
        // Its contacts have come or gone.
        self.hints().tell(Hint::List(list));
        Ok(())
    }
}

fn begin(
    conn: &mut dyn Conn,
    list: ListId,
    mode: Mode,
    file: &str,
    file_digest: &str,
    now: Timestamp,
) -> Result<Import> {
    let unfinished = conn.rows(
        &sql::UNFINISHED,
        &[list.0.into(), file_digest.into(), mode.word().into()],
    )?;
    if let Some(row) = unfinished.first() {
        return by_id(conn, row.int(0)?);
    }
    let rules = crate::house::list_by_id(conn, list)?
        .ok_or_else(|| StoreError::other("import.begin", format!("there is no list {}", list.0)))?
        .rules;
    let rows = conn.rows(
        &sql::BEGIN,
        &[
            list.0.into(),
            mode.word().into(),
            file.into(),
            file_digest.into(),
            rules.into(),
            now.as_microsecond().into(),
            json("import.begin", &ImportCounts::default())?.into(),
        ],
    )?;
    let id = rows.first().map_or_else(
        || Err(StoreError::other("import.begin", "gave no id")),
        |row| row.int(0),
    )?;
    by_id(conn, id)
}

pub(crate) fn by_id(conn: &mut dyn Conn, id: i64) -> Result<Import> {
    let rows = conn.rows(&sql::BY_ID, &[id.into()])?;
    rows.first().map(import_row).unwrap_or_else(|| {
        Err(StoreError::other(
            "import.by_id",
            format!("there is no import {id}"),
        ))
    })
}

fn import_row(row: &Row) -> Result<Import> {
    Ok(Import {
        id: row.int(0)?,
        list: ListId(row.int(1)?),
        state: row.text(2)?.to_owned(),
        mode: row.text(3)?.to_owned(),
        file: row.text(4)?.to_owned(),
        rules: row.int(6)?,
        at: instant(row.int(7)?),
        lines_done: row.int(8)?.unsigned_abs(),
        counts: serde_json::from_str(row.text(9)?)
            .map_err(|error| StoreError::other("import.by_id", error.to_string()))?,
    })
}

fn stage(conn: &mut dyn Conn, rules: &RulesCache, import: &Import, batch: Batch) -> Result<()> {
    let counts = json("import.progress", &batch.counts)?;
    let done = i64::try_from(batch.lines_done).unwrap_or(i64::MAX);
    if conn.exec(
        &sql::PROGRESS,
        &[done.into(), counts.into(), import.id.into()],
    )? != 1
    {
        let state = by_id(conn, import.id)?.state;
        return Err(StoreError::other(
            "import.stage",
            format!("import {} is {state}: nothing more is staged", import.id),
        ));
    }
    let first = reserve(conn, import.list, batch.contacts.len())?;
    let rules = rules.load(conn, import.rules)?;
    let digest = stage_contacts(conn, &rules, import, first, &batch.contacts)?;
    stage_changes(conn, import, &batch.changes)?;
    stage_problems(conn, import, &batch.problems)?;
    journal_batch(conn, import, first, &batch, digest)
}

/// A range of contact ids, from one line for the whole house.
pub(crate) fn reserve(conn: &mut dyn Conn, list: ListId, wanted: usize) -> Result<i64> {
    let rows = conn.rows(&crate::sql::house::NEXT_ID, &[])?;
    let first = rows
        .first()
        .map(|row| row.maybe_int(0))
        .transpose()?
        .flatten()
        .unwrap_or(1);
    let next = first.saturating_add(i64::try_from(wanted).unwrap_or(i64::MAX));
    conn.exec(
        &crate::sql::house::RESERVE_IDS,
        &[next.into(), list.0.into()],
    )?;
    Ok(first)
}

/// What all contacts of one origin have in common.
struct Template {
    state: &'static str,
    code: String,
    due_at: Option<i64>,
    place: row::Place,
}

/// Writes the contacts, their numbers and fields; gives the sum of their digests.
pub(crate) fn stage_contacts(
    conn: &mut dyn Conn,
    rules: &Rules,
    import: &Import,
    first: i64,
    contacts: &[NewContact],
) -> Result<i64> {
    let at = import.at.as_microsecond();
    let mut templates: HashMap<Origin, Template> = HashMap::new();
    let mut sum = 0_i64;
    let mut rows = Vec::with_capacity(contacts.len());
    for (contact, id) in contacts.iter().zip(first..) {
        let origin = Origin {
            zone: contact.zone.clone(),
            kind: contact.kind,
            consent: contact.consent.clone(),
            numbers: u8::try_from(contact.numbers.len()).unwrap_or(u8::MAX),
            trigger: contact.arrival,
            at: import.at,
        };
        let arrival = contact.arrival.map(|trigger| trigger.to_string());
        let consent = contact.consent.as_ref();
        let consent = consent
            .map(|consent| row::json("contact.stage", consent))
            .transpose()?;
        let digest = row::origin_digest(
            import.list.0,
            id,
            contact.zone.name(),
            contact.kind.as_str(),
            i64::from(origin.numbers),
            (arrival.as_deref(), consent.as_deref()),
            at,
        );
        sum = sum.wrapping_add(digest);
        let template = templates
            .entry(origin)
            .or_insert_with_key(|origin| template(origin, import, id, rules));
        rows.push(contact_row(
            import,
            contact,
            id,
            (arrival, consent),
            digest,
            template,
        ));
    }
    conn.bulk(&sql_contact::STAGE, &mut rows.into_iter())?;
    let numbers = contacts.iter().zip(first..).flat_map(|(contact, id)| {
        contact
            .numbers
            .iter()
            .zip(0_i64..)
            .map(move |(number, slot)| {
                vec![
                    import.list.0.into(),
                    id.into(),
                    slot.into(),
                    digits(*number),
                ]
            })
    });
    conn.bulk(
        &sql_contact::STAGE_NUMBER,
        &mut numbers.collect::<Vec<_>>().into_iter(),
    )?;
    stage_fields(conn, import, first, contacts)?;
    Ok(sum)
}

fn stage_fields(
    conn: &mut dyn Conn,
    import: &Import,
    first: i64,
    contacts: &[NewContact],
) -> Result<()> {
    let personal = contacts.iter().zip(first..).map(|(contact, id)| {
        vec![
            import.list.0.into(),
            id.into(),
            1.into(),
            import.id.into(),
            contact.fields.as_str().into(),
        ]
    });
    conn.bulk(
        &sql_contact::STAGE_PERSONAL,
        &mut personal.collect::<Vec<_>>().into_iter(),
    )?;
    let marks = contacts.iter().zip(first..);
    let marks = marks.flat_map(|(contact, id)| mark_rows(import.list, id, &contact.fields));
    person::put(conn, &marks.collect::<Vec<_>>())
}

fn template(origin: &Origin, import: &Import, id: i64, rules: &Rules) -> Template {
    let (contact, _) = origin.contact(import.list, ContactId(id), rules);
    Template {
        state: contact.state(),
        code: contact.code.to_string(),
        due_at: contact.standing.due().map(Timestamp::as_microsecond),
        place: row::place(&contact, import.id),
    }
}

fn contact_row(
    import: &Import,
    contact: &NewContact,
    id: i64,
    (arrival, consent): (Option<String>, Option<String>),
    digest: i64,
    template: &Template,
) -> Vec<Value> {
    vec![
        import.list.0.into(),
        id.into(),
        import.id.into(),
        i64::try_from(contact.line).unwrap_or(i64::MAX).into(),
        contact.key.as_deref().into(),
        contact.dedupe.into(),
        contact.zone.name().into(),
        contact.kind.as_str().into(),
        Value::Int(i64::try_from(contact.numbers.len()).unwrap_or(i64::MAX)),
        arrival.into(),
        0.into(),
        import.at.as_microsecond().into(),
        digest.into(),
        template.state.into(),
        template.code.as_str().into(),
        template.due_at.into(),
        template.place.pool.into(),
        template.place.holder.into(),
        template.place.band.into(),
        template.place.rank.into(),
        template.place.offer_at.into(),
        0.into(),
        0.into(),
        consent.into(),
    ]
}

fn stage_changes(conn: &mut dyn Conn, import: &Import, changes: &[ChangedContact]) -> Result<()> {
    let rows = changes.iter().map(|change| {
        vec![
            import.list.0.into(),
            change.contact.0.into(),
            change.version.into(),
            import.id.into(),
            change.fields.as_str().into(),
        ]
    });
    conn.bulk(
        &sql_contact::STAGE_PERSONAL,
        &mut rows.collect::<Vec<_>>().into_iter(),
    )?;
    // The import may be undone: whoever she was before is kept beside.
    let marks = changes
        .iter()
        .flat_map(|change| mark_rows(import.list, change.contact.0, &change.fields));
    person::put(conn, &marks.collect::<Vec<_>>())
}

fn stage_problems(conn: &mut dyn Conn, import: &Import, problems: &[ImportProblem]) -> Result<()> {
    if problems.is_empty() {
        return Ok(());
    }
    let before = count(&conn.rows(&sql::PROBLEM_COUNT, &[import.id.into()])?)?;
    let rows = problems.iter().zip(before..).map(|(problem, n)| {
        vec![
            import.id.into(),
            i64::try_from(n).unwrap_or(i64::MAX).into(),
            i64::try_from(problem.line).unwrap_or(i64::MAX).into(),
            problem.column.as_str().into(),
            problem.value.as_str().into(),
            problem.reason.as_str().into(),
        ]
    });
    conn.bulk(&sql::PROBLEM, &mut rows.collect::<Vec<_>>().into_iter())
        .map(|_| ())
}

#[derive(Serialize, Deserialize)]
pub(crate) struct BatchBody {
    pub first: i64,
    pub contacts: i64,
    pub changes: i64,
    pub lines_done: u64,
    /// Sum of the contacts' first digests.
    pub digest: i64,
}

/// One journal row for the batch: a contact's own history begins with its first event.
pub(crate) fn journal_batch(
    conn: &mut dyn Conn,
    import: &Import,
    first: i64,
    batch: &Batch,
    digest: i64,
) -> Result<()> {
    let seq = count(&conn.rows(&sql::BATCHES, &[import.list.0.into(), import.id.into()])?)?
        .saturating_add(1);
    let body = BatchBody {
        first,
        contacts: i64::try_from(batch.contacts.len()).unwrap_or(i64::MAX),
        changes: i64::try_from(batch.changes.len()).unwrap_or(i64::MAX),
        lines_done: batch.lines_done,
        digest,
    };
    let at = import.at.as_microsecond();
    conn.many(
        &journal::APPEND,
        &[vec![
            import.list.0.into(),
            "import".into(),
            import.id.into(),
            i64::try_from(seq).unwrap_or(i64::MAX).into(),
            at.into(),
            at.into(),
            json("import.stage", &engine::Actor::Import)?.into(),
            "batch".into(),
            json("import.stage", &body)?.into(),
            import.rules.into(),
            "[]".into(),
            digest.into(),
        ]],
    )
    .map(|_| ())
}

fn count(rows: &[Row]) -> Result<u64> {
    rows.first()
        .map_or(Ok(0), |row| Ok(row.int(0)?.unsigned_abs()))
}

pub(crate) fn digits(number: Number) -> Value {
    Value::Int(i64::try_from(number.digits()).unwrap_or(i64::MAX))
}
