//! What is wrong with a file, by kind, before anything of it is written.

use super::super::counted::{self, Figure, Kind};
use super::super::download;
use super::how;
use super::steps::{At, Step, steps};
use super::trouble::Trouble;
use super::upload;
use super::work::problems_name;
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use ::import::Outlook;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use std::io::{BufRead, BufReader};
use store::{ImportProblem, Upload, UploadNews, UploadState};

#[derive(Template)]
#[template(path = "lists/check.html")]
pub struct CheckPage {
    shell: Shell,
    checked: Checked,
}

/// How far the check is, then what it found: fetched again when it goes on.
#[derive(Template)]
#[template(path = "lists/checked.html")]
pub struct Checked {
    words: Words,
    steps: Vec<Step>,
    id: i64,
    state: UploadState,
    progress: Option<(u64, u64, String)>,
    figures: Vec<Figure>,
    kinds: Vec<Kind>,
    problems: u64,
    trouble: Option<(String, String)>,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let upload = upload(&app, id).await?;
    if matches!(upload.state, UploadState::Importing | UploadState::Imported) {
        return Ok(see(&format!("/lists/import/{id}/running")).into_response());
    }
    if upload.described.definition.is_none() || upload.list.is_none() {
        return Ok(see(&format!("/lists/import/{id}")).into_response());
    }
    Ok(Page(CheckPage {
        shell: visitor.shell_named(upload.file.clone()),
        checked: shown(&app, &upload, &visitor.words),
    })
    .into_response())
}

/// The block alone.
pub async fn now(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<Checked>, Failure> {
    let upload = upload(&app, id).await?;
    Ok(Page(shown(&app, &upload, &visitor.words)))
}

fn shown(app: &App, upload: &Upload, words: &Words) -> Checked {
    let outlook: Option<Outlook> = upload.outlook.as_deref().map(how::kept);
    let trouble = upload.problem.as_deref();
    let trouble: Option<Trouble> = trouble.and_then(|text| serde_json::from_str(text).ok());
    let outlook = outlook.filter(|_| upload.state == UploadState::Checked);
    let outlook = outlook.unwrap_or_default();
    let progress = app.work().progress(upload.id);
    Checked {
        steps: steps(upload, At::Problems, words),
        id: upload.id,
        state: upload.state,
        progress: progress.map(|seen| (seen.done, seen.total.max(1), words.number(seen.rows))),
        figures: counted::figures(&outlook.counts, outlook.excluded, words),
        kinds: counted::kinds(&outlook, words),
        problems: outlook.problems,
        trouble: trouble.map(|trouble| (trouble.what(words), trouble.remedy(words))),
        words: words.clone(),
    }
}

/// Checks anew, such as after an import was stopped or the list has changed.
pub async fn begin(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Redirect, Failure> {
    let upload = upload(&app, id).await?;
    if upload.described.definition.is_none() || upload.list.is_none() {
        return Ok(see(&format!("/lists/import/{id}")));
    }
    match start(&app, &upload).await? || upload.state == UploadState::Checking {
        true => Ok(see(&format!("/lists/import/{id}/check"))),
        false => Err(Failure::Refused(visitor.words.t("upload-busy"))),
    }
}

/// Begins the check, unless work on the file is under way; says whether it did.
pub async fn start(app: &App, upload: &Upload) -> Result<bool, Failure> {
    let id = upload.id;
    let from = [UploadState::Open, UploadState::Checked, UploadState::Broken];
    let begun = app
        .ask(move |store| {
            store
                .advance_upload(id, &from, UploadState::Checking, UploadNews::default())
                .map_err(Failure::from)
        })
        .await?;
    if let Some(list) = upload.list.filter(|_| begun) {
        app.work().start(id, list.0);
    }
    Ok(begun)
}

/// All problems as a file.
pub async fn problems(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let upload = upload(&app, id).await?;
    problems_file(&app, &upload, &visitor.words).await
}

/// All that the check of a file found, as a file.
pub async fn problems_file(app: &App, upload: &Upload, words: &Words) -> Result<Response, Failure> {
    if upload.state != UploadState::Checked {
        return Err(Failure::NotFound);
    }
    let file = app.work().folder().join(problems_name(&upload.stored));
    let found = app
        .ask(move |_| {
            let file = std::fs::File::open(file).map_err(|_| Failure::NotFound)?;
            let lines = BufReader::new(file).lines();
            let problems = lines.filter_map(|line| serde_json::from_str(&line.ok()?).ok());
            Ok::<Vec<ImportProblem>, Failure>(problems.collect())
        })
        .await?;
    let name = format!("{} {}", words.t("problems-file"), upload.file);
    download::problems(&name, &found, words)
}
