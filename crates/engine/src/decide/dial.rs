//! Dialling one of the numbers, by leave of [`permit`].

use super::lease_from;
use crate::because::Because;
use crate::contact::Contact;
use crate::decision::{Decision, Refusal};
use crate::facts::Facts;
use crate::handling::{Call, Cause, Handling, Line};
use crate::id::Slot;
use crate::permit::{may_find_nobody, permit};
use crate::rules::Rules;
use crate::settle::attempt_of;
use crate::trigger::Trigger;
use jiff::Timestamp;

pub(super) fn dial(
    contact: &Contact,
    (slot, unreserved): (Slot, bool),
    facts: &Facts,
    at: Timestamp,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    let hand = contact.hand.as_ref().ok_or(Refusal::NotInHand)?;
    if hand.calls.iter().any(|call| call.line.is_open()) {
        return Err(Refusal::LineOpen);
    }
    if contact.number(slot).is_none() {
        return Err(Refusal::NoSuchNumber(slot));
    }
    let placed = u32::try_from(hand.calls.len()).unwrap_or(u32::MAX);
    let attempts = contact.counters.attempts.saturating_add(placed);
    let total = rules.limits_of(contact).total_reached(attempts);
    if let Some(hit) =
        total.or_else(|| rules.window_used_up(contact, facts.profile.as_ref(), placed))
    {
        return Err(Refusal::Limit {
            limit: hit.limit,
            counted: hit.counted,
            allowed: hit.allowed,
        });
    }
    let leave = permit(contact, slot, facts, at, rules).map_err(Refusal::Denied)?;
    if unreserved {
        may_find_nobody(contact, facts, at, rules).map_err(Refusal::Denied)?;
    }
    let mut next = contact.clone();
    let mut because = vec![Because::Permitted { slot }];
    let today = contact.zone.local(at).date();
    if let Ok(Some(ground)) = rules.ground(contact, today) {
        because.push(Because::Ground {
            basis: ground.basis,
            given_on: ground.given_on,
        });
    }
    let attempts = give_way(hand, at, rules, &mut because);
    next.dials = leave.attempt();
    if let Some(number) = next.numbers.get_mut(slot.index()) {
        number.last_dial_at = Some(at);
    }
    if let Some(hand) = next.hand.as_mut() {
        hand.lease_until = lease_from(at, rules);
        hand.recoding = false;
        hand.calls.push(Call {
            attempt: leave.attempt(),
            slot,
            placed_at: at,
            line: Line::Dialling,
            cause: Cause::default(),
            unreserved,
            inbound: false,
            stays_with: None,
        });
    }
    Ok(Decision {
        attempts,
        permit: Some(leave),
        ..Decision::of(next, because)
    })
}

/// A second number closes the running attempt.
fn give_way(
    hand: &Handling,
    at: Timestamp,
    rules: &Rules,
    because: &mut Vec<Because>,
) -> Vec<crate::handling::Attempt> {
    let code = &rules.catalogue.answer(Trigger::SecondNumber).code;
    let running = hand.calls.last();
    because.extend(running.map(|call| Because::OtherNumber {
        attempt: call.attempt,
        code: code.clone(),
    }));
    running
        .map(|call| attempt_of(hand, call, code.clone(), at, rules))
        .into_iter()
        .collect()
}
