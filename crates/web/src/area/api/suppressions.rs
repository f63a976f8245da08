//! Whom nobody may call: numbers, persons, domains.

mod links;
mod many;

pub use links::*;
pub use many::*;

use super::Scope;
use super::campaigns::known_advertiser;
use super::entry::Entry;
use super::paging::Page;
use super::problem::{Fault, Problem};
use super::question::{E164, Question, e164};
use crate::app::App;
use crate::routes::Routes;
use crate::seat::Seat;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use engine::catalogue::Extent;
use jiff::Timestamp;
use serde::Serialize;
use store::{Store, Subject, Suppression};
use utoipa::ToSchema;

pub fn routes() -> Routes {
    let (reads, writes) = (
        Seat::Program(Scope::ReadSuppressions),
        Seat::Program(Scope::WriteSuppressions),
    );
    Routes::new()
        .get("/api/v1/suppressions", reads, all)
        .post("/api/v1/suppressions", writes, add)
        .post("/api/v1/suppressions/links", writes, link)
        .upload("/api/v1/suppressions/many", writes, LARGEST, many)
        .get("/api/v1/suppressions/{subject}", reads, of_one)
}

/// A number, a person or a domain that must not be called, and how far that reaches.
#[derive(Debug, Serialize, ToSchema)]
pub struct SuppressionView {
    /// number, person or domain.
    pub subject: String,
    /// E.164. Of a person nothing is kept by which it could be told here.
    pub number: Option<String>,
    pub domain: Option<String>,
    /// everywhere, advertiser or campaign.
    pub extent: String,
    /// The campaign it holds in.
    pub campaign: Option<i64>,
    /// The advertiser in whose campaigns it holds.
    pub advertiser: Option<i64>,
    /// It was meant for the advertiser of a campaign that had none.
    pub falls_back: bool,
    /// Where it comes from.
    pub source: String,
    pub reason: String,
    #[schema(value_type = String, format = DateTime)]
    pub added_at: Timestamp,
    /// When it begins to hold; at once when null.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub from: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub until: Option<Timestamp>,
}

/// A number to suppress, or a person by an e-mail address, or a domain: one of the three.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "number": "+493023125018", "reason": "asked by mail" }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct NewSuppression {
    /// E.164.
    #[schema(pattern = r"^\+?[1-9][0-9]{6,14}$")]
    number: Option<String>,
    /// An e-mail address: whoever has it.
    #[schema(max_length = 254)]
    person: Option<String>,
    /// All addresses of a domain, and of those below it.
    #[schema(max_length = 253)]
    domain: Option<String>,
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

/// What suppressing a number did.
#[derive(Debug, Serialize, ToSchema)]
pub struct Suppressed {
    /// It was not suppressed there before.
    pub added: bool,
    /// Open contacts that were closed.
    pub closed: usize,
}

impl From<Suppression> for SuppressionView {
    fn from(suppression: Suppression) -> Self {
        let scope = |extent| (suppression.extent == extent).then_some(suppression.scope);
        Self {
            subject: suppression.subject.word().to_owned(),
            number: suppression
                .subject
                .number()
                .map(|number| number.to_string()),
            domain: match &suppression.subject {
                Subject::Domain(_, name) => Some(name.clone()),
                Subject::Number(_) | Subject::Person(_) => None,
            },
            extent: word(suppression.extent).to_owned(),
            campaign: scope(Extent::Campaign),
            advertiser: scope(Extent::Advertiser),
            falls_back: suppression.falls_back,
            source: suppression.source,
            reason: suppression.reason,
            added_at: suppression.added_at,
            from: suppression.from_at,
            until: suppression.until_at,
        }
    }
}

pub fn word(extent: Extent) -> &'static str {
    match extent {
        Extent::Everywhere => "everywhere",
        Extent::Advertiser => "advertiser",
        Extent::Campaign => "campaign",
    }
}

