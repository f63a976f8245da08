//! An import while it goes on, and what came of it.

use super::super::counted::{self, Figure};
use super::steps::{At, Step, steps};
use super::trouble::Trouble;
use super::upload;
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use store::{Import, Upload, UploadNews, UploadState};

#[derive(Template)]
#[template(path = "lists/running.html")]
pub struct RunningPage {
    shell: Shell,
    running: Running,
}

/// How far it is: fetched again when it goes on.
#[derive(Template)]
#[template(path = "lists/running_now.html")]
pub struct Running {
    words: Words,
    steps: Vec<Step>,
    id: i64,
    state: UploadState,
    list: i64,
    import: Option<i64>,
    /// Done, of all, and rows so far.
    progress: Option<(u64, u64, String)>,
    figures: Vec<Figure>,
    trouble: Option<(String, String)>,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let upload = upload(&app, id).await?;
    let words = &visitor.words;
    match (upload.state, upload.list, upload.import) {
        (UploadState::Imported, Some(list), Some(import)) => {
            let path = format!("/lists/{}/imports/{import}", list.0);
            return Ok(see(&path).into_response());
        }
        (UploadState::Open | UploadState::Checking, ..) => {
            let path = format!("/lists/import/{id}{}", super::underway::step_of(&upload));
            return Ok(see(&path).into_response());
        }
        (UploadState::Checked | UploadState::Broken, _, None) => {
            return Ok(see(&format!("/lists/import/{id}/check")).into_response());
        }
        _ => {}
    }
    Ok(Page(RunningPage {
        shell: visitor.shell_named(upload.file.clone()),
        running: shown(&app, upload, words).await?,
    })
    .into_response())
}

/// The block alone.
pub async fn now(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<Running>, Failure> {
    let upload = upload(&app, id).await?;
    shown(&app, upload, &visitor.words).await.map(Page)
}

async fn shown(app: &App, upload: Upload, words: &Words) -> Result<Running, Failure> {
    let import: Option<Import> = match upload.import {
        Some(import) => Some(app.ask(move |store| store.import(import)).await?),
        None => None,
    };
    let trouble = upload.problem.as_deref();
    let trouble: Option<Trouble> = trouble.and_then(|text| serde_json::from_str(text).ok());
    let progress = app.work().progress(upload.id);
    Ok(Running {
        steps: steps(&upload, At::Result, words),
        id: upload.id,
        state: upload.state,
        list: upload.list.map_or(0, |list| list.0),
        import: upload.import,
        progress: progress.map(|seen| (seen.done, seen.total.max(1), words.number(seen.rows))),
        figures: import
            .map(|import| counted::figures(&import.counts, 0, words))
            .unwrap_or_default(),
        trouble: trouble.map(|trouble| (trouble.what(words), trouble.remedy(words))),
        words: words.clone(),
    })
}

/// Stops a check or an import. What is staged waits; nothing of it is live.
pub async fn stop(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Redirect, Failure> {
    let upload = upload(&app, id).await?;
    if !upload.state.is_at_work() {
        return Err(Failure::Refused(visitor.words.t("upload-not-running")));
    }
    if !app.work().stop(id) {
        let (from, to) = match upload.state {
            UploadState::Checking => (UploadState::Checking, UploadState::Open),
            _ => (UploadState::Importing, UploadState::Checked),
        };
        app.ask(move |store| store.advance_upload(id, &[from], to, UploadNews::default()))
            .await
            .map_err(|error: store::StoreError| Failure::from(error))?;
    }
    let path = match upload.state {
        UploadState::Checking => "check",
        _ => "running",
    };
    Ok(see(&format!("/lists/import/{id}/{path}")))
}
