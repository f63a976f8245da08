//! Each record checked against a definition: its numbers, its values, and all that is wrong.

mod binding;
mod checker;
mod fields;
mod likeness;

pub use checker::Checker;
pub use fields::Fields;

use crate::kind::ContactKind;
use crate::problem::Problem;
use engine::Consent;
use engine::number::Number;
use serde::Serialize;
use std::sync::Arc;

/// What is to become of a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// It can be stored and called.
    #[default]
    Fit,
    /// It has no number that can be dialled; everything else is in order.
    Invalid,
    /// A value is missing, too long or of another type.
    Reject,
}

/// A row as it would be stored. Made to be filled again and again.
#[derive(Debug, Clone)]
pub struct CheckedRow {
    /// Physical line where the row starts.
    pub line: u64,
    /// The key field's value, if there is one.
    pub key: Option<String>,
    /// The numbers that can be dialled, in the order in which they are tried, each once.
    pub numbers: Vec<Number>,
    /// The clock of the contact, an IANA name.
    pub zone: Arc<str>,
    pub kind: ContactKind,
    /// On which ground it may be called, where its fields prove one.
    pub consent: Option<Consent>,
    /// The values in their kept form; a value that was refused stays as it stood in the file.
    pub fields: Fields,
    /// Whether the client excludes the contact.
    pub excluded: bool,
    /// Whose the contact is to be, as it stands in the file.
    pub owner: Option<String>,
    /// Whether the definition's filter means this row.
    pub selected: bool,
    /// Equal for rows that are one contact; `None` when there is nothing to compare.
    pub dedupe: Option<u64>,
    pub problems: Vec<Problem>,
    pub verdict: Verdict,
}

impl Default for CheckedRow {
    fn default() -> Self {
        Self {
            line: 0,
            key: None,
            numbers: Vec::new(),
            zone: Arc::from("UTC"),
            kind: ContactKind::default(),
            consent: None,
            fields: Fields::default(),
            excluded: false,
            owner: None,
            selected: true,
            dedupe: None,
            problems: Vec::new(),
            verdict: Verdict::Fit,
        }
    }
}
