//! What the law needs to know and the contact does not hold, read in the same transaction
//! as the decision and journalled with it, so that the decision replays.

use crate::id::Slot;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Facts about the numbers of one contact.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Facts {
    pub numbers: Vec<NumberFacts>,
    /// Of which moment the register is that the law wants looked at, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scrubbed_at: Option<Timestamp>,
}

/// Facts about one number, over all lists and campaigns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberFacts {
    pub slot: Slot,
    /// Where the suppression that covers it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suppressed_by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_dial_at: Option<Timestamp>,
    /// Dials on the civil day of the called party.
    #[serde(default)]
    pub dials_today: u32,
}

impl Facts {
    /// What is known of a number. Nothing known is no leave: `permit` denies it.
    pub fn of(&self, slot: Slot) -> Option<&NumberFacts> {
        self.numbers.iter().find(|number| number.slot == slot)
    }

    /// Where the first suppression comes from that covers any of the numbers.
    pub fn suppressed_by(&self) -> Option<&str> {
        self.numbers
            .iter()
            .find_map(|number| number.suppressed_by.as_deref())
    }
}
