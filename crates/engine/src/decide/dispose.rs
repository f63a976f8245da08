//! Giving the handling its disposition, with what was agreed.

use super::find;
use crate::catalogue::{Disposition, Setter};
use crate::contact::Contact;
use crate::decision::{Decision, Refusal};
use crate::event::CallbackChoice;
use crate::id::Code;
use crate::rules::Rules;
use crate::settle::{Verdict, is_first, settle};
use jiff::Timestamp;

pub(super) fn dispose(
    contact: &Contact,
    code: &Code,
    choice: Option<&CallbackChoice>,
    at: Timestamp,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    if contact.hand.is_none() {
        return Err(Refusal::NotInHand);
    }
    let disposition = find(code, rules)?;
    let choosable = disposition
        .set_by
        .iter()
        .any(|setter| matches!(setter, Setter::Agent | Setter::Script));
    if !choosable {
        return Err(Refusal::NotChoosable(disposition.code.clone()));
    }
    if let Some(choice) = choice {
        check_choice(contact, disposition, choice, at)?;
    }
    Ok(settle(
        contact,
        &Verdict::chosen(disposition, choice),
        at,
        rules,
    ))
}

/// The agreed moment must lie ahead and inside the code's bounds; the number must exist.
fn check_choice(
    contact: &Contact,
    disposition: &Disposition,
    choice: &CallbackChoice,
    at: Timestamp,
) -> Result<(), Refusal> {
    if let Some(slot) = choice.slot
        && contact.number(slot).is_none()
    {
        return Err(Refusal::NoSuchNumber(slot));
    }
    let Some(chosen) = choice.at else {
        return Ok(());
    };
    if chosen < at {
        return Err(Refusal::Past(chosen));
    }
    let Some(follow_up) = &disposition.follow_up else {
        return Ok(());
    };
    let first = is_first(&contact.counters, disposition);
    follow_up
        .check(chosen, first, at, &contact.zone)
        .map(|_| ())
        .map_err(|out| {
            let local = |instant: Option<Timestamp>| {
                instant.map_or_else(
                    || "any time".to_owned(),
                    |instant| contact.zone.local(instant).to_string(),
                )
            };
            if follow_up.expression(first).read_only {
                Refusal::FixedTime
            } else {
                Refusal::OutOfBounds {
                    earliest: local(out.earliest),
                    latest: local(out.latest),
                }
            }
        })
}
