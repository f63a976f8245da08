//! Many at once, as a file names them.

use super::super::entry::Entry;
use super::super::problem::Problem;
use super::super::question::e164;
use super::{SUBJECT, is_there, place, span};
use crate::app::App;
use axum::Json;
use axum::extract::State;
use import::whom::{Aim, Alike, take};
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;
use store::Subject;
use utoipa::ToSchema;

/// The largest body, and the most that one request names.
pub const LARGEST: usize = 8 * 1024 * 1024;
const MOST: usize = 100_000;
/// Faults that are told of; more would not be read.
const FAULTS: usize = 100;

/// Whom to suppress: numbers, e-mail addresses and domains, mixed as they come.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "whom": ["+493023125018", "ada@example.org", "example.com"] }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct NewSuppressions {
    /// Each E.164, an e-mail address, or a domain. With one that cannot be read none is suppressed.
    #[schema(max_items = 100_000)]
    whom: Vec<String>,
    /// The campaign it holds in; everywhere when neither this nor `advertiser` is there.
    #[schema(minimum = 1)]
    campaign: Option<i64>,
    /// The advertiser in whose campaigns it holds.
    #[schema(minimum = 1)]
    advertiser: Option<i64>,
    #[schema(min_length = 1, max_length = 100)]
    source: Option<String>,
    #[schema(max_length = 500)]
    reason: Option<String>,
    /// When it begins to hold, and closes contacts; at once when absent.
    #[schema(format = DateTime)]
    from: Option<String>,
    /// When it ends; never when absent.
    #[schema(format = DateTime)]
    until: Option<String>,
}

/// What suppressing many did.
#[derive(Debug, Serialize, ToSchema)]
pub struct SuppressedMany {
    /// Who was named, each once.
    pub named: u64,
    /// Who was not suppressed there before.
    pub added: u64,
    /// Open contacts that were closed.
    pub closed: u64,
}

/// Suppresses numbers, persons and domains from now on, and closes the open contacts they cover.
#[utoipa::path(
    post, path = "/api/v1/suppressions/many", tag = "suppressions", security(("token" = ["write:suppressions"])),
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200)),
    request_body = NewSuppressions,
    responses((status = 200, body = SuppressedMany), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn many(
    State(app): State<App>,
    mut entry: Entry,
) -> Result<Json<SuppressedMany>, Problem> {
    let subjects = read(&mut entry);
    let (extent, scope) = place(&mut entry);
    let source = entry.text("source", 100);
    let reason = entry.text("reason", 500);
    let (from_at, until_at) = span(&mut entry);
    entry.finish()?;
    let aim = Aim::Each(Alike {
        extent,
        scope,
        source: source.unwrap_or_else(|| "api".to_owned()),
        reason: reason.unwrap_or_default(),
        from_at,
        until_at,
    });
    app.ask(move |store| {
        is_there(store, extent, scope)?;
        let never = AtomicBool::new(false);
        let taken = take(store, subjects, &aim, &never, &mut |_| {})
            .map_err(|failure| Problem::broken(&failure.to_string()))?;
        let taken = taken.unwrap_or_default();
        Ok(Json(SuppressedMany {
            named: taken.total,
            added: taken.added,
            closed: taken.closed,
        }))
    })
    .await
}

/// All that can be read, each once, and a fault for each that cannot.
fn read(entry: &mut Entry) -> Vec<Subject> {
    let texts = entry.needed("whom", |entry, name| Some(entry.texts(name, MOST, 254)));
    let mut subjects = BTreeSet::new();
    for (index, text) in texts.unwrap_or_default().into_iter().enumerate() {
        match subject(&text) {
            Some(subject) => {
                subjects.insert(subject);
            }
            None if entry.faults.len() < FAULTS => {
                let place = format!("whom[{index}]");
                entry.fault::<()>(&place, "invalid", SUBJECT.to_owned());
            }
            None => {}
        }
    }
    subjects.into_iter().collect()
}

/// One number, person or domain.
pub fn subject(text: &str) -> Option<Subject> {
    e164(text)
        .map(Subject::Number)
        .or_else(|| Subject::person(text))
        .or_else(|| Subject::domain(text))
}
