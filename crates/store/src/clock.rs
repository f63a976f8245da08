//! The time of the house: the system's, or one that is set by hand.

use jiff::Timestamp;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

#[derive(Debug, Clone)]
pub enum Clock {
    System,
    Set(SetClock),
}

/// A clock that stands still until it is moved. Clones show the same time.
#[derive(Debug, Clone)]
pub struct SetClock(Arc<AtomicI64>);

impl Clock {
    /// Now, in whole microseconds.
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => system_now(),
            Self::Set(clock) => clock.now(),
        }
    }
}

impl SetClock {
    pub fn at(now: Timestamp) -> Self {
        Self(Arc::new(AtomicI64::new(now.as_microsecond())))
    }

    pub fn now(&self) -> Timestamp {
        instant(self.0.load(Ordering::SeqCst))
    }

    /// Moves the clock forward; it never goes back.
    pub fn advance_to(&self, now: Timestamp) {
        self.0.fetch_max(now.as_microsecond(), Ordering::SeqCst);
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the system's clock"
)]
fn system_now() -> Timestamp {
    instant(Timestamp::now().as_microsecond())
}

/// An instant as the database keeps it: microseconds since 1970.
pub(crate) fn instant(microseconds: i64) -> Timestamp {
    Timestamp::from_microsecond(microseconds).unwrap_or(Timestamp::UNIX_EPOCH)
}
