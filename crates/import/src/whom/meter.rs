//! How far the reading of a file, then the writing, has come.

use crate::run::Progress;

/// Reading is one half of the way.
const HALF: u64 = 1_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Meter {
    /// Rows that were read.
    pub rows: u64,
    /// Of two thousand parts.
    pub done: u64,
}

impl Meter {
    pub(super) fn reading(rows: u64, done: u64, total: u64) -> Self {
        Self {
            rows,
            done: share(done, total),
        }
    }

    pub(super) fn writing(rows: u64, done: u64, total: u64) -> Self {
        Self {
            rows,
            done: HALF.saturating_add(share(done, total)),
        }
    }
}

impl From<Meter> for Progress {
    fn from(meter: Meter) -> Self {
        Self {
            rows: meter.rows,
            done: meter.done,
            total: HALF.saturating_mul(2),
            import: None,
        }
    }
}

fn share(done: u64, total: u64) -> u64 {
    let parts = done.saturating_mul(HALF).checked_div(total);
    parts.unwrap_or(HALF).min(HALF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_and_writing_are_halves() {
        assert_eq!(Meter::reading(3, 1, 2).done, 500);
        assert_eq!(Meter::writing(3, 1, 2).done, 1_500);
        assert_eq!(Meter::writing(3, 5, 2).done, 2_000);
        assert_eq!(Meter::reading(0, 0, 0).done, 1_000);
    }
}
