//! What is wrong with a request, as RFC 9457 writes it down.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use store::{CampaignRefusal, RecordError, StoreError};
use utoipa::ToSchema;

/// What is wrong. `code` and `errors` are for programs, the other texts for people.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the code says which problem it is.
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub title: &'static str,
    pub status: u16,
    /// A stable word.
    pub code: &'static str,
    /// What it is about, and what to do.
    pub detail: String,
    /// Every fault of the request, where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Fault>,
}

/// One fault of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Fault {
    /// Which part of the request: `fields.phone`, `limit`.
    pub field: String,
    /// A stable word.
    pub code: &'static str,
    pub detail: String,
}

impl Fault {
    pub fn new(field: impl Into<String>, code: &'static str, detail: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            code,
            detail: detail.into(),
        }
    }
}

impl Problem {
    pub fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        Self {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or("Error"),
            status: status.as_u16(),
            code,
            detail: detail.into(),
            errors: Vec::new(),
        }
    }

    /// Faults of the request, all at once.
    pub fn invalid(errors: Vec<Fault>) -> Self {
        let detail = match errors.as_slice() {
            [only] => format!("{}: {}", only.field, only.detail),
            _ => format!("{} faults: see errors", errors.len()),
        };
        Self {
            errors,
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", detail)
        }
    }

    pub fn not_found(what: &str) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not_found",
            format!("there is no such {what}"),
        )
    }

    pub fn name_taken(what: &str) -> Self {
        let detail = format!("there is a {what} of that name: take another");
        Self::new(StatusCode::CONFLICT, "name_taken", detail)
    }

    /// Our fault: it goes into the log, not to the program.
    pub fn broken(why: &str) -> Self {
        eprintln!("a request of a program failed: {why}");
        Self::of(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// What a bare status of the framework stands for.
    pub fn of(status: StatusCode) -> Self {
        let (code, detail) = match status {
            StatusCode::NOT_FOUND => ("not_found", "there is nothing at this address"),
            StatusCode::METHOD_NOT_ALLOWED => (
                "method_not_allowed",
                "the header Allow says what can be done here",
            ),
            StatusCode::PAYLOAD_TOO_LARGE => ("too_large", "send less at once"),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => {
                ("unsupported_media_type", "send application/json")
            }
            status if status.is_client_error() => ("bad_request", "the request cannot be read"),
            _ => (
                "internal",
                "our fault; nothing was done by half, so it may be tried again",
            ),
        };
        Self::new(status, code, detail)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or_default();
        let mut response = (status, Json(self)).into_response();
        response.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        response
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::broken(&error.to_string())
    }
}

impl From<CampaignRefusal> for Problem {
    fn from(refusal: CampaignRefusal) -> Self {
        match refusal {
            CampaignRefusal::NameTaken => Self::name_taken("campaign"),
            CampaignRefusal::NoSuchCampaign => Self::not_found("campaign"),
            CampaignRefusal::NoSuchList => Self::not_found("list"),
            CampaignRefusal::Linked => {
                let detail = "the list stands in the campaign already";
                Self::new(StatusCode::CONFLICT, "linked", detail)
            }
        }
    }
}

impl From<RecordError> for Problem {
    fn from(error: RecordError) -> Self {
        match error {
            RecordError::Refused(refusal) => {
                Self::new(StatusCode::CONFLICT, refusal.code(), refusal.to_string())
            }
            RecordError::NotFound { .. } => Self::not_found("contact"),
            RecordError::Store(error) => error.into(),
        }
    }
}
