//! What has been counted of a contact. Depends only on its handlings and resets, so it can
//! be recomputed from them.

use crate::catalogue::{Disposition, Kind};
use crate::id::Code;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counters {
    /// Attempts in all, each dial one; technical returns are none.
    pub attempts: u32,
    /// Handlings in a row that reached nobody.
    pub unreached_run: u32,
    /// Handlings that ended in a callback.
    pub callbacks: u32,
    /// Handlings in a row with the same code.
    pub same_run: u32,
    pub last_code: Option<Code>,
    /// Was coded as a callback since import or the last reset.
    pub is_callback: bool,
    /// First unreached handling since import, reset or the last callback.
    pub unreached_since: Option<Timestamp>,
    /// First callback since import or reset.
    pub callback_since: Option<Timestamp>,
    pub last_attempt_at: Option<Timestamp>,
    /// Handlings that reached nobody since somebody was, by a cause that limits retries.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub causes: BTreeMap<Code, u32>,
}

impl Counters {
    /// Counts one handling that ended with this disposition after so many attempts.
    pub fn count(&mut self, disposition: &Disposition, kind: Kind, attempts: u32, at: Timestamp) {
        self.count_attempts(attempts, at);
        self.same_run = match &self.last_code {
            Some(last) if *last == disposition.code => self.same_run.saturating_add(1),
            _ => 1,
        };
        self.last_code = Some(disposition.code.clone());
        match kind {
            Kind::Unreached => {
                self.unreached_run = self.unreached_run.saturating_add(1);
                self.unreached_since.get_or_insert(at);
            }
            Kind::Callback => {
                self.callbacks = self.callbacks.saturating_add(1);
                self.is_callback = true;
                self.causes.clear();
                self.unreached_run = 0;
                self.unreached_since = None;
                self.callback_since.get_or_insert(at);
            }
            Kind::Final => {
                self.causes.clear();
                self.unreached_run = 0;
                self.unreached_since = None;
            }
            Kind::New | Kind::Suspended | Kind::Returned | Kind::AttemptOnly => {}
        }
    }

    /// Counts one more miss for a cause, and says how many there were.
    pub fn miss(&mut self, cause: &Code) -> u32 {
        let misses = self.causes.entry(cause.clone()).or_default();
        *misses = misses.saturating_add(1);
        *misses
    }

    /// Counts attempts that do not end what is wanted with the contact.
    pub fn count_attempts(&mut self, attempts: u32, at: Timestamp) {
        self.attempts = self.attempts.saturating_add(attempts);
        if attempts > 0 {
            self.last_attempt_at = Some(at);
        }
    }

    /// Starts afresh but for the instant of the last attempt, which is history.
    pub fn reset(&mut self) {
        *self = Self {
            last_attempt_at: self.last_attempt_at,
            ..Self::default()
        };
    }
}
