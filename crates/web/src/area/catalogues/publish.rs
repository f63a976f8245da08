//! Before a draft becomes a version: what the check says, what differs, and what would have
//! gone differently in the last days.

use super::example::{Teller, Told};
use super::found::{Drafted, text_of};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::catalogue::CatalogueProblem;
use engine::catalogue::difference::{Difference, differences};
use engine::{AgentId, Catalogue};
use jiff::SignedDuration;
use serde::Deserialize;
use std::collections::BTreeMap;
use store::{Replay, Store, Unpublished};

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
    examples: Vec<Told>,
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
    let told = |found: &[CatalogueProblem]| {
        let lines = found.iter();
        lines
            .map(|one| visitor.words.finding_with_place(one))
            .collect()
    };
    Ok(PublishPage {
        shell: visitor.shell("catalogue-publish"),
        name,
        base: drafted.draft.base,
        days,
        problems: told(&drafted.examined.problems),
        warnings: told(&drafted.examined.warnings),
        replay: compared.as_ref().and_then(|compared| {
            let teller = Teller {
                words: &visitor.words,
                base: &compared.base,
                draft: drafted.examined.catalogue.as_ref()?,
                agents: &compared.agents,
            };
            Some(shown(compared.replay.as_ref()?, &teller))
        }),
        differences: compared.map_or_else(Vec::new, |compared| compared.differences),
    })
}

struct Compared {
    base: Catalogue,
    differences: Vec<Difference>,
    replay: Option<Replay>,
    agents: BTreeMap<AgentId, String>,
}

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
            // Back from the newest event: a house may have rested for longer than that.
            let now = store.newest_event()?.unwrap_or(store.clock().now());
            let since = now.checked_sub(SignedDuration::from_hours(days.saturating_mul(24)));
            Some(store.replay(&base, catalogue, since.unwrap_or(now))?)
        }
        None => None,
    };
    Ok(Some(Compared {
        base,
        differences: found,
        replay,
        agents: store.agents()?.into_iter().collect(),
    }))
}

fn shown(replay: &Replay, teller: &Teller<'_>) -> Replayed {
    let words = teller.words;
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
        text: match replay.decisions {
            0 => words.t("replay-rested"),
            _ => words.with("replay-told", parts),
        },
        ways: replay
            .ways
            .iter()
            .map(|(way, count)| (label(way), words.number(*count)))
            .collect(),
        examples: replay.examples.iter().map(|one| teller.told(one)).collect(),
    }
}
