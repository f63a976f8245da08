//! What is agreed on with somebody who wants to be called back.

use crate::chance::Dice;
use crate::wishes::takes_a_moment;
use engine::catalogue::{Disposition, Kind, Requirement};
use engine::roster::RosterChange;
use engine::{CallbackChoice, Contact, Deal, Money, Slot};
use jiff::{Timestamp, ToSpan};

/// Hours people name; the last three lie outside most rosters and laws.
const HOURS: [i8; 14] = [9, 10, 10, 11, 13, 14, 15, 16, 18, 19, 20, 7, 22, 23];
const ROSTERS: [&str; 4] = [
    "mo-fr 18:00-",
    "mo-fr -12:00",
    "tu 09:00-17:00; th 09:00-17:00",
    "remove",
];

/// The moment, sometimes the number, sometimes other hours; nothing where the code takes none.
pub(crate) fn choice(
    disposition: &Disposition,
    contact: &Contact,
    slot: Option<Slot>,
    at: Timestamp,
    dice: &mut Dice,
) -> Option<CallbackChoice> {
    let entered = entered(disposition, contact, at, dice);
    if !takes_a_moment(disposition) {
        return (entered != CallbackChoice::default()).then_some(entered);
    }
    if disposition.may_go_on() {
        // Nobody here goes on after the end.
        return Some(entered);
    }
    let is_callback = disposition.kind == Kind::Callback;
    // Where the code wants a date, nobody can do without.
    let names_a_moment = dice.happens(850) || disposition.requires.contains(&Requirement::Date);
    let other_hours = dice.happens(60);
    let this_number = dice.happens(100);
    let roster = dice
        .choose(&ROSTERS)
        .filter(|_| is_callback && other_hours)
        .and_then(|text| text.parse::<RosterChange>().ok());
    Some(CallbackChoice {
        at: names_a_moment.then(|| moment(contact, at, is_callback, dice)),
        owner: None,
        slot: slot.filter(|_| is_callback && this_number),
        roster,
        ..entered
    })
}

/// What the code asks for beside a moment: an appointment, what was offered, won or lost.
fn entered(
    disposition: &Disposition,
    contact: &Contact,
    at: Timestamp,
    dice: &mut Dice,
) -> CallbackChoice {
    let asks = |what| disposition.requires(what);
    let appointment = asks(Requirement::Appointment).then(|| moment(contact, at, true, dice));
    let deal = asks(Requirement::Amounts).then(|| Deal {
        value: Some(Money {
            hundredths: dice.between(5, 400).saturating_mul(5_000),
            currency: "EUR".to_owned(),
        }),
        chance: disposition
            .calls_back()
            .then(|| u8::try_from(dice.between(1, 9).saturating_mul(10)).unwrap_or(50)),
        day: (!disposition.calls_back()).then(|| contact.zone.local(at).date()),
        reason: dice
            .choose(&disposition.reasons)
            .map(|reason| reason.key.clone()),
    });
    CallbackChoice {
        appointment,
        deal,
        ..CallbackChoice::default()
    }
}

/// Within the next hours, or in some days; half a year ahead where nobody is to call before.
fn moment(contact: &Contact, at: Timestamp, is_callback: bool, dice: &mut Dice) -> Timestamp {
    let minutes = dice.between(3, 30).saturating_mul(10);
    if is_callback && dice.happens(400) {
        return at.checked_add(minutes.minutes()).unwrap_or(at);
    }
    let days = if is_callback {
        dice.between(1, 10)
    } else {
        dice.between(150, 200)
    };
    let hour = dice.choose(&HOURS).copied().unwrap_or(10);
    let minute = dice.choose(&[0, 15, 30, 45]).copied().unwrap_or(0);
    let local = contact.zone.local(at).date();
    let date = local.checked_add(days.days()).unwrap_or(local);
    contact
        .zone
        .instant(date, jiff::civil::time(hour, minute, 0, 0))
}
