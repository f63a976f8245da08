//! Whoever has the contact in hand is heard of, or is not heard of any more.

use super::line::line_verdict;
use crate::because::Because;
use crate::contact::Contact;
use crate::decision::{Decision, Effect};
use crate::handling::{Handling, Phase};
use crate::outcome::Outcome;
use crate::rules::Rules;
use crate::settle::{GivenBack, Verdict, give_back, settle};
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

/// Nobody was heard of, or a supervisor says so. Claimed but not dialled: untouched. A call
/// that was open: lost by our side. Wrapping up: what the line said, or the disposition for an
/// unfinished wrap-up.
pub(crate) fn taken_back(
    contact: &Contact,
    hand: &Handling,
    why: Because,
    at: Timestamp,
    rules: &Rules,
) -> Decision {
    match hand.phase() {
        Phase::Reserved => {
            let given_back = match why {
                Because::LeaseExpired => GivenBack::InVain,
                _ => GivenBack::NoAgent,
            };
            give_back(contact, given_back, why, at, rules)
        }
        Phase::WrapUp => {
            let mut decision = wrap_up_expired(contact, hand, at, rules);
            if why == Because::Unlocked {
                decision.because.insert(0, why);
            }
            decision
        }
        Phase::Dialling | Phase::Talking => {
            let (hand, verdict) = lost(hand, at, rules);
            let lost = Contact {
                hand: Some(hand),
                ..contact.clone()
            };
            let mut decision = settle(&lost, &verdict, at, rules);
            decision.because.insert(0, why);
            let hang_up = verdict.attempt.map(|attempt| Effect::HangUp { attempt });
            decision.effects.extend(hang_up);
            decision
        }
    }
}

/// The open call of a handling nobody is heard of in: our side has lost it.
pub(crate) fn lost<'r>(
    hand: &Handling,
    at: Timestamp,
    rules: &'r Rules,
) -> (Handling, Verdict<'r>) {
    let mut hand = hand.clone();
    let attempt = hand.calls.last_mut().map(|call| {
        call.line = call.line.end(Outcome::Interrupted, at);
        call.attempt
    });
    let verdict = Verdict {
        attempt,
        ..Verdict::answer(rules, Trigger::Line(Outcome::Interrupted))
    };
    (hand, verdict)
}

pub(super) fn wrap_up_expired(
    contact: &Contact,
    hand: &Handling,
    at: Timestamp,
    rules: &Rules,
) -> Decision {
    settle(contact, &unfinished(hand, rules), at, rules)
}

/// What the line said, or else the disposition for an unfinished wrap-up.
pub(crate) fn unfinished<'r>(hand: &Handling, rules: &'r Rules) -> Verdict<'r> {
    line_verdict(hand, rules).unwrap_or_else(|| Verdict::answer(rules, Trigger::WrapupTimeout))
}
