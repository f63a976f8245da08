//! Somebody else in a talk: who is asked, how far that has come, and what came of it.

use crate::id::AgentId;
use crate::number::Number;

/// Who else there may be: a colleague at her phone, or a number outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whom {
    Colleague(AgentId),
    Outside(Number),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Other {
    pub whom: Whom,
    pub stage: OtherStage,
    /// The far end goes to whoever picks up; nobody is asked first.
    pub blind: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherStage {
    Rings,
    /// She picked up; the far end still hears music.
    Asked,
    /// All three hear each other.
    Together,
}

/// Why somebody else is not, or is no longer, in the talk. The agent is back with the far end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gone {
    NoAnswer,
    Busy,
    /// Refused, unknown, or no way there.
    Failed,
    HungUp,
    /// Her phone is with another exchange, and no way leads from one to the other.
    Elsewhere,
}

impl Gone {
    pub const ALL: [Self; 5] = [
        Self::NoAnswer,
        Self::Busy,
        Self::Failed,
        Self::HungUp,
        Self::Elsewhere,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::NoAnswer => "no_answer",
            Self::Busy => "busy",
            Self::Failed => "failed",
            Self::HungUp => "hung_up",
            Self::Elsewhere => "elsewhere",
        }
    }
}
