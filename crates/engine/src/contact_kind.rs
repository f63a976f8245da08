//! What a contact is in the eyes of the law.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The law protects a person, to a lesser degree a one-man business, hardly a company.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
    /// Also what is taken when nothing is known: the strictest rules apply.
    #[default]
    Consumer,
    SoleTrader,
    Company,
}

/// A word that is none of the three kinds.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a kind of contact: write `consumer`, `sole_trader` or `company`")]
pub struct ContactKindError(String);

impl ContactKind {
    pub const ALL: [ContactKind; 3] = [Self::Consumer, Self::SoleTrader, Self::Company];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Consumer => "consumer",
            Self::SoleTrader => "sole_trader",
            Self::Company => "company",
        }
    }
}

impl FromStr for ContactKind {
    type Err = ContactKindError;

    fn from_str(text: &str) -> Result<Self, ContactKindError> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| ContactKindError(text.to_owned()))
    }
}

impl fmt::Display for ContactKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_is_the_same_in_text_and_in_serde() {
        for kind in ContactKind::ALL {
            assert_eq!(kind.to_string().parse(), Ok(kind));
            let json = serde_json::to_string(&kind).unwrap();
            assert_eq!(json, format!("\"{kind}\""));
            assert_eq!(serde_json::from_str::<ContactKind>(&json).unwrap(), kind);
        }
        assert_eq!(ContactKind::default(), ContactKind::Consumer);
        let error = "firm".parse::<ContactKind>().unwrap_err().to_string();
        assert!(error.contains("`firm`") && error.contains("`company`"));
    }
}
