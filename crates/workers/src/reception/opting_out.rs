//! A number of its own for opting out: one key for the number that calls, or another number by its
//! digits. What was asked for is written before it is confirmed.

use super::{Reception, Stage};
use engine::{InboundEnd, Number};
use jiff::{SignedDuration, Timestamp};
use store::{Store, StoreError, Suppression};
use telephony::{InLine, whole};

/// Yes, to the number that calls; and the first figure of some numbers.
const YES: &str = "1";
/// Ends a number that is typed.
const DONE: char = '#';
/// Whoever types a number presses the next key sooner. Ours.
const NEXT_KEY_WITHIN: SignedDuration = SignedDuration::from_secs(3);
/// No number is longer.
const LONGEST: usize = 18;
/// Where it was asked for, as suppressions say it.
const SOURCE: &str = "opt-out number";

/// The keys she has pressed, and when the last of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Keys {
    typed: String,
    last_at: Option<Timestamp>,
}

impl Keys {
    /// Whom it means, once that is said.
    fn press(&mut self, key: char, own: Option<Number>, at: Timestamp) -> Option<Number> {
        match key {
            DONE => {
                let meant = self.yes(own).or_else(|| whole(&self.typed));
                self.typed.clear();
                return meant;
            }
            '*' => self.typed.clear(),
            digit if digit.is_ascii_digit() && self.typed.len() < LONGEST => {
                self.typed.push(digit);
                self.last_at = Some(at);
            }
            _ => {}
        }
        None
    }

    /// Who has said yes so far, and nothing more.
    pub fn yes(&self, own: Option<Number>) -> Option<Number> {
        own.filter(|_| self.typed == YES)
    }

    /// The same, once no other key comes any more.
    fn yes_in_time(&self, own: Option<Number>, now: Timestamp) -> Option<Number> {
        let waited = self.last_at.map(|last| now.duration_since(last));
        let is_all = waited.is_some_and(|waited| waited >= NEXT_KEY_WITHIN);
        self.yes(own).filter(|_| is_all)
    }
}

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
        let Stage::OptsOut(keys) = &mut live.stage else {
            return Ok(());
        };
        match keys.press(key, caller, store.clock().now()) {
            Some(number) => self.opt_out(store, line, number),
            None => Ok(()),
        }
    }

    /// Durable first: a confirmation that is heard is never untrue.
    pub(super) fn opt_out(
        &mut self,
        store: &Store,
        line: InLine,
        number: Number,
    ) -> Result<(), StoreError> {
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

    /// Who pressed one key has said what she wants; nobody is left in music who does nothing.
    pub(super) fn opts_out_in_time(
        &mut self,
        store: &Store,
        line: InLine,
    ) -> Result<(), StoreError> {
        let Some(live) = self.live.get(&line) else {
            return Ok(());
        };
        let now = store.clock().now();
        if let Stage::OptsOut(keys) = &live.stage
            && let Some(number) = keys.yes_in_time(live.call.caller, now)
        {
            return self.opt_out(store, line, number);
        }
        let most = live
            .queue
            .as_ref()
            .map_or(60, |queue| queue.rules.wait_seconds);
        let waited = now.duration_since(live.call.arrived_at);
        if waited < SignedDuration::from_secs(most.into()) {
            return Ok(());
        }
        self.end(store, line, InboundEnd::OptOutHeard)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: u64 = 493_023_125_001;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    /// Whom it means once that is said, and when; a key a second.
    fn meant(keys: &str, own: Option<u64>) -> Option<(u64, i64)> {
        let own = own.map(|own| Number::new(own).unwrap());
        let mut pressed = Keys::default();
        let mut second = 0;
        for key in keys.chars() {
            second += 1;
            if let Some(number) = pressed.press(key, own, at(second)) {
                return Some((number.digits(), second));
            }
        }
        let mut later = (second..second + 10).map(|now| (now, pressed.yes_in_time(own, at(now))));
        later.find_map(|(now, number)| Some((number?.digits(), now)))
    }

    #[test]
    fn one_key_is_yes_where_no_other_comes() {
        assert_eq!(meant("1", Some(OWN)), Some((OWN, 4)));
        assert_eq!(meant("1#", Some(OWN)), Some((OWN, 2)));
        assert_eq!(meant("49*1", Some(OWN)), Some((OWN, 7)));
        for keys in ["", "2", "11", "1*", "*", "#"] {
            assert_eq!(meant(keys, Some(OWN)), None, "{keys}");
        }
    }

    #[test]
    fn a_number_may_begin_with_the_key_that_is_yes() {
        // One of the numbers that are kept for stories over there.
        let american = 12_025_550_142;
        for keys in ["12025550142#", "0012025550142#", "1*12025550142#"] {
            let typed = meant(keys, Some(OWN)).map(|(number, _)| number);
            assert_eq!(typed, Some(american), "{keys}");
        }
        let ours = meant("493023125002#", Some(OWN));
        assert_eq!(ours.map(|(number, _)| number), Some(493_023_125_002));
    }

    #[test]
    fn who_shows_no_number_says_yes_to_nobody() {
        assert_eq!(meant("1", None), None);
        assert_eq!(meant("1#", None), None);
        let typed = meant("493023125002#", None);
        assert_eq!(typed.map(|(number, _)| number), Some(493_023_125_002));
    }
}
