//! What a list sets for itself: attempt limits beside the catalogue's, times, ownership, shares.

use super::super::campaigns::windows::{self, WindowTexts};
use super::super::entry::Entry;
use super::super::problem::Problem;
use super::super::question::Question;
use super::known;
use crate::app::App;
use crate::area::campaigns::{Kind, MOST_SHARES};
use axum::Json;
use axum::extract::{Path, State};
use engine::catalogue::Band;
use engine::{Limits, Ownership, Period, Profile, Rules, Settings, Share, Window};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Limits and times of a list. Periods are written as `P30D` or `PT36H`.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListLimits {
    /// The list has limits of its own; otherwise those of its catalogue hold.
    pub own: bool,
    /// Those that hold. Sent with `own` false, they must be the catalogue's.
    pub limits: Option<LimitFigures>,
    /// How long a contact may be in hand without a sign of life: whole minutes, up to a day.
    #[schema(max_length = 40)]
    pub lease: String,
    /// How long wrapping up may take: whole minutes, up to a day.
    #[schema(max_length = 40)]
    pub wrap_up: String,
    /// A callback is offered to its owner only.
    pub only_owner: bool,
    /// Past its time by this much, to everybody; never when null.
    #[schema(max_length = 40)]
    pub release_after: Option<String>,
    /// To everybody when it is due and its owner is not logged in.
    pub release_when_out: bool,
    /// An unanswered call is coded by what the line said.
    pub code_by_line: bool,
    /// After a talk a menu says how to opt out. As it was where absent.
    #[serde(default)]
    pub opt_out_menu: Option<bool>,
    pub shares: Option<Shares>,
    /// How often a contact may be tried, counted six ways. As it was where absent.
    #[serde(default)]
    pub windows: Option<WindowTexts>,
}

/// Zero switches a limit off.
#[derive(Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LimitFigures {
    /// Unreached in a row, of a contact that was never a callback.
    #[schema(maximum = 999)]
    pub cold_count: u32,
    #[schema(max_length = 40)]
    pub cold_period: String,
    /// The same since its last callback.
    #[schema(maximum = 999)]
    pub callback_count: u32,
    #[schema(max_length = 40)]
    pub callback_period: String,
    /// Callbacks in all.
    #[schema(maximum = 999)]
    pub callbacks: u32,
    #[schema(max_length = 40)]
    pub callbacks_period: String,
    /// Attempts in all.
    #[schema(maximum = 999)]
    pub total: u32,
}

/// Per cent of offers that go to a band whatever its priority, together 100 at most.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Shares {
    #[schema(maximum = 100)]
    pub not_reached_high: Option<u8>,
    #[schema(maximum = 100)]
    pub system: Option<u8>,
    #[schema(maximum = 100)]
    pub not_reached_low: Option<u8>,
}

impl From<&Limits> for LimitFigures {
    fn from(limits: &Limits) -> Self {
        Self {
            cold_count: limits.cold_count,
            cold_period: limits.cold_period.to_string(),
            callback_count: limits.callback_count,
            callback_period: limits.callback_period.to_string(),
            callbacks: limits.callbacks,
            callbacks_period: limits.callbacks_period.to_string(),
            total: limits.total,
        }
    }
}

impl From<&Rules> for ListLimits {
    fn from(rules: &Rules) -> Self {
        let settings = &rules.settings;
        let share = |band| {
            let found = settings.shares.iter().find(|share| share.band == band);
            Some(found.map_or(0, |share| share.per_cent))
        };
        Self {
            own: settings.limits.is_some(),
            limits: Some(rules.limits().into()),
            lease: settings.lease.to_string(),
            wrap_up: settings.wrap_up.to_string(),
            only_owner: settings.ownership.only_owner,
            release_after: settings.ownership.release_after.map(|it| it.to_string()),
            release_when_out: settings.ownership.release_when_out,
            code_by_line: settings.code_by_line,
            opt_out_menu: Some(settings.opt_out_menu),
            shares: Some(Shares {
                not_reached_high: share(Band::NotReachedHigh),
                system: share(Band::System),
                not_reached_low: share(Band::NotReachedLow),
            }),
            windows: Some(WindowTexts::of(
                settings.profile.as_ref().map_or(&[], |own| &own.windows),
            )),
        }
    }
}

