//! Setting a code from outside a handling: a supervisor's hand.

use super::find;
use crate::because::Because;
use crate::catalogue::Kind;
use crate::contact::Contact;
use crate::decision::{Decision, Refusal};
use crate::event::CallbackChoice;
use crate::id::Code;
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
    due: Option<Timestamp>,
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
    let choice = due.map(|due| CallbackChoice {
        at: Some(due),
        ..CallbackChoice::default()
    });
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
