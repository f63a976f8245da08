//! What follows from something that happened. Facts cannot be refused: what comes late is
//! noted, and nothing follows from it.

use crate::because::Because;
use crate::contact::Contact;
use crate::decision::{Decision, Effect};
use crate::event::Report;
use crate::handling::{Call, Cause, Handling, Line, Phase};
use crate::id::Slot;
use crate::outcome::Outcome;
use crate::rules::Rules;
use crate::settle::{Verdict, changes_at_rest, close_by, give_back, late, settle};
use crate::trigger::Trigger;
use jiff::Timestamp;

pub fn observe(contact: &Contact, report: &Report, at: Timestamp, rules: &Rules) -> Decision {
    match (report, &contact.hand) {
        (Report::Ringing { attempt }, Some(hand)) => {
            move_line(contact, hand, *attempt, at, rules, |line| line.ring(at))
                .unwrap_or_else(|| noted(contact, report))
        }
        (Report::Answered { attempt }, Some(hand)) => {
            move_line(contact, hand, *attempt, at, rules, |line| line.answer(at))
                .unwrap_or_else(|| noted(contact, report))
        }
        (
            Report::Ended {
                attempt,
                outcome,
                cause,
            },
            Some(hand),
        ) => ended(contact, hand, *attempt, (*outcome, *cause), at, rules)
            .unwrap_or_else(|| noted(contact, report)),
        (Report::NotPlaced { attempt }, Some(hand)) => {
            not_placed(contact, hand, *attempt, at, rules).unwrap_or_else(|| noted(contact, report))
        }
        (Report::LeaseExpired, Some(hand)) if hand.lease_until <= at => {
            lease_expired(contact, hand, at, rules)
        }
        (Report::WrapUpExpired, Some(hand))
            if hand.phase() == Phase::WrapUp && hand.lease_until <= at =>
        {
            wrap_up_expired(contact, hand, at, rules)
        }
        (Report::Suppressed { .. }, Some(hand)) => {
            close_later(contact, hand, Trigger::Suppressed, rules)
                .unwrap_or_else(|| noted(contact, report))
        }
        (Report::Triggered { trigger }, Some(hand)) => {
            close_later(contact, hand, *trigger, rules).unwrap_or_else(|| noted(contact, report))
        }
        (Report::Suppressed { source }, None) => {
            close_by(contact, Trigger::Suppressed, Some(source), at, rules)
        }
        (Report::Triggered { trigger }, None) => close_by(contact, *trigger, None, at, rules),
        (Report::Released { owner_out }, None) if contact.held.is_some() => {
            let mut next = contact.clone();
            next.held = None;
            Decision::of(
                next,
                vec![Because::Released {
                    owner_out: *owner_out,
                }],
            )
        }
        _ => noted(contact, report),
    }
}

/// It came after the fact: nothing follows.
fn noted(contact: &Contact, report: &Report) -> Decision {
    Decision::unchanged(contact, late(report.word()))
}

/// Moves one call's line forward; nothing for a line that is further already.
fn move_line(
    contact: &Contact,
    hand: &Handling,
    attempt: u32,
    at: Timestamp,
    rules: &Rules,
    step: impl FnOnce(Line) -> Line,
) -> Option<Decision> {
    let call = hand.calls.iter().find(|call| call.attempt == attempt)?;
    let after = step(call.line);
    if after == call.line {
        return None;
    }
    let mut next = contact.clone();
    if let Some(hand) = next.hand.as_mut() {
        if let Some(call) = hand.call_mut(attempt) {
            call.line = after;
        }
        hand.lease_until = lease_from(hand, at, rules);
    }
    let word = match after {
        Line::Dialling => "dialling".to_owned(),
        Line::Ringing { .. } => "ringing".to_owned(),
        Line::Talking { .. } => "talking".to_owned(),
        Line::Ended { outcome, .. } => outcome.to_string(),
    };
    Some(Decision::of(next, vec![Because::Line { attempt, word }]))
}

fn ended(
    contact: &Contact,
    hand: &Handling,
    attempt: u32,
    (outcome, cause): (Outcome, Cause),
    at: Timestamp,
    rules: &Rules,
) -> Option<Decision> {
    let mut decision = move_line(contact, hand, attempt, at, rules, |line| {
        line.end(outcome, at)
    })?;
    let hand = decision.next.hand.as_mut();
    if let Some(call) = hand.and_then(|hand| hand.call_mut(attempt)) {
        call.cause = cause;
    }
    Some(conclude_by_line(decision, attempt, at, rules))
}

