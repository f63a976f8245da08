//! The score of an address, from what its contact history says of it: how near it is to the
//! right person. Kept with the contact, so that an offer finds the highest without counting.

use crate::catalogue::Disposition;
use serde::{Deserialize, Serialize};

/// Contact priorities of the codes it was given: 1 nobody reached, 3 somebody, 4 the right
/// person, 6 the right person, who wants to be called at a fixed time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Score {
    /// That of the last code.
    pub last: u8,
    /// The highest there was.
    pub best: u8,
    /// All of them together.
    pub sum: u32,
}

/// What one step of the last contact priority weighs.
const STEP: u32 = 100;

/// The right person was reached.
const RIGHT_PERSON: u8 = 4;

/// The right person is to be called at a fixed time.
const FIXED_TIME: u8 = 6;

impl Score {
    /// A code without a contact priority says nothing of it.
    #[must_use]
    pub fn after(self, disposition: &Disposition) -> Self {
        let Some(priority) = disposition.contact_priority else {
            return self;
        };
        Self {
            last: priority,
            best: self.best.max(priority),
            sum: self.sum.saturating_add(priority.into()),
        }
    }

    /// What the last code is worth; the history decides between equals, and never more.
    pub fn points(self) -> u32 {
        let last = u32::from(self.last).saturating_mul(STEP);
        last.saturating_add(self.from_history())
    }

    /// The part of the points that comes from the history as a whole.
    pub fn from_history(self) -> u32 {
        self.sum.min(STEP - 1)
    }

    /// The part of the points that comes from the last code.
    pub fn from_last(self) -> u32 {
        self.points().saturating_sub(self.from_history())
    }

    /// Its place in an order in which lower goes first.
    pub fn rank(self) -> i64 {
        i64::from(10 * STEP).saturating_sub(self.points().into())
    }

    /// Whether the right person was ever reached: it stays with whoever did, and the limits no
    /// longer hold.
    pub fn is_qualified(self) -> bool {
        self.best >= RIGHT_PERSON
    }

    /// Whether it is wanted at a fixed time, before all others.
    pub fn has_fixed_time(self) -> bool {
        self.last == FIXED_TIME
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(priorities: &[u8]) -> Score {
        let priorities = priorities.iter().copied();
        priorities.fold(Score::default(), |score, priority| Score {
            last: priority,
            best: score.best.max(priority),
            sum: score.sum + u32::from(priority),
        })
    }

    #[test]
    fn the_last_code_weighs_more_than_any_history() {
        assert_eq!(score(&[]).points(), 0);
        assert_eq!(score(&[1]).points(), 101);
        assert_eq!(score(&[1, 1, 3]).points(), 305);
        assert_eq!(score(&[4, 1]).points(), 105);
        assert_eq!(score(&[1; 300]).points(), 199);
        assert!(score(&[6; 90]).rank() < score(&[4; 90]).rank());
        assert!(score(&[1; 300]).rank() > score(&[3]).rank());
        let parts = (
            score(&[1, 1, 3]).from_last(),
            score(&[1, 1, 3]).from_history(),
        );
        assert_eq!(parts, (300, 5));
    }

    #[test]
    fn whoever_reached_the_right_person_once_has_reached_it() {
        assert!(!score(&[1, 3]).is_qualified());
        assert!(score(&[4, 1]).is_qualified());
        assert!(!score(&[6, 1]).has_fixed_time());
    }
}
