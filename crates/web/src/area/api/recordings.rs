//! Recordings of talks: what is known of each, the sound, and its end.

use super::Scope;
use super::paging::Page;
use super::problem::Problem;
use super::program::Program;
use super::question::{Question, id};
use crate::app::App;
use crate::area::recordings::{SoundAsked, Unheard, sound_answer};
use crate::routes::Routes;
use crate::seat::Seat;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::{Extension, Json};
use engine::{AgentId, CampaignId, Code, ContactId, ListId};
use jiff::Timestamp;
use serde::Serialize;
use store::{AuditActor, Recording, RecordingOf, RecordingSearch, Store};
use utoipa::ToSchema;

pub fn routes() -> Routes {
    let (reads, writes) = (
        Seat::Program(Scope::ReadRecordings),
        Seat::Program(Scope::WriteRecordings),
    );
    let one = "/api/v1/recordings/{list}/{contact}/{attempt}";
    Routes::new()
        .get("/api/v1/recordings", reads, all)
        .get(one, reads, show)
        .get(
            "/api/v1/recordings/{list}/{contact}/{attempt}/sound",
            reads,
            sound,
        )
        .delete(one, writes, destroy)
}

/// What is known of the recording of one talk.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecordingView {
    pub list: i64,
    pub contact: i64,
    pub attempt: u32,
    pub agent: i64,
    pub campaign: Option<i64>,
    /// waits, telling, recording, paused, ended, kept, condemned, destroyed or lost. Only one that is
    /// kept can be heard.
    pub state: String,
    /// not_needed, awaited, told, agreed or refused: what the other side said, or was told.
    pub consent: String,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub consent_at: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub began_at: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub ended_at: Option<Timestamp>,
    /// Spans of the talk that are not in the sound.
    pub pauses: Vec<PauseView>,
    /// The length of the sound in bytes: WAV, 8000 samples a second of 16 bits.
    pub bytes: Option<u64>,
    /// SHA-256 of the sound.
    pub digest: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    pub keep_until: Timestamp,
    /// Why it is gone: refused, due, erased, by_hand or lost.
    pub gone_why: Option<String>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub gone_at: Option<Timestamp>,
}

/// From when until when nothing was recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct PauseView {
    #[schema(value_type = String, format = DateTime)]
    pub from: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub until: Option<Timestamp>,
}

impl From<Recording> for RecordingView {
    fn from(recording: Recording) -> Self {
        let RecordingOf {
            list,
            contact,
            attempt,
        } = recording.of;
        let pauses = recording.pauses.iter().map(|pause| PauseView {
            from: pause.from,
            until: pause.until,
        });
        Self {
            list: list.0,
            contact: contact.0,
            attempt,
            agent: recording.agent.0,
            campaign: recording.campaign.map(|campaign| campaign.0),
            state: recording.state.word().to_owned(),
            consent: recording.consent.word().to_owned(),
            consent_at: recording.consent_at,
            began_at: recording.began_at,
            ended_at: recording.ended_at,
            pauses: pauses.collect(),
            bytes: recording.sealed.as_ref().map(|sealed| sealed.bytes),
            digest: recording.sealed.map(|sealed| sealed.digest),
            keep_until: recording.keep_until,
            gone_why: recording.gone.map(|gone| gone.why.word().to_owned()),
            gone_at: recording.gone.map(|gone| gone.at),
        }
    }
}

