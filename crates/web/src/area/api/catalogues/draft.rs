//! The draft of the next version: its file, what the check says of it, and publishing it.

use super::named;
use crate::app::App;
use crate::area::api::entry::Entry;
use crate::area::api::problem::{Fault, Problem};
use crate::area::api::question::Question;
use crate::area::catalogues::newest;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use engine::Catalogue;
use engine::catalogue::CatalogueProblem;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Store, Unpublished};
use utoipa::ToSchema;

/// A catalogue file has so many characters at most.
const LONGEST: usize = 200_000;

/// The draft of the next version, and what the check says of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct DraftView {
    pub name: String,
    /// The version it began with; 0 where there was none.
    pub base: i64,
    #[schema(value_type = String, format = DateTime)]
    pub changed_at: Timestamp,
    /// TOML: see docs/catalogue.md.
    pub file: String,
    /// What keeps it from being published.
    pub problems: Vec<FindingView>,
    /// What does not, and is still worth a look.
    pub warnings: Vec<FindingView>,
}

/// One finding of the check.
#[derive(Debug, Serialize, ToSchema)]
pub struct FindingView {
    /// In the file, from 1 on; null where the whole file is meant.
    pub line: Option<usize>,
    /// The disposition it concerns; null for the file itself.
    pub code: Option<String>,
    pub field: String,
    /// The word of what was found: a doubt is accepted by it in the file.
    pub finding: &'static str,
    pub text: String,
    /// What to write instead.
    pub remedy: String,
}

impl From<&CatalogueProblem> for FindingView {
    fn from(found: &CatalogueProblem) -> Self {
        Self {
            line: found.line,
            code: Some(found.code.clone()).filter(|code| !code.is_empty()),
            field: found.field.clone(),
            finding: found.reason,
            text: found.text.clone(),
            remedy: found.remedy.clone(),
        }
    }
}

/// A file that becomes the draft of its name.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct PutDraft {
    /// TOML: see docs/catalogue.md. Its `name` is that of the catalogue.
    #[schema(min_length = 1, max_length = 200_000)]
    file: String,
    /// Only look: what the check says, and nothing is kept.
    dry_run: Option<bool>,
}

/// What is new in a version.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "note": "no answer: again after half an hour" }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct Publish {
    #[schema(max_length = 500)]
    note: Option<String>,
}

/// The version a draft has become.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublishedView {
    pub name: String,
    pub version: u32,
}

/// The draft of a catalogue.
#[utoipa::path(
    get, path = "/api/v1/catalogues/{name}/draft", tag = "catalogues", security(("token" = ["read:catalogues"])),
    params(("name" = String, Path, pattern = "^[a-z0-9-]{1,40}$")),
    responses((status = 200, body = DraftView), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn show(
    State(app): State<App>,
    Path(name): Path<String>,
    question: Question,
) -> Result<Json<DraftView>, Problem> {
    question.finish()?;
    named(&name)?;
    app.ask(move |store| view(store, &name).map(Json)).await
}

/// Makes a file the draft of its name, whatever the check says of what it says. A file that
/// cannot be read is refused with all that is wrong with it.
#[utoipa::path(
    put, path = "/api/v1/catalogues/{name}/draft", tag = "catalogues", security(("token" = ["write:catalogues"])),
    params(
        ("name" = String, Path, pattern = "^[a-z0-9-]{1,40}$"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = PutDraft,
    responses((status = 200, body = DraftView), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn set(
    State(app): State<App>,
    Path(name): Path<String>,
    mut entry: Entry,
) -> Result<Json<DraftView>, Problem> {
    named(&name)?;
    let text = entry.needed("file", |entry, name| entry.text(name, LONGEST));
    let dry_run = entry.flag("dry_run").unwrap_or(false);
    let text = entry.finish_as(text)?;
    let examined = Catalogue::examine(&text, &[]);
    let told = |found: &CatalogueProblem| Fault::new("file", "invalid", found.to_string());
    let unreadable = || Problem::invalid(examined.problems.iter().map(told).collect());
    let file = examined.file.clone().ok_or_else(unreadable)?;
    if file.name != name {
        let detail = format!("its name is `{}`: write `{name}`", file.name);
        return Err(Problem::invalid(vec![Fault::new(
            "file", "differs", detail,
        )]));
    }
    app.ask(move |store| {
        let base = match store.draft(&name)? {
            Some(draft) => draft.base,
            None => newest(store, &name)?.map_or(0, |(version, _)| version),
        };
        if dry_run {
            let told = |found: &[CatalogueProblem]| found.iter().map(FindingView::from).collect();
            return Ok(Json(DraftView {
                base,
                changed_at: store.clock().now(),
                file: file.write_over(&text),
                problems: told(&examined.problems),
                warnings: told(&examined.warnings),
                name,
            }));
        }
        store.save_draft(&file, &text, base, None)?;
        view(store, &name).map(Json)
    })
    .await
}

/// Discards the draft of a catalogue.
#[utoipa::path(
    delete, path = "/api/v1/catalogues/{name}/draft", tag = "catalogues", security(("token" = ["write:catalogues"])),
    params(
        ("name" = String, Path, pattern = "^[a-z0-9-]{1,40}$"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn drop(
    State(app): State<App>,
    Path(name): Path<String>,
    question: Question,
) -> Result<StatusCode, Problem> {
    question.finish()?;
    named(&name)?;
    app.ask(move |store| {
        if store.draft(&name)?.is_none() {
            return Err(Problem::not_found("draft"));
        }
        store.drop_draft(&name)?;
        Ok(StatusCode::NO_CONTENT)
    })
    .await
}

/// Makes the draft the next version, if the check finds nothing wrong. Lists move to it when
/// somebody says so.
#[utoipa::path(
    post, path = "/api/v1/catalogues/{name}/draft/publish", tag = "catalogues", security(("token" = ["write:catalogues"])),
    params(
        ("name" = String, Path, pattern = "^[a-z0-9-]{1,40}$"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = Publish,
    responses((status = 201, body = PublishedView), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn publish(
    State(app): State<App>,
    Path(name): Path<String>,
    mut entry: Entry,
) -> Result<(StatusCode, Json<PublishedView>), Problem> {
    named(&name)?;
    let note = entry.text("note", 500).unwrap_or_default();
    entry.finish()?;
    app.ask(move |store| {
        let published = store.publish(&name, None, note.trim())?;
        let version = published.map_err(unpublished)?;
        Ok((StatusCode::CREATED, Json(PublishedView { name, version })))
    })
    .await
}

fn unpublished(why: Unpublished) -> Problem {
    match why {
        Unpublished::NoDraft => Problem::not_found("draft"),
        Unpublished::Problems(found) => {
            let told = |found: &CatalogueProblem| Fault::new("file", "invalid", found.to_string());
            let detail = "the check finds something wrong with the draft: see errors";
            Problem {
                errors: found.iter().map(told).collect(),
                ..Problem::new(StatusCode::CONFLICT, "not_publishable", detail)
            }
        }
    }
}

fn view(store: &Store, name: &str) -> Result<DraftView, Problem> {
    let draft = store.draft(name)?;
    let draft = draft.ok_or_else(|| Problem::not_found("draft"))?;
    let examined = Catalogue::examine(&draft.body, &[]);
    Ok(DraftView {
        name: draft.name,
        base: draft.base,
        changed_at: draft.changed_at,
        file: draft.body,
        problems: examined.problems.iter().map(FindingView::from).collect(),
        warnings: examined.warnings.iter().map(FindingView::from).collect(),
    })
}
