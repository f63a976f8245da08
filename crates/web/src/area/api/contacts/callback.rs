//! When a contact is called back, and whose it is.

use super::super::campaigns;
use super::super::entry::Entry;
use super::super::problem::{Fault, Problem};
use super::decided::{Asked, Decided};
use super::disposition::LONGEST_CODE;
use crate::app::App;
use axum::Json;
use axum::extract::{Path, State};
use engine::catalogue::{Disposition, Kind};
use engine::{AgentId, Command, Contact, Refusal, Rules, Standing};
use store::{RecordError, Store};
use utoipa::ToSchema;

/// A callback that was agreed on.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "at": "2026-11-24T14:30:00Z", "owner": 1 }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct AgreedCallback {
    #[schema(format = DateTime)]
    at: String,
    /// The agent who calls; anybody when absent.
    #[schema(minimum = 1)]
    owner: Option<i64>,
    /// A code that calls back. When absent, the one the contact has if it is a callback already,
    /// else what the catalogue has for a personal callback, or a soft one where nobody owns it.
    #[schema(min_length = 1, max_length = 100)]
    code: Option<String>,
}

/// Whose a contact is.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "owner": 1 }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct OwnerChange {
    /// An agent; null for nobody in particular.
    #[schema(required, minimum = 1)]
    owner: Option<i64>,
}

/// When what a contact waited for is over.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct Resumption {
    /// When it is wanted; now when absent.
    #[schema(format = DateTime)]
    due: Option<String>,
}

/// Agrees on a callback for an open contact, or on another moment for it.
#[utoipa::path(
    put, path = "/api/v1/lists/{list}/contacts/{contact}/callback", tag = "dispositions", security(("token" = ["write:dispositions"])),
    params(
        ("list" = i64, Path, minimum = 1), ("contact" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = AgreedCallback,
    responses((status = 200, body = Decided), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn put_callback(
    State(app): State<App>,
    Path((list, contact)): Path<(String, String)>,
    mut entry: Entry,
) -> Result<Json<Decided>, Problem> {
    let at = entry.needed("at", Entry::instant);
    let owner = entry.id("owner").map(AgentId);
    let code = match entry.names("code") {
        true => entry.needed_text("code", LONGEST_CODE),
        false => None,
    };
    let at = entry.finish_as(at)?;
    app.ask(move |store| {
        let asked = Asked::of(store, &list, &contact)?;
        must_be_there(store, owner)?;
        let there = asked.now()?;
        let meant = meant(&asked.rules, &there, code.as_deref(), owner.is_some())?;
        let set = Command::Set {
            code: meant.code.clone(),
            reset: false,
            due: Some(at),
            owner,
        };
        asked.record(vec![set]).map(Json)
    })
    .await
}

/// The disposition the callback is agreed on under.
fn meant<'r>(
    rules: &'r Rules,
    there: &Contact,
    code: Option<&str>,
    has_owner: bool,
) -> Result<&'r Disposition, Problem> {
    let catalogue = &rules.catalogue;
    if there.is_closed() {
        return Err(RecordError::Refused(Refusal::Closed(there.code.clone())).into());
    }
    let fault = |code, detail: &str| Problem::invalid(vec![Fault::new("code", code, detail)]);
    if let Some(code) = code {
        let known = catalogue.find(code);
        let known = known.ok_or_else(|| fault("unknown", "the catalogue has no such code"))?;
        if known.kind != Kind::Callback {
            return Err(fault("invalid", "is not a code that calls back"));
        }
        if has_owner && !known.may_be_owned() {
            let refusal = Refusal::TakesNoOwner(known.code.clone());
            return Err(RecordError::Refused(refusal).into());
        }
        return Ok(known);
    }
    let its_own = catalogue.find(there.code.as_str()).filter(|own| {
        let is_callback = matches!(there.standing, Standing::Callback { .. });
        is_callback && own.kind == Kind::Callback && (!has_owner || own.may_be_owned())
    });
    its_own
        .or_else(|| catalogue.callback(has_owner))
        .ok_or_else(|| fault("required", "the catalogue has none for that: name one"))
}

/// Makes a contact somebody's, or nobody's.
#[utoipa::path(
    put, path = "/api/v1/lists/{list}/contacts/{contact}/owner", tag = "dispositions", security(("token" = ["write:dispositions"])),
    params(
        ("list" = i64, Path, minimum = 1), ("contact" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = OwnerChange,
    responses((status = 200, body = Decided), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn put_owner(
    State(app): State<App>,
    Path((list, contact)): Path<(String, String)>,
    mut entry: Entry,
) -> Result<Json<Decided>, Problem> {
    if !entry.names("owner") {
        let detail = "is required: an agent, or null for nobody".to_owned();
        entry.fault::<()>("owner", "required", detail);
    }
    let owner = entry.id("owner").map(AgentId);
    entry.finish()?;
    app.ask(move |store| {
        let asked = Asked::of(store, &list, &contact)?;
        must_be_there(store, owner)?;
        asked.record(vec![Command::Assign { owner }]).map(Json)
    })
    .await
}

/// Wants a contact again that waited for something that is not a moment.
#[utoipa::path(
    post, path = "/api/v1/lists/{list}/contacts/{contact}/resume", tag = "dispositions", security(("token" = ["write:dispositions"])),
    params(
        ("list" = i64, Path, minimum = 1), ("contact" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = Resumption,
    responses((status = 200, body = Decided), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn resume(
    State(app): State<App>,
    Path((list, contact)): Path<(String, String)>,
    mut entry: Entry,
) -> Result<Json<Decided>, Problem> {
    let due = entry.instant("due");
    entry.finish()?;
    let due = due.unwrap_or_else(|| app.store().clock().now());
    app.ask(move |store| {
        let asked = Asked::of(store, &list, &contact)?;
        asked.record(vec![Command::Resume { due }]).map(Json)
    })
    .await
}

pub(super) fn must_be_there(store: &Store, owner: Option<AgentId>) -> Result<(), Problem> {
    match owner {
        Some(agent) if !campaigns::is_there(store, agent)? => {
            let fault = Fault::new("owner", "unknown", "there is no such agent");
            Err(Problem::invalid(vec![fault]))
        }
        _ => Ok(()),
    }
}
