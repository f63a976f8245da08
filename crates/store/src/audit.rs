//! The audit trail: who saw, changed, took away or erased what.
//!
//! It only grows, by one verb, and holds no personal data: subjects are ids. Each row's digest
//! covers it and, through the one before it, all earlier rows; whoever keeps the digest of the
//! last one elsewhere can prove later that nothing before it was changed or taken out.

mod append;
mod entry;
mod fault;
mod line;
mod read;
mod verify;

pub(crate) use append::append;
pub use entry::AuditEntry;
pub use fault::AuditFault;
pub use read::{AuditLine, AuditSearch};
pub use verify::{AuditChain, AuditHead};

/// How long a row is kept. Germany asks for five years of evidence of consent, and who used it
/// is part of that; a year more, so that a case begun on the last day can be looked into.
pub(crate) const KEPT_HOURS: i64 = 6 * 366 * 24;

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AuditActor {
    /// Somebody with a browser.
    User(i64),
    /// A desk: whoever sits at it.
    Agent(i64),
    /// A program that came by the API.
    Token(i64),
    /// Somebody at the command line.
    Program,
    /// The house by itself.
    System,
}

impl AuditActor {
    pub fn word(self) -> &'static str {
        match self {
            Self::User(_) => "user",
            Self::Agent(_) => "agent",
            Self::Token(_) => "token",
            Self::Program => "program",
            Self::System => "system",
        }
    }

    pub fn id(self) -> i64 {
        match self {
            Self::User(id) | Self::Agent(id) | Self::Token(id) => id,
            Self::Program | Self::System => 0,
        }
    }

    /// What `word` and `id` say.
    pub fn of(word: &str, id: i64) -> Option<Self> {
        match word {
            "user" => Some(Self::User(id)),
            "agent" => Some(Self::Agent(id)),
            "token" => Some(Self::Token(id)),
            "program" => Some(Self::Program),
            "system" => Some(Self::System),
            _ => None,
        }
    }
}

/// What was done. The words are stable: they stand in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditWord {
    Saw,
    Searched,
    Changed,
    Exported,
    Imported,
    Undone,
    Listened,
    Erased,
    /// Rows of this trail that were older than it is kept.
    Forgot,
}

impl AuditWord {
    pub const ALL: [Self; 9] = [
        Self::Saw,
        Self::Searched,
        Self::Changed,
        Self::Exported,
        Self::Imported,
        Self::Undone,
        Self::Listened,
        Self::Erased,
        Self::Forgot,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Saw => "saw",
            Self::Searched => "searched",
            Self::Changed => "changed",
            Self::Exported => "exported",
            Self::Imported => "imported",
            Self::Undone => "undone",
            Self::Listened => "listened",
            Self::Erased => "erased",
            Self::Forgot => "forgot",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.word() == word)
    }
}
