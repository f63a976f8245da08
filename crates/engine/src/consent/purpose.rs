//! What a list is called for.

use super::{UnknownWord, unknown};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What a list is called for. The law asks more of a sale than of a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    Sales,
    /// For a charity.
    Charity,
    /// For a lottery in aid of charities.
    CharityLottery,
    /// For a publisher of newspapers, weeklies or magazines.
    Press,
    /// A survey; nothing is sold.
    Research,
    /// About something that was ordered: a delivery, an appointment.
    Service,
}

impl Purpose {
    pub const ALL: [Self; 6] = [
        Self::Sales,
        Self::Charity,
        Self::CharityLottery,
        Self::Press,
        Self::Research,
        Self::Service,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Sales => "sales",
            Self::Charity => "charity",
            Self::CharityLottery => "charity_lottery",
            Self::Press => "press",
            Self::Research => "research",
            Self::Service => "service",
        }
    }
}

impl FromStr for Purpose {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let named = Self::ALL.into_iter().find(|purpose| purpose.word() == text);
        named.ok_or_else(|| unknown(text, Self::ALL.map(Self::word).as_slice()))
    }
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
