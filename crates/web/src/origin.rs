//! No other site may act in a visitor's name.
//!
//! Browsers say where a request comes from. `Sec-Fetch-Site` says it in one word; they send it
//! to https and to this very machine. `Origin` they send with every form, also over plain http.
//! A request with neither comes from a program, which has no visitor's cookie to misuse. The
//! whole argument is in `docs/decisions/0012-where-a-request-comes-from.md`.

use crate::area::program;
use crate::failure::Failure;
use axum::extract::Request;
use axum::http::{HeaderMap, Method, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Refuses what changes something and was sent by another site.
pub async fn same_site(request: Request, next: Next) -> Response {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    let by_token = program::is_api(request.uri().path());
    if safe || by_token || is_ours(request.headers(), request.uri()) {
        return next.run(request).await;
    }
    Failure::Elsewhere.into_response()
}

pub(crate) fn is_ours(headers: &HeaderMap, uri: &Uri) -> bool {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    match (text("sec-fetch-site"), text(header::ORIGIN.as_str())) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = text(header::HOST.as_str()).or_else(|| uri.authority().map(|a| a.as_str()));
            let from = origin.split_once("://").map(|(_, from)| from);
            from.is_some() && from == host
        }
        (None, None) => true,
    }
}
