//! Call lists, and the dispositions of their catalogues.

pub mod catalogue;
mod causes;
pub mod codes;
mod fields;
pub mod ground;
pub mod limits;
pub mod make;
pub mod retention;
pub mod roster;

use super::paging::Page;
use super::problem::Problem;
use super::question::{Question, id};
use super::vocabulary::InVocabulary;
use super::{Scope, callbacks};
use crate::app::App;
use crate::routes::Routes;
use crate::seat::Seat;
use axum::Json;
use axum::extract::{Path, State};
use engine::ListId;
use engine::catalogue::Disposition;
use serde::Serialize;
use std::collections::BTreeMap;
use store::{List, Store};
use utoipa::ToSchema;

pub fn routes() -> Routes {
    let (reads, writes) = (
        Seat::Program(Scope::ReadLists),
        Seat::Program(Scope::WriteLists),
    );
    Routes::new()
        .get("/api/v1/lists", reads, all)
        .post("/api/v1/lists", writes, make::make)
        .get("/api/v1/lists/{list}", reads, one)
        .get("/api/v1/lists/{list}/dispositions", reads, dispositions)
        .get("/api/v1/lists/{list}/codes", reads, codes::show)
        .put("/api/v1/lists/{list}/codes", writes, codes::set)
        .get("/api/v1/lists/{list}/limits", reads, limits::show)
        .put("/api/v1/lists/{list}/limits", writes, limits::set)
        .get("/api/v1/lists/{list}/purpose", reads, ground::show)
        .put("/api/v1/lists/{list}/purpose", writes, ground::set)
        .get("/api/v1/lists/{list}/retention", reads, retention::show)
        .put(
            "/api/v1/lists/{list}/retention",
            Seat::Program(Scope::EraseContacts),
            retention::set,
        )
        .get("/api/v1/lists/{list}/catalogue", reads, catalogue::show)
        .put("/api/v1/lists/{list}/catalogue", writes, catalogue::set)
        .get("/api/v1/lists/{list}/roster", reads, roster::show)
        .put("/api/v1/lists/{list}/roster", writes, roster::set)
        .get(
            "/api/v1/lists/{list}/callbacks",
            Seat::Program(Scope::ReadContacts),
            callbacks::of_list,
        )
}

/// A call list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListView {
    pub id: i64,
    pub name: String,
    /// ISO 3166, two letters.
    pub country: String,
    /// The fields its contacts have.
    pub fields: Vec<FieldView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct FieldView {
    pub name: String,
    /// What the client calls it; either may be used.
    pub external: String,
    /// What may stand in it: text, integer, decimal, date, datetime, email, phone, bool or
    /// choice; absent where nobody has said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Most characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
    pub required: bool,
    /// What may be chosen, where it is a choice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
}

/// An entry of a catalogue.
#[derive(Debug, Serialize, ToSchema)]
pub struct DispositionView {
    pub code: String,
    /// By language: nl, en, de, hu.
    pub label: BTreeMap<String, String>,
    pub group: String,
    /// A node of the meaning tree.
    pub meaning: String,
    /// What becomes of the contact.
    pub kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_vocabulary: Option<InVocabulary>,
}

impl From<List> for ListView {
    fn from(list: List) -> Self {
        Self {
            id: list.id.0,
            name: list.name,
            country: list.country,
            fields: list
                .fields
                .into_iter()
                .map(|field| FieldView {
                    name: field.name,
                    external: field.external,
                    kind: field.kind,
                    max: field.max,
                    required: field.required,
                    choices: field.choices,
                })
                .collect(),
        }
    }
}

impl From<&Disposition> for DispositionView {
    fn from(disposition: &Disposition) -> Self {
        Self {
            code: disposition.code.to_string(),
            label: disposition.label.clone(),
            group: disposition.group.clone(),
            meaning: disposition.meaning.clone(),
            kind: disposition.kind.word().to_owned(),
            in_vocabulary: None,
        }
    }
}

/// All lists.
#[utoipa::path(
    get, path = "/api/v1/lists", tag = "lists", security(("token" = ["read:lists"])),
    params(
        ("limit" = Option<i64>, Query, minimum = 1, maximum = 200),
        ("after" = Option<String>, Query, pattern = "^[0-9]{1,18}$"),
    ),
    responses((status = 200, body = Page<ListView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn all(
    State(app): State<App>,
    mut question: Question,
) -> Result<Json<Page<ListView>>, Problem> {
    let (limit, after) = (question.limit(), question.after().map_or(0, |[id]| id));
    question.finish()?;
    let lists = app
        .ask(|store| store.lists().map_err(Problem::from))
        .await?;
    let rest: Vec<List> = lists.into_iter().filter(|list| list.id.0 > after).collect();
    let cursor = |list: &List| list.id.0.to_string();
    Ok(Json(Page::of(rest, limit, cursor, ListView::from)))
}

/// One list.
#[utoipa::path(
    get, path = "/api/v1/lists/{list}", tag = "lists", security(("token" = ["read:lists"])),
    params(("list" = i64, Path, minimum = 1)),
    responses((status = 200, body = ListView), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn one(
    State(app): State<App>,
    Path(list): Path<String>,
    question: Question,
) -> Result<Json<ListView>, Problem> {
    question.finish()?;
    let list = app.ask(move |store| known(store, &list)).await?;
    Ok(Json(list.into()))
}

/// The dispositions a contact of the list may get, in the order of the catalogue.
#[utoipa::path(
    get, path = "/api/v1/lists/{list}/dispositions", tag = "lists", security(("token" = ["read:lists"])),
    params(
        ("list" = i64, Path, minimum = 1),
        ("vocabulary" = Option<String>, Query, description = "codes in the words of this catalogue as well: callpro, callmonkey, contact-expert, stucc", min_length = 1, max_length = 100),
    ),
    responses((status = 200, body = Page<DispositionView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn dispositions(
    State(app): State<App>,
    Path(list): Path<String>,
    mut question: Question,
) -> Result<Json<Page<DispositionView>>, Problem> {
    let vocabulary = question.vocabulary();
    question.finish()?;
    app.ask(move |store| {
        let list = known(store, &list)?;
        let rules = store.rules(list.rules)?;
        let all = rules.catalogue.dispositions().iter();
        let view = |there: &Disposition| DispositionView {
            in_vocabulary: InVocabulary::of(&rules.catalogue, there.code.as_str(), vocabulary),
            ..there.into()
        };
        Ok(Json(Page::whole(all.map(view).collect())))
    })
    .await
}

/// The list a part of the path names.
pub fn known(store: &Store, text: &str) -> Result<List, Problem> {
    let id = ListId(id(text, "list")?);
    store.list(id)?.ok_or_else(|| Problem::not_found("list"))
}
