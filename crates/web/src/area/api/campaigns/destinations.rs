//! To whom agents of a campaign may put a talk through, besides their colleagues.

use super::super::entry::Entry;
use super::super::paging::Page;
use super::super::problem::{Fault, Problem};
use super::super::question::{E164, Question, e164, id};
use super::known;
use crate::app::App;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Serialize;
use store::Destination;
use utoipa::ToSchema;

/// A name and a number to which a talk may be put through.
#[derive(Debug, Serialize, ToSchema)]
pub struct DestinationView {
    pub id: i64,
    pub label: String,
    /// E.164.
    pub number: String,
}

/// A destination to add. A number that is there already gets the new label.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "label": "Repairs", "number": "+493023125100" }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct MakeDestination {
    #[schema(min_length = 1, max_length = 80)]
    label: String,
    #[schema(pattern = r"^\+?[1-9][0-9]{6,14}$")]
    number: String,
}

impl From<Destination> for DestinationView {
    fn from(there: Destination) -> Self {
        Self {
            id: there.id,
            label: there.label,
            number: there.number.to_string(),
        }
    }
}

/// The destinations of a campaign, by their labels.
#[utoipa::path(
    get, path = "/api/v1/campaigns/{campaign}/destinations", tag = "campaigns", security(("token" = ["read:campaigns"])),
    params(("campaign" = i64, Path, minimum = 1)),
    responses((status = 200, body = Page<DestinationView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn destinations(
    State(app): State<App>,
    Path(campaign): Path<String>,
    question: Question,
) -> Result<Json<Page<DestinationView>>, Problem> {
    question.finish()?;
    app.ask(move |store| {
        let campaign = known(store, &campaign)?.id;
        let all = store.destinations(campaign)?.into_iter();
        let views = all.map(DestinationView::from).collect();
        Ok(Json(Page::whole(views)))
    })
    .await
}

/// Adds a destination.
#[utoipa::path(
    post, path = "/api/v1/campaigns/{campaign}/destinations", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(
        ("campaign" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = MakeDestination,
    responses((status = 201, body = DestinationView), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn add_destination(
    State(app): State<App>,
    Path(campaign): Path<String>,
    mut entry: Entry,
) -> Result<(StatusCode, Json<DestinationView>), Problem> {
    let label = entry.needed_text("label", 80);
    let number = entry.needed("number", |entry, name| {
        let text = entry.text(name, 32)?;
        e164(&text).or_else(|| entry.fault(name, "invalid", E164.to_owned()))
    });
    let (label, number) = entry.finish_as(label.zip(number))?;
    app.ask(move |store| {
        let campaign = known(store, &campaign)?.id;
        match store.add_destination(campaign, &label, number)? {
            Ok(id) => Ok((
                StatusCode::CREATED,
                Json(DestinationView::from(Destination { id, label, number })),
            )),
            Err(refusal) => {
                let fault = Fault::new("number", "refused", refusal.to_string());
                Err(Problem::invalid(vec![fault]))
            }
        }
    })
    .await
}

/// Takes a destination away.
#[utoipa::path(
    delete, path = "/api/v1/campaigns/{campaign}/destinations/{destination}", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(
        ("campaign" = i64, Path, minimum = 1), ("destination" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    responses((status = 204, description = "it is gone"), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn remove_destination(
    State(app): State<App>,
    Path((campaign, destination)): Path<(String, String)>,
    question: Question,
) -> Result<StatusCode, Problem> {
    question.finish()?;
    app.ask(move |store| {
        let campaign = known(store, &campaign)?.id;
        let destination = id(&destination, "destination")?;
        match store.remove_destination(campaign, destination)? {
            true => Ok(StatusCode::NO_CONTENT),
            false => Err(Problem::not_found("destination")),
        }
    })
    .await
}
