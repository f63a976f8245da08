//! Whoever has the contact in hand is heard of, or is not heard of any more.

use super::line::line_verdict;
use crate::because::Because;
use crate::contact::Contact;
use crate::decision::{Decision, Effect};
use crate::handling::{Handling, Phase};
use crate::outcome::Outcome;
use crate::rules::Rules;
use crate::settle::{Verdict, give_back, settle};
use crate::trigger::Trigger;
use jiff::Timestamp;

/// A sign of life renews the lease. Wrapping up has its time, whoever is watching.
pub(super) fn renewed(
    contact: &Contact,
    hand: &Handling,
    at: Timestamp,
    rules: &Rules,
) -> Option<Decision> {
    let until = at.checked_add(rules.settings.lease.duration()).ok()?;
    if hand.phase() == Phase::WrapUp || until <= hand.lease_until {
        return None;
    }
    let mut next = contact.clone();
    next.hand.as_mut()?.lease_until = until;
    Some(Decision::of(next, vec![Because::SignOfLife { until }]))
}

/// Claimed but not dialled: untouched. A call that was open: lost by our side. Wrapping up:
/// what the line said, or the disposition for an unfinished wrap-up.
pub(super) fn lease_expired(
    contact: &Contact,
    hand: &Handling,
    at: Timestamp,
    rules: &Rules,
) -> Decision {
    match hand.phase() {
        Phase::Reserved => give_back(contact, Because::LeaseExpired, at, rules),
        Phase::WrapUp => wrap_up_expired(contact, hand, at, rules),
        Phase::Dialling | Phase::Talking => {
            let mut lost = contact.clone();
            let call = lost.hand.as_mut().and_then(|hand| hand.calls.last_mut());
            let attempt = call.map(|call| {
                call.line = call.line.end(Outcome::Interrupted, at);
                call.attempt
            });
            let verdict = Verdict {
                attempt,
                ..Verdict::answer(rules, Trigger::Line(Outcome::Interrupted))
            };
            let mut decision = settle(&lost, &verdict, at, rules);
            decision.because.insert(0, Because::LeaseExpired);
            decision
                .effects
                .extend(attempt.map(|attempt| Effect::HangUp { attempt }));
            decision
        }
    }
}

pub(super) fn wrap_up_expired(
    contact: &Contact,
    hand: &Handling,
    at: Timestamp,
    rules: &Rules,
) -> Decision {
    let verdict =
        line_verdict(hand, rules).unwrap_or_else(|| Verdict::answer(rules, Trigger::WrapupTimeout));
    settle(contact, &verdict, at, rules)
}
