//! Catalogues for programs: which versions there are, their files, and the draft of the next one.

pub mod draft;

use super::Scope;
use super::paging::Page;
use super::problem::Problem;
use super::question::Question;
use crate::app::App;
use crate::area::catalogues::{is_plain, shipped, text_of};
use crate::routes::Routes;
use crate::seat::Seat;
use axum::Json;
use axum::extract::{Path, State};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use store::{CatalogueVersion, Store};
use utoipa::ToSchema;

pub fn routes() -> Routes {
    let reads = Seat::Program(Scope::ReadCatalogues);
    let writes = Seat::Program(Scope::WriteCatalogues);
    Routes::new()
        .get("/api/v1/catalogues", reads, all)
        .get("/api/v1/catalogues/{name}", reads, one)
        .get("/api/v1/catalogues/{name}/versions/{version}", reads, file)
        .get("/api/v1/catalogues/{name}/draft", reads, draft::show)
        .put("/api/v1/catalogues/{name}/draft", writes, draft::set)
        .delete("/api/v1/catalogues/{name}/draft", writes, draft::drop)
        .post(
            "/api/v1/catalogues/{name}/draft/publish",
            writes,
            draft::publish,
        )
}

/// A catalogue with its versions, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct CatalogueView {
    pub name: String,
    pub versions: Vec<VersionView>,
    /// Somebody works on the next version.
    pub draft: bool,
}

/// A version: it never changes.
#[derive(Debug, Serialize, ToSchema)]
pub struct VersionView {
    pub version: i64,
    /// It came with the program.
    pub shipped: bool,
    /// Null where it was not made here.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub published_at: Option<Timestamp>,
    /// What is new, in the words of whoever published it.
    pub note: Option<String>,
    /// How many lists work by it.
    pub lists: i64,
}

/// The file of a version.
#[derive(Debug, Serialize, ToSchema)]
pub struct VersionFile {
    pub name: String,
    pub version: i64,
    /// TOML: see docs/catalogue.md.
    pub file: String,
}

/// All catalogues, by name.
#[utoipa::path(
    get, path = "/api/v1/catalogues", tag = "catalogues", security(("token" = ["read:catalogues"])),
    responses((status = 200, body = Page<CatalogueView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn all(
    State(app): State<App>,
    question: Question,
) -> Result<Json<Page<CatalogueView>>, Problem> {
    question.finish()?;
    let views = app.ask(views).await?;
    Ok(Json(Page::whole(views)))
}

/// One catalogue.
#[utoipa::path(
    get, path = "/api/v1/catalogues/{name}", tag = "catalogues", security(("token" = ["read:catalogues"])),
    params(("name" = String, Path, pattern = "^[a-z0-9-]{1,40}$")),
    responses((status = 200, body = CatalogueView), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn one(
    State(app): State<App>,
    Path(name): Path<String>,
    question: Question,
) -> Result<Json<CatalogueView>, Problem> {
    question.finish()?;
    let views = app.ask(views).await?;
    let found = views.into_iter().find(|there| there.name == name);
    found
        .map(Json)
        .ok_or_else(|| Problem::not_found("catalogue"))
}

/// The file of one version, as it was kept.
#[utoipa::path(
    get, path = "/api/v1/catalogues/{name}/versions/{version}", tag = "catalogues", security(("token" = ["read:catalogues"])),
    params(
        ("name" = String, Path, pattern = "^[a-z0-9-]{1,40}$"),
        ("version" = i64, Path, minimum = 1),
    ),
    responses((status = 200, body = VersionFile), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn file(
    State(app): State<App>,
    Path((name, version)): Path<(String, String)>,
    question: Question,
) -> Result<Json<VersionFile>, Problem> {
    question.finish()?;
    let version = super::question::id(&version, "version")?;
    named(&name)?;
    app.ask(move |store| {
        let file = text_of(store, &name, version)?;
        let file = file.ok_or_else(|| Problem::not_found("version"))?;
        Ok(Json(VersionFile {
            name,
            version,
            file,
        }))
    })
    .await
}

/// A name that no catalogue can have leads nowhere.
fn named(name: &str) -> Result<(), Problem> {
    match is_plain(name) {
        true => Ok(()),
        false => Err(Problem::not_found("catalogue")),
    }
}

fn views(store: &Store) -> Result<Vec<CatalogueView>, Problem> {
    let mut found: BTreeMap<String, CatalogueView> = BTreeMap::new();
    let names = import::CATALOGUES.iter().map(|(name, _)| *name);
    for (name, version) in names.filter_map(|name| Some((name, shipped(name)?.0))) {
        let view = of(&mut found, name);
        view.versions.push(VersionView {
            version,
            shipped: true,
            published_at: None,
            note: None,
            lists: 0,
        });
    }
    for one in store.catalogue_versions()? {
        let view = of(&mut found, &one.name);
        let there = view.versions.iter_mut();
        match there.into_iter().find(|own| own.version == one.version) {
            Some(own) => own.lists = one.lists,
            None => view.versions.push(version(one)),
        }
    }
    for draft in store.drafts()? {
        of(&mut found, &draft.name).draft = true;
    }
    let mut all: Vec<CatalogueView> = found.into_values().collect();
    for view in &mut all {
        view.versions
            .sort_by_key(|one| std::cmp::Reverse(one.version));
    }
    Ok(all)
}

fn of<'v>(found: &'v mut BTreeMap<String, CatalogueView>, name: &str) -> &'v mut CatalogueView {
    found
        .entry(name.to_owned())
        .or_insert_with(|| CatalogueView {
            name: name.to_owned(),
            versions: Vec::new(),
            draft: false,
        })
}

fn version(one: CatalogueVersion) -> VersionView {
    let (published_at, note) = match one.published {
        Some((at, _, note)) => (Some(at), Some(note)),
        None => (None, None),
    };
    VersionView {
        version: one.version,
        shipped: false,
        published_at,
        note,
        lists: one.lists,
    }
}
