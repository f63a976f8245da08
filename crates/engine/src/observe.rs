//! What follows from something that happened. Facts cannot be refused: what comes late is
//! noted, and nothing follows from it.

use crate::because::Because;
use crate::contact::Contact;
use crate::decision::Decision;
use crate::event::Report;
use crate::handling::{Handling, Line, Phase};
use crate::outcome::Outcome;
use crate::rules::Rules;
use crate::settle::{Verdict, close_by, give_back, settle};
use crate::trigger::Trigger;
use jiff::Timestamp;

pub fn observe(contact: &Contact, report: &Report, at: Timestamp, rules: &Rules) -> Decision {
    match (report, &contact.hand) {
        (Report::Ringing { attempt }, Some(hand)) => {
            move_line(contact, hand, *attempt, at, rules, |line| line.ring(at))
        }
        (Report::Answered { attempt }, Some(hand)) => {
            move_line(contact, hand, *attempt, at, rules, |line| line.answer(at))
        }
        (
            Report::Ended {
                attempt,
                outcome,
                cause,
            },
            Some(hand),
        ) => {
            let mut heard = contact.clone();
            if let Some(call) = heard
                .hand
                .as_mut()
                .and_then(|hand| hand.call_mut(*attempt))
                .filter(|call| call.line.is_open())
            {
                call.cause = *cause;
            }
            let ended = move_line(
                &heard,
                heard.hand.as_ref().unwrap_or(hand),
                *attempt,
                at,
                rules,
                |line| line.end(*outcome, at),
            );
            conclude_by_line(ended, *attempt, at, rules)
        }
        (Report::NotPlaced { attempt }, Some(hand)) => {
            not_placed(contact, hand, *attempt, at, rules)
        }
        (Report::LeaseExpired, Some(hand)) => lease_expired(contact, hand, at, rules),
        (Report::WrapUpExpired, Some(hand)) if hand.phase() == Phase::WrapUp => {
            wrap_up_expired(contact, hand, at, rules)
        }
        (Report::Suppressed { .. }, Some(_)) => close_later(contact, Trigger::Suppressed),
        (Report::Triggered { trigger }, Some(_)) => close_later(contact, *trigger),
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
        (late, _) => Decision::unchanged(
            contact,
            Because::Late {
                report: late.word().to_owned(),
            },
        ),
    }
}

/// Moves one call's line forward; a line that is further already stays where it is.
fn move_line(
    contact: &Contact,
    hand: &Handling,
    attempt: u32,
    at: Timestamp,
    rules: &Rules,
    step: impl FnOnce(Line) -> Line,
) -> Decision {
    let Some(before) = hand
        .calls
        .iter()
        .find(|call| call.attempt == attempt)
        .map(|call| call.line)
    else {
        return Decision::unchanged(
            contact,
            Because::Late {
                report: "line".to_owned(),
            },
        );
    };
    let after = step(before);
    if after == before {
        return Decision::unchanged(
            contact,
            Because::Late {
                report: "line".to_owned(),
            },
        );
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
    Decision::of(next, vec![Because::Line { attempt, word }])
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
    let untried = ended
        .next
        .open_slots()
        .into_iter()
        .any(|slot| hand.calls.iter().all(|call| call.slot != slot));
    // An abandoned call has nobody in front of it who could try another number.
    let leave_it = outcome == Outcome::Abandoned || (rules.settings.code_by_line && !untried);
    if outcome == Outcome::Answered || hand.was_live() || !leave_it {
        return ended;
    }
    let settled = settle(
        &ended.next,
        &Verdict::answer(rules, Trigger::Line(outcome)),
        at,
        rules,
    );
    let mut because = ended.because;
    because.extend(settled.because);
    Decision { because, ..settled }
}

/// A dial that never left the house is no attempt.
fn not_placed(
    contact: &Contact,
    hand: &Handling,
    attempt: u32,
    at: Timestamp,
    rules: &Rules,
) -> Decision {
    let known = hand
        .calls
        .iter()
        .any(|call| call.attempt == attempt && call.line == Line::Dialling);
    if !known {
        return Decision::unchanged(
            contact,
            Because::Late {
                report: "not_placed".to_owned(),
            },
        );
    }
    let mut next = contact.clone();
    if let Some(hand) = next.hand.as_mut() {
        hand.calls.retain(|call| call.attempt != attempt);
    }
    if next.hand.as_ref().is_some_and(|hand| hand.calls.is_empty()) {
        return give_back(&next, Because::Returned, at, rules);
    }
    Decision::of(next, vec![Because::Returned])
}

/// Claimed but not dialled: untouched. A call that was open: lost by our side. Wrapping up:
/// what the line said, or the disposition for an unfinished wrap-up.
fn lease_expired(contact: &Contact, hand: &Handling, at: Timestamp, rules: &Rules) -> Decision {
    match hand.phase() {
        Phase::Reserved => give_back(contact, Because::LeaseExpired, at, rules),
        Phase::WrapUp => wrap_up_expired(contact, hand, at, rules),
        Phase::Dialling | Phase::Talking => {
            let mut lost = contact.clone();
            if let Some(call) = lost.hand.as_mut().and_then(|hand| hand.calls.last_mut()) {
                call.line = call.line.end(Outcome::Interrupted, at);
            }
            let mut decision = settle(
                &lost,
                &Verdict::answer(rules, Trigger::Line(Outcome::Interrupted)),
                at,
                rules,
            );
            decision.because.insert(0, Because::LeaseExpired);
            let attempt = hand.calls.last().map(|call| call.attempt);
            decision
                .effects
                .extend(attempt.map(|attempt| crate::decision::Effect::HangUp { attempt }));
            decision
        }
    }
}

fn wrap_up_expired(contact: &Contact, hand: &Handling, at: Timestamp, rules: &Rules) -> Decision {
    let verdict = match line_verdict(hand) {
        Some(trigger) => Verdict::answer(rules, trigger),
        None => {
            let mut verdict = Verdict::answer(rules, Trigger::WrapupTimeout);
            verdict.because = Because::Answers {
                trigger: Trigger::WrapupTimeout,
                code: verdict.disposition.code.clone(),
            };
            verdict
        }
    };
    settle(contact, &verdict, at, rules)
}

/// What the line alone says of a handling: nothing, once a person was spoken to.
pub(crate) fn line_verdict(hand: &Handling) -> Option<Trigger> {
    if hand.was_live() {
        return None;
    }
    hand.calls
        .last()
        .and_then(|call| call.outcome())
        .map(Trigger::Line)
}

/// In hand nothing is taken away: what closes the contact waits until it is let go.
fn close_later(contact: &Contact, trigger: Trigger) -> Decision {
    let mut next = contact.clone();
    if let Some(hand) = next.hand.as_mut() {
        hand.closing.get_or_insert(trigger);
    }
    Decision::of(next, vec![Because::Closing { trigger }])
}
