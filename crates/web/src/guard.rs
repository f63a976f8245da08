//! The door of the web: finds out who is there, then lets in whom the route admits.

use crate::app::App;
use crate::failure::Failure;
use crate::seat::{Seat, Theme, Visitor, Who};
use crate::words::Language;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// Puts the visitor into the request, and makes pages of what failed.
pub async fn recognise(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let headers = request.headers();
    let who = who(&app, headers).await;
    let language = cookie(headers, "language")
        .and_then(Language::of)
        .or_else(|| preferred(headers))
        .unwrap_or_default();
    let theme = match cookie(headers, "theme") {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    };
    let path = request
        .uri()
        .path_and_query()
        .map_or("/", |path| path.as_str())
        .to_owned();
    let visitor = Visitor::new(who, language, theme, path, &app);
    request.extensions_mut().insert(visitor.clone());
    let response = next.run(request).await;
    Failure::dress(response, &visitor)
}

/// Lets in whom the route admits.
pub async fn admit(seat: Seat, visitor: Visitor, request: Request, next: Next) -> Response {
    if seat.admits(&visitor) {
        return next.run(request).await;
    }
    if visitor.who.is_some() {
        return Failure::Forbidden.into_response();
    }
    let is_page = request.method() == axum::http::Method::GET
        && !request.headers().contains_key("hx-request");
    if is_page {
        let next = crate::page::query_value(&visitor.path);
        return Redirect::to(&format!("/login?next={next}")).into_response();
    }
    Failure::Unknown.into_response()
}

async fn who(_app: &App, _headers: &HeaderMap) -> Option<Arc<Who>> {
    None
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
