//! When new contacts of a list may be called.

use super::super::entry::Entry;
use super::super::problem::Problem;
use super::super::question::Question;
use super::known;
use crate::app::App;
use axum::Json;
use axum::extract::{Path, State};
use engine::{Roster, Settings};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// When new contacts of a list may be called, besides what the law says.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "roster": "mo-fr 09:00-17:30; sa 10:00-14:00" }))]
pub struct ListRoster {
    /// Half hours from 08:00 to 22:00 of the contact's own clock; null where there is none.
    #[schema(required, max_length = 1000)]
    pub roster: Option<String>,
}

impl From<Option<&Roster>> for ListRoster {
    fn from(roster: Option<&Roster>) -> Self {
        Self {
            roster: roster.map(ToString::to_string),
        }
    }
}

/// The roster of a list.
#[utoipa::path(
    get, path = "/api/v1/lists/{list}/roster", tag = "lists", security(("token" = ["read:lists"])),
    params(("list" = i64, Path, minimum = 1)),
    responses((status = 200, body = ListRoster), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn show(
    State(app): State<App>,
    Path(list): Path<String>,
    question: Question,
) -> Result<Json<ListRoster>, Problem> {
    question.finish()?;
    app.ask(move |store| {
        let list = known(store, &list)?;
        let rules = store.rules(list.rules)?;
        Ok(Json(rules.settings.roster.as_ref().into()))
    })
    .await
}

/// Gives new contacts of a list a roster on arrival. Those that are there keep theirs.
#[utoipa::path(
    put, path = "/api/v1/lists/{list}/roster", tag = "lists", security(("token" = ["write:lists"])),
    params(
        ("list" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = ListRoster,
    responses((status = 200, body = ListRoster), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn set(
    State(app): State<App>,
    Path(list): Path<String>,
    mut entry: Entry,
) -> Result<Json<ListRoster>, Problem> {
    if !entry.names("roster") {
        let detail = "is required: a roster, or null for none".to_owned();
        entry.fault::<()>("roster", "required", detail);
    }
    let roster = entry.text("roster", 1000).map(|text| Roster::parse(&text));
    let roster = match roster.transpose() {
        Ok(roster) => roster,
        Err(wrong) => entry.fault("roster", "invalid", wrong.to_string()),
    };
    entry.finish()?;
    app.ask(move |store| {
        let list = known(store, &list)?;
        let rules = store.rules(list.rules)?;
        if rules.settings.roster != roster {
            let settings = Settings {
                roster,
                ..rules.settings.clone()
            };
            store.set_settings(list.id, settings)?;
        }
        Ok(Json(roster.as_ref().into()))
    })
    .await
}
