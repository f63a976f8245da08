//! Where a client wants a contact called in an order of its own.

use super::super::entry::Entry;
use super::super::problem::Problem;
use super::decided::{Asked, Decided};
use crate::app::App;
use axum::Json;
use axum::extract::{Path, State};
use engine::{AskedOrder, Command};
use utoipa::ToSchema;

/// Longer texts are no order: a value of 64 characters with an instant.
const LONGEST: usize = 110;

/// A place in the client's own order.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "call_order": "A10#2026-11-24T14:30:00Z" }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct CallOrderChange {
    /// A text that sorts, without personal data; behind a `#` the instant before which the
    /// contact is not called. Null for no place.
    #[schema(required, max_length = 110)]
    call_order: Option<String>,
}

/// Puts a contact into the client's own order: it goes before all others of its list for one
/// attempt, in alphabetical order.
#[utoipa::path(
    put, path = "/api/v1/lists/{list}/contacts/{contact}/call-order", tag = "dispositions", security(("token" = ["write:dispositions"])),
    params(
        ("list" = i64, Path, minimum = 1), ("contact" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = CallOrderChange,
    responses((status = 200, body = Decided), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn put_call_order(
    State(app): State<App>,
    Path((list, contact)): Path<(String, String)>,
    mut entry: Entry,
) -> Result<Json<Decided>, Problem> {
    if !entry.names("call_order") {
        let detail = "is required: a text that sorts, or null".to_owned();
        entry.fault::<()>("call_order", "required", detail);
    }
    let order = entry.text("call_order", LONGEST);
    let order = order.and_then(|text| match text.parse::<AskedOrder>() {
        Ok(order) => Some(order),
        Err(error) => entry.fault("call_order", "invalid", error.to_string()),
    });
    entry.finish()?;
    app.ask(move |store| {
        let asked = Asked::of(store, &list, &contact)?;
        asked.record(vec![Command::Order { order }]).map(Json)
    })
    .await
}
