//! The oracle's suppressions, and the facts the law asks for.

use super::Said;
use super::house::LINKS;
use super::oracle::{Kept, Key, Oracle, said};
use engine::catalogue::Extent;
use engine::{Facts, ListId, Number, NumberFacts, Outcome, Slot};
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
        let number = new.subject.number().unwrap();
        let added = self.put(number, extent, new.scope, &new.source, new.until_at);
        let holds = |list: ListId| holds_in(list, extent, new.scope);
        let covered: Vec<Key> = self
            .visible()
            .filter(|_| closes)
            .filter(|(key, kept)| kept.numbers.contains(&number) && holds(key.0))
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
        let rules = &self.rules[&kept.contact.list];
        let zone = &kept.contact.zone;
        let today = zone.local(self.now).date();
        let list = kept.contact.list;
        let numbers = (0..).zip(&kept.numbers).map(|(slot, number)| {
            let source = self
                .suppressions
                .iter()
                .filter(|((there, extent, scope), (_, until))| {
                    there == number
                        && until.is_none_or(|until| until > self.now)
                        && holds_in(list, extent, *scope)
                });
            let of_number = self.dials.iter().rev().filter(|dial| dial.0 == *number);
            let ended = |dial: &&(Number, Timestamp, Key, u32)| {
                let attempt = self.attempts.get(&(dial.2, dial.3))?;
                (attempt.outcome == Outcome::Abandoned).then_some(attempt.ended_at)
            };
            let mut dials: Vec<Timestamp> = of_number.clone().map(|dial| dial.1).collect();
            dials.sort_by(|a, b| b.cmp(a));
            NumberFacts {
                suppressed_by: source.map(|((_, extent, _), _)| (*extent).to_owned()).min(),
                abandoned_at: of_number.clone().filter_map(|dial| ended(&dial)).max(),
                ..rules.bounds(None).dialled(Slot(slot), dials, today, zone)
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

/// The only advertiser there is.
pub const ADVERTISER: i64 = 1;

/// Every other campaign is its.
pub fn advertiser_of(campaign: i64) -> Option<i64> {
    (campaign % 2 == 0).then_some(ADVERTISER)
}

fn holds_in(list: ListId, extent: &str, scope: i64) -> bool {
    let campaigns = campaigns_of(list);
    match extent {
        "everywhere" => true,
        "advertiser" => {
            let mut advertisers = campaigns.into_iter().map(advertiser_of);
            advertisers.any(|there| there == Some(scope))
        }
        _ => campaigns.contains(&scope),
    }
}

pub fn word(extent: Extent) -> &'static str {
    match extent {
        Extent::Everywhere => "everywhere",
        Extent::Campaign => "campaign",
        Extent::Advertiser => "advertiser",
    }
}

/// A campaign without an advertiser stands for itself.
pub fn scopes(extent: Extent, list: ListId) -> Vec<(&'static str, i64)> {
    let campaigns = campaigns_of(list).into_iter();
    let itself = |campaign| ("campaign", campaign);
    match extent {
        Extent::Everywhere => vec![("everywhere", 0)],
        Extent::Campaign => campaigns.map(itself).collect(),
        Extent::Advertiser => campaigns
            .map(|campaign| match advertiser_of(campaign) {
                Some(advertiser) => ("advertiser", advertiser),
                None => itself(campaign),
            })
            .collect(),
    }
}
