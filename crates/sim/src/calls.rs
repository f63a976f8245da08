//! What is placed on the lines, what the lines say, and how it reaches the house.

use crate::agenda::Happening;
use crate::desk::Act;
use crate::error::SimError;
use crate::faults::Delivery;
use crate::people::{Called, course};
use crate::shift::plus;
use crate::world::World;
use engine::{Actor, CallSounds, ContactId, ListId, Number, Permit, Report};
use jiff::Timestamp;
use store::{Answer, Entry, RecordError};
use telephony::{Heard, Order};

/// How long an agent waits for a line that says nothing any more.
const PATIENCE: i64 = 150;

impl World {
    /// Places the call a permit was given for.
    pub fn place(&mut self, agent: usize, permit: Permit, number: Number) -> Result<(), SimError> {
        let now = self.now();
        let Some(held) = self
            .desks
            .get_mut(agent)
            .and_then(|desk| desk.held.as_mut())
        else {
            return Ok(());
        };
        let contact = &held.contact;
        let called = Called {
            contact: contact.id,
            kind: contact.kind,
            slot: permit.slot(),
            attempt: permit.attempt(),
            callbacks: contact.counters.callbacks,
            local: contact.zone.local(now),
        };
        let list = contact.list;
        let course = course(self.seed, &called);
        let fate = course.callee.fate.clone();
        let order = Order {
            list,
            number,
            permit,
            // Nobody hears anything there.
            sounds: CallSounds::default(),
        };
        match self.lines.exchange().place(order, course.callee, now) {
            Ok(placed) => {
                held.line = Some(placed.line);
                held.talk = course.talk;
                self.expect(agent, PATIENCE, Act::AfterCall);
                self.may_ring_back(&called, number, &fate);
                self.listen_later();
                Ok(())
            }
            Err(refused) => self.not_placed(list, refused.contact, refused.attempt),
        }
    }

    /// Tells the house that a dial it gave leave for never happened.
    pub fn not_placed(
        &mut self,
        list: ListId,
        contact: ContactId,
        attempt: u32,
    ) -> Result<(), SimError> {
        self.door.laws.not_placed(contact, attempt);
        let report = Report::NotPlaced { attempt };
        let id = workers::event_id(list, contact, attempt, &report);
        let entry = Entry::report(list, contact, Actor::Line, report).with_id(id);
        self.tell(vec![entry])
    }

    pub fn hang_up(&mut self, contact: ContactId, attempt: u32) {
        let now = self.now();
        let exchange = self.lines.exchange();
        if let Some(line) = exchange.line_of(contact, attempt) {
            exchange.hang_up(line, now);
            self.listen_later();
        }
    }

    /// Lines are listened to on full seconds: what they say in between goes in together.
    pub fn listen_later(&mut self) {
        let Some(due) = self.lines.next_due() else {
            return;
        };
        let at = full_second(due).max(self.now());
        if self.listen_at.is_none_or(|planned| at < planned) {
            self.listen_at = Some(at);
            self.agenda.plan(at, Happening::Lines);
        }
    }

    pub fn listen(&mut self) -> Result<(), SimError> {
        let now = self.now();
        self.listen_at = None;
        let heard = self.lines.exchange().step(now);
        let (ordered, heard): (Vec<Heard>, Vec<Heard>) = heard
            .into_iter()
            .partition(|heard| self.lines.was_ordered(heard.placed.line));
        self.lines.hear(&ordered);
        for heard in &ordered {
            self.hear(heard);
        }
        let mut entries = Vec::new();
        for heard in &heard {
            self.lines.watch(heard);
            let entry = workers::entry(heard);
            match self.faults.delivery(&mut self.dice) {
                Delivery::Now => entries.push(entry),
                Delivery::Never => {}
                Delivery::Twice(seconds) => {
                    self.tell_later(entry.clone(), seconds);
                    entries.push(entry);
                }
                Delivery::Late(seconds) => self.tell_later(entry, seconds),
            }
        }
        self.tell(entries)?;
        for heard in &heard {
            self.hear(heard);
        }
        self.receive()?;
        self.listen_later();
        Ok(())
    }

    fn tell_later(&mut self, entry: Entry, seconds: i64) {
        self.on_their_way += 1;
        let at = plus(self.now(), seconds);
        self.agenda.plan(at, Happening::Told(Box::new(entry)));
    }

    pub fn told(&mut self, entry: Entry) -> Result<(), SimError> {
        self.on_their_way = self.on_their_way.saturating_sub(1);
        self.tell(vec![entry])
    }

    fn tell(&mut self, entries: Vec<Entry>) -> Result<(), SimError> {
        if entries.is_empty() {
            return Ok(());
        }
        for answer in self.door.deliver(entries)? {
            self.take(answer)?;
        }
        Ok(())
    }

    /// A report cannot be refused.
    fn take(&mut self, answer: Answer) -> Result<(), SimError> {
        match answer {
            Ok(recorded) => {
                self.see(&recorded);
                Ok(())
            }
            Err(RecordError::Store(error)) => Err(error.into()),
            Err(error) => Err(SimError::of("a report", error)),
        }
    }

    /// What the agent on the line hears, whatever becomes of the report.
    fn hear(&mut self, heard: &Heard) {
        let line = Some(heard.placed.line);
        let listens = |desk: &crate::desk::Desk| {
            let held = desk.held.as_ref();
            !desk.gone && held.is_some_and(|held| held.line == line)
        };
        let Some(agent) = self.desks.iter().position(listens) else {
            return;
        };
        let Some(desk) = self.desks.get_mut(agent) else {
            return;
        };
        let talk = desk.held.as_ref().and_then(|held| held.talk);
        match (&heard.report, talk) {
            (Report::Answered { .. }, Some(talk)) => {
                // Whoever hangs up does so after as long; an agent left alone notices.
                let late = if talk.they_hang_up { 5 } else { 0 };
                self.expect(agent, talk.seconds.saturating_add(late), Act::HangUp);
            }
            (Report::Ended { .. }, Some(_)) => {
                let wrap_up = desk.dice.between(5, 60);
                self.expect(agent, wrap_up, Act::Dispose);
            }
            (Report::Ended { .. }, None) => {
                let moment = desk.dice.between(1, 5);
                self.expect(agent, moment, Act::AfterCall);
            }
            _ => {}
        }
    }
}

fn full_second(at: Timestamp) -> Timestamp {
    let up = i64::from(at.subsec_nanosecond() > 0);
    Timestamp::from_second(at.as_second().saturating_add(up)).unwrap_or(at)
}
