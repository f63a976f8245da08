//! Another disposition: for an attempt that was coded wrongly, or for a contact as it stands.

use super::super::entry::Entry;
use super::super::problem::Problem;
use super::super::question::id;
use super::callback::must_be_there;
use super::decided::{Asked, Decided};
use crate::app::App;
use axum::Json;
use axum::extract::{Path, State};
use engine::{AgentId, Code, Command, Refusal};
use store::RecordError;
use utoipa::ToSchema;

/// Most characters of a code.
pub const LONGEST_CODE: usize = 100;

/// The disposition an attempt should have had.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "code": "130", "dry_run": true }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct Correction {
    /// A code that a person may give, or that the line may have meant.
    #[schema(min_length = 1, max_length = 100)]
    code: String,
    /// Only say what would follow.
    dry_run: Option<bool>,
}

/// The disposition a contact is to have from now on.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "code": "130", "reset": true, "due": "2026-11-24T14:30:00Z" }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct SetDisposition {
    #[schema(min_length = 1, max_length = 100)]
    code: String,
    /// Counters begin anew.
    reset: Option<bool>,
    /// When it is wanted, for a code that calls again; what the code says when absent.
    #[schema(format = DateTime)]
    due: Option<String>,
    /// Whose it is from then on, where the code may be somebody's.
    #[schema(minimum = 1)]
    owner: Option<i64>,
    /// Only say what would follow.
    dry_run: Option<bool>,
}

/// Gives an attempt another disposition: everything follows as if it had been given in the
/// first place. Nothing becomes due in the past, nothing sent or suppressed is taken back.
#[utoipa::path(
    post, path = "/api/v1/lists/{list}/contacts/{contact}/attempts/{attempt}/disposition", tag = "dispositions", security(("token" = ["write:dispositions"])),
    params(
        ("list" = i64, Path, minimum = 1), ("contact" = i64, Path, minimum = 1), ("attempt" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = Correction,
    responses((status = 200, body = Decided), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn correct(
    State(app): State<App>,
    Path((list, contact, attempt)): Path<(String, String, String)>,
    mut entry: Entry,
) -> Result<Json<Decided>, Problem> {
    let code = entry.needed_text("code", LONGEST_CODE).map(Code::new);
    let dry_run = entry.flag("dry_run").unwrap_or(false);
    let code = entry.finish_as(code)?;
    app.ask(move |store| {
        let asked = Asked::of(store, &list, &contact)?;
        let attempt = u32::try_from(id(&attempt, "attempt")?);
        let attempt = attempt.map_err(|_| Problem::not_found("attempt"))?;
        let command = Command::Correct { attempt, code };
        asked.decide(command, dry_run).map(Json)
    })
    .await
}

/// Sets the disposition of a contact that nobody has in hand: closes it, opens it again, or
/// says when it is wanted.
#[utoipa::path(
    post, path = "/api/v1/lists/{list}/contacts/{contact}/disposition", tag = "dispositions", security(("token" = ["write:dispositions"])),
    params(
        ("list" = i64, Path, minimum = 1), ("contact" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = SetDisposition,
    responses((status = 200, body = Decided), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn set(
    State(app): State<App>,
    Path((list, contact)): Path<(String, String)>,
    mut entry: Entry,
) -> Result<Json<Decided>, Problem> {
    let code = entry.needed_text("code", LONGEST_CODE).map(Code::new);
    let reset = entry.flag("reset").unwrap_or(false);
    let due = entry.instant("due");
    let owner = entry.id("owner").map(AgentId);
    let dry_run = entry.flag("dry_run").unwrap_or(false);
    let code = entry.finish_as(code)?;
    app.ask(move |store| {
        let asked = Asked::of(store, &list, &contact)?;
        must_be_there(store, owner)?;
        let known = asked.rules.catalogue.find(code.as_str());
        if let Some(known) = known.filter(|known| due.is_some() && !known.takes_date()) {
            let refusal = Refusal::TakesNoDate(known.code.clone());
            return Err(RecordError::Refused(refusal).into());
        }
        let command = Command::Set {
            code,
            reset,
            due,
            owner,
        };
        asked.decide(command, dry_run).map(Json)
    })
    .await
}
