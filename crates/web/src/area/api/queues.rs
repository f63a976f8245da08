//! Numbers that ring in, set up by programs, and what became of today's calls.

mod entered;
mod sounds;

use super::Scope;
use super::entry::Entry;
use super::paging::Page;
use super::problem::Problem;
use super::question::Question;
use crate::app::App;
use crate::routes::Routes;
use crate::seat::Seat;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use engine::{Number, Roster};
use serde::Serialize;
use store::{InboundCounts, Queue, Store};
use utoipa::ToSchema;

pub use entered::SetQueue;
pub use sounds::QueueSounds;

pub fn routes() -> Routes {
    let reads = Seat::Program(Scope::ReadCampaigns);
    let writes = Seat::Program(Scope::WriteCampaigns);
    Routes::new()
        .get("/api/v1/queues", reads, all)
        .put("/api/v1/queues/{number}", writes, put)
        .delete("/api/v1/queues/{number}", writes, remove)
}

/// A number that can be called, with what became of today's calls.
#[derive(Debug, Serialize, ToSchema)]
pub struct QueueView {
    pub number: String,
    pub name: String,
    /// service or opt_out.
    pub purpose: &'static str,
    pub campaign: Option<i64>,
    pub list: Option<i64>,
    pub zone: String,
    pub hours: Option<String>,
    pub closed_on: Vec<String>,
    pub closed_for_now: bool,
    pub waiting_most: u32,
    pub wait_seconds: u32,
    pub owner_seconds: u32,
    pub ask_seconds: u32,
    pub asks_most: u32,
    pub served_within: u32,
    pub sounds: QueueSounds,
    pub today: CallsView,
}

/// Calls of one day.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct CallsView {
    pub offered: i64,
    pub answered: i64,
    /// Of those, as fast as was promised.
    pub in_time: i64,
    pub abandoned: i64,
    pub waiting: i64,
    pub callbacks: i64,
    pub opted_out: i64,
}

/// All numbers that can be called.
#[utoipa::path(
    get, path = "/api/v1/queues", tag = "campaigns", security(("token" = ["read:campaigns"])),
    responses((status = 200, body = Page<QueueView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn all(
    State(app): State<App>,
    question: Question,
) -> Result<Json<Page<QueueView>>, Problem> {
    question.finish()?;
    let zone = app.options().zone.clone();
    let views = app
        .ask(move |store| {
            let now = store.clock().now();
            let counts = store.inbound_counts(zone.start_of(zone.local(now).date()))?;
            let queues = store.queues()?.into_iter();
            Ok::<_, Problem>(queues.map(|queue| view(queue, &counts)).collect())
        })
        .await?;
    Ok(Json(Page::whole(views)))
}

/// Opens a number, or changes how it is called. Everything that is not said is as usual.
#[utoipa::path(
    put, path = "/api/v1/queues/{number}", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(
        ("number" = String, Path, pattern = "^[1-9][0-9]{6,14}$"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = SetQueue,
    responses((status = 200, body = QueueView), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn put(
    State(app): State<App>,
    Path(number): Path<String>,
    mut entry: Entry,
) -> Result<Json<QueueView>, Problem> {
    let number = known(&number)?;
    let zone = app.options().zone.clone();
    let queue = entered::queue(number, zone, &mut entry);
    let kept = queue.clone();
    // What was read with a fault is looked at, and not kept.
    let wanted = entry.faults.is_empty().then_some(queue);
    let problems = app
        .ask(move |store: &Store| Ok::<_, Problem>(entered::keep(store, wanted)?))
        .await?;
    let problems = match entry.faults.is_empty() {
        true => problems,
        false => kept.problems(),
    };
    entered::tell(&problems, &mut entry);
    entry.finish()?;
    Ok(Json(view(kept, &[])))
}

/// The number can be called no more. What became of its calls stays.
#[utoipa::path(
    delete, path = "/api/v1/queues/{number}", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(
        ("number" = String, Path, pattern = "^[1-9][0-9]{6,14}$"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn remove(
    State(app): State<App>,
    Path(number): Path<String>,
    question: Question,
) -> Result<StatusCode, Problem> {
    question.finish()?;
    let number = known(&number)?;
    let was = app
        .ask(move |store| store.drop_queue(number).map_err(Problem::from))
        .await?;
    match was {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Problem::not_found("queue")),
    }
}

fn known(number: &str) -> Result<Number, Problem> {
    let digits = number.parse().ok();
    let number = digits.and_then(|digits| Number::new(digits).ok());
    number.ok_or_else(|| Problem::not_found("queue"))
}

fn view(queue: Queue, counts: &[InboundCounts]) -> QueueView {
    let counted = counts.iter().find(|count| count.called == queue.number);
    let rules = queue.rules;
    QueueView {
        number: queue.number.to_string(),
        name: queue.name,
        purpose: queue.purpose.word(),
        campaign: queue.campaign.map(|campaign| campaign.0),
        list: queue.list.map(|list| list.0),
        zone: queue.zone.name().to_owned(),
        hours: rules.hours.as_ref().map(Roster::to_string),
        closed_on: rules.closed_on.iter().map(ToString::to_string).collect(),
        closed_for_now: rules.closed_for_now,
        waiting_most: rules.waiting_most,
        wait_seconds: rules.wait_seconds,
        owner_seconds: rules.owner_seconds,
        ask_seconds: rules.ask_seconds,
        asks_most: rules.asks_most,
        served_within: rules.served_within,
        sounds: sounds::view(queue.sounds),
        today: counted.map(calls).unwrap_or_default(),
    }
}

fn calls(count: &InboundCounts) -> CallsView {
    CallsView {
        offered: count.offered,
        answered: count.answered,
        in_time: count.in_time,
        abandoned: count.abandoned,
        waiting: count.waiting,
        callbacks: count.callbacks,
        opted_out: count.opted_out,
    }
}
