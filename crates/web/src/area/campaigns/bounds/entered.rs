//! The form of what a campaign asks beyond the law: figures as people write them, and back.

use super::super::windows;
use super::{by_itself, recorded};
use crate::words::Words;
use engine::law::Law;
use engine::{Counter, MOST_DAYS, Machines, Often, Period, Profile, Window};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// What may be written, in the form and by programs.
pub const GAP_MINUTES: RangeInclusive<i64> = 1..=10_080;
pub const A_DAY: RangeInclusive<i64> = 1..=99;
pub const DIALS: RangeInclusive<i64> = 1..=999;
pub const DAYS: RangeInclusive<i64> = 2..=MOST_DAYS as i64;
pub const QUARANTINE_HOURS: RangeInclusive<i64> = 1..=2_208;
pub const PER_MILLE: RangeInclusive<i64> = 0..=1_000;
pub const RINGS_SECONDS: RangeInclusive<i64> = 5..=120;
/// Ten years: nobody needs a figure that is none.
pub const RECORDINGS_DAYS: RangeInclusive<i64> = 1..=3_650;

/// The field that is no figure.
pub const MACHINES: &str = "machines";

/// One figure of the form.
pub struct Field {
    pub name: &'static str,
    pub label: &'static str,
    pub unit: &'static str,
    /// What the law says of it on a day.
    pub law: fn(&Law, Date) -> Option<&str>,
    allowed: RangeInclusive<i64>,
    remedy: &'static str,
}

/// In the order of the page.
pub const FIELDS: [Field; 8] = [
    Field {
        name: "min_gap",
        label: "bounds-min-gap",
        unit: "limits-unit-minutes",
        law: |law, on| Some(law.min_gap(on)?.rule.text()),
        allowed: GAP_MINUTES,
        remedy: "bounds-min-gap-remedy",
    },
    Field {
        name: "per_day",
        label: "bounds-per-day",
        unit: "limits-unit-count",
        law: |law, on| Some(law.dials_per_day(on)?.rule.text()),
        allowed: A_DAY,
        remedy: "bounds-per-day-remedy",
    },
    Field {
        name: "dials",
        label: "bounds-dials",
        unit: "limits-unit-count",
        law: |law, on| Some(law.dials_per_period(on)?.rule.text()),
        allowed: DIALS,
        remedy: "bounds-dials-remedy",
    },
    Field {
        name: "days",
        label: "bounds-days",
        unit: "limits-unit-days",
        law: |_, _| None,
        allowed: DAYS,
        remedy: "bounds-days-remedy",
    },
    Field {
        name: "quarantine",
        label: "bounds-quarantine",
        unit: "bounds-unit-hours",
        law: |law, on| Some(law.quarantine(on)?.rule.text()),
        allowed: QUARANTINE_HOURS,
        remedy: "bounds-quarantine-remedy",
    },
    Field {
        name: "abandoned",
        label: "bounds-abandoned",
        unit: "bounds-unit-per-mille",
        law: |law, on| Some(law.abandonment(on)?.rule.text()),
        allowed: PER_MILLE,
        remedy: "bounds-abandoned-remedy",
    },
    Field {
        name: "rings_for",
        label: "bounds-rings-for",
        unit: "bounds-unit-seconds",
        law: |law, on| Some(law.ring(on)?.rule.text()),
        allowed: RINGS_SECONDS,
        remedy: "bounds-rings-for-remedy",
    },
    Field {
        name: "recordings_days",
        label: "bounds-recordings-days",
        unit: "limits-unit-days",
        law: |_, _| None,
        allowed: RECORDINGS_DAYS,
        remedy: "bounds-recordings-days-remedy",
    },
];

/// What stands in the fields; an empty one asks nothing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Entered(BTreeMap<String, String>);

impl Entered {
    pub fn of(profile: &Profile) -> Self {
        let often = profile.dials_per_period;
        let minutes = |period: Period| period.seconds() / 60;
        let figures = [
            ("min_gap", profile.min_gap.map(minutes)),
            ("per_day", profile.dials_per_day.map(i64::from)),
            ("dials", often.map(|often| often.dials.into())),
            ("days", often.map(|often| often.days.into())),
            (
                "quarantine",
                profile.quarantine.map(|rest| minutes(rest) / 60),
            ),
            ("abandoned", profile.abandoned_per_mille.map(i64::from)),
            ("rings_for", profile.rings_for.map(i64::from)),
            ("recordings_days", profile.recordings_days.map(i64::from)),
        ];
        let written = figures
            .into_iter()
            .filter_map(|(name, figure)| Some((name.to_owned(), figure?.to_string())));
        let windows = Counter::ALL.into_iter().filter_map(|counter| {
            let written = counter.written(&profile.windows);
            let name = windows::name_of(counter).to_owned();
            (!written.is_empty()).then_some((name, written))
        });
        let machines = profile
            .machines
            .map(|machines| (MACHINES.to_owned(), machines.word().to_owned()));
        let recorded = recorded::written(profile);
        let all = written.chain(windows).chain(machines).chain(recorded);
        let all = all.chain(by_itself::written(profile));
        Self(all.collect())
    }

    pub fn value(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |value| value.trim())
    }

    /// What they come to; or what is wrong, by field.
    pub fn check(&self, words: &Words) -> Result<Profile, BTreeMap<&'static str, String>> {
        let mut errors = BTreeMap::new();
        let mut figures = BTreeMap::new();
        for field in FIELDS {
            match self.value(field.name) {
                "" => {}
                written => match written.parse().ok().filter(|n| field.allowed.contains(n)) {
                    Some(figure) => drop(figures.insert(field.name, figure)),
                    None => drop(errors.insert(field.name, words.t(field.remedy))),
                },
            }
        }
        // The one means nothing without the other.
        for (there, missing) in [("dials", "days"), ("days", "dials")] {
            if !self.value(there).is_empty() && self.value(missing).is_empty() {
                errors.insert(missing, words.t("bounds-both-remedy"));
            }
        }
        let (recorded, own_recordings) = recorded::typed(self);
        let progressive = by_itself::typed(self);
        if let Err(name) = progressive {
            errors.insert(name, words.t("bounds-look-remedy"));
        }
        match windows::typed(|name| self.value(name)) {
            Ok(windows) if errors.is_empty() => Ok(Profile {
                // What is usual is not asked for.
                machines: Machines::of(self.value(MACHINES))
                    .filter(|machines| *machines != Machines::default()),
                recorded,
                own_recordings,
                progressive: progressive.unwrap_or_default(),
                ..profile(&figures, windows)
            }),
            Ok(_) => Err(errors),
            Err(wrong) => {
                errors.extend(
                    wrong
                        .into_iter()
                        .map(|name| (name, words.t("windows-remedy"))),
                );
                Err(errors)
            }
        }
    }
}

fn profile(figures: &BTreeMap<&'static str, i64>, windows: Vec<Window>) -> Profile {
    let figure = |name: &str| figures.get(name).copied();
    let count = |name: &str| figure(name).and_then(|n| u32::try_from(n).ok());
    Profile {
        min_gap: figure("min_gap").map(Period::minutes),
        dials_per_day: count("per_day"),
        dials_per_period: count("dials")
            .zip(count("days"))
            .map(|(dials, days)| Often { dials, days }),
        quarantine: figure("quarantine").map(|hours| Period::minutes(hours.saturating_mul(60))),
        abandoned_per_mille: count("abandoned"),
        rings_for: count("rings_for"),
        recordings_days: count("recordings_days"),
        windows,
        ..Profile::default()
    }
}
