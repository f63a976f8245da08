//! What is to become of those whom a file names.

use engine::Number;
use engine::catalogue::Extent;
use jiff::Timestamp;
use store::{NewRegister, RegisterChange, Subject, Suppression};

/// How each of them is suppressed.
#[derive(Debug, Clone, PartialEq)]
pub struct Alike {
    pub extent: Extent,
    pub scope: i64,
    pub source: String,
    pub reason: String,
    pub from_at: Option<Timestamp>,
    pub until_at: Option<Timestamp>,
}

impl Alike {
    pub fn suppressing(&self, subject: Subject, now: Timestamp) -> Suppression {
        Suppression {
            extent: self.extent,
            scope: self.scope,
            reason: self.reason.clone(),
            from_at: self.from_at,
            until_at: self.until_at,
            ..Suppression::everywhere(subject, &self.source, now)
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Aim {
    /// Each is suppressed by itself.
    Each(Alike),
    /// The numbers are a register's.
    Register(NewRegister, RegisterChange),
}

impl Aim {
    /// Where it is to hold.
    pub fn place(&self) -> (Extent, i64) {
        match self {
            Self::Each(alike) => (alike.extent, alike.scope),
            Self::Register(new, _) => (new.extent, new.scope),
        }
    }

    /// Whether somebody may not be called any more because of it, and from now on.
    pub fn closes(&self, now: Timestamp) -> bool {
        let (from, until) = match self {
            Self::Each(alike) => (alike.from_at, alike.until_at),
            Self::Register(_, RegisterChange::Remove) => return false,
            Self::Register(new, RegisterChange::Full | RegisterChange::Add) => {
                (new.from_at, new.until_at)
            }
        };
        from.is_none_or(|from| from <= now) && until.is_none_or(|until| until > now)
    }

    pub fn is_register(&self) -> bool {
        matches!(self, Self::Register(..))
    }
}

/// The numbers among those who are named.
pub(super) fn numbers(subjects: Vec<Subject>) -> Vec<Number> {
    let numbers = subjects.into_iter().filter_map(|subject| subject.number());
    numbers.collect()
}