/// Limits and times of a list.
#[utoipa::path(
    get, path = "/api/v1/lists/{list}/limits", tag = "lists", security(("token" = ["read:lists"])),
    params(("list" = i64, Path, minimum = 1)),
    responses((status = 200, body = ListLimits), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn show(
    State(app): State<App>,
    Path(list): Path<String>,
    question: Question,
) -> Result<Json<ListLimits>, Problem> {
    question.finish()?;
    app.ask(move |store| {
        let list = known(store, &list)?;
        Ok(Json((&*store.rules(list.rules)?).into()))
    })
    .await
}

/// Sets limits and times of a list, for dispositions from now on.
#[utoipa::path(
    put, path = "/api/v1/lists/{list}/limits", tag = "lists", security(("token" = ["write:lists"])),
    params(
        ("list" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = ListLimits,
    responses((status = 200, body = ListLimits), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn set(
    State(app): State<App>,
    Path(list): Path<String>,
    entry: Entry,
) -> Result<Json<ListLimits>, Problem> {
    app.ask(move |store| {
        let list = known(store, &list)?;
        let rules = store.rules(list.rules)?;
        let settings = read(entry, &rules)?;
        if settings == rules.settings {
            return Ok(Json((&*rules).into()));
        }
        let kept = store.set_settings(list.id, settings)?;
        Ok(Json((&*store.rules(kept)?).into()))
    })
    .await
}

/// The settings that are asked for; what stands elsewhere stays.
fn read(mut entry: Entry, rules: &Rules) -> Result<Settings, Problem> {
    let own = entry.needed("own", Entry::flag);
    let limits = limits(&mut entry, own, rules.catalogue.limits());
    let lease = entry.period("lease", Kind::Minutes, true);
    let wrap_up = entry.period("wrap_up", Kind::Minutes, true);
    let only_owner = entry.needed("only_owner", Entry::flag);
    let release_after = entry.period("release_after", Kind::Release, false);
    let release_when_out = entry.needed("release_when_out", Entry::flag);
    let code_by_line = entry.needed("code_by_line", Entry::flag);
    let opt_out_menu = entry.flag("opt_out_menu");
    let shares = shares(&mut entry);
    let windows = windows::read(&mut entry);
    entry.finish()?;
    let there = &rules.settings;
    // What was left out is a fault that was told above.
    Ok(Settings {
        limits: limits.filter(|_| own == Some(true)),
        ownership: Ownership {
            only_owner: only_owner.unwrap_or_default(),
            release_after,
            release_when_out: release_when_out.unwrap_or_default(),
        },
        lease: lease.unwrap_or(there.lease),
        wrap_up: wrap_up.unwrap_or(there.wrap_up),
        code_by_line: code_by_line.unwrap_or_default(),
        opt_out_menu: opt_out_menu.unwrap_or(there.opt_out_menu),
        shares,
        profile: profile(there, windows),
        ..there.clone()
    })
}

/// What the list asks beyond the law, with other windows where some were sent.
fn profile(there: &Settings, windows: Option<Vec<Window>>) -> Option<Profile> {
    let mut profile = there.profile.clone().unwrap_or_default();
    if let Some(windows) = windows {
        profile.windows = windows;
    }
    Some(profile).filter(|profile| !profile.is_empty())
}

fn limits(entry: &mut Entry, own: Option<bool>, usual: &Limits) -> Option<Limits> {
    let Some(mut part) = entry.part("limits") else {
        if own == Some(true) && entry.faults.is_empty() {
            let detail = "are required where the list has its own".to_owned();
            return entry.fault("limits", "required", detail);
        }
        return None;
    };
    let found = Limits {
        cold_count: part.count("cold_count"),
        cold_period: part.length("cold_period"),
        callback_count: part.count("callback_count"),
        callback_period: part.length("callback_period"),
        callbacks: part.count("callbacks"),
        callbacks_period: part.length("callbacks_period"),
        total: part.count("total"),
    };
    let is_whole = part.faults.is_empty();
    entry.absorb(part);
    if own == Some(false) && is_whole && found != *usual {
        let detail = "are not the catalogue's: leave them out, or say `own`".to_owned();
        return entry.fault("limits", "differs", detail);
    }
    Some(found)
}

fn shares(entry: &mut Entry) -> Vec<Share> {
    let Some(mut part) = entry.part("shares") else {
        return Vec::new();
    };
    let mut shares = Vec::new();
    for (name, band) in [
        ("not_reached_high", Band::NotReachedHigh),
        ("system", Band::System),
        ("not_reached_low", Band::NotReachedLow),
    ] {
        let per_cent = part.figure(name, 0..=MOST_SHARES).unwrap_or_default();
        let per_cent = u8::try_from(per_cent).unwrap_or_default();
        if per_cent > 0 {
            shares.push(Share { band, per_cent });
        }
    }
    entry.absorb(part);
    let together: i64 = shares.iter().map(|share| i64::from(share.per_cent)).sum();
    if together > MOST_SHARES {
        let detail = format!("make more than {MOST_SHARES} per cent together");
        entry.fault::<()>("shares", "out_of_range", detail);
    }
    shares
}

impl Entry {
    fn count(&mut self, name: &str) -> u32 {
        let found = self.needed(name, |part, name| part.figure(name, Kind::COUNTS));
        found
            .and_then(|count| u32::try_from(count).ok())
            .unwrap_or_default()
    }

    fn length(&mut self, name: &str) -> Period {
        self.period(name, Kind::Days, true).unwrap_or_default()
    }

    /// A period within the bounds of its kind.
    fn period(&mut self, name: &str, kind: Kind, is_needed: bool) -> Option<Period> {
        let text = match is_needed {
            true => self.needed_text(name, 40)?,
            false => self.text(name, 40)?,
        };
        let period: Period = match text.parse() {
            Ok(period) => period,
            Err(_) => {
                let detail = "must be a period, such as P30D or PT20M".to_owned();
                return self.fault(name, "invalid", detail);
            }
        };
        if kind.allows(period.seconds()) {
            return Some(period);
        }
        let detail = match kind {
            Kind::Days => "must be whole hours, 3650 days at most",
            _ => "must be whole minutes, from 1 to a day",
        };
        self.fault(name, "out_of_range", detail.to_owned())
    }
}
