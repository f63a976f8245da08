//! Lists of a campaign: put in, set, taken out.

use super::super::entry::Entry;
use super::super::lists;
use super::super::problem::Problem;
use super::super::question::{Question, id};
use super::{FilterView, known};
use crate::app::App;
use crate::area::campaigns::PRIORITIES;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use engine::ListId;
use serde::Serialize;
use store::{CampaignRefusal, ListLink, Store, USUAL_PRIORITY};
use utoipa::ToSchema;

/// A list in a campaign.
#[derive(Debug, Serialize, ToSchema)]
pub struct LinkView {
    pub list: i64,
    /// Lower goes first.
    pub priority: i64,
    /// Its contacts are offered.
    pub active: bool,
    /// Only contacts that it means are offered; all where it is null.
    #[schema(value_type = Option<Object>)]
    pub filter: Option<FilterView>,
}

/// How a list stands in a campaign.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "priority": 500, "active": true }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct LinkChange {
    /// Lower goes first; 500 for a new one.
    #[schema(minimum = 0, maximum = 9999)]
    priority: Option<i64>,
    /// Whether its contacts are offered; true for a new one.
    active: Option<bool>,
}

impl From<ListLink> for LinkView {
    fn from(link: ListLink) -> Self {
        Self {
            list: link.list.0,
            priority: link.priority,
            active: link.active,
            filter: link.filter.map(FilterView),
        }
    }
}

/// Puts a list into a campaign, or sets how it stands there; what is not named stays.
#[utoipa::path(
    put, path = "/api/v1/campaigns/{campaign}/lists/{list}", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(
        ("campaign" = i64, Path, minimum = 1), ("list" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = LinkChange,
    responses(
        (status = 200, body = LinkView, description = "it stood there already"),
        (status = 201, body = LinkView),
        (status = "4XX", body = Problem, content_type = "application/problem+json")
    )
)]
pub async fn put_link(
    State(app): State<App>,
    Path((campaign, list)): Path<(String, String)>,
    mut entry: Entry,
) -> Result<(StatusCode, Json<LinkView>), Problem> {
    let priority = entry.figure("priority", PRIORITIES);
    let active = entry.flag("active");
    entry.finish()?;
    app.ask(move |store| {
        let campaign = known(store, &campaign)?.id;
        let list = lists::known(store, &list)?.id;
        let linked = store.link_list(campaign, list, priority.unwrap_or(USUAL_PRIORITY))?;
        let status = match linked {
            Ok(_) => StatusCode::CREATED,
            Err(CampaignRefusal::Linked) => StatusCode::OK,
            Err(refusal) => return Err(refusal.into()),
        };
        let there = between(store, campaign.0, list)?;
        let wanted = ListLink {
            priority: priority.unwrap_or(there.priority),
            active: active.unwrap_or(there.active),
            ..there.clone()
        };
        if wanted != there {
            store.set_link(wanted.id, wanted.priority, wanted.active)?;
        }
        Ok((status, Json(wanted.into())))
    })
    .await
}

/// Takes a list out of a campaign, with its filter and quotas there. Its contacts stay.
#[utoipa::path(
    delete, path = "/api/v1/campaigns/{campaign}/lists/{list}", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(
        ("campaign" = i64, Path, minimum = 1), ("list" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    responses((status = 204, description = "it stands there no longer"), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn remove_link(
    State(app): State<App>,
    Path((campaign, list)): Path<(String, String)>,
    question: Question,
) -> Result<StatusCode, Problem> {
    question.finish()?;
    app.ask(move |store| {
        let link = link(store, &campaign, &list)?;
        store.remove_link(link.id)?;
        Ok(StatusCode::NO_CONTENT)
    })
    .await
}

/// The link two parts of the path name.
pub fn link(store: &Store, campaign: &str, list: &str) -> Result<ListLink, Problem> {
    let campaign = known(store, campaign)?.id;
    between(store, campaign.0, ListId(id(list, "list")?))
}

fn between(store: &Store, campaign: i64, list: ListId) -> Result<ListLink, Problem> {
    let mut links = store
        .campaign_links(engine::CampaignId(campaign))?
        .into_iter();
    let found = links.find(|link| link.list == list);
    found.ok_or_else(|| Problem::not_found("list in this campaign"))
}
