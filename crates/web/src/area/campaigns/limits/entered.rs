//! The form of a list's settings: figures as people write them, and back.

use super::super::windows;
use crate::words::Words;
use engine::catalogue::Band;
use engine::{Counter, Limits, Ownership, Period, Profile, Settings, Share};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// What kind of figure stands in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Count,
    /// Days, or hours with an `h`.
    Days,
    Minutes,
    /// Minutes, or nothing for never.
    Release,
    Percent,
}

impl Kind {
    pub const COUNTS: RangeInclusive<i64> = 0..=999;

    pub fn unit(self) -> &'static str {
        match self {
            Self::Count => "limits-unit-count",
            Self::Days => "limits-unit-days",
            Self::Minutes | Self::Release => "limits-unit-minutes",
            Self::Percent => "limits-unit-percent",
        }
    }

    /// Whether a figure is within bounds: a count, per cent, or the seconds of a period.
    pub fn allows(self, figure: i64) -> bool {
        let whole = |unit: i64, bounds: RangeInclusive<i64>| {
            figure % unit == 0 && bounds.contains(&(figure / unit))
        };
        match self {
            Self::Count => Self::COUNTS.contains(&figure),
            Self::Days => whole(3_600, 0..=MOST_DAYS.saturating_mul(24)),
            Self::Minutes | Self::Release => whole(60, 1..=LONGEST_MINUTES),
            Self::Percent => whole(1, 0..=MOST_SHARES),
        }
    }

    fn remedy(self) -> &'static str {
        match self {
            Self::Count => "limits-count-remedy",
            Self::Days => "limits-days-remedy",
            Self::Minutes => "limits-minutes-remedy",
            Self::Release => "limits-release-remedy",
            Self::Percent => "limits-percent-remedy",
        }
    }
}

/// In the order of the page; a field's name is the end of its label's key.
pub const FIGURES: [(&str, Kind); 13] = [
    ("cold-count", Kind::Count),
    ("cold-period", Kind::Days),
    ("callback-count", Kind::Count),
    ("callback-period", Kind::Days),
    ("callbacks", Kind::Count),
    ("callbacks-period", Kind::Days),
    ("total", Kind::Count),
    ("lease", Kind::Minutes),
    ("wrap-up", Kind::Minutes),
    ("release", Kind::Release),
    ("share-not-reached-high", Kind::Percent),
    ("share-system", Kind::Percent),
    ("share-not-reached-low", Kind::Percent),
];

pub const TICKS: [&str; 4] = ["only-owner", "release-out", "by-line", "opt-out-menu"];

const SHARES: [(&str, Band); 3] = [
    ("share-not-reached-high", Band::NotReachedHigh),
    ("share-system", Band::System),
    ("share-not-reached-low", Band::NotReachedLow),
];

/// A contact in hand for longer than a day is forgotten, not worked on.
const LONGEST_MINUTES: i64 = 24 * 60;
const MOST_DAYS: i64 = 3650;
/// Per cent that all shares may have together.
pub const MOST_SHARES: i64 = 100;

/// What stands in the fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Entered {
    pub own: bool,
    values: BTreeMap<String, String>,
}

impl Entered {
    /// How settings are written; limits that are not the list's own are the catalogue's.
    pub fn of(settings: &Settings, catalogue: &Limits) -> Self {
        let limits = settings.limits.as_ref().unwrap_or(catalogue);
        let ownership = &settings.ownership;
        let mut values = BTreeMap::new();
        let mut put = |name: &str, value: String| values.insert(name.to_owned(), value);
        put("cold-count", limits.cold_count.to_string());
        put("cold-period", days(limits.cold_period));
        put("callback-count", limits.callback_count.to_string());
        put("callback-period", days(limits.callback_period));
        put("callbacks", limits.callbacks.to_string());
        put("callbacks-period", days(limits.callbacks_period));
        put("total", limits.total.to_string());
        put("lease", minutes(settings.lease));
        put("wrap-up", minutes(settings.wrap_up));
        put(
            "release",
            ownership.release_after.map_or(String::new(), minutes),
        );
        let asked = settings.profile.as_ref();
        for counter in Counter::ALL {
            let windows = asked.map_or(&[][..], |profile| &profile.windows);
            put(windows::name_of(counter), counter.written(windows));
        }
        for (name, band) in SHARES {
            let share = settings.shares.iter().find(|share| share.band == band);
            put(name, share.map_or(0, |share| share.per_cent).to_string());
        }
        let ticked = [
            ownership.only_owner,
            ownership.release_when_out,
            settings.code_by_line,
            settings.opt_out_menu,
        ];
        for (name, ticked) in TICKS.into_iter().zip(ticked) {
            if ticked {
                put(name, "1".to_owned());
            }
        }
        Self {
            own: settings.limits.is_some(),
            values,
        }
    }

    pub fn of_form(pairs: &[(String, String)]) -> Self {
        let values = pairs
            .iter()
            .map(|(name, value)| (name.clone(), value.trim().to_owned()));
        let own = pairs
            .iter()
            .any(|(name, value)| name == "own" && value == "own");
        Self {
            own,
            values: values.collect(),
        }
    }

