//! The audit trail, for programs that keep watch from outside.

use super::Scope;
use super::paging::Page;
use super::problem::Problem;
use super::question::Question;
use crate::app::App;
use crate::routes::Routes;
use crate::seat::Seat;
use axum::Json;
use axum::extract::State;
use engine::{ContactId, ListId};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use store::{AuditLine, AuditSearch, AuditWord};
use utoipa::ToSchema;

pub fn routes() -> Routes {
    let reads = Seat::Program(Scope::ReadAudit);
    Routes::new()
        .get("/api/v1/audit", reads, rows)
        .get("/api/v1/audit/head", reads, head)
}

/// One row of the trail. It holds no personal data: subjects are ids.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditRow {
    pub seq: i64,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// user, agent, token, program or system.
    pub actor: String,
    /// Which one; 0 where there is only one.
    pub actor_id: i64,
    /// saw, searched, changed, exported, imported, undone, listened, erased or forgot.
    pub word: String,
    /// What it was done to, such as contact or list.
    pub subject: String,
    pub list: Option<i64>,
    pub id: Option<i64>,
    pub detail: BTreeMap<String, String>,
    /// SHA-256 over this row and, through the one before it, all earlier ones.
    pub digest: String,
}

impl From<AuditLine> for AuditRow {
    fn from(line: AuditLine) -> Self {
        Self {
            seq: line.seq,
            at: line.at,
            actor: line.actor,
            actor_id: line.actor_id,
            word: line.word,
            subject: line.subject,
            list: line.list,
            id: line.id,
            detail: line.detail,
            digest: line.digest,
        }
    }
}

/// Where the trail ends.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditEnd {
    pub seq: i64,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Kept elsewhere, it proves later that nothing up to here was changed.
    pub digest: String,
}

/// Rows of the trail, newest first.
#[utoipa::path(
    get, path = "/api/v1/audit", tag = "audit", security(("token" = ["read:audit"])),
    params(
        ("word" = Option<String>, Query, pattern = "^(saw|searched|changed|exported|imported|undone|listened|erased|forgot)$"),
        ("list" = Option<i64>, Query, minimum = 1),
        ("contact" = Option<i64>, Query, minimum = 1, description = "of that list"),
        ("since" = Option<String>, Query, format = DateTime, description = "from this instant on"),
        ("until" = Option<String>, Query, format = DateTime, description = "before this instant"),
        ("limit" = Option<i64>, Query, minimum = 1, maximum = 200),
        ("after" = Option<String>, Query, pattern = "^[0-9]{1,18}$"),
    ),
    responses((status = 200, body = Page<AuditRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn rows(
    State(app): State<App>,
    mut question: Question,
) -> Result<Json<Page<AuditRow>>, Problem> {
    let limit = question.limit();
    let word = question.one_of("word", &AuditWord::ALL, AuditWord::word);
    let list = question.id("list").map(ListId);
    let contact = question.id("contact").map(ContactId);
    if contact.is_some() && list.is_none() {
        question.fault("list", "required", "say of which list the contact is");
    }
    let search = AuditSearch {
        word: word.map(|word| word.word().to_owned()),
        list,
        contact: list.zip(contact),
        since: question.instant("since"),
        until: question.instant("until"),
        before: question.after().map(|[seq]| seq),
        limit: limit.saturating_add(1),
        ..AuditSearch::default()
    };
    question.finish()?;
    let lines = app
        .ask(move |store| store.audit_lines(&search).map_err(Problem::from))
        .await?;
    let cursor = |line: &AuditLine| line.seq.to_string();
    Ok(Json(Page::of(lines, limit, cursor, AuditRow::from)))
}

/// Where the trail ends: keep it elsewhere, and `dispo audit verify` proves it later.
#[utoipa::path(
    get, path = "/api/v1/audit/head", tag = "audit", security(("token" = ["read:audit"])),
    responses((status = 200, body = AuditEnd), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn head(State(app): State<App>, question: Question) -> Result<Json<AuditEnd>, Problem> {
    question.finish()?;
    let head = app
        .ask(|store| store.audit_head().map_err(Problem::from))
        .await?;
    Ok(Json(AuditEnd {
        seq: head.seq,
        at: head.at,
        digest: head.digest,
    }))
}
