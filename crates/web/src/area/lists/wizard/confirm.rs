//! The last look before anything is written: counts, and what becomes of them.

use super::super::counted::{self, Figure};
use super::super::import::saturated;
use super::how::{self, How};
use super::steps::{At, Step, steps};
use super::with_list;
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
use fluent_bundle::FluentArgs;
use store::{UploadNews, UploadState};

#[derive(Template)]
#[template(path = "lists/confirm.html")]
pub struct ConfirmPage {
    shell: Shell,
    id: i64,
    list: String,
    steps: Vec<Step>,
    said: String,
    details: Vec<String>,
    button: String,
    figures: Vec<Figure>,
    /// Nothing would come of it.
    is_nothing: bool,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let (upload, list) = with_list(&app, id).await?;
    if upload.state != UploadState::Checked {
        return Ok(see(&format!("/lists/import/{id}/check")).into_response());
    }
    let words = &visitor.words;
    let outlook: Outlook = how::kept(upload.outlook.as_deref().unwrap_or_default());
    let how: How = how::kept(&upload.described.how);
    let name = list.map(|list| list.name).unwrap_or_default();
    let counts = outlook.counts;
    let touched = counts.imported.saturating_add(counts.updated);
    Ok(Page(ConfirmPage {
        shell: visitor.shell("confirm-title"),
        id,
        steps: steps(&upload, At::Confirm, words),
        said: said(&outlook, &how, &name, words),
        details: details(&outlook, words),
        button: words.n(
            match how.is_by_key() {
                true => "confirm-do-update",
                false => "confirm-do",
            },
            touched,
        ),
        figures: counted::figures(&counts, outlook.excluded, words),
        is_nothing: touched == 0 && outlook.excluded == 0 && counts.absent == 0,
        list: name,
    })
    .into_response())
}

/// `10,048 contacts will be imported into Spring, 353 rejected.`
fn said(outlook: &Outlook, how: &How, list: &str, words: &Words) -> String {
    let counts = outlook.counts;
    let mut parts = FluentArgs::new();
    parts.set("list", list);
    parts.set("imported", words.counted(saturated(counts.imported)));
    parts.set("updated", words.counted(saturated(counts.updated)));
    parts.set("unchanged", words.counted(saturated(counts.unchanged)));
    parts.set("rejected", words.counted(saturated(counts.rejected)));
    match how.is_by_key() {
        true => words.say("confirm-said-update", &parts),
        false => words.say("confirm-said", &parts),
    }
}

fn details(outlook: &Outlook, words: &Words) -> Vec<String> {
    let mut details = Vec::new();
    if outlook.counts.absent > 0 {
        details.push(words.n("confirm-absent", outlook.counts.absent));
    }
    if outlook.closed > 0 {
        details.push(words.n("confirm-closed", outlook.closed));
    }
    if outlook.problems > 0 {
        details.push(words.n("confirm-problems", outlook.problems));
    }
    details.push(words.t("confirm-undo"));
    details
}

/// Begins the import, or goes on with one that was stopped.
pub async fn begin(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Redirect, Failure> {
    let (upload, _) = with_list(&app, id).await?;
    let from = match upload.state {
        // What broke off half-way goes on where it was.
        UploadState::Broken if upload.import.is_some() => UploadState::Broken,
        _ => UploadState::Checked,
    };
    let begun = app
        .ask(move |store| {
            let news = UploadNews::default();
            store
                .advance_upload(id, &[from], UploadState::Importing, news)
                .map_err(Failure::from)
        })
        .await?;
    if let Some(list) = upload.list.filter(|_| begun) {
        app.work().start(id, list.0);
    }
    let is_known = begun || upload.state.is_at_work() || upload.state == UploadState::Imported;
    match is_known {
        // Pressed twice, it runs once.
        true => Ok(see(&format!("/lists/import/{id}/running"))),
        false => Err(Failure::Refused(visitor.words.t("upload-not-checked"))),
    }
}
