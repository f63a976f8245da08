//! What the law needs to know and the contact does not hold, read in the same transaction
//! as the decision and journalled with it, so that the decision replays.

use crate::id::Slot;
use crate::number::Number;
use crate::profile::Profile;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Facts about the numbers of one contact.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Facts {
    pub numbers: Vec<NumberFacts>,
    /// From when on nobody of the list is called any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// What the campaign asks beyond the law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// How many answered calls found no agent, where that may happen to this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ledger: Option<Ledger>,
    /// Of which moment the register is that the law wants looked at, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scrubbed_at: Option<Timestamp>,
    /// What the call would show of who calls. Decisions that are older than the question do not
    /// say it, and are told again as they were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caller_id: Option<Shown>,
}

/// What a campaign shows to whoever is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    Number(Number),
    Nothing,
}

/// The calls that a person answered, over the time over which the law counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ledger {
    pub abandoned: u32,
    /// Passed to an agent.
    pub answered: u32,
    /// Under way now, with no agent kept for them: each may find none.
    pub at_risk: u32,
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
    /// Dials that count over several days, the newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recent: Vec<Timestamp>,
    /// The last call to it that found no agent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abandoned_at: Option<Timestamp>,
    /// The telephone provider bars it: nobody can call it from here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub locked: bool,
    /// Whoever talks there refused to be recorded, and has not agreed since.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub refuses_recording: bool,
}

impl NumberFacts {
    /// Nobody has dialled it yet.
    pub fn untouched(slot: Slot) -> Self {
        Self {
            slot,
            suppressed_by: None,
            last_dial_at: None,
            dials_today: 0,
            recent: Vec::new(),
            abandoned_at: None,
            locked: false,
            refuses_recording: false,
        }
    }
}

impl Facts {
    /// What is known of a number. Nothing known is no leave: `permit` denies it.
    pub fn of(&self, slot: Slot) -> Option<&NumberFacts> {
        self.numbers.iter().find(|number| number.slot == slot)
    }

    /// Whether the provider bars each of these, and there is one.
    pub fn all_locked(&self, slots: &[Slot]) -> bool {
        let is_locked = |slot: &Slot| self.of(*slot).is_some_and(|number| number.locked);
        !slots.is_empty() && slots.iter().all(is_locked)
    }

    /// Whoever refused on one number is asked on every other.
    pub fn refuses_recording(&self) -> bool {
        self.numbers.iter().any(|number| number.refuses_recording)
    }

    /// Where the first suppression comes from that covers any of the numbers.
    pub fn suppressed_by(&self) -> Option<&str> {
        self.numbers
            .iter()
            .find_map(|number| number.suppressed_by.as_deref())
    }
}
