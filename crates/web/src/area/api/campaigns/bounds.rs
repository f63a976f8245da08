//! What a campaign asks of its calls beyond the law, and how many of them found no agent.

use super::super::entry::Entry;
use super::super::problem::Problem;
use super::super::question::Question;
use super::by_itself::{self, DialsByItself};
use super::known;
use super::windows::{self, WindowTexts};
use crate::app::App;
use crate::area::campaigns::bounds::{
    A_DAY, DAYS, DIALS, GAP_MINUTES, PER_MILLE, QUARANTINE_HOURS, RECORDINGS_DAYS, RINGS_SECONDS,
};
use axum::Json;
use axum::extract::{Path, State};
use engine::{CampaignId, Machines, Often, Period, Profile, Recorded};
use serde::{Deserialize, Serialize};
use store::{Room, Store};
use utoipa::ToSchema;

/// What a campaign asks beyond the law; the strictest of law, campaign and list holds. What is
/// absent or null asks nothing.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "dials_per_day": 2, "dials_per_period": { "dials": 5, "days": 14 } }))]
pub struct Bounds {
    /// How long a number is left alone after a dial.
    #[schema(minimum = 1, maximum = 10_080)]
    pub min_gap_minutes: Option<i64>,
    /// Dials of one number within one day of the called party.
    #[schema(minimum = 1, maximum = 99)]
    pub dials_per_day: Option<u32>,
    pub dials_per_period: Option<DialsPerPeriod>,
    /// How long a number rests after a call to it found no agent.
    #[schema(minimum = 1, maximum = 2208)]
    pub quarantine_hours: Option<i64>,
    /// Of a thousand answered calls so many may find no agent.
    #[schema(maximum = 1000)]
    pub abandoned_per_mille: Option<u32>,
    /// For how many seconds it rings at most.
    #[schema(minimum = 5, maximum = 120)]
    pub rings_for_seconds: Option<u32>,
    /// What becomes of calls that a machine picks up: to_agent, hang_up or leave_message.
    #[schema(value_type = Option<String>, pattern = "^(to_agent|hang_up|leave_message)$")]
    pub machines: Option<Machines>,
    /// Which talks are recorded: off, on or on_request. What the other side is owed first is the
    /// law's to say.
    #[schema(value_type = Option<String>, pattern = "^(off|on|on_request)$")]
    pub recorded: Option<Recorded>,
    /// For how many days a recording is kept; 90 where nobody says.
    #[schema(minimum = 1, maximum = 3650)]
    pub recordings_days: Option<u32>,
    /// Whether an agent may listen to her own.
    pub own_recordings: Option<bool>,
    /// How often a contact may be tried, counted six ways.
    pub windows: Option<WindowTexts>,
    pub progressive: Option<DialsByItself>,
}

/// Dials of one number within some days of the called party, today being the last.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DialsPerPeriod {
    #[schema(minimum = 1, maximum = 999)]
    pub dials: u32,
    #[schema(minimum = 2, maximum = 92)]
    pub days: u32,
}

/// What is asked, and what has been counted.
#[derive(Debug, Serialize, ToSchema)]
pub struct BoundsView {
    pub bounds: Bounds,
    /// Null where neither law nor campaign sets a ceiling.
    pub abandonment: Option<AbandonmentView>,
}

/// Answered calls that found no agent.
#[derive(Debug, Serialize, ToSchema)]
pub struct AbandonmentView {
    /// The strictest ceiling of the campaign's lists, of a thousand.
    pub per_mille: u32,
    /// Over so many hours, back from now; the quarter that has begun counts as a whole.
    pub hours: i64,
    /// campaign or centre: over whose calls.
    pub of: String,
    pub abandoned: u32,
    /// That found an agent.
    pub answered: u32,
    /// Under way, with no agent kept for them.
    pub at_risk: u32,
    /// So many more may find none.
    pub left: u32,
}

impl From<&Profile> for Bounds {
    fn from(profile: &Profile) -> Self {
        let minutes = |period: Period| period.seconds() / 60;
        Self {
            min_gap_minutes: profile.min_gap.map(minutes),
            dials_per_day: profile.dials_per_day,
            dials_per_period: profile
                .dials_per_period
                .map(|Often { dials, days }| DialsPerPeriod { dials, days }),
            quarantine_hours: profile.quarantine.map(|rest| minutes(rest) / 60),
            abandoned_per_mille: profile.abandoned_per_mille,
            rings_for_seconds: profile.rings_for,
            machines: profile.machines,
            recorded: profile.recorded,
            recordings_days: profile.recordings_days,
            own_recordings: profile.own_recordings,
            windows: Some(WindowTexts::of(&profile.windows)),
            progressive: profile.progressive.map(DialsByItself::from),
        }
    }
}

