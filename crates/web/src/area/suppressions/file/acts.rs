//! A file is taken in, stopped, or given up.

use super::work::Found;
use super::{WAY, step_of, upload};
use crate::app::App;
use crate::area::lists::{SUPPRESSIONS, SurePage, kept, problems_file, text};
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{Redirect, Response};
use serde::Deserialize;
use store::{UploadNews, UploadState};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Confirmed {
    /// Said where what cannot be read is to be left out.
    good_rows: String,
}

pub async fn confirm(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(confirmed): Form<Confirmed>,
) -> Result<Redirect, Failure> {
    let upload = upload(&app, id).await?;
    let mut found: Found = kept(upload.outlook.as_deref().unwrap_or_default());
    let going = format!("{}/{id}/going", WAY.home);
    if upload.state == UploadState::Checked {
        found.good_rows = !confirmed.good_rows.is_empty();
        if found.foresight.problems.problems > 0 && !found.good_rows {
            let why = visitor.words.t("suppressions-file-not-asked");
            return Err(Failure::Refused(why));
        }
    }
    // What broke off while it was taken in goes on as it was confirmed.
    let from = [UploadState::Checked, UploadState::Broken];
    if upload.outlook.is_none() {
        return Err(Failure::Refused(visitor.words.t("upload-not-checked")));
    }
    let news = UploadNews {
        outlook: Some(text(&found)?),
        ..UploadNews::default()
    };
    let begun = app
        .ask(move |store| {
            let to = UploadState::Importing;
            store
                .advance_upload(id, &from, to, news)
                .map_err(Failure::from)
        })
        .await?;
    if begun {
        app.work().start(id, SUPPRESSIONS);
    }
    match begun || upload.state == UploadState::Importing {
        true => Ok(see(&going)),
        false => Err(Failure::Refused(visitor.words.t("upload-not-checked"))),
    }
}

/// Stops a check or the taking in. Who is suppressed by then stays so.
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
        let from = upload.state;
        let to = match from {
            UploadState::Checking => UploadState::Open,
            _ => UploadState::Checked,
        };
        app.ask(move |store| {
            store
                .advance_upload(id, &[from], to, UploadNews::default())
                .map_err(Failure::from)
        })
        .await?;
    }
    Ok(see(&format!("{}/{id}/going", WAY.home)))
}

/// All that cannot be read, as a file.
pub async fn problems(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let upload = upload(&app, id).await?;
    problems_file(&app, &upload, &visitor.words).await
}

pub async fn sure(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<SurePage>, Failure> {
    let upload = upload(&app, id).await?;
    let words = &visitor.words;
    Ok(Page(SurePage {
        shell: visitor.shell("upload-abandon-title"),
        what: vec![words.with("upload-abandon-what", [("file", upload.file.as_str())])],
        action: format!("{}/{id}/abandon", WAY.home),
        button: words.t("upload-abandon"),
        back: format!("{}/{id}{}", WAY.home, step_of(&upload)),
    }))
}

pub async fn abandon(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Redirect, Failure> {
    upload(&app, id).await?;
    let forgotten = app
        .ask(move |store| store.forget_upload(id).map_err(Failure::from))
        .await?;
    let Some(stored) = forgotten else {
        return Err(Failure::Refused(visitor.words.t("upload-busy")));
    };
    app.work().remove(&stored);
    Ok(see("/suppressions"))
}
