//! The sound itself, opened while it is sent: any stretch of it, and nothing of it on disk.

use super::may::{note, of, seen};
use super::range::{Stretch, Wanted, wanted};
use crate::app::App;
use crate::failure::Failure;
use crate::seat::Visitor;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use std::io;
use store::{AuditActor, Recording, StoreError};
use tokio::sync::mpsc::channel;
use tokio_stream::wrappers::ReceiverStream;
use vault::{Reader, VaultProblem};

const PIECE: usize = 64 * 1024;

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// It is kept elsewhere from now on.
    pub download: Option<u8>,
}

/// Why nothing is heard.
#[derive(Debug, thiserror::Error)]
pub enum Unheard {
    #[error("it is not kept: {0}")]
    NotKept(&'static str),
    #[error("this server has no folder for recordings")]
    NoVault,
    #[error(transparent)]
    Vault(#[from] VaultProblem),
    #[error(transparent)]
    Store(#[from] StoreError),
}

pub async fn hear(
    visitor: Visitor,
    State(app): State<App>,
    Path(place): Path<(i64, i64, u32)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let recording = seen(&app, &visitor, of(place)).await?;
    let who = visitor.who.as_ref().ok_or(Failure::Unknown)?;
    let by = AuditActor::User(who.user.0);
    answer(&app, Some(by), &recording, asked, &headers)
        .await
        .map_err(|problem| match problem {
            Unheard::NotKept(_) => Failure::NotFound,
            problem => Failure::Broken(problem.to_string()),
        })
}

/// The sound, or the stretch of it that is asked for, once the listening is noted. What programs
/// hear is noted with their route.
pub async fn answer(
    app: &App,
    by: Option<AuditActor>,
    recording: &Recording,
    asked: Asked,
    headers: &HeaderMap,
) -> Result<Response, Unheard> {
    if !recording.can_be_heard() {
        return Err(Unheard::NotKept(recording.state.word()));
    }
    let vault = app.options().vault.clone().ok_or(Unheard::NoVault)?;
    let name = recording.of.name();
    let file = format!("{name}.wav");
    let mut reader = app
        .ask(move |_| vault.read(&name).map_err(Unheard::from))
        .await?;
    let length = reader.bytes();
    let asked_for = headers
        .get(header::RANGE)
        .and_then(|range| range.to_str().ok());
    let whole = || Stretch {
        first: 0,
        last: length.saturating_sub(1),
    };
    let (status, stretch) = match wanted(asked_for, length) {
        Wanted::Whole => (StatusCode::OK, whole()),
        Wanted::Part(stretch) => (StatusCode::PARTIAL_CONTENT, stretch),
        Wanted::Nothing => {
            let all = format!("bytes */{length}");
            let head = [(header::CONTENT_RANGE, all)];
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, head).into_response());
        }
    };
    // What was changed is found before a word of it is sent.
    let first = stretch.first;
    let (reader, begun) = app
        .ask(move |_| {
            let begun = reader.read_at(first, PIECE).map_err(Unheard::from)?;
            Ok::<_, Unheard>((reader, begun))
        })
        .await?;
    if let Some(by) = by {
        note(app, by, recording.of, asked.download.is_some()).await?;
    }
    let mut response = Response::new(body(reader, begun, stretch, length));
    *response.status_mut() = status;
    let mut head = vec![
        (header::CONTENT_TYPE, "audio/wav".to_owned()),
        (header::ACCEPT_RANGES, "bytes".to_owned()),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
        // Sound does not get shorter by being packed, and stretches of it would not fit.
        (header::CONTENT_ENCODING, "identity".to_owned()),
    ];
    if status == StatusCode::PARTIAL_CONTENT {
        let Stretch { first, last } = stretch;
        let range = format!("bytes {first}-{last}/{length}");
        head.push((header::CONTENT_RANGE, range));
    }
    if asked.download.is_some() {
        let disposition = format!("attachment; filename=\"{file}\"");
        head.push((header::CONTENT_DISPOSITION, disposition));
    }
    for (name, value) in head {
        if let Ok(value) = value.parse() {
            response.headers_mut().insert(name, value);
        }
    }
    Ok(response)
}

/// Piece by piece, as fast as they are taken.
fn body(mut reader: Reader, begun: Vec<u8>, stretch: Stretch, length: u64) -> Body {
    let (send, pieces) = channel::<io::Result<Bytes>>(2);
    let end = stretch.last.saturating_add(1).min(length);
    tokio::task::spawn_blocking(move || {
        let (mut at, mut piece) = (stretch.first, begun);
        while at < end {
            let left = usize::try_from(end.saturating_sub(at)).unwrap_or(PIECE);
            piece.truncate(left);
            if piece.is_empty() {
                return;
            }
            at = at.saturating_add(piece.len() as u64);
            if send.blocking_send(Ok(piece.into())).is_err() {
                return;
            }
            piece = match reader.read_at(at, PIECE) {
                Ok(piece) => piece,
                Err(problem) => {
                    eprintln!("{problem}");
                    let _ = send.blocking_send(Err(io::Error::other(problem)));
                    return;
                }
            };
        }
    });
    Body::from_stream(ReceiverStream::new(pieces))
}
