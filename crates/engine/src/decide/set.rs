//! Setting a code from outside a handling: a supervisor's hand.

use super::find;
use crate::because::Because;
use crate::catalogue::{Kind, OwnerRule};
use crate::contact::Contact;
use crate::decision::{Decision, Refusal};
use crate::event::CallbackChoice;
use crate::id::{AgentId, Code};
use crate::rules::Rules;
use crate::score::Score;
use crate::settle::{Verdict, is_sticky, place};
use crate::windows::Tried;
use jiff::Timestamp;

/// Closes, reopens or re-codes; counters are reset only if asked.
pub(super) fn set(
    contact: &Contact,
    code: &Code,
    reset: bool,
    (due, owner): (Option<Timestamp>, Option<AgentId>),
    at: Timestamp,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    if let Some(hand) = &contact.hand {
        return Err(Refusal::InHand(hand.agent));
    }
    let disposition = find(code, rules)?;
    if is_sticky(contact, rules) {
        return Err(Refusal::Sticky(contact.code.clone()));
    }
    if disposition.kind == Kind::AttemptOnly || disposition.kind == Kind::Returned {
        return Err(Refusal::NotChoosable(disposition.code.clone()));
    }
    if let Some(due) = due.filter(|due| *due < at) {
        return Err(Refusal::Past(due));
    }
    if owner.is_some() && !disposition.may_be_owned() {
        return Err(Refusal::TakesNoOwner(disposition.code.clone()));
    }
    // What is kept for its owner would otherwise be everybody's, or nobody's.
    let owned = owner.or(contact.owner);
    if disposition.owner == OwnerRule::Assignable && disposition.calls_back() && owned.is_none() {
        return Err(Refusal::NobodysOwn(disposition.code.clone()));
    }
    let mut from = contact.clone();
    if reset {
        from.counters.reset();
        from.tried = from.tried.map(|_| Tried::default());
        from.score = from.score.map(|_| Score::default());
    }
    // Whoever opens a contact wants it tried, so its numbers must not all stay closed.
    if reset || (disposition.kind != Kind::Final && from.open_slots().is_empty()) {
        for number in &mut from.numbers {
            number.closed = None;
        }
    }
    let choice = CallbackChoice {
        at: due,
        owner,
        ..CallbackChoice::default()
    };
    let choice = (choice != CallbackChoice::default()).then_some(choice);
    let verdict = Verdict {
        because: Because::SetByHand {
            code: disposition.code.clone(),
            reset,
        },
        ..Verdict::chosen(disposition, choice.as_ref())
    };
    let mut decision = place(&from, &verdict, at, rules);
    decision.next.counters.is_callback |= disposition.kind == Kind::Callback;
    Ok(decision)
}
