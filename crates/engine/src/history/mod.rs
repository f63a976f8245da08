//! What happened to one contact, from its origin on: so that it can be told again with one
//! thing changed.
//!
//! Hands are facts: who had the contact, which calls were placed, what the line said and
//! which dispositions were given. What follows from them is decided again: counters, limits,
//! standing, due time, owner, roster.

mod correct;
mod letting_go;
mod otherwise;
mod tell;
mod undo;

pub use otherwise::CameTo;

use crate::contact::Contact;
use crate::decide::decide;
use crate::decision::{Decision, Refusal};
use crate::event::{Actor, Command, Event, Report};
use crate::handling::{Attempt, Handling};
use crate::id::Code;
use crate::observe::observe;
use crate::rules::Rules;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

/// A disposition can be taken back for less than this long. What it sends out of the house
/// waits this long.
pub const UNDO_WITHIN: SignedDuration = SignedDuration::from_secs(10);

/// One event as the journal keeps it.
#[derive(Debug, Clone)]
pub struct Past {
    /// Its number among the contact's events, from 1 on.
    pub seq: i64,
    pub event: Event,
    pub actor: Actor,
    pub at: Timestamp,
    /// The rules it was decided by.
    pub rules: Arc<Rules>,
}

/// The events of one contact, oldest first, and where they have led.
#[derive(Debug, Clone)]
pub struct History {
    origin: Contact,
    now: Contact,
    deeds: Vec<Deed>,
}

/// An event that was not taken back, with the facts it left.
#[derive(Debug, Clone)]
struct Deed {
    past: Past,
    /// In whose hands the contact was before, and after.
    was: Option<Handling>,
    is: Option<Handling>,
    /// Dials ever placed, after it.
    dials: u32,
    /// Attempts that were coded while the handling went on.
    attempts: Vec<Attempt>,
    /// It came after the fact and says nothing new.
    idle: bool,
    /// The code that a correction gave instead.
    corrected: Option<Code>,
}

impl History {
    /// A contact as it began, with nothing that has happened to it yet.
    pub fn begin(origin: Contact) -> Self {
        Self {
            now: origin.clone(),
            origin,
            deeds: Vec::new(),
        }
    }

    /// The contact as its events have left it.
    pub fn contact(&self) -> &Contact {
        &self.now
    }

    /// What follows from one more event; unlike [`decide`], also from one that changes the
    /// past.
    pub fn decide(&self, next: &Past) -> Result<Decision, Refusal> {
        let Past {
            event, at, rules, ..
        } = next;
        match event {
            Event::Command(Command::Correct { attempt, code }) => {
                self.correct(*attempt, code, next)
            }
            Event::Command(Command::Undo) => self.undo(next),
            Event::Command(command) => decide(&self.now, command, *at, rules),
            Event::Report(report) => Ok(observe(&self.now, report, *at, rules)),
        }
    }

    /// The same, and from now on it is part of the history.
    pub fn follow(&mut self, next: Past) -> Result<Decision, Refusal> {
        let decision = self.decide(&next)?;
        let mut deed = Deed {
            was: self.now.hand.clone(),
            is: decision.next.hand.clone(),
            dials: decision.next.dials,
            attempts: decision.attempts.clone(),
            idle: decision.next == self.now && is_echo(&next.event),
            corrected: None,
            past: next,
        };
        match &deed.past.event {
            Event::Command(Command::Correct { attempt, code }) => {
                if let Some(given) = self.given(*attempt) {
                    given.corrected = Some(code.clone());
                }
            }
            Event::Command(Command::Undo) => {
                if let Some(place) = self.last_letting_go() {
                    deed.was = self.deeds.get(place).and_then(|given| given.was.clone());
                    deed.attempts.clear();
                    self.deeds.truncate(place);
                }
            }
            _ => {}
        }
        self.now = decision.next.clone();
        self.deeds.push(deed);
        Ok(decision)
    }

    /// The number of the last event.
    pub fn seq(&self) -> i64 {
        self.deeds.last().map_or(0, |deed| deed.past.seq)
    }

    /// The contact told once more from its origin: the same as it is.
    pub fn told_again(&self) -> Contact {
        self.tell(&self.deeds, 0).contact
    }

    /// The attempt that carries the disposition of the contact's last handling, if it had one.
    pub fn last_attempt(&self) -> Option<u32> {
        self.deeds.iter().rev().find_map(Deed::main_attempt)
    }

    /// Where the contact was let go for the last time.
    fn last_letting_go(&self) -> Option<usize> {
        self.deeds.iter().rposition(Deed::lets_go)
    }

    fn given(&mut self, attempt: u32) -> Option<&mut Deed> {
        let mut deeds = self.deeds.iter_mut().rev();
        deeds.find(|deed| deed.has(attempt))
    }
}

/// What is still heard of a handling that is over.
fn is_echo(event: &Event) -> bool {
    match event {
        Event::Report(report) => !matches!(
            report,
            Report::Suppressed { .. } | Report::Triggered { .. } | Report::OptedOut { .. }
        ),
        Event::Command(_) => false,
    }
}

impl Deed {
    fn lets_go(&self) -> bool {
        self.was.is_some() && self.is.is_none()
    }

    /// Whether the contact was let go here after this attempt.
    fn has(&self, attempt: u32) -> bool {
        let calls = self.was.iter().flat_map(|hand| &hand.calls);
        self.lets_go()
            && self.result().is_some()
            && calls.into_iter().any(|call| call.attempt == attempt)
    }
}
