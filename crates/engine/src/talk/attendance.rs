//! How far a supervisor has come with a talk she wants to be at, as the exchange says it.

use super::Listening;
use crate::id::AgentId;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attendance {
    /// The user's id.
    pub user: i64,
    /// The agent she is herself, where she is one.
    pub own: Option<AgentId>,
    /// Whose talk it is.
    pub agent: AgentId,
    pub mode: Listening,
    pub stage: Attends,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attends {
    /// The exchange was asked.
    Asked,
    /// Her phone rings.
    Rings,
    /// She is at the talk, in the way she asked for.
    There,
    Over(NotThere),
}

/// Why a supervisor is not, or is no longer, at a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotThere {
    /// She left, or put her phone down.
    Left,
    TalkOver,
    /// There was nothing to be listened to.
    NoTalk,
    /// She has a call of her own, which goes first.
    OwnCall,
    /// The exchange cannot ring her phone: it is not registered.
    Unregistered,
    NoAnswer,
    /// Her phone is engaged, or turned it away.
    Busy,
    /// Her phone is with another exchange.
    Elsewhere,
    /// The exchange refused, or the line to her phone broke off.
    Failed,
}

impl Attends {
    pub const ALL: [Self; 12] = [
        Self::Asked,
        Self::Rings,
        Self::There,
        Self::Over(NotThere::Left),
        Self::Over(NotThere::TalkOver),
        Self::Over(NotThere::NoTalk),
        Self::Over(NotThere::OwnCall),
        Self::Over(NotThere::Unregistered),
        Self::Over(NotThere::NoAnswer),
        Self::Over(NotThere::Busy),
        Self::Over(NotThere::Elsewhere),
        Self::Over(NotThere::Failed),
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Rings => "rings",
            Self::There => "there",
            Self::Over(NotThere::Left) => "left",
            Self::Over(NotThere::TalkOver) => "talk-over",
            Self::Over(NotThere::NoTalk) => "no-talk",
            Self::Over(NotThere::OwnCall) => "own-call",
            Self::Over(NotThere::Unregistered) => "unregistered",
            Self::Over(NotThere::NoAnswer) => "no-answer",
            Self::Over(NotThere::Busy) => "busy",
            Self::Over(NotThere::Elsewhere) => "elsewhere",
            Self::Over(NotThere::Failed) => "failed",
        }
    }

    pub fn is_over(self) -> bool {
        matches!(self, Self::Over(_))
    }
}
