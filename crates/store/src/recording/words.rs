//! The words by which they stand in the database, and are told to programs.

use super::{RecordingConsent, RecordingState, WhyGone};

impl RecordingState {
    pub const ALL: [Self; 9] = [
        Self::Waits,
        Self::Telling,
        Self::Recording,
        Self::Paused,
        Self::Ended,
        Self::Kept,
        Self::Condemned,
        Self::Destroyed,
        Self::Lost,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Waits => "waits",
            Self::Telling => "telling",
            Self::Recording => "recording",
            Self::Paused => "paused",
            Self::Ended => "ended",
            Self::Kept => "kept",
            Self::Condemned => "condemned",
            Self::Destroyed => "destroyed",
            Self::Lost => "lost",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.word() == word)
    }
}

impl RecordingConsent {
    pub const ALL: [Self; 5] = [
        Self::NotNeeded,
        Self::Awaited,
        Self::Told,
        Self::Agreed,
        Self::Refused,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::NotNeeded => "not_needed",
            Self::Awaited => "awaited",
            Self::Told => "told",
            Self::Agreed => "agreed",
            Self::Refused => "refused",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.word() == word)
    }
}

impl WhyGone {
    pub const ALL: [Self; 5] = [
        Self::Refused,
        Self::Due,
        Self::Erased,
        Self::ByHand,
        Self::Lost,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Due => "due",
            Self::Erased => "erased",
            Self::ByHand => "by_hand",
            Self::Lost => "lost",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.word() == word)
    }
}
