//! Whether a talk is recorded, what the other side is owed first, and how long it is kept.

use serde::{Deserialize, Serialize};

/// What a campaign or a list wants recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recorded {
    /// Nothing.
    #[default]
    Off,
    /// Every talk, as soon as the law lets it.
    On,
    /// A talk whose agent asks for it.
    OnRequest,
}

/// What the other side is owed before anything is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owed {
    Nothing,
    /// To be told.
    Notice,
    /// To be asked, and to have agreed.
    Consent,
}

/// How one call is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recording {
    pub wanted: Recorded,
    pub owed: Owed,
    /// For so many days.
    pub kept_days: u32,
    /// The agent may listen to it herself.
    pub by_agent: bool,
}

/// Where nobody says how long. No law read so far gives a figure, and for ever is too long.
pub const USUAL_DAYS: u32 = 90;

impl Default for Recording {
    fn default() -> Self {
        Self {
            wanted: Recorded::Off,
            owed: Owed::Consent,
            kept_days: USUAL_DAYS,
            by_agent: false,
        }
    }
}

impl Recording {
    /// Whoever refused before is asked, whatever the law would do with.
    #[must_use]
    pub fn asked_of(self, refused_before: bool) -> Self {
        Self {
            owed: match refused_before {
                true => Owed::Consent,
                false => self.owed,
            },
            ..self
        }
    }
}

impl Recorded {
    pub const ALL: [Self; 3] = [Self::Off, Self::On, Self::OnRequest];

    pub fn word(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::On => "on",
            Self::OnRequest => "on_request",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|there| there.word() == word)
    }
}

impl Owed {
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Notice, Self::Consent];

    pub fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Notice => "notice",
            Self::Consent => "consent",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|there| there.word() == word)
    }
}
