//! What the lines carry and have carried since the program started, for whoever watches over it:
//! filled by whoever runs the lines, in memory only.

use engine::Outcome;
use jiff::{SignedDuration, Timestamp};
use meters::Meter;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Where it is counted. Clones show the same.
#[derive(Debug, Clone, Default)]
pub struct Board(Arc<Mutex<Traffic>>);

#[derive(Debug, Clone, Default)]
pub struct Traffic {
    /// Since when it is counted; nothing where nobody runs the lines.
    pub since: Option<Timestamp>,
    pub exchanges: BTreeMap<String, Exchange>,
    /// Dials that never left the house.
    pub not_placed: u64,
    /// From a word of a line until it was recorded.
    pub behind: Meter,
    /// Words of lines that are still to be recorded.
    pub unrecorded: usize,
    /// Callers nobody has taken yet.
    pub callers_waiting: usize,
    /// Callers by what became of them.
    pub callers: BTreeMap<&'static str, u64>,
}

/// One exchange with its way out.
#[derive(Debug, Clone, Default)]
pub struct Exchange {
    pub trunk: String,
    pub is_connected: bool,
    /// How often it was there again after it was lost.
    pub reconnects: u64,
    was_connected: bool,
    pub dialling: usize,
    pub ringing: usize,
    pub talking: usize,
    pub total: Seized,
    lately: BTreeMap<Timestamp, Seized>,
    pub ended: BTreeMap<Outcome, u64>,
    /// From the dial to the first thing heard of it.
    pub set_up: Meter,
    /// From an answer until both hear each other.
    pub bridged: Meter,
}

/// What a trunk is judged by, as ITU-T E.411 and E.425 count it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seized {
    /// Attempts that reached the trunk.
    pub seizures: u64,
    /// Those of them that were answered.
    pub answers: u64,
    /// From answers to ends.
    pub talk: Duration,
}

/// A day's beginning is one of a slice, in every time zone there is.
const SLICE: i64 = 15 * 60;
/// A day with an hour more, and the slice at hand.
const SLICES: usize = 25 * 4 + 1;

impl Seized {
    /// The answer-seizure ratio in thousandths.
    pub fn answered(&self) -> Option<u64> {
        let part = self.answers.saturating_mul(1_000);
        part.checked_div(self.seizures)
    }

    /// The mean duration of calls that were answered.
    pub fn mean_talk(&self) -> Option<Duration> {
        let answers = u32::try_from(self.answers).ok()?;
        self.talk.checked_div(answers)
    }

    fn add(&mut self, other: Self) {
        self.seizures = self.seizures.saturating_add(other.seizures);
        self.answers = self.answers.saturating_add(other.answers);
        self.talk = self.talk.saturating_add(other.talk);
    }
}

impl Exchange {
    pub fn count(&mut self, at: Timestamp, seized: Seized) {
        self.total.add(seized);
        let into = at.as_second().rem_euclid(SLICE);
        let slice = SignedDuration::from_secs(at.as_second().saturating_sub(into));
        let slice = Timestamp::from_duration(slice).unwrap_or(at);
        self.lately.entry(slice).or_default().add(seized);
        while self.lately.len() > SLICES {
            self.lately.pop_first();
        }
    }

    /// What was counted since an instant of the last day.
    pub fn since(&self, start: Timestamp) -> Seized {
        let mut sum = Seized::default();
        for (_, seized) in self.lately.range(start..) {
            sum.add(*seized);
        }
        sum
    }

    /// Calls that are up.
    pub fn calls(&self) -> usize {
        self.dialling
            .saturating_add(self.ringing)
            .saturating_add(self.talking)
    }

    /// Notes whether it is there.
    pub fn connect(&mut self, is_connected: bool) {
        if is_connected && !self.is_connected && self.was_connected {
            self.reconnects = self.reconnects.saturating_add(1);
        }
        self.is_connected = is_connected;
        self.was_connected |= is_connected;
    }
}

impl Board {
    /// Exchanges that cannot be reached.
    pub fn lost(&self) -> Vec<String> {
        let traffic = self.write();
        let lost = traffic
            .exchanges
            .iter()
            .filter(|(_, one)| !one.is_connected);
        lost.map(|(name, _)| name.clone()).collect()
    }

    pub fn read(&self) -> Traffic {
        self.write().clone()
    }

    pub fn write(&self) -> MutexGuard<'_, Traffic> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
