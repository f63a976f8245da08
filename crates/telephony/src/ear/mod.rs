//! Person or machine? What picked up is listened to, twenty milliseconds at a time.
//!
//! `slice` says how loud a moment is and whether it is one pure tone, `floor` what counts as loud on
//! this line, `tone` which tones last long enough to mean something, `signs` what they mean, `judge` what
//! follows, `greeting` when a mailbox has said all. The clock is the sound's own: the same sound is always heard as the same.

mod floor;
mod greeting;
mod judge;
mod signs;
mod slice;
mod tone;

use crate::tones::RATE;
use floor::Floor;
use greeting::Greeting;
use judge::Judge;
use slice::Slice;
use std::time::Duration;
use tone::Tones;

pub use judge::Verdict;

/// Samples of a slice: twenty milliseconds.
const SAMPLES: usize = RATE as usize / 50;
const SLICE: Duration = Duration::from_millis(20);

/// One far end, from the moment it picked up.
#[derive(Debug, Default)]
pub struct Ear {
    /// What is not yet a whole slice.
    rest: Vec<f64>,
    heard: u32,
    floor: Floor,
    tones: Tones,
    judge: Judge,
    verdict: Option<Verdict>,
    greeting: Greeting,
    has_greeted: bool,
}

impl Ear {
    /// Takes in what was heard: samples of sixteen bits, 8,000 a second.
    pub fn hear(&mut self, samples: &[i16]) {
        for sample in samples {
            self.rest.push(f64::from(*sample));
            if self.rest.len() == SAMPLES {
                let slice = Slice::of(&self.rest, |level| self.floor.is_loud(level));
                self.rest.clear();
                self.take(slice);
            }
        }
    }

    /// What did not come until now was silence: some phones send none.
    pub fn hear_nothing_until(&mut self, heard: Duration) {
        while self.heard() + SLICE <= heard {
            self.rest.clear();
            self.take(Slice::SILENT);
        }
    }

    /// How much was heard.
    pub fn heard(&self) -> Duration {
        SLICE.saturating_mul(self.heard)
    }

    /// What it is, once that is certain enough. It never changes.
    pub fn verdict(&self) -> Option<Verdict> {
        self.verdict
    }

    /// It is a machine whose greeting is over: what is said now is recorded from its first word on.
    pub fn has_greeted(&self) -> bool {
        self.has_greeted
    }

    fn take(&mut self, slice: Slice) {
        self.heard = self.heard.saturating_add(1);
        let heard = self.tones.take(slice);
        let verdict = self.judge.take(heard, self.heard);
        self.verdict = self.verdict.or(verdict);
        let is_over = self.greeting.take(heard);
        self.has_greeted |= is_over && matches!(self.verdict, Some(Verdict::Machine { .. }));
    }
}
