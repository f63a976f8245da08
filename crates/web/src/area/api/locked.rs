//! Numbers that the telephone provider bars, brought by whoever speaks with it.

use super::Scope;
use super::entry::Entry;
use super::paging::Page;
use super::problem::Problem;
use super::question::Question;
use crate::app::App;
use crate::routes::Routes;
use crate::seat::Seat;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::Prefix;
use utoipa::ToSchema;

pub fn routes() -> Routes {
    let reads = Seat::Program(Scope::ReadSuppressions);
    let writes = Seat::Program(Scope::WriteSuppressions);
    Routes::new()
        .get("/api/v1/locked-numbers", reads, all)
        .post("/api/v1/locked-numbers", writes, add)
        .delete("/api/v1/locked-numbers/{prefix}", writes, remove)
}

/// A number the provider bars, or how such numbers begin.
#[derive(Debug, Serialize, ToSchema)]
pub struct LockedView {
    pub prefix: String,
    pub note: String,
    #[schema(value_type = String, format = DateTime)]
    pub added_at: Timestamp,
}

/// Numbers the provider bars, or how they begin.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "prefixes": ["+31900"], "note": "premium numbers" }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct LockNumbers {
    /// With the country's digits, 2 to 15 in all.
    #[schema(min_items = 1, max_items = 10_000)]
    prefixes: Vec<String>,
    #[schema(max_length = 500)]
    note: Option<String>,
}

/// How many were written down.
#[derive(Debug, Serialize, ToSchema)]
pub struct LockedCount {
    pub locked: usize,
}

/// All numbers the provider bars.
#[utoipa::path(
    get, path = "/api/v1/locked-numbers", tag = "suppressions", security(("token" = ["read:suppressions"])),
    responses((status = 200, body = Page<LockedView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn all(
    State(app): State<App>,
    question: Question,
) -> Result<Json<Page<LockedView>>, Problem> {
    question.finish()?;
    let all = app
        .ask(|store| store.locked_numbers().map_err(Problem::from))
        .await?;
    let view = |one: store::LockedNumber| LockedView {
        prefix: one.prefix.to_string(),
        note: one.note,
        added_at: one.added_at,
    };
    Ok(Json(Page::whole(all.into_iter().map(view).collect())))
}

/// Bars numbers from now on: they are not dialled, and a contact that has no other is closed when
/// it comes up.
#[utoipa::path(
    post, path = "/api/v1/locked-numbers", tag = "suppressions", security(("token" = ["write:suppressions"])),
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200)),
    request_body = LockNumbers,
    responses((status = 200, body = LockedCount), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn add(State(app): State<App>, mut entry: Entry) -> Result<Json<LockedCount>, Problem> {
    let texts = entry.needed("prefixes", |entry, name| {
        Some(entry.texts(name, 10_000, 40))
    });
    let note = entry.text("note", 500).unwrap_or_default();
    let mut new = Vec::new();
    for (index, text) in texts.unwrap_or_default().into_iter().enumerate() {
        match Prefix::parse(&text) {
            Some(prefix) => new.push((prefix, note.clone())),
            None if entry.faults.len() < 100 => {
                let detail = "must be 2 to 15 digits that begin with a country's".to_owned();
                entry.fault::<()>(&format!("prefixes[{index}]"), "invalid", detail);
            }
            None => {}
        }
    }
    entry.finish()?;
    let locked = new.len();
    app.ask(move |store| store.lock_numbers(new).map_err(Problem::from))
        .await?;
    Ok(Json(LockedCount { locked }))
}

/// The provider bars it no longer. Contacts that were closed stay closed.
#[utoipa::path(
    delete, path = "/api/v1/locked-numbers/{prefix}", tag = "suppressions", security(("token" = ["write:suppressions"])),
    params(
        ("prefix" = String, Path, pattern = "^[1-9][0-9]{1,14}$"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn remove(
    State(app): State<App>,
    Path(prefix): Path<String>,
    question: Question,
) -> Result<StatusCode, Problem> {
    question.finish()?;
    let missing = || Problem::not_found("locked number");
    let prefix = Prefix::parse(&prefix).ok_or_else(missing)?;
    let was = app
        .ask(move |store| store.unlock_number(prefix).map_err(Problem::from))
        .await?;
    match was {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(missing()),
    }
}
