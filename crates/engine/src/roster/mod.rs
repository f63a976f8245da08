//! When a contact may be called back: seven weekdays of 28 half hours, 08:00 to 22:00.
//!
//! The hours are those of the contact's own clock. A roster that blocks everything cannot exist,
//! so every instant has a first allowed one after it.

mod change;
mod text;

pub use change::{RosterChange, RosterChangeError};
pub use text::{Line, RosterError, RosterProblem};

use crate::time_of_day::TimeOfDay;
use crate::zone::Zone;
use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};
use serde::{Deserialize, Serialize};

/// The number of half hours of one day.
pub const SLOTS: u8 = 28;
const FIRST_MINUTE: u16 = 8 * 60;
const SLOT_MINUTES: u16 = 30;
const ALL_SLOTS: u32 = (1 << SLOTS) - 1;
/// Longer than a week, for the places that once left out a day of their calendar.
const SEARCH_DAYS: u8 = 16;

/// Allowed half hours per weekday, Monday first; bit 0 is 08:00.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Roster([u32; 7]);

impl Roster {
    /// Takes the allowed half hours per weekday; bits above the 28th are refused, as is a roster
    /// that allows nothing.
    pub fn new(days: [u32; 7]) -> Result<Self, RosterError> {
        if days.iter().any(|slots| slots & !ALL_SLOTS != 0) {
            return Err(RosterError::slots());
        }
        if days.iter().all(|slots| *slots == 0) {
            return Err(RosterError::nothing_allowed());
        }
        Ok(Self(days))
    }

    /// The allowed half hours of a weekday; bit 0 is 08:00.
    pub fn slots(&self, day: Weekday) -> u32 {
        let index = usize::from(day.to_monday_zero_offset().unsigned_abs());
        self.0.get(index).copied().unwrap_or(0)
    }

    /// Whether the contact may be called at that instant.
    pub fn allows(&self, at: Timestamp, zone: &Zone) -> bool {
        let local = zone.local(at);
        self.allows_at(local.weekday(), local.time())
    }

    /// Whether the contact may be called then, on its own clock.
    pub fn allows_at(&self, day: Weekday, time: Time) -> bool {
        slot(time).is_some_and(|slot| self.slots(day) & (1 << slot) != 0)
    }

    /// The instant itself where it is allowed, else the first allowed one after it.
    pub fn shift(&self, at: Timestamp, zone: &Zone) -> Timestamp {
        if self.allows(at, zone) {
            return at;
        }
        let mut day = zone.local(at).date();
        for _ in 0..SEARCH_DAYS {
            if let Some(start) = self.first_start(day, at, zone) {
                return start;
            }
            let Ok(next) = day.tomorrow() else { break };
            day = next;
        }
        at
    }

    fn first_start(&self, day: Date, after: Timestamp, zone: &Zone) -> Option<Timestamp> {
        let mut left = self.slots(day.weekday());
        while left != 0 {
            let start = zone.instant(day, slot_start(left.trailing_zeros())?);
            if start >= after && self.allows(start, zone) {
                return Some(start);
            }
            left &= left - 1;
        }
        None
    }
}

fn slot(time: Time) -> Option<u16> {
    let minutes = TimeOfDay::of(time).minutes().checked_sub(FIRST_MINUTE)?;
    let slot = minutes / SLOT_MINUTES;
    (slot < u16::from(SLOTS)).then_some(slot)
}

fn slot_start(slot: u32) -> Option<Time> {
    slot_edge(u16::try_from(slot).ok()?).time()
}

/// The start of a half hour, or the end of the last one.
fn slot_edge(slot: u16) -> TimeOfDay {
    TimeOfDay::from_minutes(FIRST_MINUTE + slot * SLOT_MINUTES).unwrap_or(TimeOfDay::END)
}

#[cfg(test)]
mod tests;
