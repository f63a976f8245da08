//! Texts that may name somebody beside the rows that are made for it: findings of imports,
//! answers to programs, messages, selections of bulk changes, reasons of suppressions.

use crate::conn::{Conn, Value};
use crate::error::Result;
use crate::sql::Statement;
use crate::sql::erase as sql;
use engine::ListId;
use std::collections::BTreeSet;

/// Shorter values say nothing of anybody.
const LEAST: usize = 5;
/// The end of a number that is the same however it is written.
const DIGITS: usize = 8;

/// What was known of somebody: a text that holds one of these names them.
#[derive(Debug, Default)]
pub(super) struct Values {
    texts: BTreeSet<String>,
    numbers: BTreeSet<String>,
}

impl Values {
    pub fn add(&mut self, value: &str) {
        let value = value.trim().to_lowercase();
        if value.chars().count() < LEAST {
            return;
        }
        // As it stands in JSON, where that is another way.
        let written = serde_json::to_string(&value).unwrap_or_default();
        self.texts.insert(written.trim_matches('"').to_owned());
        self.texts.insert(value);
    }

    pub fn add_number(&mut self, number: i64) {
        let digits = number.to_string();
        let end = digits.len().saturating_sub(DIGITS);
        if let Some(end) = digits.get(end..) {
            self.numbers.insert(end.to_owned());
        }
    }

    fn named_in(&self, text: &str) -> bool {
        let plain = text.to_lowercase();
        let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
        self.texts
            .iter()
            .any(|value| plain.contains(value.as_str()))
            || self
                .numbers
                .iter()
                .any(|number| digits.contains(number.as_str()))
    }
}

/// Findings about these lines, and findings of the lists that name one of the values.
pub(super) fn problems(
    conn: &mut dyn Conn,
    lists: &BTreeSet<ListId>,
    lines: &[(ListId, (i64, i64))],
    values: &Values,
) -> Result<u64> {
    let lines: BTreeSet<(i64, i64)> = lines.iter().map(|(_, line)| *line).collect();
    let mut gone: Vec<Vec<Value>> = Vec::new();
    for list in lists {
        conn.each(&sql::PROBLEMS, &[list.0.into()], &mut |row| {
            let place = (row.int(0)?, row.int(2)?);
            let named = values.named_in(row.text(3)?) || values.named_in(row.text(4)?);
            if named || lines.contains(&place) {
                gone.push(vec![place.0.into(), row.int(1)?.into()]);
            }
            Ok(())
        })?;
    }
    conn.many(&sql::DROP_PROBLEMS, &gone)
}

pub(super) fn texts(conn: &mut dyn Conn, values: &Values) -> Result<u64> {
    let mut gone = 0_u64;
    for row in conn.rows(&sql::ANSWERS, &[])? {
        if values.named_in(row.text(2)?) {
            let args = [row.int(0)?.into(), row.text(1)?.into()];
            gone = gone.saturating_add(conn.exec(&sql::BLANK_ANSWER, &args)?);
        }
    }
    for (read, blank) in [
        (&sql::MESSAGES, &sql::BLANK_MESSAGE),
        (&sql::FLOOR, &sql::BLANK_FLOOR),
        (&sql::SELECTIONS, &sql::BLANK_SELECTION),
        (&sql::UPLOADS, &sql::BLANK_UPLOAD),
    ] {
        gone = gone.saturating_add(of_table(conn, read, blank, values)?);
    }
    Ok(gone.saturating_add(of_suppressions(conn, values)?))
}

/// Reasons may quote a name. The suppressions themselves stay: they keep a number from being called.
fn of_suppressions(conn: &mut dyn Conn, values: &Values) -> Result<u64> {
    let mut gone = 0_u64;
    for row in conn.rows(&sql::SUPPRESSION_TEXTS, &[])? {
        let said = row.text(0)?;
        if !values.named_in(said) {
            continue;
        }
        for blank in [
            &sql::BLANK_REASON,
            &sql::BLANK_SOURCE,
            &sql::BLANK_LIFTED_REASON,
            &sql::BLANK_LIFTED_SOURCE,
            &sql::BLANK_LIFTED_WHY,
        ] {
            gone = gone.saturating_add(conn.exec(blank, &[said.into()])?);
        }
    }
    Ok(gone)
}

fn of_table(
    conn: &mut dyn Conn,
    read: &'static Statement,
    blank: &'static Statement,
    values: &Values,
) -> Result<u64> {
    let mut gone = 0_u64;
    for row in conn.rows(read, &[])? {
        if values.named_in(row.text(1)?) {
            gone = gone.saturating_add(conn.exec(blank, &[row.int(0)?.into()])?);
        }
    }
    Ok(gone)
}
