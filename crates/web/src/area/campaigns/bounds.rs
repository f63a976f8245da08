//! What a campaign asks of its calls beyond the law, beside what the law asks; and how many
//! answered calls found no agent.

mod by_itself;
mod entered;
mod recorded;
pub mod room;

use super::seen::Seen;
use super::windows::{self, WindowField};
use crate::app::App;
use crate::area::campaigns::one::read;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use by_itself::ByItselfView;
pub use by_itself::LOOK_SECONDS;
use engine::law::Law;
use engine::{CampaignId, Counter, Machines, Profile};
pub use entered::{
    A_DAY, DAYS, DIALS, GAP_MINUTES, PER_MILLE, QUARANTINE_HOURS, RECORDINGS_DAYS, RINGS_SECONDS,
};
use entered::{Entered, FIELDS, Field, MACHINES};
use jiff::civil::Date;
use recorded::RecordedView;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Template)]
#[template(path = "campaigns/bounds.html")]
struct BoundsPage {
    shell: Shell,
    place: String,
    back: String,
    campaign: String,
    /// How many answered calls found no agent; whether none more may.
    room: Option<(String, bool)>,
    fields: Vec<FieldView>,
    /// What becomes of answering machines: word, label, whether it is chosen.
    machines: Vec<(&'static str, String, bool)>,
    recorded: RecordedView,
    by_itself: ByItselfView,
    windows: Vec<WindowField>,
}

struct FieldView {
    name: &'static str,
    label: String,
    unit: String,
    value: String,
    /// What the law of each country says.
    law: Vec<String>,
    error: Option<String>,
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<impl Template>, Failure> {
    let profile = app
        .ask(move |store| {
            store
                .campaign_profile(CampaignId(id))
                .map_err(Failure::from)
        })
        .await?;
    let entered = Entered::of(&profile);
    page(&visitor, &app, id, &entered, &BTreeMap::new())
        .await
        .map(Page)
}

pub async fn set(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    match entered.check(&visitor.words) {
        Ok(profile) => {
            app.ask(move |store| {
                store.campaign(CampaignId(id))?.ok_or(Failure::NotFound)?;
                let set = store.set_campaign_profile(CampaignId(id), &profile);
                set.map_err(Failure::from)
            })
            .await?;
            Ok(see(&format!("/campaigns/{id}#bounds")).into_response())
        }
        Err(errors) => {
            let page = page(&visitor, &app, id, &entered, &errors).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response())
        }
    }
}

async fn page(
    visitor: &Visitor,
    app: &App,
    id: i64,
    entered: &Entered,
    errors: &BTreeMap<&'static str, String>,
) -> Result<BoundsPage, Failure> {
    let seen = read(app, visitor, id).await?;
    let words = &visitor.words;
    let room = app
        .ask(move |store| store.room(CampaignId(id)).map_err(Failure::from))
        .await?;
    let today = words.zone().local(app.store().clock().now()).date();
    let laws = laws(&seen);
    let fields = FIELDS.into_iter().map(|field| FieldView {
        name: field.name,
        label: words.t(field.label),
        unit: words.t(field.unit),
        value: entered.value(field.name).to_owned(),
        law: laws
            .iter()
            .filter_map(|law| says(law, &field, today))
            .collect(),
        error: errors.get(field.name).cloned(),
    });
    Ok(BoundsPage {
        shell: visitor.shell("bounds-title"),
        place: format!("/campaigns/{id}/bounds"),
        back: format!("/campaigns/{id}"),
        campaign: seen.campaign.name.clone(),
        room: room.map(|room| (room::told(&room, words), room.is_used_up())),
        fields: fields.collect(),
        machines: machines(entered.value(MACHINES), words),
        recorded: recorded::view(entered, &laws, today, words),
        by_itself: by_itself::view(entered, errors.get(by_itself::LOOK).cloned(), words),
        windows: windows::fields(
            |name| entered.value(name),
            |name| errors.get(name).cloned(),
            words,
        ),
    })
}

fn machines(chosen: &str, words: &Words) -> Vec<(&'static str, String, bool)> {
    let chosen = Machines::of(chosen).unwrap_or_default();
    let all = Machines::ALL.into_iter();
    all.map(|machines| {
        (
            machines.word(),
            machines_label(machines, words),
            machines == chosen,
        )
    })
    .collect()
}

fn machines_label(machines: Machines, words: &Words) -> String {
    match machines {
        Machines::ToAgent => words.t("bounds-machines-to-agent"),
        Machines::HangUp => words.t("bounds-machines-hang-up"),
        Machines::LeaveMessage => words.t("bounds-machines-leave-message"),
    }
}

/// The laws of the campaign's lists, each once.
fn laws(seen: &Seen) -> Vec<&Law> {
    let mut countries = BTreeSet::new();
    let all = seen.links.iter().map(|linked| &linked.rules.law);
    all.filter(|law| !law.country().is_empty() && countries.insert(law.country()))
        .collect()
}

/// The law's own sentence, with its country.
fn says(law: &Law, field: &Field, on: Date) -> Option<String> {
    let text = (field.law)(law, on)?;
    Some(format!("{}: {text}", law.country()))
}

/// `attempts: 3/24h, 20`, for each counter that has windows.
fn counted<'p>(profile: &'p Profile, words: &'p Words) -> impl Iterator<Item = String> + 'p {
    Counter::ALL.into_iter().filter_map(|counter| {
        let written = counter.written(&profile.windows);
        let label = words.t(windows::name_of(counter));
        (!written.is_empty()).then(|| format!("{label}: {written}"))
    })
}

/// `At least 60 min between two calls, at most 2 a day`, or nothing.
pub fn told(profile: &Profile, words: &Words) -> Vec<String> {
    let entered = Entered::of(profile);
    let stands = FIELDS
        .into_iter()
        .filter(|field| !entered.value(field.name).is_empty());
    stands
        .map(|field| {
            let (label, unit) = (words.t(field.label), words.t(field.unit));
            format!("{label}: {} {unit}", entered.value(field.name))
        })
        .chain(counted(profile, words))
        .chain(profile.machines.map(|machines| {
            let label = machines_label(machines, words);
            format!("{}: {label}", words.t("bounds-machines"))
        }))
        .chain(recorded::told(profile, words))
        .chain(by_itself::told(profile, words))
        .collect()
}
