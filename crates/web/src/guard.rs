//! The door of the web: finds out who is there, then lets in whom the route admits.

use crate::app::App;
use crate::area::program;
use crate::failure::Failure;
use crate::seat::{Seat, Theme, Visitor, Who};
use crate::session::{self, Browser};
use crate::words::Language;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// Where a password is changed: the one page for somebody who must.
pub const CHANGE_PASSWORD: &str = "/settings/password";

/// Puts the visitor into the request, and makes pages of what failed.
pub async fn recognise(State(app): State<App>, mut request: Request, next: Next) -> Response {
    if program::is_api(request.uri().path()) {
        return program::recognise(app, request, next).await;
    }
    let headers = request.headers();
    let found = session::of(&app, headers).await;
    let (who, problem) = match found {
        Ok(found) => (found, None),
        Err(problem) => (None, Some(problem)),
    };
    let mine = |choice: fn(&store::User) -> Option<&String>| {
        who.as_ref()
            .and_then(|(_, user)| choice(user))
            .map(String::as_str)
    };
    let language = mine(|user| user.language.as_ref())
        .or_else(|| cookie(headers, "language"))
        .and_then(Language::of)
        .or_else(|| preferred(headers))
        .unwrap_or_default();
    let theme = mine(|user| user.theme.as_ref())
        .or_else(|| cookie(headers, "theme"))
        .and_then(Theme::of)
        .unwrap_or_default();
    let path = request
        .uri()
        .path_and_query()
        .map_or("/", |path| path.as_str());
    let browser = Browser::of(headers, request.extensions(), &app);
    let counts = is_sign_of_life(&request);
    let who = who.map(|(session, user)| Arc::new(Who::new(session, user)));
    let visitor = Visitor::new(who, language, theme, path.to_owned(), browser.address, &app);
    let response = match problem {
        Some(problem) => problem.into_response(),
        None => {
            if counts {
                note_seen(&app, &visitor).await;
            }
            request.extensions_mut().insert(visitor.clone());
            request.extensions_mut().insert(app.clone());
            next.run(request).await
        }
    };
    Failure::dress(response, &visitor)
}

/// Whether somebody is there: a page was opened or a form sent. What scripts fetch by
/// themselves says nothing.
fn is_sign_of_life(request: &Request) -> bool {
    let mode = request.headers().get("sec-fetch-mode");
    let by_script = mode.is_some_and(|mode| mode != "navigate");
    *request.method() != Method::GET || !by_script
}

async fn note_seen(app: &App, visitor: &Visitor) {
    let Some(who) = visitor.who.clone() else {
        return;
    };
    let noted = app
        .ask(move |store| store.session_seen(&who.session).map_err(Failure::from))
        .await;
    if let Err(problem) = noted {
        // The page matters more than the note.
        eprintln!("a sign of life was not noted: {problem}");
    }
}

/// Lets in whom the route admits, with a body no larger than it takes.
pub async fn admit(
    seat: Seat,
    largest: usize,
    visitor: Visitor,
    request: Request,
    next: Next,
) -> Response {
    if !seat.admits(&visitor) {
        return turned_away(&visitor, &request);
    }
    let must_change = visitor.who.as_ref().is_some_and(|who| who.must_change);
    if must_change && seat != Seat::Open && request.uri().path() != CHANGE_PASSWORD {
        return match is_page(&request) {
            true => Redirect::to(CHANGE_PASSWORD).into_response(),
            false => Failure::Forbidden.into_response(),
        };
    }
    let announced = request.headers().get(header::CONTENT_LENGTH);
    let announced = announced.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > largest) {
        return Failure::TooLarge.into_response();
    }
    next.run(request).await
}

fn turned_away(visitor: &Visitor, request: &Request) -> Response {
    if visitor.who.is_some() {
        return Failure::Forbidden.into_response();
    }
    if is_page(request) {
        let next = crate::page::query_value(&visitor.path);
        return Redirect::to(&format!("/login?next={next}")).into_response();
    }
    Failure::Unknown.into_response()
}

/// A whole page, not a part of one.
fn is_page(request: &Request) -> bool {
    *request.method() == Method::GET && !request.headers().contains_key("hx-request")
}

pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// The first language the browser asks for that we speak.
fn preferred(headers: &HeaderMap) -> Option<Language> {
    let wanted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    wanted
        .split(',')
        .filter_map(|part| part.split([';', '-']).next())
        .find_map(|word| Language::of(word.trim()))
}
