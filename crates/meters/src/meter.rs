//! How long things take: counted by classes, so that any number of them takes no room.

use std::time::Duration;

/// The upper ends of the classes, in milliseconds; what takes longer is in the last.
const ENDS: [u64; 12] = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000];

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meter {
    classes: [u64; ENDS.len() + 1],
    longest: Duration,
    total: Duration,
}

impl Meter {
    pub fn note(&mut self, took: Duration) {
        let at = ENDS
            .iter()
            .position(|end| took <= Duration::from_millis(*end));
        if let Some(class) = self.classes.get_mut(at.unwrap_or(ENDS.len())) {
            *class = class.saturating_add(1);
        }
        self.longest = self.longest.max(took);
        self.total = self.total.saturating_add(took);
    }

    /// Takes in what was measured elsewhere.
    pub fn add(&mut self, other: &Self) {
        for (class, more) in self.classes.iter_mut().zip(other.classes) {
            *class = class.saturating_add(more);
        }
        self.longest = self.longest.max(other.longest);
        self.total = self.total.saturating_add(other.total);
    }

    pub fn count(&self) -> u64 {
        self.classes.iter().sum()
    }

    pub fn longest(&self) -> Duration {
        self.longest
    }

    pub fn total(&self) -> Duration {
        self.total
    }

    /// Within which time so many of a thousand were done; no longer than the longest.
    pub fn within(&self, per_mille: u64) -> Duration {
        let wanted = self.count().saturating_mul(per_mille).div_ceil(1_000);
        let mut seen = 0_u64;
        for (class, end) in self.classes.iter().zip(ENDS) {
            seen = seen.saturating_add(*class);
            if seen >= wanted {
                return Duration::from_millis(end).min(self.longest);
            }
        }
        self.longest
    }

    /// Each class's upper end with how many took no longer, as metrics are told.
    pub fn up_to(&self) -> impl Iterator<Item = (Duration, u64)> + '_ {
        let mut seen = 0_u64;
        let ends = ENDS.iter().map(|end| Duration::from_millis(*end));
        ends.zip(&self.classes).map(move |(end, class)| {
            seen = seen.saturating_add(*class);
            (end, seen)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_told_by_the_end_of_their_class() {
        let mut meter = Meter::default();
        assert_eq!(meter.within(990), Duration::ZERO);
        for milliseconds in 1..=100 {
            meter.note(Duration::from_millis(milliseconds));
        }
        assert_eq!(meter.count(), 100);
        assert_eq!(meter.within(500), Duration::from_millis(50));
        assert_eq!(meter.within(990), Duration::from_millis(100));
        assert_eq!(meter.longest(), Duration::from_millis(100));
        meter.note(Duration::from_secs(9));
        assert_eq!(meter.within(1_000), Duration::from_secs(9));
        assert_eq!(meter.up_to().last(), Some((Duration::from_secs(5), 100)));
        let mut both = Meter::default();
        both.note(Duration::from_millis(1));
        both.add(&meter);
        assert_eq!(
            (both.count(), both.longest()),
            (102, Duration::from_secs(9))
        );
    }
}
