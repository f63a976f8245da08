//! The laws of the house, checked against everything the simulation is told.
//!
//! They are stated here once more, independently of the engine: whatever breaks one is
//! written down with its contact and instant.

use engine::catalogue::{Disposition, Extent};
use engine::{
    AgentId, Because, Code, Contact, ContactId, LimitKind, ListId, Number, Rules, Standing,
};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::Recorded;

/// What was seen, and what was broken.
#[derive(Debug, Default)]
pub struct Laws {
    rules: BTreeMap<ListId, Arc<Rules>>,
    closed: BTreeSet<ContactId>,
    hands: BTreeMap<AgentId, ContactId>,
    dials: BTreeMap<(ContactId, u32), Number>,
    attempts: BTreeMap<(ContactId, u32), Code>,
    suppressed: BTreeMap<Number, Timestamp>,
    /// Who said, by which door and when, that nobody is to call.
    opted_out: BTreeMap<ContactId, (&'static str, Timestamp)>,
    touched: BTreeSet<(ListId, ContactId)>,
    pub broken: Vec<String>,
    pub seen: Seen,
}

/// How often each came up: a law that was never tried proves nothing.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Seen {
    pub events: u64,
    pub dials: u64,
    pub states: BTreeMap<&'static str, u64>,
    pub limits: BTreeMap<LimitKind, u64>,
    /// Second numbers dialled within a handling.
    pub other_numbers: u64,
    /// Events that came too late for anything to follow.
    pub late: u64,
    /// Contacts taken back from somebody who was not heard of.
    pub rescued: u64,
    /// Contacts closed because a number of theirs was suppressed.
    pub closed_by_suppression: u64,
    pub suppressed_numbers: u64,
    /// Opt-outs, by the door they came through.
    pub opt_outs: BTreeMap<&'static str, u64>,
    pub released_callbacks: u64,
    pub crashes: u64,
    /// Commands that were refused, by the refusal's word.
    pub refused: BTreeMap<&'static str, u64>,
}

impl Laws {
    pub(crate) fn know(&mut self, list: ListId, rules: Arc<Rules>) {
        self.rules.insert(list, rules);
    }

    /// Contacts something happened to.
    pub fn touched(&self) -> impl Iterator<Item = (ListId, ContactId)> {
        self.touched.iter().copied()
    }

    /// Attempts that were dialled, of one contact.
    pub fn dialled(&self, contact: ContactId) -> BTreeSet<u32> {
        self.dials
            .range((contact, 0)..=(contact, u32::MAX))
            .map(|((_, attempt), _)| *attempt)
            .collect()
    }

    /// Whether anybody has a contact in hand.
    pub(crate) fn at_rest(&self) -> bool {
        self.hands.is_empty()
    }

    /// Dials that have no disposition though nobody has their contact in hand.
    pub fn uncoded(&self) -> Vec<(ContactId, u32)> {
        let held: BTreeSet<ContactId> = self.hands.values().copied().collect();
        self.dials
            .keys()
            .filter(|dial| !self.attempts.contains_key(dial) && !held.contains(&dial.0))
            .copied()
            .collect()
    }

    /// A call that was not placed after all is no attempt.
    pub(crate) fn not_placed(&mut self, contact: ContactId, attempt: u32) {
        self.dials.remove(&(contact, attempt));
    }

    pub(crate) fn note(&mut self, recorded: &Recorded) {
        if recorded.known {
            return;
        }
        let (contact, at) = (&recorded.contact, recorded.at);
        self.seen.events += 1;
        self.touched.insert((contact.list, contact.id));
        *self.seen.states.entry(contact.state()).or_default() += 1;
        self.count(&recorded.because);
        if recorded
            .because
            .iter()
            .any(|why| matches!(why, Because::PickedUp { .. }))
        {
            // Who calls in is served, also one with whom we were done.
            self.closed.remove(&contact.id);
        }
        self.note_dial(recorded);
        for attempt in &recorded.attempts {
            let code = attempt.code.clone();
            self.attempts.insert((contact.id, attempt.attempt), code);
        }
        self.note_suppression(recorded);
        self.closed_stays_closed(contact, at);
        self.one_hand(contact, at);
        self.open_waits_for_something(contact, at);
        self.limits_hold(contact, at);
    }

    fn count(&mut self, because: &[Because]) {
        for because in because {
            match because {
                Because::Limit { limit, .. } => *self.seen.limits.entry(*limit).or_default() += 1,
                Because::OtherNumber { .. } => self.seen.other_numbers += 1,
                Because::Late { .. } => self.seen.late += 1,
                Because::LeaseExpired => self.seen.rescued += 1,
                Because::Suppressed { .. } => self.seen.closed_by_suppression += 1,
                Because::Released { .. } => self.seen.released_callbacks += 1,
                _ => {}
            }
        }
    }

