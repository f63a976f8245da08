//! Closing a contact because something outside any handling asks for it.

use super::{Verdict, consequences, place};
use crate::because::Because;
use crate::catalogue::Kind;
use crate::contact::{Contact, Standing};
use crate::decision::Decision;
use crate::handling::Handling;
use crate::rules::Rules;
use crate::trigger::Trigger;
use jiff::Timestamp;

/// Applies what had to wait until the contact was let go.
pub(super) fn close_if_asked(
    mut decision: Decision,
    closing: Option<Trigger>,
    at: Timestamp,
    rules: &Rules,
) -> Decision {
    let Some(trigger) = closing else {
        return decision;
    };
    let after = close_by(&decision.next, trigger, None, at, rules);
    decision.next = after.next;
    decision.because.extend(after.because);
    decision.effects.extend(after.effects);
    decision
}

/// Whether a trigger changes a contact that is not being called: it closes, parks or renews
/// it. What it would only have tried again is left alone, and so is what only a call can say.
pub(crate) fn changes_at_rest(trigger: Trigger, rules: &Rules) -> bool {
    let of_a_call = matches!(trigger, Trigger::Inbound(_) | Trigger::CutOff);
    let kind = Verdict::answer(rules, trigger).kind;
    !of_a_call && matches!(kind, Kind::Final | Kind::Suspended | Kind::New)
}

/// Closes or changes a contact that nobody has in hand, because something outside asks for
/// it. A contact that is closed keeps its code; a suppression is written all the same.
pub(crate) fn close_by(
    contact: &Contact,
    trigger: Trigger,
    source: Option<&str>,
    at: Timestamp,
    rules: &Rules,
) -> Decision {
    let mut verdict = Verdict::answer(rules, trigger);
    if contact.is_closed() {
        let because = if is_sticky(contact, rules) {
            Because::Sticky {
                code: contact.code.clone(),
            }
        } else {
            late(&trigger.to_string())
        };
        let effects = consequences::suppression(verdict.disposition, contact, None);
        return Decision {
            effects: effects.into_iter().collect(),
            ..Decision::unchanged(contact, because)
        };
    }
    if !changes_at_rest(trigger, rules) {
        return Decision::unchanged(contact, late(&trigger.to_string()));
    }
    if let Some(source) = source {
        verdict.because = Because::Suppressed {
            source: source.to_owned(),
            code: verdict.disposition.code.clone(),
        };
    }
    cancelling(contact, trigger, place(contact, &verdict, at, rules))
}

/// Says of a callback that was agreed that it is not kept, where somebody is not to be called.
pub(crate) fn cancelling(contact: &Contact, trigger: Trigger, mut decision: Decision) -> Decision {
    let objects = matches!(trigger, Trigger::Suppressed | Trigger::OptoutIvr);
    if let (Standing::Callback { due }, true, true) =
        (contact.standing, objects, decision.next.is_closed())
    {
        let owner = contact.owner;
        let because = Because::CallbackCancelled { due, owner };
        decision.because.push(because);
    }
    decision
}

/// It came too late, or to the wrong place, for anything to follow.
pub(crate) fn late(report: &str) -> Because {
    Because::Late {
        report: report.to_owned(),
    }
}

/// Whether what is given to a contact that called in leaves it closed: as any other would, where
/// its code may not be overwritten, and where nobody chose to open it.
pub(super) fn stays_closed(contact: &Contact, verdict: &Verdict<'_>, rules: &Rules) -> bool {
    let called_in = |hand: &Handling| hand.calls.iter().all(|call| call.inbound);
    let unasked = contact.is_closed() && !verdict.is_wanted();
    is_sticky(contact, rules) || (unasked && contact.hand.as_ref().is_some_and(called_in))
}

/// Whether the contact's code may not be overwritten.
pub(crate) fn is_sticky(contact: &Contact, rules: &Rules) -> bool {
    contact.is_closed()
        && rules
            .catalogue
            .find(contact.code.as_str())
            .is_some_and(|disposition| disposition.sticky)
}

/// What came after a code that may not be overwritten is counted, and changes nothing else.
pub(super) fn stay_closed(before: &Contact, decision: Decision) -> Decision {
    let because = Because::Sticky {
        code: before.code.clone(),
    };
    let next = Contact {
        counters: decision.next.counters,
        numbers: decision.next.numbers,
        hand: None,
        held: None,
        offer_at: None,
        ..before.clone()
    };
    Decision {
        next,
        because: vec![because],
        ..decision
    }
}
