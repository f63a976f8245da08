//! Tones that say no person is there.

use engine::Outcome;

/// What a detector heard on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Special information: there is no such number, or something else nobody can mend.
    Special,
    /// A fax or modem answers.
    Fax,
    Busy,
}

impl Tone {
    /// By the word with which the dialplan sends a channel back.
    pub fn of(word: &str) -> Option<Self> {
        match word {
            "sit" => Some(Self::Special),
            "fax" => Some(Self::Fax),
            "busy" => Some(Self::Busy),
            _ => None,
        }
    }

    pub fn outcome(self) -> Outcome {
        match self {
            Self::Special => Outcome::SpecialTone,
            Self::Fax => Outcome::Fax,
            Self::Busy => Outcome::Busy,
        }
    }
}
