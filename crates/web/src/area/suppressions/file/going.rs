//! The check of a file, what it found, the taking in, and what came of it.

use super::work::Found;
use super::{WAY, upload};
use crate::app::App;
use crate::area::lists::{Figure, Kind, Trouble, kept, kinds};
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use import::whom::{Foresight, WhomTaken};
use store::{Upload, UploadState};

#[derive(Template)]
#[template(path = "suppressions/going.html")]
pub struct GoingPage {
    shell: Shell,
    going: Going,
}

/// Fetched again while it goes on.
#[derive(Template)]
#[template(path = "suppressions/going_now.html")]
pub struct Going {
    words: Words,
    /// What is under way.
    title: String,
    home: &'static str,
    id: i64,
    state: UploadState,
    progress: Option<(u64, u64, String)>,
    figures: Vec<Figure>,
    kinds: Vec<Kind>,
    problems: u64,
    /// Whom it would be done to.
    good: u64,
    /// Nothing would come of it.
    is_nothing: bool,
    trouble: Option<(String, String)>,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let upload = upload(&app, id).await?;
    if upload.state == UploadState::Open {
        return Ok(see(&format!("{}/{id}", WAY.home)).into_response());
    }
    Ok(Page(GoingPage {
        shell: visitor.shell_named(upload.file.clone()),
        going: shown(&app, &upload, &visitor.words),
    })
    .into_response())
}

/// The block alone.
pub async fn now(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<Going>, Failure> {
    let upload = upload(&app, id).await?;
    Ok(Page(shown(&app, &upload, &visitor.words)))
}

fn shown(app: &App, upload: &Upload, words: &Words) -> Going {
    let found: Found = kept(upload.outlook.as_deref().unwrap_or_default());
    let trouble = upload.problem.as_deref();
    let trouble: Option<Trouble> = trouble.and_then(|text| serde_json::from_str(text).ok());
    let progress = app.work().progress(upload.id);
    let seen = &found.foresight;
    let good = seen.numbers + seen.persons + seen.domains;
    Going {
        title: words.t(match upload.state {
            UploadState::Checking => "check-running",
            _ => "running-title",
        }),
        home: WAY.home,
        id: upload.id,
        state: upload.state,
        progress: progress.map(|seen| (seen.done, seen.total.max(1), words.number(seen.rows))),
        figures: match &found.taken {
            Some(taken) => of_taken(taken, words),
            None => of_foresight(seen, words),
        },
        kinds: kinds(&seen.problems, words),
        problems: seen.problems.problems,
        good,
        is_nothing: seen.new == 0 && seen.leaving == 0 && seen.closing == 0,
        trouble: trouble.map(|trouble| (trouble.what(words), trouble.remedy(words))),
        words: words.clone(),
    }
}

fn of_foresight(seen: &Foresight, words: &Words) -> Vec<Figure> {
    let good = seen.numbers + seen.persons + seen.domains;
    let sometimes = [
        ("suppressions-count-numbers", seen.numbers),
        ("suppressions-count-persons", seen.persons),
        ("suppressions-count-domains", seen.domains),
        ("suppressions-count-repeated", seen.repeated),
        ("suppressions-count-known", good.saturating_sub(seen.new)),
        ("suppressions-count-leaving", seen.leaving),
        ("suppressions-count-total", seen.total),
    ];
    let some = sometimes.into_iter().filter(|(_, count)| *count > 0);
    let first = [("suppressions-count-rows", seen.rows)];
    let last = [
        ("suppressions-count-new", seen.new),
        ("suppressions-count-closing", seen.closing),
    ];
    told(first.into_iter().chain(some).chain(last), words)
}

fn of_taken(taken: &WhomTaken, words: &Words) -> Vec<Figure> {
    let removed = [("suppressions-count-left", taken.removed)];
    let first = [
        ("suppressions-count-all", taken.total),
        ("suppressions-count-added", taken.added),
    ];
    let last = [("suppressions-count-closed", taken.closed)];
    let some = removed.into_iter().filter(|(_, count)| *count > 0);
    told(first.into_iter().chain(some).chain(last), words)
}

fn told(counts: impl Iterator<Item = (&'static str, u64)>, words: &Words) -> Vec<Figure> {
    let figure = |(key, count)| Figure {
        label: words.t(key),
        count: words.number(count),
    };
    counts.map(figure).collect()
}
