//! What a disposition does to the roster of its contact.

use super::{Roster, RosterError};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Written `keep`, `remove`, or as the new roster.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum RosterChange {
    Change(Roster),
    Remove,
    #[default]
    Keep,
}

/// A text that is none of the three.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("write `keep`, `remove` or the new roster: {0}")]
pub struct RosterChangeError(#[from] RosterError);

impl RosterChange {
    /// The roster after the change.
    pub fn apply(self, current: Option<Roster>) -> Option<Roster> {
        match self {
            Self::Change(roster) => Some(roster),
            Self::Remove => None,
            Self::Keep => current,
        }
    }
}

impl FromStr for RosterChange {
    type Err = RosterChangeError;

    fn from_str(text: &str) -> Result<Self, RosterChangeError> {
        match text.trim() {
            "keep" => Ok(Self::Keep),
            "remove" => Ok(Self::Remove),
            roster => Ok(Self::Change(Roster::parse(roster)?)),
        }
    }
}

impl TryFrom<String> for RosterChange {
    type Error = RosterChangeError;

    fn try_from(text: String) -> Result<Self, RosterChangeError> {
        text.parse()
    }
}

impl From<RosterChange> for String {
    fn from(change: RosterChange) -> String {
        change.to_string()
    }
}

impl fmt::Display for RosterChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Change(roster) => roster.fmt(f),
            Self::Remove => f.write_str("remove"),
            Self::Keep => f.write_str("keep"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_removes_and_changes() {
        let old = Roster::parse("mo 08:00-09:00").unwrap();
        let new = Roster::parse("fr 14:00-").unwrap();
        let change = |text: &str| text.parse::<RosterChange>().unwrap();
        assert_eq!(change("keep").apply(Some(old)), Some(old));
        assert_eq!(change("keep").apply(None), None);
        assert_eq!(change("remove").apply(Some(old)), None);
        assert_eq!(change("fr 14:00-").apply(Some(old)), Some(new));
        assert_eq!(change("fr 14:00-22:00").apply(None), Some(new));
    }

    #[test]
    fn the_text_survives_a_round_trip_and_nonsense_is_refused() {
        for text in ["keep", "remove", "fr 14:00-"] {
            assert_eq!(text.parse::<RosterChange>().unwrap().to_string(), text);
        }
        let error = "forget".parse::<RosterChange>().unwrap_err().to_string();
        assert!(
            error.contains("`remove`") && error.contains("`forget`"),
            "{error}"
        );
    }
}
