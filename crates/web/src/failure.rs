//! What goes wrong on the way to a page, and the page that says so.

use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// Why there is no page. A form that is filled in wrongly is no failure: its page says so.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Failure {
    /// Nobody is logged in.
    #[error("not logged in")]
    Unknown,
    /// Another role is needed.
    #[error("not allowed")]
    Forbidden,
    #[error("not found")]
    NotFound,
    /// The request makes no sense; a page of ours would not have sent it.
    #[error("bad request: {0}")]
    Bad(String),
    /// Somebody else was quicker, or the engine refuses: what, in the visitor's words.
    #[error("refused: {0}")]
    Refused(String),
    /// Our fault. The text is for the log, not for the visitor.
    #[error("broken: {0}")]
    Broken(String),
}

/// How a failure travels to where the visitor is known.
#[derive(Clone)]
struct Undressed(Failure);

#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    shell: Shell,
    status: u16,
    what: String,
    remedy: String,
}

impl Failure {
    fn status(&self) -> StatusCode {
        match self {
            Self::Unknown => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Bad(_) => StatusCode::BAD_REQUEST,
            Self::Refused(_) => StatusCode::CONFLICT,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The failure that a bare status of the framework stands for.
    fn of(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND => Some(Self::NotFound),
            _ => None,
        }
    }

    /// Gives the answer its page, in the visitor's language.
    pub(crate) fn dress(mut response: Response, visitor: &Visitor) -> Response {
        let failure = match response.extensions_mut().remove::<Undressed>() {
            Some(Undressed(failure)) => failure,
            None => match Self::of(response.status()) {
                Some(failure) if !response.headers().contains_key("content-type") => failure,
                _ => return response,
            },
        };
        if let Self::Broken(why) = &failure {
            eprintln!("a page failed: {why} ({})", visitor.path);
        }
        failure.page(visitor)
    }

    fn page(self, visitor: &Visitor) -> Response {
        let status = self.status();
        let key = match &self {
            Self::Unknown => "failure-unknown",
            Self::Forbidden => "failure-forbidden",
            Self::NotFound => "failure-not-found",
            Self::Bad(_) => "failure-bad",
            Self::Refused(_) => "failure-refused",
            Self::Broken(_) => "failure-broken",
        };
        let remedy = match self {
            Self::Bad(what) | Self::Refused(what) => what,
            _ => visitor.words.t(&format!("{key}-remedy")),
        };
        let page = FailurePage {
            shell: visitor.shell(key),
            status: status.as_u16(),
            what: visitor.words.t(key),
            remedy,
        };
        (status, Page(page)).into_response()
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Undressed(self));
        response
    }
}
