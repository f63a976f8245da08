//! What a list is called for, and the ground that holds for all of it.

use super::super::entry::Entry;
use super::super::problem::Problem;
use super::super::question::Question;
use super::known;
use crate::app::App;
use crate::area::lists::settle_grounds;
use axum::Json;
use axum::extract::{Path, State};
use engine::consent::stated::{LONGEST_SOURCE, Part, Words, Wrong};
use engine::{Actor, Settings, Stated};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a list is called for, and the ground that holds where contacts bring none of their own.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "purpose": "charity", "basis": "customer", "basis_given_on": "2026-03-01",
    "basis_until": null, "basis_source": "gifts of 2026"
}))]
pub struct ListPurpose {
    /// null where nobody has said so; then no ground is asked for.
    #[schema(
        required,
        pattern = "^(sales|charity|charity_lottery|press|research|service)$"
    )]
    pub purpose: Option<String>,
    #[schema(pattern = "^(consent|customer|directory)$")]
    pub basis: Option<String>,
    #[schema(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    pub basis_given_on: Option<String>,
    #[schema(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    pub basis_until: Option<String>,
    #[schema(max_length = 500)]
    pub basis_source: Option<String>,
}

impl From<&Settings> for ListPurpose {
    fn from(settings: &Settings) -> Self {
        let basis = settings.basis.as_ref();
        let consent = basis.map(|basis| &basis.consent);
        Self {
            purpose: settings.purpose.map(|purpose| purpose.word().to_owned()),
            basis: consent.map(|consent| consent.basis.word().to_owned()),
            basis_given_on: consent.map(|consent| consent.given_on.to_string()),
            basis_until: consent.and_then(|consent| consent.until.map(|day| day.to_string())),
            basis_source: basis.map(|basis| basis.source.clone()),
        }
    }
}

/// What a list is called for.
#[utoipa::path(
    get, path = "/api/v1/lists/{list}/purpose", tag = "lists", security(("token" = ["read:lists"])),
    params(("list" = i64, Path, minimum = 1)),
    responses((status = 200, body = ListPurpose), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn show(
    State(app): State<App>,
    Path(list): Path<String>,
    question: Question,
) -> Result<Json<ListPurpose>, Problem> {
    question.finish()?;
    app.ask(move |store| {
        let list = known(store, &list)?;
        let rules = store.rules(list.rules)?;
        Ok(Json((&rules.settings).into()))
    })
    .await
}

/// States what a list is called for. What was decided stays; open contacts get or lose their
/// place in the order of offers one after the other.
#[utoipa::path(
    put, path = "/api/v1/lists/{list}/purpose", tag = "lists", security(("token" = ["write:lists"])),
    params(
        ("list" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = ListPurpose,
    responses((status = 200, body = ListPurpose), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn set(
    State(app): State<App>,
    Path(list): Path<String>,
    mut entry: Entry,
) -> Result<Json<ListPurpose>, Problem> {
    let stated = read(&mut entry);
    let stated = entry.finish_as(stated)?;
    let (list, settings, changes) = app
        .ask(move |store| {
            let list = known(store, &list)?;
            let before = store.rules(list.rules)?.settings.clone();
            let settings = stated.settings(&before);
            let changes = settings != before;
            if changes {
                store.set_settings(list.id, settings.clone())?;
            }
            Ok::<_, Problem>((list.id, settings, changes))
        })
        .await?;
    if changes {
        settle_grounds(&app, list, Actor::System);
    }
    Ok(Json((&settings).into()))
}

/// Reads what is stated; every fault in its own place.
pub fn read(entry: &mut Entry) -> Option<Stated> {
    let before = entry.faults.len();
    let [purpose, basis, given_on, until, source] = Part::ALL.map(|part| {
        let most = match part {
            Part::Source => LONGEST_SOURCE,
            _ => 40,
        };
        entry.text(name(part), most).unwrap_or_default()
    });
    // A fault of its form has been told.
    let told = |entry: &Entry, part: Part| {
        let mut faults = entry.faults.iter().skip(before);
        faults.any(|fault| fault.field == name(part))
    };
    let words = Words {
        purpose: &purpose,
        basis: &basis,
        given_on: &given_on,
        until: &until,
        source: &source,
    };
    match Stated::read(words) {
        Ok(stated) => Some(stated).filter(|_| entry.faults.len() == before),
        Err(faults) => {
            for fault in faults {
                if !told(entry, fault.part) {
                    let place = name(fault.part);
                    entry.fault::<()>(place, code(fault.wrong), fault.to_string());
                }
            }
            None
        }
    }
}

fn name(part: Part) -> &'static str {
    match part {
        Part::Purpose => "purpose",
        Part::Basis => "basis",
        Part::GivenOn => "basis_given_on",
        Part::Until => "basis_until",
        Part::Source => "basis_source",
    }
}

fn code(wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::Missing | Wrong::Alone => "required",
        Wrong::Unknown => "unknown",
        Wrong::NoDay => "invalid",
        Wrong::Before => "out_of_range",
        Wrong::TooLong => "too_long",
    }
}
