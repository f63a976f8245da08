//! A contact as a session, in the words of a product that counts in sessions.

use crate::catalogue::{Catalogue, Offering};
use crate::contact::Contact;
use crate::id::Code;
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
        let due = contact.standing.due();
        Self::read(contact.state(), &contact.code, due, at, catalogue)
    }

    /// The same, from what is kept of a contact in columns.
    pub fn read(
        state: &str,
        code: &Code,
        due: Option<Timestamp>,
        at: Timestamp,
        catalogue: &Catalogue,
    ) -> Option<Self> {
        if catalogue.offering() != Offering::DialRules {
            return None;
        }
        let taken_out = || {
            let code = catalogue.find(code.as_str());
            code.is_some_and(|code| code.meaning.starts_with(TAKEN_OUT))
        };
        Some(match state {
            "in_hand" => Self::Processing,
            "new" => Self::Remaining,
            "unreached" if due.is_some_and(|due| due > at) => Self::Postponed,
            "unreached" => Self::Resumed,
            "callback" => Self::Callback,
            "suspended" => Self::Suspend,
            _ if taken_out() => Self::Inactive,
            _ => Self::Closed,
        })
    }

    /// The product's word, with its number where one is documented: `CALLBACK (4)`.
    pub fn told(self) -> String {
        let word = self.word().to_uppercase();
        match self.number() {
            Some(number) => format!("{word} ({number})"),
            None => word,
        }
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