    /// From now on none of these contacts is to be dialled, whatever happens.
    pub(crate) fn opted_out(&mut self, door: &'static str, covered: Vec<ContactId>, at: Timestamp) {
        *self.seen.opt_outs.entry(door).or_default() += 1;
        for contact in covered {
            self.opted_out.entry(contact).or_insert((door, at));
        }
    }

    fn note_dial(&mut self, recorded: &Recorded) {
        let Some((permit, number)) = &recorded.dial else {
            return;
        };
        self.seen.dials += 1;
        if let Some(since) = self.suppressed.get(number) {
            let broken = format!("dialled though the number is suppressed since {since}");
            self.breach(&recorded.contact, recorded.at, &broken);
        }
        if let Some((door, since)) = self.opted_out.get(&recorded.contact.id) {
            let broken = format!("dialled after an opt-out ({door}) at {since}");
            self.breach(&recorded.contact, recorded.at, &broken);
        }
        let dial = (permit.contact(), permit.attempt());
        if self.dials.insert(dial, *number).is_some() {
            self.breach(
                &recorded.contact,
                recorded.at,
                "an attempt was dialled twice",
            );
        }
    }

    /// The numbers that were called under a code that suppresses them everywhere.
    fn note_suppression(&mut self, recorded: &Recorded) {
        let Some(rules) = self.rules.get(&recorded.contact.list) else {
            return;
        };
        let everywhere = |there: &&Disposition| {
            let suppress = there.suppress.as_ref();
            suppress.is_some_and(|suppress| suppress.extent == Extent::Everywhere)
        };
        for attempt in &recorded.attempts {
            let code = rules.catalogue.find(attempt.code.as_str());
            let number = self.dials.get(&(recorded.contact.id, attempt.attempt));
            if let (Some(_), Some(number)) = (code.filter(everywhere), number) {
                self.suppressed.entry(*number).or_insert(recorded.at);
                self.seen.suppressed_numbers += 1;
            }
        }
    }

    /// Nobody but a caller reopens a contact in a simulation, so a closed one must stay so.
    fn closed_stays_closed(&mut self, contact: &Contact, at: Timestamp) {
        if contact.is_closed() && contact.hand.is_none() {
            self.closed.insert(contact.id);
        } else if self.closed.contains(&contact.id) {
            self.breach(contact, at, "closed, and offered again");
        }
    }

    fn one_hand(&mut self, contact: &Contact, at: Timestamp) {
        self.hands.retain(|agent, held| {
            *held != contact.id
                || contact
                    .hand
                    .as_ref()
                    .is_some_and(|hand| hand.agent == *agent)
        });
        if let Some(hand) = &contact.hand {
            let before = self.hands.insert(hand.agent, contact.id);
            if before.is_some_and(|held| held != contact.id) {
                self.breach(contact, at, "its agent has another contact in hand");
            }
        }
    }

    fn open_waits_for_something(&mut self, contact: &Contact, at: Timestamp) {
        let waits = contact.offer_at.is_some() || contact.standing == Standing::Suspended;
        if !contact.is_closed() && contact.hand.is_none() && !waits {
            self.breach(contact, at, "open, and never offered again");
        }
    }

    fn limits_hold(&mut self, contact: &Contact, at: Timestamp) {
        let Some(rules) = self.rules.get(&contact.list) else {
            return;
        };
        let (limits, counters) = (rules.limits(), &contact.counters);
        let run = match counters.is_callback {
            true => limits.callback_count,
            false => limits.cold_count,
        };
        let placed = contact.hand.as_ref().map_or(0, |hand| {
            hand.calls.iter().filter(|call| !call.inbound).count()
        });
        let attempts = u64::from(counters.attempts) + placed as u64;
        let total = limits.total > 0 && attempts > u64::from(limits.total);
        let unreached = matches!(contact.standing, Standing::Unreached { .. });
        let in_a_row = run > 0 && unreached && counters.unreached_run >= run;
        if total {
            self.breach(contact, at, "more attempts than the absolute maximum");
        }
        if in_a_row && contact.hand.is_none() {
            self.breach(
                contact,
                at,
                "not reached as often as allowed, and still open",
            );
        }
    }

    fn breach(&mut self, contact: &Contact, at: Timestamp, law: &str) {
        let (list, id) = (contact.list.0, contact.id.0);
        self.broken
            .push(format!("{at} list {list} contact {id}: {law}"));
    }
}
