//! The oracle's suppressions, and the facts the law asks for.

use super::Said;
use super::house::LINKS;
use super::oracle::{Kept, Key, Oracle, said};
use engine::catalogue::Extent;
use engine::{Facts, ListId, Number, NumberFacts, Slot};
use jiff::Timestamp;
use store::{Entry, Suppression};

impl Oracle {
    pub fn put(
        &mut self,
        number: Number,
        extent: &'static str,
        scope: i64,
        source: &str,
        until: Option<Timestamp>,
    ) -> bool {
        let key = (number, extent, scope);
        match self.suppressions.get_mut(&key) {
            None => self
                .suppressions
                .insert(key, (source.to_owned(), until))
                .is_none(),
            Some((_, there)) => {
                *there = there.zip(until).map(|(a, b)| a.max(b));
                false
            }
        }
    }

    pub fn suppress(&mut self, new: &Suppression, closes: bool) -> Said {
        let extent = word(new.extent);
        let added = self.put(new.number, extent, new.scope, &new.source, new.until_at);
        let holds = |list: ListId| new.scope == 0 || campaigns_of(list).contains(&new.scope);
        let covered: Vec<Key> = self
            .visible()
            .filter(|_| closes)
            .filter(|(key, kept)| kept.numbers.contains(&new.number) && holds(key.0))
            .filter(|(_, kept)| kept.contact.state() != "closed")
            .map(|(key, _)| *key)
            .collect();
        for key in &covered {
            self.record(&Entry::report(
                key.0,
                key.1,
                engine::Actor::Keeper,
                new.told(),
            ));
        }
        said(
            "suppress",
            "done",
            format!("{} {}", i64::from(added), covered.len()),
        )
    }

    pub fn facts(&self, kept: &Kept) -> Facts {
        let zone = &kept.contact.zone;
        let since = zone.start_of(zone.local(self.now).date());
        let campaigns = campaigns_of(kept.contact.list);
        let numbers = (0..).zip(&kept.numbers).map(|(slot, number)| {
            let dials = || self.dials.iter().filter(move |dial| dial.0 == *number);
            let source = self
                .suppressions
                .iter()
                .filter(|((there, extent, scope), (_, until))| {
                    there == number
                        && until.is_none_or(|until| until > self.now)
                        && (*extent == "everywhere" || campaigns.contains(scope))
                });
            NumberFacts {
                slot: Slot(slot),
                suppressed_by: source.map(|((_, extent, _), _)| (*extent).to_owned()).min(),
                last_dial_at: dials().map(|dial| dial.1).max(),
                dials_today: dials().filter(|dial| dial.1 >= since).count() as u32,
            }
        });
        Facts {
            numbers: numbers.collect(),
            ..Facts::default()
        }
    }
}

pub fn campaigns_of(list: ListId) -> Vec<i64> {
    LINKS
        .iter()
        .filter(|link| link.1 == list.0)
        .map(|link| link.0)
        .collect()
}

pub fn word(extent: Extent) -> &'static str {
    match extent {
        Extent::Everywhere => "everywhere",
        Extent::Campaign | Extent::Advertiser => "campaign",
    }
}

pub fn scopes(extent: Extent, list: ListId) -> Vec<(&'static str, i64)> {
    match extent {
        Extent::Everywhere => vec![("everywhere", 0)],
        _ => campaigns_of(list)
            .into_iter()
            .map(|campaign| ("campaign", campaign))
            .collect(),
    }
}
