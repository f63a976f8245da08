//! What goes into the audit trail by which route. One table, so that no handler can forget it:
//! the row is appended before the answer leaves the house.

mod table;

pub(crate) use table::word_of;

use crate::app::App;
use crate::area::program::{Program, is_api};
use crate::routes::Listed;
use crate::seat::Visitor;
use axum::Extension;
use axum::extract::{RawPathParams, Request};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use store::{AuditActor, AuditEntry, AuditWord, StoreError};

/// Parts of a path that are ids or words of ours; `number` is one of ours that rings in. A number
/// that is called is none of them.
const TOLD: [&str; 10] = [
    "attempt", "import", "format", "link", "quota", "agent", "upload", "campaign", "user", "number",
];

/// Runs the request, and notes it where it was answered.
pub(crate) async fn note(
    route: Listed,
    word: AuditWord,
    app: Extension<App>,
    params: RawPathParams,
    request: Request,
    next: Next,
) -> Response {
    let who = actor(&request);
    let response = next.run(request).await;
    let status = response.status();
    // A form that is shown again because something is wrong with it has changed nothing.
    let is_form = route.method != Method::GET && !is_api(route.path);
    let done = status.is_redirection() || (status.is_success() && !is_form);
    let (true, Some(who)) = (done, who) else {
        return response;
    };
    let entry = entry(&route, word, who, &params);
    match app.ask(move |store| store.audit(entry)).await {
        Ok(()) => response,
        Err(error) => unseen(&route, error),
    }
}

/// Nobody sees what cannot be noted.
fn unseen(route: &Listed, error: StoreError) -> Response {
    match is_api(route.path) {
        true => crate::area::Problem::from(error).into_response(),
        false => crate::failure::Failure::from(error).into_response(),
    }
}

fn actor(request: &Request) -> Option<AuditActor> {
    let extensions = request.extensions();
    if let Some(program) = extensions.get::<Program>() {
        return Some(AuditActor::Token(program.0.id));
    }
    let who = extensions.get::<Visitor>()?.who.as_ref()?;
    Some(AuditActor::User(who.user.0))
}

fn entry(route: &Listed, word: AuditWord, who: AuditActor, params: &RawPathParams) -> AuditEntry {
    let figure = |name: &str| {
        let (_, value) = params.iter().find(|(there, _)| *there == name)?;
        value.parse::<i64>().ok()
    };
    let id = figure("id");
    let list = figure("list").or(id.filter(|_| route.path.starts_with("/lists/")));
    let mut entry = match (list, figure("contact")) {
        (Some(list), Some(contact)) => {
            let (list, contact) = (engine::ListId(list), engine::ContactId(contact));
            AuditEntry::contact(who, word, list, contact)
        }
        (Some(list), None) => AuditEntry::list(who, word, engine::ListId(list)),
        (None, _) => AuditEntry::about(who, word, subject(route.path), id),
    };
    for name in TOLD {
        if let Some((_, value)) = params.iter().find(|(there, _)| *there == name) {
            entry = entry.told(name, value);
        }
    }
    entry.told("route", route.path)
}

/// What a path is about, where that is neither a list nor a contact.
fn subject(path: &str) -> &'static str {
    let path = path.strip_prefix("/api/v1").unwrap_or(path);
    match path.split('/').nth(1).unwrap_or_default() {
        "contacts" => "contacts",
        "lists" => "lists",
        "campaigns" => "campaign",
        "catalogues" => "catalogue",
        "floor" => "agent",
        "people" if path.starts_with("/people/tokens") => "token",
        "people" => "user",
        "suppressions" => "suppression",
        "queues" => "queue",
        "results" => "results",
        _ => "house",
    }
}
