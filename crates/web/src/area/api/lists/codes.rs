//! What is laid over the catalogue of a list: codes allowed, order, keys, delays.

use super::super::entry::Entry;
use super::super::problem::Problem;
use super::super::question::Question;
use super::causes::{self, RetryView};
use super::known;
use crate::app::App;
use axum::Json;
use axum::extract::{Path, State};
use engine::callback::Expression;
use engine::{Code, Laid, ListId, Overlay, Settings};
use serde::{Deserialize, Serialize};
use store::Store;
use utoipa::ToSchema;

/// What differs from the catalogue of a list, code by code.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "codes": [{ "code": "130", "follow_up": "TimeAdd=30m" }] }))]
pub struct ListCodes {
    /// The catalogue the list works by, and its version.
    #[serde(default)]
    #[schema(read_only, max_length = 100)]
    pub catalogue: Option<String>,
    #[serde(default)]
    #[schema(read_only)]
    pub version: Option<u32>,
    #[schema(required, max_items = 500)]
    pub codes: Vec<LaidView>,
    /// Causes that are tried again otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 500)]
    pub causes: Vec<RetryView>,
}

/// What is laid over one code; what is absent is as in the catalogue.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LaidView {
    #[schema(min_length = 1, max_length = 100)]
    pub code: String,
    /// Agents may not choose it.
    #[serde(default)]
    pub hidden: Option<bool>,
    #[schema(minimum = 0, maximum = 999)]
    pub order: Option<u32>,
    /// A letter from a to z that no other code has.
    #[schema(min_length = 1, max_length = 1)]
    pub hotkey: Option<String>,
    /// When it is due again, such as `TimeAdd=30m`.
    #[schema(max_length = 200)]
    pub follow_up: Option<String>,
    /// How often in a row at most; 0 is off.
    #[schema(minimum = 0, maximum = 999)]
    pub max_run: Option<u32>,
}

impl ListCodes {
    fn of(store: &Store, list: ListId) -> Result<Self, Problem> {
        let there = store
            .list(list)?
            .ok_or_else(|| Problem::not_found("list"))?;
        let rules = store.rules(there.rules)?;
        let file = rules.catalogue.file();
        let laid = rules.settings.overlay.codes.iter();
        Ok(Self {
            catalogue: Some(file.name.clone()),
            version: Some(file.version),
            codes: laid.map(|(code, laid)| view(code, laid)).collect(),
            causes: causes::views(&rules.settings.overlay),
        })
    }
}

fn view(code: &Code, laid: &Laid) -> LaidView {
    LaidView {
        code: code.to_string(),
        hidden: Some(laid.hidden),
        order: laid.order,
        hotkey: laid.hotkey.map(String::from),
        follow_up: laid.follow_up.map(|expression| expression.to_string()),
        max_run: laid.max_run,
    }
}

/// What is laid over the catalogue of a list.
#[utoipa::path(
    get, path = "/api/v1/lists/{list}/codes", tag = "lists", security(("token" = ["read:lists"])),
    params(("list" = i64, Path, minimum = 1)),
    responses((status = 200, body = ListCodes), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn show(
    State(app): State<App>,
    Path(list): Path<String>,
    question: Question,
) -> Result<Json<ListCodes>, Problem> {
    question.finish()?;
    app.ask(move |store| ListCodes::of(store, known(store, &list)?.id).map(Json))
        .await
}

/// Lays this over the catalogue of a list, in the place of what was laid over it before: as new
/// rules, from the next event on.
#[utoipa::path(
    put, path = "/api/v1/lists/{list}/codes", tag = "lists", security(("token" = ["write:lists"])),
    params(
        ("list" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = ListCodes,
    responses((status = 200, body = ListCodes), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn set(
    State(app): State<App>,
    Path(list): Path<String>,
    mut entry: Entry,
) -> Result<Json<ListCodes>, Problem> {
    // What was read may be sent back: the catalogue itself is chosen elsewhere.
    let told = (
        entry.text("catalogue", 100),
        entry.figure("version", 0..=i64::from(u32::MAX)),
    );
    if !entry.names("codes") {
        entry.fault::<()>("codes", "required", "is required".to_owned());
    }
    let mut overlay = Overlay::default();
    for mut part in entry.parts("codes", 500) {
        let code = part.needed_text("code", 100);
        let laid = laid(&mut part);
        if let Some(code) = code
            && laid != Laid::default()
        {
            overlay.codes.insert(Code::new(code), laid);
        }
        entry.absorb(part);
    }
    overlay.causes = causes::entered(&mut entry);
    app.ask(move |store| {
        let list = known(store, &list)?;
        let bare = store.bare_catalogue(list.id)?;
        let bare = bare.ok_or_else(|| Problem::not_found("list"))?;
        let file = bare.file();
        let other = |name: &String| *name != file.name;
        if told.0.as_ref().is_some_and(other)
            || told.1.is_some_and(|v| v != i64::from(file.version))
        {
            let detail = format!("the list works by {} version {}", file.name, file.version);
            entry.fault::<()>("catalogue", "invalid", detail);
        }
        for problem in overlay.over(&bare).err().unwrap_or_default() {
            let of = match problem.reason {
                "laid-retry" => "causes",
                _ => "codes",
            };
            let place = format!("{of}.{}.{}", problem.code, problem.field);
            entry.fault::<()>(
                &place,
                "invalid",
                format!("{}; {}", problem.text, problem.remedy),
            );
        }
        entry.finish()?;
        let settings = store.rules(list.rules)?.settings.clone();
        if settings.overlay != overlay {
            store.set_settings(
                list.id,
                Settings {
                    overlay,
                    ..settings
                },
            )?;
        }
        ListCodes::of(store, list.id).map(Json)
    })
    .await
}

fn laid(part: &mut Entry) -> Laid {
    let mut figure = |name| {
        let figure = part.figure(name, 0..=999)?;
        u32::try_from(figure).ok()
    };
    let (order, max_run) = (figure("order"), figure("max_run"));
    let follow_up = part.text("follow_up", 200).and_then(|text| {
        text.parse::<Expression>()
            .map_err(|wrong| part.fault::<()>("follow_up", "invalid", wrong.to_string()))
            .ok()
    });
    Laid {
        hidden: part.flag("hidden").unwrap_or(false),
        order,
        hotkey: part.text("hotkey", 1).and_then(|text| text.chars().next()),
        follow_up,
        max_run,
    }
}
