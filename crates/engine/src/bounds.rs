//! What holds for a call: of law, campaign and list the strictest.

use crate::facts::NumberFacts;
use crate::id::Slot;
use crate::law::{AbandonedOf, Abandonment, Law, Ring};
use crate::machines::Machines;
use crate::period::Period;
use crate::profile::{Often, Profile, Says};
use crate::recording::{Owed, Recording, USUAL_DAYS};
use crate::zone::Zone;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};

/// Where neither law nor anybody else says over what time abandoned calls are counted.
const WINDOW: SignedDuration = SignedDuration::from_hours(24);

#[derive(Debug, Clone, Copy)]
pub struct Bounds<'r> {
    law: &'r Law,
    asked: [(Says, Option<&'r Profile>); 2],
}

impl<'r> Bounds<'r> {
    pub fn new(law: &'r Law, campaign: Option<&'r Profile>, list: Option<&'r Profile>) -> Self {
        Self {
            law,
            asked: [(Says::Campaign, campaign), (Says::List, list)],
        }
    }

    pub fn min_gap(&self, on: Date) -> Option<(SignedDuration, Says)> {
        let law = self.law.min_gap(on).map(|figure| figure.value);
        strictest(
            law,
            self.each(|profile| profile.min_gap.map(Period::duration)),
            longest,
        )
    }

    pub fn quarantine(&self, on: Date) -> Option<(SignedDuration, Says)> {
        let law = self.law.quarantine(on).map(|figure| figure.value);
        strictest(
            law,
            self.each(|profile| profile.quarantine.map(Period::duration)),
            longest,
        )
    }

    pub fn dials_per_day(&self, on: Date) -> Option<(u32, Says)> {
        let law = self.law.dials_per_day(on).map(|figure| figure.value);
        let asked = self.each(|profile| profile.dials_per_day);
        strictest(law, asked, |new, old| new < old)
    }

    /// All that count over several days: none of them is stricter than another of other days.
    pub fn often(&self, on: Date) -> impl Iterator<Item = (Often, Says)> {
        let law = self.law.dials_per_period(on).map(|figure| figure.value);
        let law = law.map(|often| (often, Says::Law));
        law.into_iter()
            .chain(self.each(|profile| profile.dials_per_period))
    }

    pub fn abandonment(&self, on: Date) -> Option<(Abandonment, Says)> {
        let law = self.law.abandonment(on).map(|figure| figure.value);
        let asked = self.each(|profile| profile.abandoned_per_mille);
        let share = law.map(|ceiling| ceiling.per_mille);
        let (per_mille, says) = strictest(share, asked, |new, old| new < old)?;
        let over = law.unwrap_or(Abandonment {
            per_mille,
            window: WINDOW,
            of: AbandonedOf::Campaign,
        });
        Some((Abandonment { per_mille, ..over }, says))
    }

    /// How long it rings: never longer than the law lets it, never shorter than it demands.
    pub fn ring(&self, on: Date) -> Option<Ring> {
        let law = self.law.ring(on).map(|figure| figure.value);
        let least = law.and_then(|ring| ring.min);
        let asked = self.each(|profile| profile.rings_for);
        let asked = asked
            .map(|(seconds, says)| (SignedDuration::from_secs(seconds.into()), says))
            .map(|(most, says)| (least.map_or(most, |least| most.max(least)), says));
        let most = strictest(law.and_then(|ring| ring.max), asked, |new, old| new < old);
        let max = most.map(|(most, _)| most);
        (least.is_some() || max.is_some()).then_some(Ring { min: least, max })
    }

    pub fn machines(&self) -> Machines {
        let mut asked = self.each(|profile| profile.machines);
        asked
            .next()
            .map(|(machines, _)| machines)
            .unwrap_or_default()
    }

    /// Where the law is not known the other side is asked.
    pub fn recording(&self, on: Date) -> Recording {
        let law = self.law.recording(on).map(|figure| figure.value);
        let asked = self.each(|profile| profile.recordings_days);
        let most = law.and_then(|law| law.most_days);
        let days = strictest(most, asked, |new, old| new < old);
        Recording {
            wanted: self.first(|profile| profile.recorded).unwrap_or_default(),
            owed: law.map_or(Owed::Consent, |law| law.owed),
            kept_days: days.map_or(USUAL_DAYS, |(days, _)| days),
            by_agent: self
                .first(|profile| profile.own_recordings)
                .unwrap_or_default(),
        }
    }

    /// What the dials of a number, the newest first, come to on a day.
    pub fn dialled(&self, slot: Slot, dials: Vec<Timestamp>, on: Date, zone: &Zone) -> NumberFacts {
        let today = zone.start_of(on);
        let of_today = dials.iter().filter(|at| **at >= today).count();
        NumberFacts {
            last_dial_at: dials.first().copied(),
            dials_today: u32::try_from(of_today).unwrap_or(u32::MAX),
            recent: self.remembered(dials, on, zone),
            ..NumberFacts::untouched(slot)
        }
    }

    /// Those that a count over several days may ask for.
    fn remembered(&self, mut dials: Vec<Timestamp>, on: Date, zone: &Zone) -> Vec<Timestamp> {
        let (mut days, mut most) = (0, 0);
        for (often, _) in self.often(on) {
            days = often.days.max(days);
            most = often.dials.max(most);
        }
        let since = first_of(on, days, zone);
        dials.retain(|at| days > 0 && *at >= since);
        dials.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        dials
    }

    fn first<T>(&self, of: fn(&Profile) -> Option<T>) -> Option<T> {
        self.each(of).next().map(|(asked, _)| asked)
    }

    fn each<T>(&self, of: fn(&Profile) -> Option<T>) -> impl Iterator<Item = (T, Says)> + use<T> {
        let asked = self
            .asked
            .map(|(says, profile)| Some((of(profile?)?, says)));
        asked.into_iter().flatten()
    }
}

/// The first instant of so many days of which this is the last.
pub fn first_of(last: Date, days: u32, zone: &Zone) -> Timestamp {
    let back = i64::from(days.saturating_sub(1)).days();
    zone.start_of(last.checked_sub(back).unwrap_or(Date::MIN))
}

/// Who asks for the same as somebody before is not named.
fn strictest<T: Copy>(
    law: Option<T>,
    asked: impl Iterator<Item = (T, Says)>,
    stricter: fn(&T, &T) -> bool,
) -> Option<(T, Says)> {
    let law = law.map(|value| (value, Says::Law));
    law.into_iter()
        .chain(asked)
        .reduce(|held, new| if stricter(&new.0, &held.0) { new } else { held })
}

fn longest(new: &SignedDuration, old: &SignedDuration) -> bool {
    new > old
}

#[cfg(test)]
mod tests;
