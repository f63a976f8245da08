//! Links by which somebody says herself that she is not to be called.

use super::super::entry::Entry;
use super::super::problem::Problem;
use super::{is_there, place, whom};
use crate::app::App;
use crate::area::told_link;
use crate::consent::language_of;
use crate::optout::{OptOut, USUAL_DAYS};
use crate::words::Language;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use store::Subject;
use utoipa::ToSchema;

/// Whom a link is for: a number or a person, and where it is to hold.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "number": "+493023125018" }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct NewLink {
    /// E.164.
    #[schema(pattern = r"^\+?[1-9][0-9]{6,14}$")]
    number: Option<String>,
    /// An e-mail address: whoever has it.
    #[schema(max_length = 254)]
    person: Option<String>,
    /// The campaign it holds in; everywhere when neither this nor `advertiser` is there.
    #[schema(minimum = 1)]
    campaign: Option<i64>,
    /// The advertiser in whose campaigns it holds.
    #[schema(minimum = 1)]
    advertiser: Option<i64>,
    /// Of the page: nl, de, hu or en. That of the number's country when absent.
    #[schema(pattern = "^(nl|de|hu|en)$")]
    language: Option<String>,
    /// How many days it works; 730 when absent.
    #[schema(minimum = 1, maximum = 3650)]
    days: Option<i64>,
}

/// A link, and the headers by which a programme for mail offers it.
#[derive(Debug, Serialize, ToSchema)]
pub struct OptOutLink {
    pub link: String,
    #[schema(value_type = String, format = DateTime)]
    pub expires_at: Timestamp,
    /// For a message that carries the link: RFC 2369 and RFC 8058.
    pub headers: BTreeMap<&'static str, String>,
}

/// Makes a link by which somebody says, without logging in, that she is not to be called.
#[utoipa::path(
    post, path = "/api/v1/suppressions/links", tag = "suppressions", security(("token" = ["write:suppressions"])),
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200)),
    request_body = NewLink,
    responses((status = 201, body = OptOutLink), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn link(
    State(app): State<App>,
    headers: HeaderMap,
    mut entry: Entry,
) -> Result<(StatusCode, Json<OptOutLink>), Problem> {
    let mut subject = None;
    if entry.names("domain") {
        let detail = "speaks for more than whoever holds the link: leave it out".to_owned();
        entry.text("domain", 253);
        entry.fault::<()>("domain", "invalid", detail);
    } else {
        subject = whom(&mut entry);
    }
    let (extent, scope) = place(&mut entry);
    let language = entry.one_of("language", &Language::ALL, Language::word);
    let days = entry.figure("days", 1..=3_650);
    let subject = entry.finish_as(subject)?;
    let usual = match &subject {
        Subject::Number(number) => language_of(*number),
        Subject::Person(_) | Subject::Domain(..) => Language::default(),
    };
    let days = days.and_then(|days| u32::try_from(days).ok());
    let wanted = OptOut {
        subject,
        extent,
        scope,
        language: language.unwrap_or(usual),
        last_day: 0,
    }
    .lasting(app.store().clock().now(), days.unwrap_or(USUAL_DAYS));
    let expires_at = wanted.expires_at();
    let token = app
        .ask(move |store| {
            is_there(store, extent, scope)?;
            wanted.sign(store).map_err(Problem::from)
        })
        .await?;
    let link = told_link(&app, &headers, &format!("/stop/{token}"));
    let view = OptOutLink {
        headers: OptOut::headers(&link),
        link,
        expires_at,
    };
    Ok((StatusCode::CREATED, Json(view)))
}
