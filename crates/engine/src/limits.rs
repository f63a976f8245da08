//! Attempt limits: how often, and for how long, a contact may be tried.
//!
//! Judged when a handling ends with an unreached or a callback disposition; a final one
//! always beats a limit. The absolute maximum is also judged before each dial.

use crate::catalogue::Kind;
use crate::counters::Counters;
use crate::period::Period;
use crate::trigger::LimitKind;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Figures of the limits; zero switches one off.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Consecutive unreached handlings of a contact that was never a callback.
    pub cold_count: u32,
    pub cold_period: Period,
    /// The same since its last callback.
    pub callback_count: u32,
    pub callback_period: Period,
    /// Callbacks in all.
    pub callbacks: u32,
    pub callbacks_period: Period,
    /// Attempts in all, whatever became of them.
    pub total: u32,
}

/// A limit that was reached, with the figures that say so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitHit {
    pub limit: LimitKind,
    /// What was counted: handlings, attempts, or seconds for a period.
    pub counted: i64,
    pub allowed: i64,
}

impl Limits {
    /// All of them off.
    pub const NONE: Self = Self {
        cold_count: 0,
        cold_period: Period::ZERO,
        callback_count: 0,
        callback_period: Period::ZERO,
        callbacks: 0,
        callbacks_period: Period::ZERO,
        total: 0,
    };

    /// The first limit that the counters have reached, after a handling of this kind.
    pub fn hit(
        &self,
        counters: &Counters,
        kind: Kind,
        max_run: u32,
        at: Timestamp,
    ) -> Option<LimitHit> {
        let own = match kind {
            Kind::Unreached => self
                .unreached_count(counters)
                .or_else(|| self.unreached_period(counters, at)),
            Kind::Callback => self.callback_count(counters).or_else(|| {
                let passed = seconds_since(counters.callback_since, at);
                let allowed = self.callbacks_period.seconds();
                reached(LimitKind::CallbacksPeriod, passed, allowed)
            }),
            Kind::New | Kind::Final | Kind::Suspended | Kind::Returned | Kind::AttemptOnly => {
                return None;
            }
        };
        let same_run = counters.same_run.into();
        self.total_reached(counters.attempts)
            .or_else(|| reached(LimitKind::SameRun, same_run, max_run.into()))
            .or(own)
    }

    /// A count that had been reached before this handling. Only a contact that was closed by
    /// a limit and opened again without a reset stands there, or one whose limits were lowered.
    pub(crate) fn left_over(&self, before: &Counters, kind: Kind) -> Option<LimitHit> {
        if !matches!(kind, Kind::Unreached | Kind::Callback) {
            return None;
        }
        self.unreached_count(before)
            .or_else(|| self.callback_count(before))
    }

    fn unreached_count(&self, counters: &Counters) -> Option<LimitHit> {
        let (limit, allowed) = if counters.is_callback {
            (LimitKind::CallbackCount, self.callback_count)
        } else {
            (LimitKind::ColdCount, self.cold_count)
        };
        reached(limit, counters.unreached_run.into(), allowed.into())
    }

    fn unreached_period(&self, counters: &Counters, at: Timestamp) -> Option<LimitHit> {
        let (limit, allowed) = if counters.is_callback {
            (LimitKind::CallbackPeriod, self.callback_period)
        } else {
            (LimitKind::ColdPeriod, self.cold_period)
        };
        let passed = seconds_since(counters.unreached_since, at);
        reached(limit, passed, allowed.seconds())
    }

    /// The last callback allowed still takes place: the one after it is one too many.
    fn callback_count(&self, counters: &Counters) -> Option<LimitHit> {
        let over = self.callbacks > 0 && counters.callbacks > self.callbacks;
        over.then_some(LimitHit {
            limit: LimitKind::Callbacks,
            counted: counters.callbacks.into(),
            allowed: self.callbacks.into(),
        })
    }

    /// Whether one more dial would pass the absolute maximum.
    pub fn total_reached(&self, attempts: u32) -> Option<LimitHit> {
        reached(LimitKind::Total, attempts.into(), self.total.into())
    }
}

/// A figure of zero switches a limit off.
fn reached(limit: LimitKind, counted: i64, allowed: i64) -> Option<LimitHit> {
    (allowed > 0 && counted >= allowed).then_some(LimitHit {
        limit,
        counted,
        allowed,
    })
}

fn seconds_since(first: Option<Timestamp>, at: Timestamp) -> i64 {
    first.map_or(0, |first| at.duration_since(first).as_secs())
}
