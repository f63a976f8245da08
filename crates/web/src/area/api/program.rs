//! Which program asks: by its bearer token, and what the token allows.

use super::{Problem, Scope, once};
use crate::app::App;
use crate::secret;
use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use store::ApiToken;

/// Where programs knock.
pub fn is_api(path: &str) -> bool {
    path == "/metrics"
        || path
            .strip_prefix("/api")
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A program with a token that works.
#[derive(Debug, Clone)]
pub struct Program(pub Arc<ApiToken>);

impl<S: Send + Sync> FromRequestParts<S> for Program {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get().cloned().ok_or_else(unauthenticated)
    }
}

/// Finds the program, and makes problems of what failed on the way.
pub async fn recognise(app: App, mut request: Request, next: Next) -> Response {
    request.extensions_mut().insert(app.clone());
    match find(&app, request.headers()).await {
        Ok(Some(program)) => {
            request.extensions_mut().insert(program);
        }
        Ok(None) => {}
        Err(problem) => return problem.into_response(),
    }
    dress(next.run(request).await)
}

/// Lets in programs whose token has the scope, with a body no larger than is taken.
pub async fn admit(
    app: App,
    scope: Scope,
    largest: usize,
    request: Request,
    next: Next,
) -> Response {
    let Some(program) = request.extensions().get::<Program>().cloned() else {
        return unauthenticated().into_response();
    };
    if !program.0.may(scope.word()) {
        let detail = format!(
            "the token has no scope {}: an administrator makes one that has",
            scope.word()
        );
        return Problem::new(StatusCode::FORBIDDEN, "missing_scope", detail).into_response();
    }
    if request.method().is_safe() {
        return next.run(request).await;
    }
    once::run(&app, &program, largest, request, next).await
}

async fn find(app: &App, headers: &HeaderMap) -> Result<Option<Program>, Problem> {
    let Some(token) = bearer(headers) else {
        return Ok(None);
    };
    let hash = secret::hash(token);
    app.ask(move |store| {
        let found = store.token_by_hash(&hash)?;
        if let Some(token) = &found {
            store.touch_token(token)?;
        }
        Ok(found.map(|token| Program(Arc::new(token))))
    })
    .await
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let text = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = text.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

fn unauthenticated() -> Problem {
    Problem::new(
        StatusCode::UNAUTHORIZED,
        "unauthenticated",
        "send Authorization: Bearer with a token that works; an administrator makes one",
    )
}

/// Every answer to a program is JSON, also those of the framework.
fn dress(mut response: Response) -> Response {
    let status = response.status();
    let kind = response.headers().get(header::CONTENT_TYPE);
    let is_json = kind.is_some_and(|kind| kind.as_bytes().ends_with(b"json"));
    if (status.is_client_error() || status.is_server_error()) && !is_json {
        let allow = response.headers_mut().remove(header::ALLOW);
        response = Problem::of(status).into_response();
        if let Some(allow) = allow {
            response.headers_mut().insert(header::ALLOW, allow);
        }
    }
    if status == StatusCode::UNAUTHORIZED {
        let how = HeaderValue::from_static("Bearer");
        response.headers_mut().insert(header::WWW_AUTHENTICATE, how);
    }
    response
        .headers_mut()
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}
