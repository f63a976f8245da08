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
    /// The first limit that the counters have reached, after a handling of this kind.
    pub fn hit(
        &self,
        counters: &Counters,
        kind: Kind,
        max_run: u32,
        at: Timestamp,
    ) -> Option<LimitHit> {
        let since =
            |first: Option<Timestamp>| first.map_or(0, |first| at.duration_since(first).as_secs());
        let reached = |limit, counted: i64, allowed: i64| {
            (allowed > 0 && counted >= allowed).then_some(LimitHit {
                limit,
                counted,
                allowed,
            })
        };
        let total = reached(
            LimitKind::Total,
            counters.attempts.into(),
            self.total.into(),
        );
        let same_run = reached(LimitKind::SameRun, counters.same_run.into(), max_run.into());
        let run = i64::from(counters.unreached_run);
        let own = match kind {
            Kind::Unreached if counters.is_callback => {
                let period = since(counters.unreached_since);
                reached(LimitKind::CallbackCount, run, self.callback_count.into()).or_else(|| {
                    reached(
                        LimitKind::CallbackPeriod,
                        period,
                        self.callback_period.seconds(),
                    )
                })
            }
            Kind::Unreached => {
                let period = since(counters.unreached_since);
                reached(LimitKind::ColdCount, run, self.cold_count.into())
                    .or_else(|| reached(LimitKind::ColdPeriod, period, self.cold_period.seconds()))
            }
            // The last callback allowed still takes place: the one after it is one too many.
            Kind::Callback => {
                let period = since(counters.callback_since);
                let callbacks = i64::from(counters.callbacks);
                let over = self.callbacks > 0 && callbacks > i64::from(self.callbacks);
                over.then_some(LimitHit {
                    limit: LimitKind::Callbacks,
                    counted: callbacks,
                    allowed: self.callbacks.into(),
                })
                .or_else(|| {
                    reached(
                        LimitKind::CallbacksPeriod,
                        period,
                        self.callbacks_period.seconds(),
                    )
                })
            }
            Kind::New | Kind::Final | Kind::Suspended | Kind::Returned | Kind::AttemptOnly => {
                return None;
            }
        };
        total.or(same_run).or(own)
    }

    /// Whether one more dial would pass the absolute maximum.
    pub fn total_reached(&self, attempts: u32) -> Option<LimitHit> {
        (self.total > 0 && attempts >= self.total).then_some(LimitHit {
            limit: LimitKind::Total,
            counted: attempts.into(),
            allowed: self.total.into(),
        })
    }
}
