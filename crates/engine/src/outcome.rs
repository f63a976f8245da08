//! What the line said about one call: technical, closed, defined once.
//!
//! Telephony, real or simulated, speaks nothing else; what an outcome means for the
//! business is an entry of the catalogue that answers the trigger `line.<outcome>`.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Answered, but no agent within the law's seconds.
    Abandoned,
    /// The line was lost before an answer, or the caller's side cancelled.
    LostWhileDialling,
    /// The far end refused (SIP 403, 603, 607, 608).
    Refused,
    /// A protocol error (SIP 500, 502, 504, 488 and others).
    Failed,
    /// Our side lost a call that had been placed.
    Interrupted,
    /// No ringing until our timer ran out.
    NeverRang,
    /// Ended without a usable result.
    Incomplete,
    /// The network had no way through (SIP 503, Q.850 34/42, fast busy).
    Congested,
    /// It rang and nobody answered.
    NoAnswer,
    /// Busy (SIP 486, 600).
    Busy,
    /// An answering machine.
    Machine,
    /// A special information tone, or a number that does not exist.
    SpecialTone,
    /// A fax or modem tone.
    Fax,
    /// Answered, but no speech.
    Noise,
    /// A person answered: the agent's disposition follows.
    Answered,
}

impl Outcome {
    pub const ALL: [Self; 15] = [
        Self::Abandoned,
        Self::LostWhileDialling,
        Self::Refused,
        Self::Failed,
        Self::Interrupted,
        Self::NeverRang,
        Self::Incomplete,
        Self::Congested,
        Self::NoAnswer,
        Self::Busy,
        Self::Machine,
        Self::SpecialTone,
        Self::Fax,
        Self::Noise,
        Self::Answered,
    ];

    /// The word used in catalogues, journal and reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Abandoned => "abandoned",
            Self::LostWhileDialling => "lost_while_dialling",
            Self::Refused => "refused",
            Self::Failed => "failed",
            Self::Interrupted => "interrupted",
            Self::NeverRang => "never_rang",
            Self::Incomplete => "incomplete",
            Self::Congested => "congested",
            Self::NoAnswer => "no_answer",
            Self::Busy => "busy",
            Self::Machine => "machine",
            Self::SpecialTone => "special_tone",
            Self::Fax => "fax",
            Self::Noise => "noise",
            Self::Answered => "answered",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
