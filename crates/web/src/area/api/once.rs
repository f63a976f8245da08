//! `Idempotency-Key`: a request that is sent twice is done once.
//!
//! The answer is kept for 24 hours under token and key. It holds ids and codes, nothing of what
//! people have said of themselves: answers that change something are made so.

use super::Problem;
use super::program::Program;
use crate::app::App;
use crate::secret;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use store::Begun;

const KEY: HeaderName = HeaderName::from_static("idempotency-key");
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
const LONGEST: usize = 200;
/// Answers that change something are short.
const LARGEST_ANSWER: usize = 1024 * 1024;

/// Runs a request that changes something: once for each key.
pub async fn run(
    app: &App,
    program: &Program,
    largest: usize,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, largest).await else {
        return Problem::of(StatusCode::PAYLOAD_TOO_LARGE).into_response();
    };
    let Some(key) = parts.headers.get(KEY) else {
        return next.run(Request::from_parts(parts, Body::from(body))).await;
    };
    let key = match key.to_str() {
        Ok(key) if (1..=LONGEST).contains(&key.len()) => key.to_owned(),
        _ => return unusable_key().into_response(),
    };
    let path = parts.uri.path_and_query().map_or("", |path| path.as_str());
    let digest = digest(parts.method.as_str(), path, &body);
    let token = program.0.id;
    let begun = {
        let key = key.clone();
        app.ask(move |store| {
            store
                .idempotent_begin(token, &key, &digest)
                .map_err(Problem::from)
        })
        .await
    };
    match begun {
        Ok(Begun::New) => {
            let response = next.run(Request::from_parts(parts, Body::from(body))).await;
            keep(app, token, key, response).await
        }
        Ok(Begun::Done { status, body }) => replay(status, body),
        Ok(Begun::Running) => Problem::new(
            StatusCode::CONFLICT,
            "in_progress",
            "the same request is being done; ask again in a second",
        )
        .into_response(),
        Ok(Begun::Different) => Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "key_reused",
            "this Idempotency-Key belongs to another request; take a new one",
        )
        .into_response(),
        Err(problem) => problem.into_response(),
    }
}

/// Keeps an answer for whoever asks again. What failed by our fault may be tried again.
async fn keep(app: &App, token: i64, key: String, response: Response) -> Response {
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, LARGEST_ANSWER).await.unwrap_or_default();
    let status = parts.status;
    let text = String::from_utf8(body.to_vec()).unwrap_or_default();
    let kept = app
        .ask(move |store| {
            if status.is_server_error() {
                store.idempotent_forget(token, &key)
            } else {
                store.idempotent_finish(token, &key, status.as_u16(), &text)
            }
            .map_err(Problem::from)
        })
        .await;
    match kept {
        Ok(()) => Response::from_parts(parts, Body::from(body)),
        Err(problem) => problem.into_response(),
    }
}

fn replay(status: u16, body: String) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or_default();
    let kind = match status.is_success() {
        true => "application/json",
        false => "application/problem+json",
    };
    let replayed = [(REPLAYED, HeaderValue::from_static("true"))];
    if body.is_empty() {
        return (status, replayed).into_response();
    }
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static(kind))];
    (status, replayed, kind, body).into_response()
}

fn unusable_key() -> Problem {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "bad_key",
        format!("Idempotency-Key is 1 to {LONGEST} plain characters"),
    )
}

fn digest(method: &str, path: &str, body: &Bytes) -> String {
    secret::hash(&format!(
        "{method} {path}\n{}",
        String::from_utf8_lossy(body)
    ))
}
