//! Which phones are registered with which of several Asterisks. With a single one nobody asks.

use super::calls::{About, Calls};
use super::request::Request;
use engine::{AgentId, Gone, Whom};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// A phone that moves is rung where it was for so long.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// The phones of each exchange, as far as they are known.
#[derive(Debug, Clone, Default)]
pub struct Whereabouts(Arc<Vec<Place>>);

#[derive(Debug)]
struct Place {
    /// As the exchange is called.
    name: String,
    phones: Registered,
}

/// The accounts that are registered with one of them.
pub(super) type Registered = Arc<Mutex<BTreeSet<String>>>;

impl Whereabouts {
    /// Of exchanges by their names; nothing is known of phones yet.
    pub fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let places = names.into_iter().map(|name| Place {
            name: name.to_owned(),
            phones: Registered::default(),
        });
        Self(Arc::new(places.collect()))
    }

    pub(super) fn at(&self, exchange: usize) -> Registered {
        let there = self.0.get(exchange).map(|place| place.phones.clone());
        there.unwrap_or_default()
    }

    /// How an exchange is called.
    #[must_use]
    pub fn name_of(&self, exchange: usize) -> Option<String> {
        self.0.get(exchange).map(|place| place.name.clone())
    }

    /// Whether the phone is registered with another exchange than that of this name.
    #[must_use]
    pub fn is_elsewhere_than(&self, name: &str, line: &str) -> bool {
        let exchange = self.0.iter().position(|place| place.name == name);
        exchange.is_some_and(|exchange| self.is_elsewhere(exchange, line))
    }

    /// Whether there is nothing to be told apart.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.0.len() < 2
    }

    /// Whether the phone is registered with another exchange and not with this one. A number is
    /// reached from everywhere; one that is registered nowhere may be anywhere.
    #[must_use]
    pub fn is_elsewhere(&self, exchange: usize, line: &str) -> bool {
        let has = |place: &Place| {
            let there = place.phones.lock();
            there.is_ok_and(|there| there.contains(line))
        };
        self.0.iter().any(has) && !self.0.get(exchange).is_some_and(has)
    }

    /// Whether no exchange has both phones.
    #[must_use]
    pub fn are_apart(&self, one: &str, other: &str) -> bool {
        let apart = |at: usize| self.is_elsewhere(at, one) || self.is_elsewhere(at, other);
        !self.is_single() && (0..self.0.len()).all(apart)
    }
}

impl Calls {
    /// From now on it is looked which phones are registered.
    pub fn watch_phones(&mut self, now: Instant) {
        self.phones_at = Some(now);
    }

    pub(super) fn look_for_phones(&mut self, now: Instant) {
        if self.phones_at.is_some_and(|at| at <= now) {
            self.phones_at = Some(now + LOOK_EVERY);
            self.ask(Request::endpoints(), About::Phones);
        }
    }

    pub(super) fn phones_told(&mut self, body: &Value) {
        let all = body.as_array().into_iter().flatten();
        let online = all.filter(|one| one.get("state").is_some_and(|state| state == "online"));
        let names = online.filter_map(|one| one.get("resource")?.as_str());
        self.registered = names.map(str::to_owned).collect();
    }

    /// Which phones are registered; nobody's while nothing is heard of Asterisk.
    pub fn registered(&self) -> Option<&BTreeSet<String>> {
        self.phones_at.map(|_| &self.registered)
    }

    /// Somebody whose phone is with another exchange cannot be brought into a talk of this one.
    pub fn cannot_reach(&mut self, agent: AgentId, whom: Whom) {
        let line = self.talk_of(agent);
        let call = line.and_then(|line| self.calls.get_mut(&line));
        if let Some(call) = call.filter(|call| call.third.is_none()) {
            call.standing.talk.news = Some((whom, Gone::Elsewhere));
            self.moved.insert(agent);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three(phones: [&[&str]; 3]) -> Whereabouts {
        let whereabouts = Whereabouts::of(["north", "south", "east"]);
        for (at, phones) in phones.into_iter().enumerate() {
            let names = phones.iter().map(|name| (*name).to_owned());
            *whereabouts.at(at).lock().unwrap() = names.collect();
        }
        whereabouts
    }

    #[test]
    fn a_phone_is_elsewhere_when_another_exchange_has_it() {
        let there = three([&["1001", "1003"], &["1002", "1003"], &[]]);
        assert!(there.is_elsewhere(1, "1001"));
        assert!(!there.is_elsewhere(0, "1001"));
        assert!(!there.is_elsewhere(2, "1009"), "nobody knows where it is");
        assert!(!there.is_elsewhere(2, "+493023125100"));
        assert!(there.is_elsewhere_than("south", "1001"));
        assert!(!there.is_elsewhere_than("north", "1001"));
        assert!(!there.is_elsewhere_than("west", "1001"), "there is none");
        assert_eq!(there.name_of(1).as_deref(), Some("south"));
        assert_eq!(there.name_of(3), None);
        assert!(there.are_apart("1001", "1002"));
        assert!(!there.are_apart("1001", "1003"));
        assert!(!Whereabouts::default().are_apart("1001", "1002"));
    }
}
