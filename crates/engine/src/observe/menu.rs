//! The menu after a call, in which whoever was called may ask not to be called again.

use super::close_later;
use crate::because::Because;
use crate::catalogue::Disposition;
use crate::contact::Contact;
use crate::decision::{Decision, Effect};
use crate::id::Slot;
use crate::rules::Rules;
use crate::settle::{Verdict, cancelling, close_by, place, suppression};
use crate::trigger::Trigger;
use jiff::Timestamp;

/// Noted; nothing follows from it.
pub(super) fn offered(contact: &Contact, attempt: u32) -> Decision {
    Decision::unchanged(contact, said(attempt, "menu_offered"))
}

/// The number is suppressed at once, whoever has the contact in hand. It is closed as soon as
/// it is let go.
pub(super) fn opted_out(
    contact: &Contact,
    (attempt, slot): (u32, Slot),
    at: Timestamp,
    rules: &Rules,
) -> Decision {
    let trigger = Trigger::OptoutIvr;
    let mut decision = match &contact.hand {
        Some(hand) => close_later(contact, hand, trigger, rules)
            .unwrap_or_else(|| Decision::of(contact.clone(), Vec::new())),
        None if has_result(contact, rules) => close_by(contact, trigger, None, at, rules),
        None => {
            let decision = place(contact, &Verdict::answer(rules, trigger), at, rules);
            cancelling(contact, trigger, decision)
        }
    };
    let answer = rules.catalogue.answer(trigger);
    let is_suppression = |effect: &Effect| matches!(effect, Effect::Suppress { .. });
    decision.effects.retain(|effect| !is_suppression(effect));
    decision
        .effects
        .extend(suppression(answer, contact, Some(slot)));
    decision.because.insert(0, said(attempt, "opted_out"));
    decision
}

/// What the client was promised, and a wish that was said before, stay the contact's code.
fn has_result(contact: &Contact, rules: &Rules) -> bool {
    let code = rules.catalogue.find(contact.code.as_str());
    let stays = |code: &Disposition| code.sticky || code.credit.client > 0;
    contact.is_closed() && code.is_some_and(stays)
}

fn said(attempt: u32, word: &str) -> Because {
    Because::Line {
        attempt,
        word: word.to_owned(),
    }
}
