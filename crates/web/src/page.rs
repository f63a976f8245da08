//! From a template to an answer.

use crate::failure::Failure;
use askama::Template;
use axum::response::{Html, IntoResponse, Redirect, Response};

/// A page, or a part of one.
pub struct Page<T>(pub T);

impl<T: Template> IntoResponse for Page<T> {
    fn into_response(self) -> Response {
        match self.0.render() {
            Ok(text) => Html(text).into_response(),
            Err(error) => Failure::Broken(error.to_string()).into_response(),
        }
    }
}

/// After a form: go and look at the result. A reload then asks again for the page only.
pub fn see(path: &str) -> Redirect {
    Redirect::to(path)
}

/// A text as it stands in the value of a query.
pub fn query_value(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
