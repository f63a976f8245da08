//! What an agent may be away for, as the centre has set it.

use crate::conn::{Row, Value};
use crate::error::{Result, StoreError};
use crate::record::row::json;
use crate::sql::desk as sql;
use crate::store::Store;
use std::collections::BTreeMap;

/// One type of break. Its code is what `AgentCommand::Break` carries and the journal keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreakType {
    pub code: String,
    /// The name, by language.
    pub label: BTreeMap<String, String>,
    pub paid: bool,
    /// The agent is reminded after so many minutes; never where nothing is set.
    pub warn_after_minutes: Option<i64>,
    pub position: i64,
    /// No longer offered where false; what was taken keeps its name.
    pub active: bool,
}

impl BreakType {
    /// The name in a language, or in the first one there is.
    pub fn label_in(&self, language: &str) -> &str {
        self.label
            .get(language)
            .or_else(|| self.label.values().next())
            .map_or(self.code.as_str(), String::as_str)
    }
}

impl Store {
    /// All types of break in their order, those that are no longer offered among them.
    pub fn break_types(&self) -> Result<Vec<BreakType>> {
        self.read(|conn| {
            conn.rows(&sql::BREAK_TYPES, &[])?
                .iter()
                .map(break_type)
                .collect()
        })
    }

    /// Adds a type of break, or changes the one with that code.
    pub fn set_break_type(&self, set: BreakType) -> Result<()> {
        check(&set)?;
        let args: [Value; 6] = [
            set.code.as_str().into(),
            json("break_type.set", &set.label)?.into(),
            set.paid.into(),
            set.warn_after_minutes.into(),
            set.position.into(),
            set.active.into(),
        ];
        self.write(move |conn, _| conn.exec(&sql::SET_BREAK_TYPE, &args).map(|_| ()))
    }
}

fn check(set: &BreakType) -> Result<()> {
    let refuse = |reason: &str| Err(StoreError::other("break_type.set", reason));
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
    if set.code.is_empty() || !set.code.chars().all(plain) {
        return refuse("the code of a break has letters, digits, `-` and `_` only");
    }
    if set.code == "logged_in" {
        return refuse("`logged_in` stands for who has just logged in: choose another code");
    }
    if set.label.values().all(|label| label.trim().is_empty()) {
        return refuse("a break has no name: write one in a language at least");
    }
    if set.warn_after_minutes.is_some_and(|minutes| minutes < 1) {
        return refuse("a reminder comes after a minute at the earliest: leave it empty for none");
    }
    Ok(())
}

fn break_type(row: &Row) -> Result<BreakType> {
    let code = row.text(0)?.to_owned();
    let label = serde_json::from_str(row.text(1)?).map_err(|error| StoreError::Corrupt {
        table: "break_type".into(),
        column: "label".into(),
        row: code.clone(),
        problem: error.to_string(),
    })?;
    Ok(BreakType {
        code,
        label,
        paid: row.int(2)? == 1,
        warn_after_minutes: row.maybe_int(3)?,
        position: row.int(4)?,
        active: row.int(5)? == 1,
    })
}
