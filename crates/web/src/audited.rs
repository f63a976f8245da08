//! What goes into the audit trail by which route. One table, so that no handler can forget it:
//! the row is appended before the answer leaves the house.

use crate::app::App;
use crate::area::program::{Program, is_api};
use crate::routes::Listed;
use crate::seat::{Seat, Visitor};
use axum::Extension;
use axum::extract::{RawPathParams, Request};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use store::{AuditActor, AuditEntry, AuditWord, StoreError};

/// Pages and answers that show contacts, or take them away.
const SHOWN: [(&str, AuditWord); 18] = [
    ("/contacts", AuditWord::Searched),
    ("/contacts/attempts", AuditWord::Searched),
    ("/contacts/bulk", AuditWord::Searched),
    ("/contacts/{list}/{contact}", AuditWord::Saw),
    ("/contacts/{list}/{contact}/now", AuditWord::Saw),
    (
        "/contacts/{list}/{contact}/correct/{attempt}",
        AuditWord::Saw,
    ),
    ("/floor/held", AuditWord::Searched),
    ("/lists/{list}/export/{format}", AuditWord::Exported),
    ("/lists/{list}/imports/{import}", AuditWord::Saw),
    (
        "/lists/{list}/imports/{import}/problems",
        AuditWord::Exported,
    ),
    ("/lists/import/{upload}", AuditWord::Saw),
    ("/lists/import/{upload}/problems", AuditWord::Exported),
    ("/results/attempts", AuditWord::Searched),
    ("/api/v1/contacts", AuditWord::Searched),
    ("/api/v1/suppressions", AuditWord::Searched),
    ("/api/v1/lists/{list}/callbacks", AuditWord::Searched),
    ("/api/v1/lists/{list}/contacts", AuditWord::Exported),
    ("/api/v1/lists/{list}/contacts/{contact}", AuditWord::Saw),
];

/// Forms that do something else than change.
const DONE: [(&str, AuditWord); 4] = [
    ("/lists/import", AuditWord::Imported),
    ("/lists/import/{upload}/confirm", AuditWord::Imported),
    ("/lists/{list}/imports/{import}/undo", AuditWord::Undone),
    ("/api/v1/lists/{list}/contacts", AuditWord::Imported),
];

/// Parts of a path that are ids or words of ours. A number that is called is none of them.
const TOLD: [&str; 9] = [
    "attempt", "import", "format", "link", "quota", "agent", "upload", "campaign", "user",
];

/// What a request of this route is in the trail; nothing where it shows and changes nothing of
/// interest. What agents do at their desks is in the journal, and what they see is noted when
/// they get it in hand.
pub(crate) fn word_of(method: &Method, path: &str, seat: Seat) -> Option<AuditWord> {
    let among = |table: &[(&str, AuditWord)]| {
        let found = table.iter().find(|(there, _)| *there == path);
        found.map(|(_, word)| *word)
    };
    if *method == Method::GET {
        return among(&SHOWN);
    }
    match seat {
        Seat::Supervisor | Seat::Administrator | Seat::Program(_) => {
            among(&DONE).or(Some(AuditWord::Changed))
        }
        Seat::Open | Seat::Anybody | Seat::Desk => None,
    }
}

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
        "floor" => "agent",
        "people" if path.starts_with("/people/tokens") => "token",
        "people" => "user",
        "suppressions" => "suppression",
        "results" => "results",
        _ => "house",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes::all_routes;

    #[test]
    fn every_route_of_the_tables_is_there() {
        let routes = all_routes();
        let there = |path: &str, reads: bool| {
            routes
                .iter()
                .any(|route| route.path == path && (route.method == Method::GET) == reads)
        };
        for (path, _) in SHOWN {
            assert!(there(path, true), "nothing is shown at {path}");
        }
        for (path, _) in DONE {
            assert!(there(path, false), "nothing is done at {path}");
        }
    }

    #[test]
    fn every_page_of_one_contact_is_noted() {
        for route in all_routes() {
            let of_one = route.path.contains("{contact}");
            let watched = matches!(route.seat, Seat::Supervisor | Seat::Program(_));
            if of_one && watched && route.path != "/api/v1/lists/{list}/contacts/{contact}/attempts"
            {
                assert!(
                    word_of(&route.method, route.path, route.seat).is_some(),
                    "{} {} is not noted",
                    route.method,
                    route.path
                );
            }
        }
    }
}