impl From<Room> for AbandonmentView {
    fn from(room: Room) -> Self {
        Self {
            per_mille: room.ceiling.per_mille,
            hours: room.ceiling.window.as_hours(),
            of: room.ceiling.of.word().to_owned(),
            abandoned: room.ledger.abandoned,
            answered: room.ledger.answered,
            at_risk: room.ledger.at_risk,
            left: room.left(),
        }
    }
}

/// What a campaign asks beyond the law, and how many answered calls found no agent.
#[utoipa::path(
    get, path = "/api/v1/campaigns/{campaign}/bounds", tag = "campaigns", security(("token" = ["read:campaigns"])),
    params(("campaign" = i64, Path, minimum = 1)),
    responses((status = 200, body = BoundsView), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn bounds(
    State(app): State<App>,
    Path(campaign): Path<String>,
    question: Question,
) -> Result<Json<BoundsView>, Problem> {
    question.finish()?;
    app.ask(move |store| {
        let campaign = known(store, &campaign)?.id;
        view(store, campaign)
    })
    .await
}

/// Sets what a campaign asks beyond the law, from the next dial on.
#[utoipa::path(
    put, path = "/api/v1/campaigns/{campaign}/bounds", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(
        ("campaign" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = Bounds,
    responses((status = 200, body = BoundsView), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn put_bounds(
    State(app): State<App>,
    Path(campaign): Path<String>,
    entry: Entry,
) -> Result<Json<BoundsView>, Problem> {
    let profile = read(entry)?;
    app.ask(move |store| {
        let campaign = known(store, &campaign)?.id;
        store.set_campaign_profile(campaign, &profile)?;
        view(store, campaign)
    })
    .await
}

fn view(store: &Store, campaign: CampaignId) -> Result<Json<BoundsView>, Problem> {
    Ok(Json(BoundsView {
        bounds: (&store.campaign_profile(campaign)?).into(),
        abandonment: store.room(campaign)?.map(AbandonmentView::from),
    }))
}

fn read(mut entry: Entry) -> Result<Profile, Problem> {
    let count = |figure: Option<i64>| figure.and_then(|n| u32::try_from(n).ok());
    let min_gap = entry.figure("min_gap_minutes", GAP_MINUTES);
    let dials_per_day = count(entry.figure("dials_per_day", A_DAY));
    let often = entry.part("dials_per_period").map(|mut part| {
        let dials = part.needed("dials", |part, name| part.figure(name, DIALS));
        let days = part.needed("days", |part, name| part.figure(name, DAYS));
        entry.absorb(part);
        (count(dials), count(days))
    });
    let quarantine = entry.figure("quarantine_hours", QUARANTINE_HOURS);
    let abandoned_per_mille = count(entry.figure("abandoned_per_mille", PER_MILLE));
    let rings_for = count(entry.figure("rings_for_seconds", RINGS_SECONDS));
    let machines = entry.text("machines", 20).and_then(|word| {
        Machines::of(&word).or_else(|| {
            let remedy = "to_agent, hang_up or leave_message";
            entry.fault("machines", "unknown", remedy.to_owned())
        })
    });
    let recorded = entry.text("recorded", 20).and_then(|word| {
        Recorded::of(&word).or_else(|| {
            let remedy = "off, on or on_request";
            entry.fault("recorded", "unknown", remedy.to_owned())
        })
    });
    let recordings_days = count(entry.figure("recordings_days", RECORDINGS_DAYS));
    let own_recordings = entry.flag("own_recordings");
    let windows = windows::read(&mut entry);
    let progressive = by_itself::read(&mut entry);
    entry.finish()?;
    let hours = |hours: i64| Period::minutes(hours.saturating_mul(60));
    Ok(Profile {
        min_gap: min_gap.map(Period::minutes),
        dials_per_day,
        dials_per_period: often
            .and_then(|(dials, days)| dials.zip(days))
            .map(|(dials, days)| Often { dials, days }),
        quarantine: quarantine.map(hours),
        abandoned_per_mille,
        rings_for,
        machines,
        recorded,
        recordings_days,
        own_recordings,
        windows: windows.unwrap_or_default(),
        progressive,
    })
}