/// How long the contact may stay in hand from here: wrapping up has its own, shorter time.
fn lease_from(hand: &Handling, at: Timestamp, rules: &Rules) -> Timestamp {
    let period = match hand.phase() {
        Phase::WrapUp => rules.settings.wrap_up,
        Phase::Reserved | Phase::Dialling | Phase::Talking => rules.settings.lease,
    };
    at.checked_add(period.duration()).unwrap_or(at)
}

/// An unanswered call is coded by the line at once, if no other number could still be tried.
fn conclude_by_line(ended: Decision, attempt: u32, at: Timestamp, rules: &Rules) -> Decision {
    let Some(hand) = &ended.next.hand else {
        return ended;
    };
    let last = hand.calls.last().filter(|call| call.attempt == attempt);
    let Some(outcome) = last.and_then(|call| call.outcome()) else {
        return ended;
    };
    // An abandoned call has nobody in front of it who could try another number.
    let is_last_word = outcome == Outcome::Abandoned
        || (rules.settings.code_by_line && !may_try_another(&ended.next, hand, rules));
    let Some(verdict) = line_verdict(hand, rules).filter(|_| is_last_word) else {
        return ended;
    };
    let settled = settle(&ended.next, &verdict, at, rules);
    let mut because = ended.because;
    because.extend(settled.because);
    Decision { because, ..settled }
}

/// Whether a number is left that was not called in this handling and still may be.
fn may_try_another(contact: &Contact, hand: &Handling, rules: &Rules) -> bool {
    let dialled = u32::try_from(hand.calls.len()).unwrap_or(u32::MAX);
    let attempts = contact.counters.attempts.saturating_add(dialled);
    let untried = |slot: &Slot| hand.calls.iter().all(|call| call.slot != *slot);
    hand.closing.is_none()
        && rules.limits().total_reached(attempts).is_none()
        && contact.open_slots().iter().any(untried)
}

/// A dial that never left the house is no attempt.
fn not_placed(
    contact: &Contact,
    hand: &Handling,
    attempt: u32,
    at: Timestamp,
    rules: &Rules,
) -> Option<Decision> {
    let known = hand
        .calls
        .iter()
        .any(|call| call.attempt == attempt && call.line == Line::Dialling);
    if !known {
        return None;
    }
    let mut next = contact.clone();
    let hand = next.hand.as_mut()?;
    hand.calls.retain(|call| call.attempt != attempt);
    if hand.calls.is_empty() {
        return Some(give_back(&next, Because::Returned, at, rules));
    }
    hand.lease_until = lease_from(hand, at, rules);
    Some(Decision::of(next, vec![Because::Returned]))
}

/// Claimed but not dialled: untouched. A call that was open: lost by our side. Wrapping up:
/// what the line said, or the disposition for an unfinished wrap-up.
fn lease_expired(contact: &Contact, hand: &Handling, at: Timestamp, rules: &Rules) -> Decision {
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

fn wrap_up_expired(contact: &Contact, hand: &Handling, at: Timestamp, rules: &Rules) -> Decision {
    let verdict =
        line_verdict(hand, rules).unwrap_or_else(|| Verdict::answer(rules, Trigger::WrapupTimeout));
    settle(contact, &verdict, at, rules)
}

/// What the line alone says of a handling: nothing while a call is open, or once a person
/// was spoken to. A number that turned out to be useless says less than one that may still
/// reach somebody.
pub(crate) fn line_verdict<'r>(hand: &Handling, rules: &'r Rules) -> Option<Verdict<'r>> {
    if hand.was_live() || hand.phase() != Phase::WrapUp {
        return None;
    }
    let said = |call: &Call| {
        let outcome = call.outcome()?;
        Some(Verdict {
            attempt: Some(call.attempt),
            ..Verdict::answer(rules, Trigger::Line(outcome))
        })
    };
    let calls = || hand.calls.iter().rev().filter_map(said);
    calls()
        .find(|verdict| !verdict.is_for_number())
        .or_else(|| calls().next())
}

/// In hand nothing is taken away: what closes the contact waits until it is let go. A wish
/// not to be called outlasts anything else that asks for it. A callback that is being kept
/// cannot time out.
fn close_later(
    contact: &Contact,
    hand: &Handling,
    trigger: Trigger,
    rules: &Rules,
) -> Option<Decision> {
    let lasts = |trigger: Trigger| rules.catalogue.answer(trigger).sticky;
    let outlasts = match hand.closing {
        None => true,
        Some(earlier) => lasts(trigger) && !lasts(earlier),
    };
    if !outlasts || trigger == Trigger::CallbackTimeout || !changes_at_rest(trigger, rules) {
        return None;
    }
    let mut next = contact.clone();
    if let Some(hand) = next.hand.as_mut() {
        hand.closing = Some(trigger);
    }
    Some(Decision::of(next, vec![Because::Closing { trigger }]))
}
