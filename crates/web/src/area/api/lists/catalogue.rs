//! By which version of which catalogue a list works.

use super::known;
use crate::app::App;
use crate::area::api::entry::Entry;
use crate::area::api::problem::{Fault, Problem};
use crate::area::api::question::Question;
use crate::area::catalogues::shipped;
use axum::Json;
use axum::extract::{Path, State};
use serde::{Deserialize, Serialize};
use store::{Store, Unmoved};
use utoipa::ToSchema;

/// The version of a catalogue by which a list works.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "callpro", "version": 1000 }))]
pub struct ListCatalogue {
    #[schema(pattern = "^[a-z0-9-]{1,40}$")]
    pub name: String,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// The catalogue of a list.
#[utoipa::path(
    get, path = "/api/v1/lists/{list}/catalogue", tag = "lists", security(("token" = ["read:lists"])),
    params(("list" = i64, Path, minimum = 1)),
    responses((status = 200, body = ListCatalogue), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn show(
    State(app): State<App>,
    Path(list): Path<String>,
    question: Question,
) -> Result<Json<ListCatalogue>, Problem> {
    question.finish()?;
    app.ask(move |store| view(store, &list).map(Json)).await
}

/// Moves a list to another version of its catalogue, from its next event on.
#[utoipa::path(
    put, path = "/api/v1/lists/{list}/catalogue", tag = "lists", security(("token" = ["write:lists"])),
    params(
        ("list" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = ListCatalogue,
    responses((status = 200, body = ListCatalogue), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn set(
    State(app): State<App>,
    Path(list): Path<String>,
    mut entry: Entry,
) -> Result<Json<ListCatalogue>, Problem> {
    let name = entry.needed("name", |entry, name| entry.text(name, 40));
    let version = entry.needed("version", Entry::id);
    let (name, version) = entry.finish_as(name.zip(version))?;
    app.ask(move |store| {
        let there = view(store, &list)?;
        if there.name != name {
            let detail = format!("the list works by `{}`: its versions only", there.name);
            return Err(Problem::invalid(vec![Fault::new(
                "name", "differs", detail,
            )]));
        }
        // The version that came with the program is kept once a list works by it.
        if let Some((own, text)) = shipped(&name)
            && own == version
        {
            store.keep_catalogue(text)?;
        }
        let id = known(store, &list)?.id;
        store
            .set_catalogue(id, &name, version)?
            .map_err(|why| wrong(&why))?;
        view(store, &list).map(Json)
    })
    .await
}

fn view(store: &Store, list: &str) -> Result<ListCatalogue, Problem> {
    let list = known(store, list)?;
    let rules = store.rules(list.rules)?;
    let file = rules.catalogue.file();
    Ok(ListCatalogue {
        name: file.name.clone(),
        version: i64::from(file.version),
    })
}

fn wrong(why: &Unmoved) -> Problem {
    let detail = match why {
        Unmoved::NoSuchVersion => "there is no such version".to_owned(),
        Unmoved::Codes(codes) => format!(
            "contacts of the list stand under codes that version does not have: {}",
            codes.join(", ")
        ),
    };
    Problem::invalid(vec![Fault::new("version", "invalid", detail)])
}
