//! The calls of a handling become attempts, each under exactly one code.

use super::Verdict;
use crate::because::Because;
use crate::decision::Effect;
use crate::handling::{Attempt, Call, Cause, Handling, Line};
use crate::id::{Code, Slot};
use crate::outcome::Outcome;
use crate::rules::Rules;
use crate::trigger::Trigger;
use jiff::Timestamp;

/// What is left of a handling when it is over.
pub(crate) struct Ended {
    /// The number the disposition is about; none if nothing was dialled.
    pub slot: Option<Slot>,
    /// What the line said of it.
    pub outcome: Option<Outcome>,
    /// What the network and the detectors said.
    pub cause: Cause,
    pub attempts: Vec<Attempt>,
    /// Numbers the line closed, other than that of the disposition.
    pub closed: Vec<(Slot, Code)>,
    pub hang_up: Option<Effect>,
    pub because: Vec<Because>,
}

pub(crate) fn end(hand: &Handling, verdict: &Verdict<'_>, at: Timestamp, rules: &Rules) -> Ended {
    let mut hand = hand.clone();
    let hang_up = hang_up(&mut hand, at);
    let main = verdict.attempt.or_else(|| hand.main_attempt());
    let calls = &hand.calls;
    let about = calls.iter().find(|call| Some(call.attempt) == main);
    let slot = about.map(|call| call.slot);
    let by_the_longest = hand.was_live() && verdict.attempt.is_none() && hand.calls.len() > 1;
    Ended {
        slot,
        outcome: about.and_then(Call::outcome),
        cause: about.map(|call| call.cause).unwrap_or_default(),
        attempts: hand
            .calls
            .iter()
            .map(|call| {
                let code = code_of(call, main, &hand, verdict, rules);
                attempt_of(&hand, call, code, at, rules)
            })
            .collect(),
        closed: closed_by_line(&hand, slot, rules),
        hang_up,
        because: main
            .filter(|_| by_the_longest)
            .map(|attempt| Because::LongestCall { attempt })
            .into_iter()
            .collect(),
    }
}

/// Ends a call that is still open; a conversation counts as answered.
pub(crate) fn hang_up(hand: &mut Handling, at: Timestamp) -> Option<Effect> {
    let call = hand.calls.last_mut().filter(|call| call.line.is_open())?;
    let outcome = match call.line {
        Line::Talking { .. } => Outcome::Answered,
        Line::Dialling | Line::Ringing { .. } | Line::Ended { .. } => Outcome::LostWhileDialling,
    };
    call.line = call.line.end(outcome, at);
    Some(Effect::HangUp {
        attempt: call.attempt,
    })
}

/// One attempt has the disposition of the handling. The others gave way to another number,
/// but for the last one: nothing came after it, so it has what the line said.
fn code_of(
    call: &Call,
    main: Option<u32>,
    hand: &Handling,
    verdict: &Verdict<'_>,
    rules: &Rules,
) -> Code {
    if Some(call.attempt) == main {
        return verdict.disposition.code.clone();
    }
    let is_last = hand.calls.last().map(|last| last.attempt) == Some(call.attempt);
    let by_line = line_trigger(call).filter(|_| is_last && !hand.was_live());
    let trigger = by_line.unwrap_or(Trigger::SecondNumber);
    rules.catalogue.answer(trigger).code.clone()
}

fn line_trigger(call: &Call) -> Option<Trigger> {
    call.outcome()
        .filter(|outcome| *outcome != Outcome::Answered)
        .map(|outcome| Trigger::of_line(outcome, call.cause.sign))
}

fn closed_by_line(hand: &Handling, main: Option<Slot>, rules: &Rules) -> Vec<(Slot, Code)> {
    hand.calls
        .iter()
        .filter(|call| Some(call.slot) != main)
        .filter_map(|call| {
            let said = Verdict::answer(rules, line_trigger(call)?);
            said.is_for_number()
                .then(|| (call.slot, said.disposition.code.clone()))
        })
        .collect()
}

/// The record of one call under a code.
pub(crate) fn attempt_of(
    hand: &Handling,
    call: &Call,
    code: Code,
    at: Timestamp,
    rules: &Rules,
) -> Attempt {
    let (outcome, ended_at, answered_at) = match call.line {
        Line::Ended {
            outcome,
            at,
            answered_at,
        } => (outcome, at, answered_at),
        Line::Talking { since } => (Outcome::Answered, at, Some(since)),
        Line::Dialling | Line::Ringing { .. } => (Outcome::Incomplete, at, None),
    };
    Attempt {
        attempt: call.attempt,
        slot: call.slot,
        agent: call.stays_with.unwrap_or(hand.agent),
        campaign: hand.campaign,
        placed_at: call.placed_at,
        answered_at,
        ended_at,
        outcome,
        pair: rules.catalogue.pair(&code, outcome, &call.cause),
        code,
        cause: call.cause,
        coded_at: at,
        inbound: call.inbound,
    }
}