    pub fn value(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    pub fn is_ticked(&self, name: &str) -> bool {
        !self.value(name).is_empty()
    }

    /// As it is told: zero switches a limit off.
    pub fn shown(&self, name: &str, words: &Words) -> String {
        match self.value(name) {
            "0" if name != "lease" && name != "wrap-up" => words.t("limits-off"),
            "" => words.t("limits-never"),
            value => value.to_owned(),
        }
    }

    /// The settings they make of those that hold; or what is wrong, by field.
    pub fn check(
        &self,
        there: &Settings,
        words: &Words,
    ) -> Result<Settings, BTreeMap<String, String>> {
        let mut errors = BTreeMap::new();
        for (name, kind) in FIGURES {
            let is_limit = matches!(kind, Kind::Count | Kind::Days);
            if (!is_limit || self.own) && !self.fits(name, kind) {
                errors.insert(name.to_owned(), words.t(kind.remedy()));
            }
        }
        let together: i64 = SHARES
            .iter()
            .filter_map(|(name, _)| self.percent(name))
            .sum();
        if together > MOST_SHARES {
            let last = "share-not-reached-low".to_owned();
            errors.insert(last, words.t("limits-shares-remedy"));
        }
        if let Err(wrong) = windows::typed(|name| self.value(name)) {
            let remedy = |name: &str| (name.to_owned(), words.t("windows-remedy"));
            errors.extend(wrong.into_iter().map(remedy));
        }
        match errors.is_empty() {
            true => Ok(self.settings(there)),
            false => Err(errors),
        }
    }

    fn fits(&self, name: &str, kind: Kind) -> bool {
        match kind {
            Kind::Count => self.count(name).is_some(),
            Kind::Days => self.period(name).is_some(),
            Kind::Minutes => self.minutes(name).is_some(),
            Kind::Release => self.value(name).is_empty() || self.minutes(name).is_some(),
            Kind::Percent => self.percent(name).is_some(),
        }
    }

    fn settings(&self, there: &Settings) -> Settings {
        let count = |name| self.count(name).unwrap_or_default();
        let period = |name| self.period(name).unwrap_or_default();
        let limits = self.own.then(|| Limits {
            cold_count: count("cold-count"),
            cold_period: period("cold-period"),
            callback_count: count("callback-count"),
            callback_period: period("callback-period"),
            callbacks: count("callbacks"),
            callbacks_period: period("callbacks-period"),
            total: count("total"),
        });
        let shares = SHARES.into_iter().filter_map(|(name, band)| {
            let per_cent = u8::try_from(self.percent(name)?).ok()?;
            (per_cent > 0).then_some(Share { band, per_cent })
        });
        Settings {
            limits,
            ownership: Ownership {
                only_owner: self.is_ticked("only-owner"),
                release_after: self.minutes("release"),
                release_when_out: self.is_ticked("release-out"),
            },
            lease: self.minutes("lease").unwrap_or(there.lease),
            wrap_up: self.minutes("wrap-up").unwrap_or(there.wrap_up),
            code_by_line: self.is_ticked("by-line"),
            opt_out_menu: self.is_ticked("opt-out-menu"),
            profile: self.profile(there),
            shares: shares.collect(),
            ..there.clone()
        }
    }

    /// What the list asks beyond the law, with these windows.
    fn profile(&self, there: &Settings) -> Option<Profile> {
        let windows = windows::typed(|name| self.value(name)).unwrap_or_default();
        let profile = Profile {
            windows,
            ..there.profile.clone().unwrap_or_default()
        };
        Some(profile).filter(|profile| !profile.is_empty())
    }

    fn count(&self, name: &str) -> Option<u32> {
        let count = self
            .whole(name)
            .filter(|count| Kind::Count.allows(*count))?;
        u32::try_from(count).ok()
    }

    /// `30` and `30d` are days, `36h` are hours; nothing is no limit.
    fn period(&self, name: &str) -> Option<Period> {
        let text = self.value(name).to_lowercase();
        let (text, hours) = match text.strip_suffix(['h', 'u']) {
            Some(hours) => (hours, 1),
            None => (text.trim_end_matches(['d', 't', 'n']), 24),
        };
        let figure: i64 = match text.trim() {
            "" if self.value(name).is_empty() => 0,
            figure => figure.parse().ok()?,
        };
        let minutes = figure.saturating_mul(hours).saturating_mul(60);
        Some(Period::minutes(minutes)).filter(|period| Kind::Days.allows(period.seconds()))
    }

    fn minutes(&self, name: &str) -> Option<Period> {
        let period = Period::minutes(self.value(name).parse().ok()?);
        Some(period).filter(|period| Kind::Minutes.allows(period.seconds()))
    }

    fn percent(&self, name: &str) -> Option<i64> {
        self.whole(name)
            .filter(|percent| Kind::Percent.allows(*percent))
    }

    /// Nothing is none.
    fn whole(&self, name: &str) -> Option<i64> {
        match self.value(name) {
            "" => Some(0),
            text => text.parse().ok(),
        }
    }
}

fn days(period: Period) -> String {
    let seconds = period.seconds();
    match seconds % 86_400 {
        0 => (seconds / 86_400).to_string(),
        _ => format!("{}h", seconds / 3_600),
    }
}

fn minutes(period: Period) -> String {
    (period.seconds() / 60).to_string()
}
