//! What an import is made of: its rows, its counts, its problems.

use engine::{Consent, ContactId, ContactKind, ListId, Number, Trigger, Zone};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Every row becomes a contact.
    Append,
    /// A row whose key is known changes that contact; any other becomes one.
    Update,
    /// The same with the client's whole file: whom it does not name is closed.
    Sync,
}

impl Mode {
    pub fn word(self) -> &'static str {
        match self {
            Self::Append => "append",
            Self::Update => "update",
            Self::Sync => "sync",
        }
    }

    /// Whether rows find their contacts by key.
    pub fn is_by_key(self) -> bool {
        matches!(self, Self::Update | Self::Sync)
    }
}

/// One import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    pub id: i64,
    pub list: ListId,
    pub state: String,
    pub mode: String,
    pub file: String,
    pub rules: i64,
    pub at: Timestamp,
    /// Lines of the file that are staged for good: where a resumed import goes on.
    pub lines_done: u64,
    pub counts: ImportCounts,
}

/// What became of the rows so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ImportCounts {
    pub rows: u64,
    pub imported: u64,
    pub updated: u64,
    pub unchanged: u64,
    pub rejected: u64,
    pub invalid: u64,
    pub duplicate: u64,
    pub suppressed: u64,
    /// Open contacts that a sync does not name.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub absent: u64,
}

fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// A row that becomes a contact.
#[derive(Debug, Clone, PartialEq)]
pub struct NewContact {
    pub line: u64,
    pub key: Option<String>,
    pub dedupe: Option<i64>,
    pub zone: Zone,
    pub kind: ContactKind,
    pub arrival: Option<Trigger>,
    /// On which ground it may be called, where it brings one of its own.
    pub consent: Option<Consent>,
    pub numbers: Vec<Number>,
    /// The fields as a JSON object.
    pub fields: String,
}

/// A row that changes a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedContact {
    pub contact: ContactId,
    pub version: i64,
    pub fields: String,
}

/// A line of the problem report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportProblem {
    pub line: u64,
    pub column: String,
    pub value: String,
    pub reason: String,
}

/// What one batch of an import stages, all or nothing.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    pub contacts: Vec<NewContact>,
    pub changes: Vec<ChangedContact>,
    pub problems: Vec<ImportProblem>,
    pub lines_done: u64,
    pub counts: ImportCounts,
}

/// A contact that a key leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownContact {
    pub contact: ContactId,
    /// Highest version of its fields, staged ones included.
    pub version: i64,
    /// The fields as they are now.
    pub fields: String,
}
