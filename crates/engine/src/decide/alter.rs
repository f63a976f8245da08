//! What is altered about a contact from outside its handling: fields, numbers, its place.

use crate::because::Because;
use crate::contact::{Contact, NumberState, Standing};
use crate::decision::{Decision, Refusal};
use crate::event::ConsentChange;
use crate::id::Slot;
use crate::place::CALLED_FIRST;
use crate::rules::Rules;
use crate::stock;
use jiff::Timestamp;

/// The fields themselves lie elsewhere: here stands which of them changed.
pub(super) fn edit(
    contact: &Contact,
    fields: &[String],
    consent: Option<&ConsentChange>,
    rules: &Rules,
) -> Decision {
    let fields = fields.to_vec();
    let edited = Because::Edited { fields };
    let now = match consent {
        None => return Decision::unchanged(contact, edited),
        Some(ConsentChange::Now(consent)) => Some(consent.clone()),
        Some(ConsentChange::Gone) => None,
    };
    let basis = now.as_ref().map(|consent| consent.basis);
    let mut next = contact.clone();
    next.consent = now;
    let mut because = vec![edited];
    // The same ground once more: what the list states has changed, and with it the place.
    if next.consent != contact.consent {
        because.push(Because::ConsentChanged { basis });
    }
    because.extend(stock::set_offer(&mut next, rules));
    if next.held.is_some() {
        because.extend(stock::hold(&mut next, rules));
    }
    Decision::of(next, because)
}

/// Other digits make another number: what was known of the old one is forgotten. A number
/// that is taken away leaves its slot empty, so that earlier attempts keep theirs.
pub(super) fn renumber(
    contact: &Contact,
    changed: &[Slot],
    removed: &[Slot],
    added: u8,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    let touched = || changed.iter().chain(removed);
    if let Some(slot) = touched().find(|slot| slot.index() >= contact.numbers.len()) {
        return Err(Refusal::NoSuchNumber(*slot));
    }
    let is_open = |slot: &Slot| {
        let calls = contact.hand.iter().flat_map(|hand| &hand.calls);
        calls
            .into_iter()
            .any(|call| call.slot == *slot && call.line.is_open())
    };
    if touched().any(is_open) {
        return Err(Refusal::LineOpen);
    }
    let mut next = contact.clone();
    let mut put = |slot: &Slot, gone: bool| {
        if let Some(number) = next.numbers.get_mut(slot.index()) {
            *number = NumberState {
                gone,
                ..NumberState::default()
            };
        }
    };
    changed.iter().for_each(|slot| put(slot, false));
    removed.iter().for_each(|slot| put(slot, true));
    let more = std::iter::repeat_n(NumberState::default(), usize::from(added));
    next.numbers.extend(more);
    if next.slots().next().is_none() {
        return Err(Refusal::LastNumber);
    }
    next.preferred = next.preferred.filter(|slot| next.number(*slot).is_some());
    let mut because = vec![Because::Renumbered];
    because.extend(stock::set_offer(&mut next, rules));
    if next.held.is_some() {
        because.extend(stock::hold(&mut next, rules));
    }
    Ok(Decision::of(next, because))
}

/// Before everything else, now: the first place of the first band. The next code gives it
/// another.
pub(super) fn call_first(
    contact: &Contact,
    at: Timestamp,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    if let Some(hand) = &contact.hand {
        return Err(Refusal::InHand(hand.agent));
    }
    match contact.standing {
        Standing::Closed { .. } => return Err(Refusal::Closed(contact.code.clone())),
        Standing::Suspended => return Err(Refusal::Suspended(contact.code.clone())),
        Standing::New { .. } | Standing::Unreached { .. } | Standing::Callback { .. } => {}
    }
    let mut next = contact.clone();
    next.priority = CALLED_FIRST;
    next.standing = next.standing.due_at(at);
    let mut because = vec![Because::CalledFirst];
    because.extend(stock::set_offer(&mut next, rules));
    because.extend(stock::hold(&mut next, rules));
    Ok(Decision::of(next, because))
}
