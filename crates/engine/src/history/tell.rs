//! Telling a history: every deed again, upon what the ones before it left.

use super::{Deed, History};
use crate::because::Because;
use crate::contact::Contact;
use crate::decide::decide;
use crate::decision::{Decision, Effect};
use crate::event::{Command, Event};
use crate::handling::{Attempt, Handling};
use crate::observe::observe;
use crate::rules::Rules;
use crate::stock;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Where a telling has led.
pub(super) struct Told {
    pub contact: Contact,
    pub attempts: BTreeMap<u32, Attempt>,
    /// Why the contact stands where it stands.
    pub because: Vec<Because>,
    /// What followed elsewhere from the deed that was asked about.
    pub effects: Vec<Effect>,
}

impl History {
    /// Tells these deeds, and which effects the one with the number `of` had.
    pub(super) fn tell<'d>(&self, deeds: impl IntoIterator<Item = &'d Deed>, of: i64) -> Told {
        let mut told = Told {
            contact: self.origin.clone(),
            attempts: BTreeMap::new(),
            because: Vec::new(),
            effects: Vec::new(),
        };
        for deed in deeds {
            told.step(deed, of);
        }
        told
    }
}

impl Told {
    fn step(&mut self, deed: &Deed, of: i64) {
        let before = self.contact.clone();
        let decision = match (&deed.was, &deed.is) {
            (None, Some(hand)) => taken(before.clone(), hand, deed.dials),
            (Some(_), Some(hand)) => carried_on(before.clone(), deed, hand),
            (Some(_), None) => deed.let_go(before.clone()),
            (None, None) if deed.is_correction() => {
                self.not_in_the_past(deed.past.at, &deed.past.rules);
                return;
            }
            (None, None) => at_rest(&before, deed),
        };
        if deed.past.seq == of {
            self.effects = decision.effects;
        }
        let coded = decision.attempts.into_iter();
        self.attempts
            .extend(coded.map(|attempt| (attempt.attempt, attempt)));
        // What only moves in somebody's hands says nothing of where the contact stands.
        if deed.is.is_none() && decision.next != before {
            let line = |because: &Because| matches!(because, Because::Line { .. });
            self.because = decision.because;
            self.because.retain(|because| !line(because));
        }
        self.contact = decision.next;
    }

    /// Nobody can call at an instant that has passed: what a correction makes due then is
    /// due at the correction.
    fn not_in_the_past(&mut self, at: Timestamp, rules: &Rules) {
        let standing = self.contact.standing;
        if standing.due().is_none_or(|due| due >= at) {
            return;
        }
        self.contact.standing = standing.due_at(at);
        self.because.retain(|because| !is_about_the_offer(because));
        self.because.push(Because::DueNow { at });
        self.because
            .extend(stock::set_offer(&mut self.contact, rules));
        if self.contact.held.is_some() {
            self.because.extend(stock::hold(&mut self.contact, rules));
        }
    }
}

fn is_about_the_offer(because: &Because) -> bool {
    matches!(
        because,
        Because::Roster { .. }
            | Because::Law { .. }
            | Because::NoGround { .. }
            | Because::ScrubExpired { .. }
            | Because::NoCallerId { .. }
            | Because::Gap { .. }
            | Because::OwnedBy { .. }
            | Because::NoNumberLeft
            | Because::NeverAllowed
    )
}

impl Deed {
    fn is_correction(&self) -> bool {
        matches!(self.past.event, Event::Command(Command::Correct { .. }))
    }
}

/// Taken in hand then, whatever would have stood in the way as it is told now.
fn taken(mut contact: Contact, hand: &Handling, dials: u32) -> Decision {
    contact.held = contact.held.filter(|held| held.agent == hand.agent);
    contact.hand = Some(hand.clone());
    contact.dials = dials;
    Decision::of(contact, Vec::new())
}

/// The handling went on: a line moved, a number was dialled, something was altered.
fn carried_on(mut contact: Contact, deed: &Deed, hand: &Handling) -> Decision {
    let (at, rules) = (deed.past.at, &deed.past.rules);
    match &deed.past.event {
        Event::Command(Command::Dial { slot, .. }) => {
            if let Some(number) = contact.numbers.get_mut(slot.index()) {
                number.last_dial_at = Some(at);
            }
        }
        Event::Command(command) => {
            if let Ok(decision) = decide(&contact, command, at, rules) {
                contact = decision.next;
            }
        }
        Event::Report(_) => {}
    }
    contact.dials = deed.dials;
    contact.hand = Some(hand.clone());
    Decision {
        attempts: deed.attempts.clone(),
        ..Decision::of(contact, Vec::new())
    }
}

/// Whatever cannot be done in the history as it is told now is left out, and what took nobody
/// in hand then takes nobody now.
fn at_rest(contact: &Contact, deed: &Deed) -> Decision {
    let (at, rules) = (deed.past.at, &*deed.past.rules);
    let decided = match &deed.past.event {
        Event::Command(command) => decide(contact, command, at, rules).ok(),
        Event::Report(report) => Some(observe(contact, report, at, rules)),
    };
    decided
        .filter(|decision| decision.next.hand.is_none())
        .unwrap_or_else(|| Decision::of(contact.clone(), Vec::new()))
}
