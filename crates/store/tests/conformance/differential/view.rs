//! What can be seen of the oracle: to choose moves by, and to compare.

use super::oracle::{Kept, Key, Oracle, recorded};
use engine::{Attempt, Contact, ContactId, ListId, Number, Report, Standing};
use std::collections::BTreeMap;

impl Oracle {
    pub fn imports(&self) -> usize {
        self.imports.len()
    }

    pub fn ids(&self) -> Vec<Key> {
        self.contacts.keys().copied().collect()
    }

    pub fn in_hand(&self) -> Vec<Key> {
        let held = self
            .contacts
            .iter()
            .filter(|(_, kept)| kept.contact.hand.is_some());
        held.map(|(key, _)| *key).collect()
    }

    /// Whether consumers in Amsterdam may be called.
    pub fn is_open(&self) -> bool {
        let zone = engine::Zone::new("Europe/Amsterdam").unwrap();
        let consumer = engine::ContactKind::Consumer;
        let window = self.rules[&ListId(1)].law.window(self.now, &zone, consumer);
        !matches!(window, engine::law::Window::Closed { .. })
    }

    pub fn open_ones(&self) -> Vec<Key> {
        let open = self.visible().filter(|(_, kept)| !kept.contact.is_closed());
        open.map(|(key, _)| *key).collect()
    }

    /// In nobody's hands, and yet not to be had by everybody: held for an agent, or waiting.
    pub fn reserved(&self) -> Vec<Key> {
        let is_it = |kept: &Kept| {
            let waits = kept.contact.standing == Standing::Suspended;
            (waits || kept.contact.held.is_some()) && kept.contact.hand.is_none()
        };
        let reserved = self.visible().filter(|(_, kept)| is_it(kept));
        reserved.map(|(key, _)| *key).collect()
    }

    /// What a keeper would report now.
    pub fn expired(&self) -> Vec<(Key, Report)> {
        let expired = |kept: &Kept| match (&kept.contact.hand, kept.contact.held) {
            (Some(hand), _) if hand.lease_until <= self.now => Some(Report::WrapUpExpired),
            (None, Some(held)) if held.release_at? <= self.now => {
                Some(Report::Released { owner_out: false })
            }
            _ => None,
        };
        let all = self.contacts.iter();
        all.filter_map(|(key, kept)| Some((*key, expired(kept)?)))
            .collect()
    }

    pub fn contact(&self, list: ListId, id: ContactId) -> Option<&Contact> {
        self.contacts.get(&(list, id)).map(|kept| &kept.contact)
    }

    pub fn numbers(&self) -> Vec<Number> {
        self.contacts
            .values()
            .flat_map(|kept| kept.numbers.clone())
            .collect()
    }

    /// Everything, one line each.
    pub fn holds(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for ((list, id), kept) in self.visible() {
            let attempts = self
                .attempts
                .range(((*list, *id), 0)..=((*list, *id), u32::MAX));
            let attempts: Vec<Attempt> = attempts.map(|(_, attempt)| attempt.clone()).collect();
            lines.push(recorded(0, &kept.contact, &attempts));
        }
        for (key, (source, until)) in &self.suppressions {
            lines.push(format!("{} {} {} {source} {until:?}", key.0, key.1, key.2));
        }
        let mut dials: BTreeMap<Number, (i64, i64)> = BTreeMap::new();
        for (number, at, ..) in &self.dials {
            let (count, last) = dials.entry(*number).or_insert((0, 0));
            (*count, *last) = (*count + 1, at.as_microsecond().max(*last));
        }
        lines.extend(
            dials
                .iter()
                .map(|(number, (count, last))| format!("{number} {count} {last}")),
        );
        lines.extend(
            self.agents
                .values()
                .map(|agent| serde_json::to_string(agent).unwrap()),
        );
        lines
    }
}
