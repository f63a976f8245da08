//! Giving up a file that was handed in. What it has put into its list stays staged or live.

use super::super::import::SurePage;
use super::upload;
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use axum::extract::{Path, State};
use axum::response::Redirect;
use store::Store;

pub async fn sure(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<SurePage>, Failure> {
    let upload = upload(&app, id).await?;
    let words = &visitor.words;
    let mut what = vec![words.with("upload-abandon-what", [("file", upload.file.as_str())])];
    if let Some(import) = upload.import {
        let staged = app.ask(move |store| staged(store, import)).await?;
        what.extend(staged.map(|rows| words.n("import-cancel-go", rows)));
    }
    Ok(Page(SurePage {
        shell: visitor.shell("upload-abandon-title"),
        what,
        action: format!("/lists/import/{id}/abandon"),
        button: words.t("upload-abandon"),
        back: format!("/lists/import/{id}{}", super::underway::step_of(&upload)),
    }))
}

pub async fn abandon(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Redirect, Failure> {
    let there = upload(&app, id).await?;
    let work = app.work().clone();
    let forgotten = app
        .ask(move |store| {
            let Some(stored) = store.forget_upload(id)? else {
                return Ok::<_, Failure>(false);
            };
            work.remove(&stored);
            if let Some(import) = there.import
                && staged(store, import)?.is_some()
            {
                store.cancel_import(import)?;
            }
            Ok(true)
        })
        .await?;
    if !forgotten {
        return Err(Failure::Refused(visitor.words.t("upload-busy")));
    }
    Ok(match there.list {
        Some(list) => see(&format!("/lists/{}", list.0)),
        None => see("/lists"),
    })
}

/// Rows that are staged and not live.
fn staged(store: &Store, import: i64) -> Result<Option<u64>, Failure> {
    let there = store.import(import)?;
    Ok((there.state == "staging").then_some(there.counts.rows))
}
