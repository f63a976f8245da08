//! Files that are on their way: found again by whoever closed the tab.

use crate::app::App;
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::words::Words;
use askama::Template;
use axum::extract::State;
use store::{ListOverview, Upload, UploadPurpose, UploadState};

/// All files on their way, as a block that is fetched again when one of them goes on.
#[derive(Template)]
#[template(path = "lists/underway.html")]
pub struct Underway {
    words: Words,
    way: Way,
    /// The block is inside another that is fetched again.
    is_part: bool,
    lines: Vec<Line>,
}

/// Where files of one purpose go.
#[derive(Debug, Clone, Copy)]
pub struct Way {
    pub purpose: UploadPurpose,
    /// The pages of one of them lie below this.
    pub home: &'static str,
    /// The block alone.
    pub block: &'static str,
    pub step_of: fn(&Upload) -> &'static str,
}

const LISTS: Way = Way {
    purpose: UploadPurpose::List,
    home: "/lists/import",
    block: "/lists/uploads",
    step_of,
};

struct Line {
    id: i64,
    file: String,
    list: Option<String>,
    state: String,
    path: String,
    is_at_work: bool,
    progress: Option<(u64, u64, String)>,
    at: String,
}

/// The block alone.
pub async fn page(visitor: Visitor, State(app): State<App>) -> Result<Page<Underway>, Failure> {
    let (lists, uploads) = app
        .ask(|store| {
            let uploads = store.uploads()?;
            let lists = match uploads.is_empty() {
                true => Vec::new(),
                false => store.lists()?,
            };
            Ok::<_, Failure>((lists, uploads))
        })
        .await?;
    let name = |upload: &Upload| {
        let mut lists = lists.iter();
        let list = lists.find(|list| Some(list.id) == upload.list)?;
        Some(list.name.clone())
    };
    Ok(Page(block(
        &app,
        &uploads,
        (LISTS, false),
        name,
        &visitor.words,
    )))
}

/// The block on the page of all lists.
pub fn underway(
    app: &App,
    uploads: Vec<Upload>,
    lists: &[ListOverview],
    only: Option<i64>,
    words: &Words,
) -> Underway {
    let name = |upload: &Upload| {
        let mut lists = lists.iter();
        let row = lists.find(|row| Some(row.list.id) == upload.list)?;
        Some(row.list.name.clone())
    };
    let uploads: Vec<Upload> = uploads
        .into_iter()
        .filter(|upload| only.is_none_or(|only| upload.list.is_some_and(|list| list.0 == only)))
        .collect();
    block(app, &uploads, (LISTS, false), name, words)
}

/// The block on the page of one list.
pub fn underway_of(app: &App, uploads: &[Upload], words: &Words) -> Underway {
    block(app, uploads, (LISTS, true), |_| None, words)
}

/// All files of one purpose, with nothing else known of them.
pub fn whole(app: &App, uploads: &[Upload], way: Way, words: &Words) -> Underway {
    block(app, uploads, (way, false), |_| None, words)
}

fn block(
    app: &App,
    uploads: &[Upload],
    (way, is_part): (Way, bool),
    name: impl Fn(&Upload) -> Option<String>,
    words: &Words,
) -> Underway {
    let there = uploads
        .iter()
        .filter(|upload| upload.purpose == way.purpose && upload.state != UploadState::Imported);
    Underway {
        lines: there
            .map(|upload| line(app, upload, way, name(upload), words))
            .collect(),
        way,
        is_part,
        words: words.clone(),
    }
}

fn line(app: &App, upload: &Upload, way: Way, list: Option<String>, words: &Words) -> Line {
    let progress = app.work().progress(upload.id);
    Line {
        id: upload.id,
        file: upload.file.clone(),
        list,
        state: words.t(&format!("upload-state-{}", upload.state.word())),
        path: format!("{}/{}{}", way.home, upload.id, (way.step_of)(upload)),
        is_at_work: upload.state.is_at_work(),
        progress: progress.map(|seen| (seen.done, seen.total.max(1), words.number(seen.rows))),
        at: words.moment(upload.at),
    }
}

/// Where an upload is to be gone on with.
pub fn step_of(upload: &Upload) -> &'static str {
    match upload.state {
        UploadState::Open if upload.described.definition.is_some() => "/columns",
        UploadState::Open => "",
        UploadState::Checking | UploadState::Checked => "/check",
        UploadState::Broken if upload.import.is_some() => "/running",
        UploadState::Broken => "/check",
        UploadState::Importing | UploadState::Imported => "/running",
    }
}
