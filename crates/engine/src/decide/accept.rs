//! What an agent must have filled in, and may have chosen, beside a code.
//!
//! Asked at the door, of people only: what was recorded once is not asked again.

use super::find;
use crate::catalogue::{Disposition, Requirement};
use crate::contact::Contact;
use crate::decision::Refusal;
use crate::entered::Deal;
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
    let code = || disposition.code.clone();
    if choice.at.is_some() && !disposition.takes_date() {
        return Err(Refusal::TakesNoDate(code()));
    }
    if choice.owner.is_some() && !disposition.takes_owner() {
        return Err(Refusal::TakesNoOwner(code()));
    }
    goes_on(disposition, choice)?;
    if let Some(appointment) = choice.appointment {
        if !disposition.requires(Requirement::Appointment) {
            return Err(Refusal::TakesNoAppointment(code()));
        }
        if appointment < at {
            return Err(Refusal::Past(appointment));
        }
    }
    if let Some(deal) = &choice.deal {
        deal.fits(disposition)?;
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

/// What ends a contact is followed up again only where its code allows that, and at a moment
/// only where it is.
fn goes_on(disposition: &Disposition, choice: &CallbackChoice) -> Result<(), Refusal> {
    let code = || disposition.code.clone();
    match choice.again {
        Some(by) if !disposition.reopen.contains(&by) => Err(Refusal::EndsForGood(code())),
        None if choice.at.is_some()
            && disposition.may_go_on()
            && disposition.revive_on.is_none() =>
        {
            Err(Refusal::NotAgain(code()))
        }
        _ => Ok(()),
    }
}

/// What goes with a code and is not part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Beside {
    /// A note is written with it.
    pub noted: bool,
    /// An e-mail address of the contact is known.
    pub mailable: bool,
}

/// Whether what the code requires is there, and no note with a code that takes none.
pub fn filled_in(command: &Command, beside: Beside, rules: &Rules) -> Result<(), Refusal> {
    let Command::Dispose { code, callback } = command else {
        return Ok(());
    };
    let disposition = find(code, rules)?;
    if beside.noted && !disposition.pop_up {
        return Err(Refusal::TakesNoNote(disposition.code.clone()));
    }
    let none = CallbackChoice::default();
    let choice = callback.as_ref().unwrap_or(&none);
    let missing = disposition.requires.iter().find(|what| match what {
        Requirement::Date => !is_dated(disposition, choice),
        Requirement::Note => !beside.noted,
        Requirement::Email => !beside.mailable,
        Requirement::Appointment => choice.appointment.is_none(),
        Requirement::Amounts => !deal_of(choice).has_amounts(disposition),
        Requirement::Reason => deal_of(choice).reason.is_none(),
    });
    let undated = choice.again.is_some() && choice.at.is_none();
    match missing.or(undated.then_some(&Requirement::Date)) {
        Some(what) => Err(Refusal::Missing {
            code: disposition.code.clone(),
            what: *what,
        }),
        None => Ok(()),
    }
}

/// The date is that of the callback, or the day on which a deal was won or lost. Of what else
/// it may be, it is asked for where that is entered.
fn is_dated(disposition: &Disposition, choice: &CallbackChoice) -> bool {
    if disposition.calls_back() {
        choice.at.is_some()
    } else {
        !disposition.requires(Requirement::Amounts) || deal_of(choice).day.is_some()
    }
}

fn deal_of(choice: &CallbackChoice) -> Deal {
    choice.deal.clone().unwrap_or_default()
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
