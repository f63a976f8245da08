//! Callbacks of a list, in the order of their time.

use super::contacts::values;
use super::lists::known;
use super::paging::Page;
use super::problem::Problem;
use super::question::Question;
use crate::app::App;
use axum::Json;
use axum::extract::{Path, State};
use engine::ContactId;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use store::Callback;
use utoipa::ToSchema;

/// A contact that is to be called back.
#[derive(Debug, Serialize, ToSchema)]
pub struct CallbackView {
    pub list: i64,
    pub contact: i64,
    pub key: Option<String>,
    /// What was agreed.
    #[schema(value_type = String, format = DateTime)]
    pub due_at: Timestamp,
    /// When roster and law allow it, too.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub next_offer_at: Option<Timestamp>,
    pub code: String,
    pub owner: Option<i64>,
    pub note: Option<String>,
    pub fields: BTreeMap<String, String>,
}

impl From<Callback> for CallbackView {
    fn from(callback: Callback) -> Self {
        Self {
            list: callback.list.0,
            contact: callback.contact.0,
            key: callback.key,
            due_at: callback.due,
            next_offer_at: callback.offer_at,
            code: callback.code.to_string(),
            owner: callback.owner.map(|owner| owner.0),
            note: callback.note,
            fields: values(&callback.fields),
        }
    }
}

/// Callbacks that are due from one instant to before another.
#[utoipa::path(
    get, path = "/api/v1/lists/{list}/callbacks", tag = "contacts", security(("token" = ["read:contacts"])),
    params(
        ("list" = i64, Path, minimum = 1),
        ("from" = Option<String>, Query, format = DateTime),
        ("before" = Option<String>, Query, format = DateTime),
        ("limit" = Option<i64>, Query, minimum = 1, maximum = 200),
        ("after" = Option<String>, Query, pattern = "^[0-9]{1,18}\\.[0-9]{1,18}$"),
    ),
    responses((status = 200, body = Page<CallbackView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn of_list(
    State(app): State<App>,
    Path(list): Path<String>,
    mut question: Question,
) -> Result<Json<Page<CallbackView>>, Problem> {
    let limit = question.limit();
    let from = question.instant("from").unwrap_or(Timestamp::MIN);
    let before = question.instant("before").unwrap_or(Timestamp::MAX);
    let after = question.after().and_then(|[due, contact]| {
        let due = Timestamp::from_microsecond(due).ok()?;
        Some((due, ContactId(contact)))
    });
    question.finish()?;
    // Ids begin at 1: nothing of the first instant is passed over.
    let after = after
        .unwrap_or((from, ContactId(0)))
        .max((from, ContactId(0)));
    app.ask(move |store| {
        let list = known(store, &list)?.id;
        let rows = store.callbacks_after(list, after, before, limit.saturating_add(1))?;
        let cursor = |row: &Callback| format!("{}.{}", row.due.as_microsecond(), row.contact.0);
        Ok(Json(Page::of(rows, limit, cursor, CallbackView::from)))
    })
    .await
}
