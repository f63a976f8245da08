//! On whose behalf campaigns call.

use super::super::entry::Entry;
use super::super::paging::Page;
use super::super::problem::{Fault, Problem};
use super::super::question::Question;
use crate::app::App;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use store::{Advertiser, AdvertiserId, Store};
use utoipa::ToSchema;

/// On whose behalf campaigns call.
#[derive(Debug, Serialize, ToSchema)]
pub struct AdvertiserView {
    pub id: i64,
    pub name: String,
}

/// An advertiser by its name.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Bakery Dough" }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct NameAdvertiser {
    #[schema(min_length = 1, max_length = 80)]
    name: String,
}

/// All advertisers.
#[utoipa::path(
    get, path = "/api/v1/advertisers", tag = "campaigns", security(("token" = ["read:campaigns"])),
    params(
        ("limit" = Option<i64>, Query, minimum = 1, maximum = 200),
        ("after" = Option<String>, Query, pattern = "^[0-9]{1,18}$"),
    ),
    responses((status = 200, body = Page<AdvertiserView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn advertisers(
    State(app): State<App>,
    mut question: Question,
) -> Result<Json<Page<AdvertiserView>>, Problem> {
    let (limit, after) = (question.limit(), question.after().map_or(0, |[id]| id));
    question.finish()?;
    let mut all = app
        .ask(|store| store.advertisers().map_err(Problem::from))
        .await?;
    all.retain(|there| there.id.0 > after);
    all.sort_by_key(|there| there.id);
    let cursor = |there: &Advertiser| there.id.0.to_string();
    let view = |Advertiser { id, name }: Advertiser| AdvertiserView { id: id.0, name };
    Ok(Json(Page::of(all, limit, cursor, view)))
}

/// Gives the advertiser of a name, made if there was none.
#[utoipa::path(
    post, path = "/api/v1/advertisers", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200)),
    request_body = NameAdvertiser,
    responses(
        (status = 200, body = AdvertiserView, description = "it was there already"),
        (status = 201, body = AdvertiserView),
        (status = "4XX", body = Problem, content_type = "application/problem+json")
    )
)]
pub async fn name_advertiser(
    State(app): State<App>,
    mut entry: Entry,
) -> Result<(StatusCode, Json<AdvertiserView>), Problem> {
    let name = entry.needed("name", Entry::name);
    let name = entry.finish_as(name)?;
    app.ask(move |store| {
        let known = store.advertisers()?.iter().any(|there| there.name == name);
        let id = store.advertiser_named(&name)?.0;
        let status = match known {
            true => StatusCode::OK,
            false => StatusCode::CREATED,
        };
        Ok((status, Json(AdvertiserView { id, name })))
    })
    .await
}

/// The advertiser of an id, if there is one.
pub fn known_advertiser(store: &Store, id: i64) -> Result<AdvertiserId, Problem> {
    let all = store.advertisers()?;
    let found = all.iter().find(|there| there.id.0 == id);
    found.map(|there| there.id).ok_or_else(|| {
        let detail = "there is no such advertiser: POST /api/v1/advertisers makes one";
        Problem::invalid(vec![Fault::new("advertiser", "unknown", detail)])
    })
}
