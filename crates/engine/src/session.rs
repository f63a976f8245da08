//! A contact as a session, in the words of a product that counts in sessions.

use crate::catalogue::{Catalogue, Offering};
use crate::contact::{Contact, Standing};
use jiff::Timestamp;
use serde::Serialize;

/// From never called to closed. Two of them have a number that the product documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    Remaining,
    Processing,
    Suspend,
    Callback,
    /// Failed, and to be tried again later.
    Postponed,
    /// Failed, and due again.
    Resumed,
    Closed,
    /// The record was taken out, not worked off.
    Inactive,
}

/// What was taken out means something below this.
const TAKEN_OUT: &str = "excluded.";

impl SessionState {
    pub const ALL: [Self; 8] = [
        Self::Remaining,
        Self::Processing,
        Self::Suspend,
        Self::Callback,
        Self::Postponed,
        Self::Resumed,
        Self::Closed,
        Self::Inactive,
    ];

    /// Where a contact stands at an instant; nothing under a catalogue that knows no sessions.
    pub fn of(contact: &Contact, at: Timestamp, catalogue: &Catalogue) -> Option<Self> {
        if catalogue.offering() != Offering::DialRules {
            return None;
        }
        if contact.hand.is_some() {
            return Some(Self::Processing);
        }
        let taken_out = || {
            let code = catalogue.find(contact.code.as_str());
            code.is_some_and(|code| code.meaning.starts_with(TAKEN_OUT))
        };
        Some(match contact.standing {
            Standing::New { .. } => Self::Remaining,
            Standing::Unreached { due } if due > at => Self::Postponed,
            Standing::Unreached { .. } => Self::Resumed,
            Standing::Callback { .. } => Self::Callback,
            Standing::Suspended => Self::Suspend,
            Standing::Closed { .. } if taken_out() => Self::Inactive,
            Standing::Closed { .. } => Self::Closed,
        })
    }

    /// The product's number, where one is documented.
    pub fn number(self) -> Option<u8> {
        match self {
            Self::Suspend => Some(3),
            Self::Callback => Some(4),
            _ => None,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Remaining => "remaining",
            Self::Processing => "processing",
            Self::Suspend => "suspend",
            Self::Callback => "callback",
            Self::Postponed => "postponed",
            Self::Resumed => "resumed",
            Self::Closed => "closed",
            Self::Inactive => "inactive",
        }
    }
}
