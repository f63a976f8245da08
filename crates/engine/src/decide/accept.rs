//! What an agent must have filled in, and may have chosen, beside a code.
//!
//! Asked at the door, of people only: what was recorded once is not asked again.

use super::find;
use crate::catalogue::Requirement;
use crate::contact::Contact;
use crate::decision::Refusal;
use crate::event::{CallbackChoice, Command};
use crate::offerable::offerable;
use crate::roster::RosterChange;
use crate::rules::Rules;
use jiff::Timestamp;

/// Whether everything that was chosen has an effect under the code.
pub fn fits(
    contact: &Contact,
    command: &Command,
    at: Timestamp,
    rules: &Rules,
) -> Result<(), Refusal> {
    let Command::Dispose {
        code,
        callback: Some(choice),
    } = command
    else {
        return Ok(());
    };
    let disposition = find(code, rules)?;
    if choice.at.is_some() && !disposition.takes_date() {
        return Err(Refusal::TakesNoDate(disposition.code.clone()));
    }
    if choice.owner.is_some() && !disposition.takes_owner() {
        return Err(Refusal::TakesNoOwner(disposition.code.clone()));
    }
    if let Some(slot) = choice.slot
        && contact
            .number(slot)
            .is_some_and(|number| number.closed.is_some())
    {
        return Err(Refusal::NumberClosed(slot));
    }
    reachable(contact, choice, at, rules)
}

/// Whether what the code requires is there, as far as it goes with the code: a date to call
/// back, a note, and no note with a code that takes none. The rest is asked where it is entered.
pub fn filled_in(command: &Command, noted: bool, rules: &Rules) -> Result<(), Refusal> {
    let Command::Dispose { code, callback } = command else {
        return Ok(());
    };
    let disposition = find(code, rules)?;
    if noted && !disposition.pop_up {
        return Err(Refusal::TakesNoNote(disposition.code.clone()));
    }
    let dated = callback.as_ref().is_some_and(|choice| choice.at.is_some());
    let missing = disposition.requires.iter().find(|what| match what {
        Requirement::Date => !dated && disposition.calls_back(),
        Requirement::Note => !noted,
        Requirement::Email
        | Requirement::Appointment
        | Requirement::Amounts
        | Requirement::Reason => false,
    });
    match missing {
        Some(what) => Err(Refusal::Missing {
            code: disposition.code.clone(),
            what: *what,
        }),
        None => Ok(()),
    }
}

/// A roster that law and zone never meet would hide the contact for ever.
fn reachable(
    contact: &Contact,
    choice: &CallbackChoice,
    at: Timestamp,
    rules: &Rules,
) -> Result<(), Refusal> {
    let Some(RosterChange::Change(roster)) = &choice.roster else {
        return Ok(());
    };
    let from = choice.at.unwrap_or(at);
    match offerable(from, Some(roster), &rules.law, &contact.zone, contact.kind) {
        Some(_) => Ok(()),
        None => Err(Refusal::NeverAllowed),
    }
}
