//! What goes wrong on the way to a page, and the page that says so.

use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::http::{StatusCode, header};
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
    /// Another site sent it in the visitor's name.
    #[error("sent by another site")]
    Elsewhere,
    #[error("not found")]
    NotFound,
    #[error("this page does not take that")]
    WrongMethod,
    #[error("too large")]
    TooLarge,
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
            Self::Forbidden | Self::Elsewhere => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Bad(_) => StatusCode::BAD_REQUEST,
            Self::Refused(_) => StatusCode::CONFLICT,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The failure that a bare status of the framework stands for.
    fn of(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND => Some(Self::NotFound),
            StatusCode::METHOD_NOT_ALLOWED => Some(Self::WrongMethod),
            StatusCode::PAYLOAD_TOO_LARGE => Some(Self::TooLarge),
            StatusCode::BAD_REQUEST
            | StatusCode::UNSUPPORTED_MEDIA_TYPE
            | StatusCode::UNPROCESSABLE_ENTITY => Some(Self::Bad(String::new())),
            _ => None,
        }
    }

    /// Gives the answer its page, in the visitor's language.
    pub(crate) fn dress(mut response: Response, visitor: &Visitor) -> Response {
        let failure = match response.extensions_mut().remove::<Undressed>() {
            Some(Undressed(failure)) => failure,
            None => match Self::of(response.status()) {
                Some(failure) if is_bare(&response) => failure,
                _ => return response,
            },
        };
        if let Self::Broken(why) = &failure {
            eprintln!("a page failed: {why} ({})", visitor.path);
        }
        let allow = response.headers_mut().remove(header::ALLOW);
        let mut page = failure.page(visitor);
        if let Some(allow) = allow {
            page.headers_mut().insert(header::ALLOW, allow);
        }
        page
    }

    fn page(self, visitor: &Visitor) -> Response {
        let status = self.status();
        let key = match &self {
            Self::Unknown => "failure-unknown",
            Self::Forbidden => "failure-forbidden",
            Self::Elsewhere => "failure-elsewhere",
            Self::NotFound => "failure-not-found",
            Self::WrongMethod => "failure-wrong-method",
            Self::TooLarge => "failure-too-large",
            Self::Bad(_) => "failure-bad",
            Self::Refused(_) => "failure-refused",
            Self::Broken(_) => "failure-broken",
        };
        let remedy = match self {
            Self::Bad(what) | Self::Refused(what) if !what.is_empty() => what,
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

/// Whether the framework, not a page of ours, has spoken: nothing, or plain words.
fn is_bare(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Undressed(self));
        response
    }
}
