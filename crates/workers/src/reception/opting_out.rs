//! A number of its own for opting out: one key for the number that calls, or another number by its
//! digits. What was asked for is written before it is confirmed.

use super::{Reception, Stage};
use engine::{InboundEnd, Number};
use jiff::SignedDuration;
use store::{Store, StoreError, Suppression};
use telephony::{InLine, whole};

/// Who says yes to the number that calls.
const YES: char = '1';
/// Ends a number that is typed.
const DONE: char = '#';
/// No number is longer.
const LONGEST: usize = 18;
/// Where it was asked for, as suppressions say it.
const SOURCE: &str = "opt-out number";

impl Reception {
    pub(super) fn opts_out_by_key(
        &mut self,
        store: &Store,
        line: InLine,
        key: char,
    ) -> Result<(), StoreError> {
        let Some(live) = self.live.get_mut(&line) else {
            return Ok(());
        };
        let caller = live.call.caller;
        let Stage::OptsOut(typed) = &mut live.stage else {
            return Ok(());
        };
        let asked = match (caller, key) {
            (Some(caller), YES) if typed.is_empty() => Some(caller),
            (_, DONE) => whole(&std::mem::take(typed)),
            (_, '*') => {
                typed.clear();
                None
            }
            (_, digit) if digit.is_ascii_digit() && typed.len() < LONGEST => {
                typed.push(digit);
                None
            }
            _ => None,
        };
        match asked {
            Some(number) => self.opt_out(store, line, number),
            None => Ok(()),
        }
    }

    /// Durable first: a confirmation that is heard is never untrue.
    fn opt_out(&mut self, store: &Store, line: InLine, number: Number) -> Result<(), StoreError> {
        let now = store.clock().now();
        store.suppress(vec![Suppression::everywhere(number, SOURCE, now)])?;
        let own = self.live.get(&line).and_then(|live| live.call.caller);
        if own != Some(number)
            && let Some(live) = self.live.get_mut(&line)
        {
            // Whoever calls is not whom it is about: the contact stays as it is.
            live.call.contact = None;
        }
        self.end(store, line, InboundEnd::OptedOut)
    }

    /// Nobody is left in music who does nothing.
    pub(super) fn opts_out_in_time(
        &mut self,
        store: &Store,
        line: InLine,
    ) -> Result<(), StoreError> {
        let Some(live) = self.live.get(&line) else {
            return Ok(());
        };
        let most = live
            .queue
            .as_ref()
            .map_or(60, |queue| queue.rules.wait_seconds);
        let waited = store.clock().now().duration_since(live.call.arrived_at);
        if waited < SignedDuration::from_secs(most.into()) {
            return Ok(());
        }
        self.end(store, line, InboundEnd::OptOutHeard)
    }
}
