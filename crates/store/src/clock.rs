//! The time of the house: the system's, one that is set by hand, or one that runs faster.

use jiff::{SignedDuration, Timestamp};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

#[derive(Debug, Clone)]
pub enum Clock {
    System,
    Set(SetClock),
    Scaled(ScaledClock),
}

/// A clock that stands still until it is moved. Clones show the same time.
#[derive(Debug, Clone)]
pub struct SetClock(Arc<AtomicI64>);

/// A clock of its own that runs as fast as it is told to. Clones show the same time.
#[derive(Debug, Clone)]
pub struct ScaledClock(Arc<Mutex<Pace>>);

/// From one instant of the real time on, a scaled clock runs evenly.
#[derive(Debug)]
struct Pace {
    real: Instant,
    shown: Timestamp,
    speed: u32,
    skipped: Option<(Timestamp, Timestamp)>,
}

/// How fast a scaled clock may run.
const SLOWEST: u32 = 1;
const FASTEST: u32 = 600;
/// A jump over less than this is not noticed by anybody.
const WORTH_SAYING: SignedDuration = SignedDuration::from_hours(1);

impl Clock {
    /// Now, in whole microseconds.
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => system_now(),
            Self::Set(clock) => clock.now(),
            Self::Scaled(clock) => clock.now(),
        }
    }

    /// Moves a clock of our own forward; the system's goes its own way.
    pub fn advance_to(&self, at: Timestamp) {
        match self {
            Self::System => {}
            Self::Set(clock) => clock.advance_to(at),
            Self::Scaled(clock) => clock.advance_to(at),
        }
    }

    /// How many times as fast as ours it runs.
    pub fn speed(&self) -> u32 {
        match self {
            Self::System | Self::Set(_) => 1,
            Self::Scaled(clock) => clock.speed(),
        }
    }

    /// How long it really takes until this clock shows an instant; nothing if it does already,
    /// none if it will not by itself.
    pub fn wait_until(&self, at: Timestamp) -> Option<Duration> {
        let ahead = at.duration_since(self.now());
        let ahead = Duration::try_from(ahead).unwrap_or(Duration::ZERO);
        match self {
            Self::System => Some(ahead),
            Self::Set(_) if ahead.is_zero() => Some(ahead),
            Self::Set(_) => None,
            Self::Scaled(clock) => Some(ahead / clock.speed()),
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

impl ScaledClock {
    /// Shows this instant now, and runs from here.
    pub fn starting_at(now: Timestamp, speed: u32) -> Self {
        Self(Arc::new(Mutex::new(Pace {
            real: Instant::now(),
            shown: instant(now.as_microsecond()),
            speed: speed.clamp(SLOWEST, FASTEST),
            skipped: None,
        })))
    }

    pub fn now(&self) -> Timestamp {
        self.pace().now(Instant::now())
    }

    pub fn speed(&self) -> u32 {
        self.pace().speed
    }

    /// Runs at another speed from the instant it shows, between 1 and 600; gives the speed.
    pub fn set_speed(&self, speed: u32) -> u32 {
        let mut pace = self.pace();
        pace.rest(Instant::now());
        pace.speed = speed.clamp(SLOWEST, FASTEST);
        pace.speed
    }

    /// Jumps forward, over a night for instance; it never goes back.
    pub fn advance_to(&self, now: Timestamp) {
        let mut pace = self.pace();
        pace.rest(Instant::now());
        let (before, after) = (pace.shown, instant(now.as_microsecond()));
        if after.duration_since(before) >= WORTH_SAYING {
            pace.skipped = Some((before, after));
        }
        pace.shown = before.max(after);
    }

    /// The last jump over an hour or more: from where to where.
    pub fn skipped(&self) -> Option<(Timestamp, Timestamp)> {
        self.pace().skipped
    }

    fn pace(&self) -> MutexGuard<'_, Pace> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pace {
    fn now(&self, real: Instant) -> Timestamp {
        let passed = real.saturating_duration_since(self.real);
        let passed = SignedDuration::try_from(passed).unwrap_or(SignedDuration::MAX);
        let passed = passed.saturating_mul(i32::try_from(self.speed).unwrap_or(i32::MAX));
        let now = self.shown.checked_add(passed).unwrap_or(self.shown);
        instant(now.as_microsecond())
    }

    /// Begins anew at the instant it shows.
    fn rest(&mut self, real: Instant) {
        self.shown = self.now(real);
        self.real = real;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn pace(speed: u32) -> Pace {
        Pace {
            real: Instant::now(),
            shown: "2026-06-02T08:00:00Z".parse().unwrap(),
            speed,
            skipped: None,
        }
    }

    fn after(pace: &Pace, seconds: u64) -> String {
        let real = pace.real + Duration::from_secs(seconds);
        pace.now(real).to_string()
    }

    #[test]
    fn it_runs_as_fast_as_it_is_told() {
        assert_eq!(after(&pace(1), 60), "2026-06-02T08:01:00Z");
        assert_eq!(after(&pace(20), 60), "2026-06-02T08:20:00Z");
        assert_eq!(after(&pace(600), 60), "2026-06-02T18:00:00Z");
    }

    #[test]
    fn another_speed_goes_on_from_the_instant_it_shows() {
        let mut pace = pace(20);
        pace.rest(pace.real + Duration::from_secs(30));
        pace.speed = 1;
        assert_eq!(after(&pace, 0), "2026-06-02T08:10:00Z");
        assert_eq!(after(&pace, 30), "2026-06-02T08:10:30Z");
    }

    #[test]
    fn it_jumps_forward_and_never_back_and_clones_follow() {
        let start: Timestamp = "2026-06-02T08:00:00Z".parse().unwrap();
        let clock = ScaledClock::starting_at(start, 0);
        let clone = clock.clone();
        assert_eq!((clone.speed(), clock.set_speed(9_999)), (1, 600));
        let tomorrow = "2026-06-03T08:00:00Z".parse().unwrap();
        assert_eq!(clone.skipped(), None);
        clock.advance_to(tomorrow);
        clock.advance_to(start);
        assert_eq!(clone.skipped().map(|(_, to)| to), Some(tomorrow));
        assert!(clone.now() >= tomorrow);
        assert_eq!(clone.speed(), 600);
    }

    #[test]
    fn waiting_takes_as_long_as_the_clock_needs() {
        let start: Timestamp = "2026-06-02T08:00:00Z".parse().unwrap();
        let later: Timestamp = "2026-06-02T08:01:00Z".parse().unwrap();
        let set = Clock::Set(SetClock::at(start));
        assert_eq!(set.wait_until(start), Some(Duration::ZERO));
        assert_eq!(set.wait_until(later), None);
        let scaled = Clock::Scaled(ScaledClock::starting_at(start, 60));
        let wait = scaled.wait_until(later).unwrap();
        assert!(wait <= Duration::from_secs(1), "{wait:?}");
        assert_eq!(scaled.wait_until(start), Some(Duration::ZERO));
    }
}
