//! What follows from something that happened. Facts cannot be refused: what comes late is
//! noted, and nothing follows from it.

mod line;
mod menu;
mod missed;
mod rescue;

pub(crate) use line::{concluded, end_call, lease_from, line_verdict};
pub(crate) use rescue::{lost, taken_back, unfinished};

use crate::because::Because;
use crate::contact::Contact;
use crate::decide::wake;
use crate::decision::Decision;
use crate::event::Report;
use crate::handling::{Handling, Phase};
use crate::rules::Rules;
use crate::settle::{changes_at_rest, close_by, late};
use crate::trigger::Trigger;
use jiff::Timestamp;
use line::{ended, move_line, not_placed};
use menu::opted_out;
use missed::{Missed, missed};
use rescue::{renewed, wrap_up_expired};

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
        (Report::MenuOffered { attempt }, _) => menu::offered(contact, *attempt),
        (Report::OptedOut { attempt, slot }, _) => opted_out(contact, (*attempt, *slot), at, rules),
        (Report::NotPlaced { attempt }, Some(hand)) => {
            not_placed(contact, hand, *attempt, at, rules).unwrap_or_else(|| noted(contact, report))
        }
        (Report::SignOfLife { agent }, Some(hand)) if hand.agent == *agent => {
            renewed(contact, hand, at, rules).unwrap_or_else(|| noted(contact, report))
        }
        (Report::LeaseExpired, Some(hand)) if hand.lease_until <= at => {
            taken_back(contact, hand, Because::LeaseExpired, at, rules)
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
        (
            Report::Missed {
                slot,
                campaign,
                called_at,
                end,
                made_for_it,
            },
            _,
        ) => {
            let call = Missed {
                slot: *slot,
                campaign: *campaign,
                called_at: *called_at,
                end: *end,
                made_for_it: *made_for_it,
            };
            missed(contact, call, at, rules)
        }
        (Report::Due, None) => due(contact, at, rules).unwrap_or_else(|| noted(contact, report)),
        (Report::Released { owner_out }, None) => {
            released(contact, *owner_out, at).unwrap_or_else(|| noted(contact, report))
        }
        _ => noted(contact, report),
    }
}

/// Its time has come: a callback that nobody kept is given up, or it takes its place in the
/// client's own order. Where the catalogue keeps the callback open it is not told of again.
fn due(contact: &Contact, at: Timestamp, rules: &Rules) -> Option<Decision> {
    let mut next = contact.clone();
    if contact.gives_up_at.is_some_and(|end| end <= at) {
        next.gives_up_at = None;
        let trigger = Trigger::CallbackTimeout;
        return Some(close_by(&next, trigger, None, at, rules));
    }
    wake(&mut next, at).then(|| Decision::of(next, vec![Because::InOrder]))
}

/// A reservation ends when its time is over, or when it is due and its owner is not there.
/// What was agreed anew meanwhile stays reserved.
fn released(contact: &Contact, owner_out: bool, at: Timestamp) -> Option<Decision> {
    let ends_at = if owner_out {
        contact.standing.due()
    } else {
        contact.held?.release_at
    };
    contact.held?;
    ends_at.filter(|ends_at| *ends_at <= at)?;
    let next = Contact {
        held: None,
        ..contact.clone()
    };
    Some(Decision::of(next, vec![Because::Released { owner_out }]))
}

/// It came after the fact: nothing follows.
fn noted(contact: &Contact, report: &Report) -> Decision {
    Decision::unchanged(contact, late(report.word()))
}

/// In hand nothing is taken away: what closes the contact waits until it is let go. A wish
/// not to be called outlasts anything else that asks for it. A callback that is being kept
/// cannot time out, and a stage is not entered in the middle of a call.
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
    let in_vain = matches!(trigger, Trigger::CallbackTimeout | Trigger::StageEntered);
    if !outlasts || in_vain || !changes_at_rest(trigger, rules) {
        return None;
    }
    let mut next = contact.clone();
    if let Some(hand) = next.hand.as_mut() {
        hand.closing = Some(trigger);
    }
    Some(Decision::of(next, vec![Because::Closing { trigger }]))
}
