//! The contract between the house and an exchange, in plain types.

use engine::{CallSounds, ContactId, ListId, Number, Permit, Report, Slot};
use jiff::Timestamp;

/// A call that is wanted. The permit is used up by placing it.
#[derive(Debug)]
pub struct Order {
    pub list: ListId,
    pub number: Number,
    pub permit: Permit,
    /// What the far end hears where nobody speaks to it.
    pub sounds: CallSounds,
}

/// One call on one exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineId(pub u64);

/// A call that was placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    pub line: LineId,
    pub list: ListId,
    pub contact: ContactId,
    pub slot: Slot,
    pub attempt: u32,
}

/// A call that was not placed: nobody was called, and the house must be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("attempt {attempt} of contact {} was not placed: {why}", .contact.0)]
pub struct NotPlaced {
    pub list: ListId,
    pub contact: ContactId,
    pub attempt: u32,
    pub why: WhyNot,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WhyNot {
    #[error("its permit had expired; ask for a new one")]
    Expired,
    #[error("all lines are taken; wait until one is free")]
    NoLineFree,
    #[error("the exchange cannot be reached; wait until it is back")]
    NotConnected,
}

/// What a line said.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    pub placed: Placed,
    pub report: Report,
    /// When the line said it, however late it is told.
    pub happened_at: Timestamp,
}

impl NotPlaced {
    /// What the house has to be told.
    pub fn report(&self) -> Report {
        Report::NotPlaced {
            attempt: self.attempt,
        }
    }
}
