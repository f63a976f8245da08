//! Scripts and style sheets, bundled at build time and part of the program.

use crate::routes::Routes;
use crate::seat::Seat;
use axum::http::header;
use axum::response::IntoResponse;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

const SCRIPT: &str = include_str!(concat!(env!("OUT_DIR"), "/app.js"));
/// The phone, for those who have one in the browser. Its licences stand at its beginning.
const PHONE: &str = include_str!(concat!(env!("OUT_DIR"), "/phone.js"));
const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/app.css"));
const ICON: &str = include_str!("../assets/icon.svg");

/// The name changes with the content, so a browser may keep it for ever.
static SCRIPT_PATH: LazyLock<String> = LazyLock::new(|| format!("/app.js?{}", mark(SCRIPT)));
static PHONE_PATH: LazyLock<String> = LazyLock::new(|| format!("/phone.js?{}", mark(PHONE)));
static STYLE_PATH: LazyLock<String> = LazyLock::new(|| format!("/app.css?{}", mark(STYLE)));

pub fn script_path() -> &'static str {
    &SCRIPT_PATH
}

pub fn phone_path() -> &'static str {
    &PHONE_PATH
}

pub fn style_path() -> &'static str {
    &STYLE_PATH
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/app.js", Seat::Open, || async {
            kept("text/javascript; charset=utf-8", SCRIPT)
        })
        .get("/phone.js", Seat::Open, || async {
            kept("text/javascript; charset=utf-8", PHONE)
        })
        .get("/app.css", Seat::Open, || async {
            kept("text/css; charset=utf-8", STYLE)
        })
        .get("/icon.svg", Seat::Open, || async {
            kept("image/svg+xml", ICON)
        })
}

fn kept(kind: &'static str, content: &'static str) -> impl IntoResponse {
    (
        [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        ],
        content,
    )
}

fn mark(content: &str) -> String {
    let digest = Sha256::digest(content.as_bytes());
    digest
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