/// All suppressions, those of persons and domains before those of numbers, which come in their
/// order. Those of one stand on one page.
#[utoipa::path(
    get, path = "/api/v1/suppressions", tag = "suppressions", security(("token" = ["read:suppressions"])),
    params(
        ("limit" = Option<i64>, Query, minimum = 1, maximum = 200),
        ("after" = Option<String>, Query, pattern = "^[0-9]{1,18}$"),
    ),
    responses((status = 200, body = Page<SuppressionView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn all(
    State(app): State<App>,
    mut question: Question,
) -> Result<Json<Page<SuppressionView>>, Problem> {
    let (limit, after) = (question.limit(), question.after().map_or(-1, |[n]| n));
    question.finish()?;
    let after = after
        .clamp(-1, i64::MAX / 2)
        .saturating_add(Subject::LOWEST);
    app.ask(move |store| page(store, after, limit).map(Json))
        .await
}

fn page(store: &Store, after: i64, limit: i64) -> Result<Page<SuppressionView>, Problem> {
    let mut rows = store.suppressions(after, limit.saturating_add(1))?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut next = None;
    if rows.len() > limit {
        // The last one may go on beyond the page: it is taken whole.
        rows.truncate(limit);
        if let Some(last) = rows.last().map(|row| row.subject.clone()) {
            rows.retain(|row| row.subject != last);
            next = Some(last.key().saturating_sub(Subject::LOWEST).to_string());
            rows.extend(store.suppressions_of(last)?);
        }
    }
    Ok(Page {
        data: rows.into_iter().map(SuppressionView::from).collect(),
        next,
    })
}

/// The suppressions of one number, of one person by an e-mail address, or of one domain.
#[utoipa::path(
    get, path = "/api/v1/suppressions/{subject}", tag = "suppressions", security(("token" = ["read:suppressions"])),
    params(("subject" = String, Path, description = "E.164, an e-mail address or a domain", max_length = 254)),
    responses((status = 200, body = Page<SuppressionView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn of_one(
    State(app): State<App>,
    Path(text): Path<String>,
    question: Question,
) -> Result<Json<Page<SuppressionView>>, Problem> {
    question.finish()?;
    let subject = subject(&text)
        .ok_or_else(|| Problem::invalid(vec![Fault::new("subject", "invalid", SUBJECT)]))?;
    let rows = app
        .ask(move |store| store.suppressions_of(subject).map_err(Problem::from))
        .await?;
    let views = rows.into_iter().map(SuppressionView::from).collect();
    Ok(Json(Page::whole(views)))
}

/// Suppresses a number from now on, and closes the open contacts that have it.
#[utoipa::path(
    post, path = "/api/v1/suppressions", tag = "suppressions", security(("token" = ["write:suppressions"])),
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200)),
    request_body = NewSuppression,
    responses(
        (status = 200, body = Suppressed, description = "it was suppressed already"),
        (status = 201, body = Suppressed),
        (status = "4XX", body = Problem, content_type = "application/problem+json")
    )
)]
pub async fn add(
    State(app): State<App>,
    mut entry: Entry,
) -> Result<(StatusCode, Json<Suppressed>), Problem> {
    let subject = whom(&mut entry);
    let place = place(&mut entry);
    let source = entry.text("source", 100);
    let reason = entry.text("reason", 500);
    let (from, until) = span(&mut entry);
    let subject = entry.finish_as(subject)?;
    let now = app.store().clock().now();
    let source = source.unwrap_or_else(|| "api".to_owned());
    let suppression = Suppression {
        extent: place.0,
        scope: place.1,
        reason: reason.unwrap_or_default(),
        from_at: from,
        until_at: until,
        ..Suppression::everywhere(subject, &source, now)
    };
    let done = app.ask(move |store| suppress(store, suppression)).await?;
    let status = if done.added {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    Ok((status, Json(done)))
}

/// Who it is about: one of three, or why none of them.
fn whom(entry: &mut Entry) -> Option<Subject> {
    let number = entry.text("number", 32);
    let person = entry.text("person", 254);
    let domain = entry.text("domain", 253);
    match (number, person, domain) {
        (Some(text), None, None) => match e164(&text) {
            Some(number) => Some(Subject::Number(number)),
            None => entry.fault("number", "invalid", E164.to_owned()),
        },
        (None, Some(text), None) => {
            Subject::person(&text).or_else(|| entry.fault("person", "invalid", PERSON.to_owned()))
        }
        (None, None, Some(text)) => {
            Subject::domain(&text).or_else(|| entry.fault("domain", "invalid", DOMAIN.to_owned()))
        }
        (None, None, None) if entry.faults.is_empty() => {
            let detail = "is required, or `person`, or `domain`".to_owned();
            entry.fault("number", "required", detail)
        }
        (None, None, None) => None,
        _ => {
            let detail = "name one of `number`, `person` and `domain`".to_owned();
            entry.fault("number", "invalid", detail)
        }
    }
}

const SUBJECT: &str = "is neither a number in E.164, nor an e-mail address, nor a domain";
const PERSON: &str = "is not one e-mail address: write it as name@example.org";
const DOMAIN: &str = "is no domain of one company: suppress the person instead";

/// Where it is to hold: in a campaign, in those of an advertiser, or everywhere.
pub fn place(entry: &mut Entry) -> (Extent, i64) {
    match (entry.id("campaign"), entry.id("advertiser")) {
        (Some(_), Some(_)) => {
            let detail = "name a campaign or an advertiser, not both".to_owned();
            entry.fault::<()>("advertiser", "invalid", detail);
            (Extent::Everywhere, 0)
        }
        (Some(campaign), None) => (Extent::Campaign, campaign),
        (None, Some(advertiser)) => (Extent::Advertiser, advertiser),
        (None, None) => (Extent::Everywhere, 0),
    }
}

/// From when and until when.
pub fn span(entry: &mut Entry) -> (Option<Timestamp>, Option<Timestamp>) {
    let (from, until) = (entry.instant("from"), entry.instant("until"));
    if from.zip(until).is_some_and(|(from, until)| until <= from) {
        let detail = "must be later than `from`".to_owned();
        entry.fault::<()>("until", "out_of_range", detail);
    }
    (from, until)
}

/// What it holds for must be there.
pub fn is_there(store: &Store, extent: Extent, scope: i64) -> Result<(), Problem> {
    let campaign = |id: i64| -> Result<bool, Problem> {
        let campaigns = store.campaigns()?;
        Ok(campaigns.iter().any(|campaign| campaign.id.0 == id))
    };
    match extent {
        Extent::Campaign if !campaign(scope)? => {
            let fault = Fault::new("campaign", "unknown", "there is no such campaign");
            Err(Problem::invalid(vec![fault]))
        }
        Extent::Advertiser => known_advertiser(store, scope).map(|_| ()),
        Extent::Campaign | Extent::Everywhere => Ok(()),
    }
}

fn suppress(store: &Store, suppression: Suppression) -> Result<Suppressed, Problem> {
    is_there(store, suppression.extent, suppression.scope)?;
    let added = store.suppress(vec![suppression.clone()])? > 0;
    let closed = store.close_covered(&[suppression])?;
    Ok(Suppressed { added, closed })
}
