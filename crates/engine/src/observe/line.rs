//! What is heard of a call: its line moves on, and an unanswered one may be the last word.

use crate::because::Because;
use crate::contact::Contact;
use crate::decision::Decision;
use crate::handling::{Call, Cause, Handling, Line, Phase};
use crate::id::Slot;
use crate::outcome::Outcome;
use crate::rules::Rules;
use crate::settle::{GivenBack, Verdict, give_back, settle};
use crate::trigger::Trigger;
use jiff::Timestamp;

/// Moves one call's line forward; nothing for a line that is further already.
pub(super) fn move_line(
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

pub(super) fn ended(
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
    if let Some(hand) = decision.next.hand.as_mut() {
        end_call(hand, attempt, (outcome, cause), at);
    }
    Some(conclude_by_line(decision, attempt, at, rules))
}

/// Ends one call, which may be what ends the handling.
pub(crate) fn end_call(
    hand: &mut Handling,
    attempt: u32,
    (outcome, cause): (Outcome, Cause),
    at: Timestamp,
) {
    if let Some(call) = hand.call_mut(attempt) {
        call.line = call.line.end(outcome, at);
        call.cause = cause;
    }
}

/// How long the contact may stay in hand from here: wrapping up has its own, shorter time.
pub(crate) fn lease_from(hand: &Handling, at: Timestamp, rules: &Rules) -> Timestamp {
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
    let Some((call, outcome)) = last.and_then(|call| Some((call, call.outcome()?))) else {
        return ended;
    };
    // An abandoned call has nobody in front of it who could try another number. Where a
    // conversation was lost there is an agent, who knows what was said.
    let is_last_word = outcome == Outcome::Abandoned
        || (rules.settings.code_by_line
            && call.talked().is_zero()
            && !may_try_another(&ended.next, hand, rules));
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
        && rules.limits_of(contact).total_reached(attempts).is_none()
        && contact.open_slots().iter().any(untried)
}

/// A dial that never left the house is no attempt.
pub(super) fn not_placed(
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
        let why = GivenBack::NoGateway;
        return Some(give_back(&next, why, Because::Returned, at, rules));
    }
    hand.lease_until = lease_from(hand, at, rules);
    Some(Decision::of(next, vec![Because::Returned]))
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
            ..Verdict::answer(rules, Trigger::of_line(outcome, call.cause.sign))
        })
    };
    let calls = || hand.calls.iter().rev().filter_map(said);
    calls()
        .find(|verdict| !verdict.is_for_number())
        .or_else(|| calls().next())
}

/// The same, and where the one who was spoken to hung up and the agent says nothing more of it,
/// what the catalogue has for that.
pub(crate) fn concluded<'r>(hand: &Handling, rules: &'r Rules) -> Option<Verdict<'r>> {
    let cut_off = || {
        let told = hand.phase() == Phase::WrapUp && hand.was_cut_off();
        (told && rules.catalogue.names(Trigger::CutOff))
            .then(|| Verdict::answer(rules, Trigger::CutOff))
    };
    line_verdict(hand, rules).or_else(cut_off)
}
