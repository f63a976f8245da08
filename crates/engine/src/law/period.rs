//! From which day to which day a rule holds.

use jiff::civil::Date;

/// Both days included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub first: Date,
    pub last: Date,
}

impl Period {
    pub fn holds(self, on: Date) -> bool {
        self.first <= on && on <= self.last
    }

    pub fn overlaps(self, other: Period) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}
