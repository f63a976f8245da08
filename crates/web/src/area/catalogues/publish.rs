//! Before a draft becomes a version: what the check says, what differs, and what would have
//! gone differently in the last days.

use super::found::{Drafted, text_of};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::Catalogue;
use engine::catalogue::difference::{Difference, differences};
use jiff::SignedDuration;
use serde::Deserialize;
use store::{Example, Replay, Store, Unpublished};

/// So many days are decided again unless others are asked for.
const DAYS: i64 = 7;
const MOST_DAYS: i64 = 92;

#[derive(Template)]
#[template(path = "catalogues/publish.html")]
struct PublishPage {
    shell: Shell,
    name: String,
    base: i64,
    days: i64,
    problems: Vec<String>,
    warnings: Vec<String>,
    differences: Vec<Difference>,
    /// None where there is nothing to compare it with.
    replay: Option<Replayed>,
}

struct Replayed {
    text: String,
    ways: Vec<(String, String)>,
    examples: Vec<Example>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    days: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Entered {
    note: String,
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, Failure> {
    let days = asked.days.trim().parse().ok();
    let days = days
        .filter(|days| (1..=MOST_DAYS).contains(days))
        .unwrap_or(DAYS);
    page(&visitor, &app, name, days).await.map(Page)
}

pub async fn publish(
    visitor: Visitor,
    State(app): State<App>,
    Path(name): Path<String>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let by = visitor.known()?.user;
    let note: String = entered.note.trim().chars().take(500).collect();
    let wanted = name.clone();
    let done = app
        .ask(move |store| {
            store
                .publish(&wanted, Some(by), &note)
                .map_err(Failure::from)
        })
        .await?;
    match done {
        Ok(_) => Ok(see(&format!("/catalogues/{name}")).into_response()),
        Err(Unpublished::NoDraft) => Err(Failure::NotFound),
        Err(Unpublished::Problems(_)) => {
            let page = page(&visitor, &app, name, DAYS).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response())
        }
    }
}

async fn page(
    visitor: &Visitor,
    app: &App,
    name: String,
    days: i64,
) -> Result<PublishPage, Failure> {
    let wanted = name.clone();
    let (drafted, compared) = app
        .ask(move |store| {
            let drafted = Drafted::read(store, &wanted)?;
            let compared = compared(store, &wanted, &drafted, days)?;
            Ok::<_, Failure>((drafted, compared))
        })
        .await?;
    let told = |found: &[engine::catalogue::CatalogueProblem]| {
        let lines = found.iter().map(|one| {
            let about = format!("{} {}", one.code, one.field);
            format!("{}: {}; {}", about.trim(), one.text, one.remedy)
        });
        lines.collect()
    };
    let (differences, replay) = compared.unwrap_or_default();
    Ok(PublishPage {
        shell: visitor.shell("catalogue-publish"),
        name,
        base: drafted.draft.base,
        days,
        problems: told(&drafted.examined.problems),
        warnings: told(&drafted.examined.warnings),
        differences,
        replay: replay.map(|replay| shown(replay, &visitor.words)),
    })
}

type Compared = (Vec<Difference>, Option<Replay>);

/// The draft beside the version it began with, and the journal under both.
fn compared(
    store: &Store,
    name: &str,
    drafted: &Drafted,
    days: i64,
) -> Result<Option<Compared>, Failure> {
    let Some(base) = text_of(store, name, drafted.draft.base)? else {
        return Ok(None);
    };
    let broken = |_| Failure::Broken(format!("version {} of {name}", drafted.draft.base));
    let base = Catalogue::parse(&base).map_err(broken)?;
    let found = differences(base.file(), &drafted.file);
    let replay = match &drafted.examined.catalogue {
        Some(catalogue) => {
            let now = store.clock().now();
            let since = now.checked_sub(SignedDuration::from_hours(days.saturating_mul(24)));
            Some(store.replay(&base, catalogue, since.unwrap_or(now))?)
        }
        None => None,
    };
    Ok(Some((found, replay)))
}

fn shown(replay: Replay, words: &Words) -> Replayed {
    let parts = [
        ("decisions", words.number(replay.decisions)),
        ("contacts", words.number(replay.contacts)),
        ("different", words.number(replay.different)),
    ];
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let label = |way: &str| match way {
        "due_earlier" => words.t("replay-due-earlier"),
        "due_later" => words.t("replay-due-later"),
        "code" => words.t("replay-code"),
        "state" => words.t("replay-state"),
        "owner" => words.t("replay-owner"),
        "actions" => words.t("replay-actions"),
        "suppression" => words.t("replay-suppression"),
        _ => words.t("replay-refused"),
    };
    Replayed {
        text: words.with("replay-told", parts),
        ways: replay
            .ways
            .iter()
            .map(|(way, count)| (label(way), words.number(*count)))
            .collect(),
        examples: replay.examples,
    }
}