/// Recordings, the newest first.
#[utoipa::path(
    get, path = "/api/v1/recordings", tag = "recordings", security(("token" = ["read:recordings"])),
    params(
        ("campaign" = Option<i64>, Query, minimum = 1),
        ("agent" = Option<i64>, Query, minimum = 1),
        ("code" = Option<String>, Query, description = "what the attempt was coded with"),
        ("since" = Option<String>, Query, format = DateTime, description = "of talks from this instant on"),
        ("until" = Option<String>, Query, format = DateTime, description = "before this instant"),
        ("limit" = Option<i64>, Query, minimum = 1, maximum = 200),
        ("after" = Option<String>, Query, pattern = r"^[0-9]{1,18}(\.[0-9]{1,18}){3}$"),
    ),
    responses((status = 200, body = Page<RecordingView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn all(
    State(app): State<App>,
    mut question: Question,
) -> Result<Json<Page<RecordingView>>, Problem> {
    let limit = question.limit();
    let behind = question.after().and_then(|[at, list, contact, attempt]| {
        let of = RecordingOf {
            list: ListId(list),
            contact: ContactId(contact),
            attempt: u32::try_from(attempt).ok()?,
        };
        Some((Timestamp::from_microsecond(at).ok()?, of))
    });
    let search = RecordingSearch {
        campaign: question.id("campaign").map(CampaignId),
        agent: question.id("agent").map(AgentId),
        code: question.text("code", 40).map(Code::new),
        from: question.instant("since"),
        until: question.instant("until"),
        behind,
        limit: usize::try_from(limit.saturating_add(1)).unwrap_or(usize::MAX),
    };
    question.finish()?;
    let found = app
        .ask(move |store| store.find_recordings(&search).map_err(Problem::from))
        .await?;
    let cursor = |last: &Recording| {
        let at = last.created_at.as_microsecond();
        format!("{at}.{}", last.of.name().replace('-', "."))
    };
    Ok(Json(Page::of(found, limit, cursor, RecordingView::from)))
}

/// What is known of one.
#[utoipa::path(
    get, path = "/api/v1/recordings/{list}/{contact}/{attempt}", tag = "recordings", security(("token" = ["read:recordings"])),
    params(("list" = i64, Path, minimum = 1), ("contact" = i64, Path, minimum = 1), ("attempt" = i64, Path, minimum = 1)),
    responses((status = 200, body = RecordingView), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn show(
    State(app): State<App>,
    Path(place): Path<(String, String, String)>,
    question: Question,
) -> Result<Json<RecordingView>, Problem> {
    question.finish()?;
    let known = app.ask(move |store| known(store, &place)).await?;
    Ok(Json(known.into()))
}

/// The sound, or the stretch of it that the header `Range` asks for. Each time is in the trail.
#[utoipa::path(
    get, path = "/api/v1/recordings/{list}/{contact}/{attempt}/sound", tag = "recordings", security(("token" = ["read:recordings"])),
    params(("list" = i64, Path, minimum = 1), ("contact" = i64, Path, minimum = 1), ("attempt" = i64, Path, minimum = 1)),
    responses((status = 200, content_type = "audio/wav", body = Vec<u8>), (status = 206, content_type = "audio/wav", body = Vec<u8>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn sound(
    State(app): State<App>,
    Path(place): Path<(String, String, String)>,
    headers: HeaderMap,
    question: Question,
) -> Result<Response, Problem> {
    question.finish()?;
    let known = app.ask(move |store| known(store, &place)).await?;
    sound_answer(&app, None, &known, SoundAsked::default(), &headers)
        .await
        .map_err(|problem| match problem {
            Unheard::NotKept(_) => Problem::not_found("sound of that recording"),
            problem => Problem::broken(&problem.to_string()),
        })
}

/// Destroys one: nobody hears it from now on. That it was, when and why stays.
#[utoipa::path(
    delete, path = "/api/v1/recordings/{list}/{contact}/{attempt}", tag = "recordings", security(("token" = ["write:recordings"])),
    params(
        ("list" = i64, Path, minimum = 1), ("contact" = i64, Path, minimum = 1), ("attempt" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn destroy(
    State(app): State<App>,
    Extension(program): Extension<Program>,
    Path(place): Path<(String, String, String)>,
    question: Question,
) -> Result<StatusCode, Problem> {
    question.finish()?;
    let by = AuditActor::Token(program.0.id);
    app.ask(move |store| {
        let of = known(store, &place)?.of;
        match store.condemn_recording(of, by)? {
            true => Ok(StatusCode::NO_CONTENT),
            false => Err(Problem::not_found("recording that is kept")),
        }
    })
    .await
}

fn known(store: &Store, place: &(String, String, String)) -> Result<Recording, Problem> {
    let what = "recording";
    let attempt = u32::try_from(id(&place.2, what)?).map_err(|_| Problem::not_found(what))?;
    let of = RecordingOf {
        list: ListId(id(&place.0, what)?),
        contact: ContactId(id(&place.1, what)?),
        attempt,
    };
    let found = store.recording(of)?;
    found.ok_or_else(|| Problem::not_found(what))
}
