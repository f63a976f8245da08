//! One number: set up, changed.

use super::fields::{Entered, Group, groups, names};
use super::filled::of;
use super::read::{Wrong, queue, told};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::week::{self, Week};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::{Number, Roster};
use store::{Queue, QueueKind};
#[derive(Template)]
#[template(path = "queues/one.html")]
struct OnePage {
    shell: Shell,
    groups: Vec<Group>,
    path: String,
    is_new: bool,
    week: Option<Week>,
}

pub async fn new(visitor: Visitor, State(app): State<App>) -> Result<Page<impl Template>, Failure> {
    let some = Number::new(10_000_000).map_err(|_| Failure::NotFound)?;
    let zone = visitor.words.zone().clone();
    let mut entered = of(&Queue::new(some, "", QueueKind::Service, zone));
    entered.insert("number".to_owned(), String::new());
    page(&visitor, &app, entered, Wrong::new(), true).await
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path(number): Path<u64>,
) -> Result<Page<impl Template>, Failure> {
    let queue = there(&app, number).await?;
    page(&visitor, &app, of(&queue), Wrong::new(), false).await
}

pub async fn add(
    visitor: Visitor,
    State(app): State<App>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let entered = entered(pairs);
    let number = read_number(entered.get("number").map_or("", String::as_str));
    keep(&visitor, &app, number, entered, true).await
}

pub async fn save(
    visitor: Visitor,
    State(app): State<App>,
    Path(number): Path<u64>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let there = there(&app, number).await?;
    let mut entered = entered(pairs);
    entered.insert("number".to_owned(), there.number.to_string());
    keep(&visitor, &app, Some(there.number), entered, false).await
}

pub(super) async fn there(app: &App, number: u64) -> Result<Queue, Failure> {
    let number = Number::new(number).map_err(|_| Failure::NotFound)?;
    let found = app
        .ask(move |store| Ok::<_, Failure>(store.queue(number)?))
        .await?;
    found.ok_or(Failure::NotFound)
}

fn entered(pairs: Vec<(String, String)>) -> Entered {
    let known = |(name, _): &(String, String)| names().any(|there| there == name);
    let short = |(name, value): (String, String)| (name, value.chars().take(4_000).collect());
    pairs.into_iter().filter(known).map(short).collect()
}

/// Keeps what was entered, or shows it again with all that is wrong.
async fn keep(
    visitor: &Visitor,
    app: &App,
    number: Option<Number>,
    entered: Entered,
    is_new: bool,
) -> Result<Response, Failure> {
    let words = &visitor.words;
    let some = Number::new(10_000_000).map_err(|_| Failure::NotFound)?;
    let read = queue(number.unwrap_or(some), &entered, words);
    let mut wrong = read.as_ref().err().cloned().unwrap_or_default();
    if number.is_none() {
        wrong.insert("number", words.t("queue-number-remedy"));
    }
    if let (Ok(queue), true) = (read, wrong.is_empty()) {
        let problems = app
            .ask(move |store| Ok::<_, Failure>(store.set_queue(queue)?))
            .await?;
        if problems.is_empty() {
            return Ok(see("/queues").into_response());
        }
        wrong.extend(problems.iter().map(|problem| told(problem, words)));
    }
    let page = page(visitor, app, entered, wrong, is_new).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn page(
    visitor: &Visitor,
    app: &App,
    entered: Entered,
    wrong: Wrong,
    is_new: bool,
) -> Result<Page<OnePage>, Failure> {
    let words = visitor.words.clone();
    let number = entered.get("number").cloned().unwrap_or_default();
    let hours = entered
        .get("hours")
        .and_then(|text| Roster::parse(text).ok());
    let groups = app
        .ask(move |store| Ok::<_, Failure>(groups(store, &entered, &wrong, &words)?))
        .await?;
    Ok(Page(OnePage {
        shell: match is_new {
            true => visitor.shell("queue-new"),
            false => visitor.shell_named(number.clone()),
        },
        groups,
        path: match is_new {
            true => "/queues".to_owned(),
            false => format!("/queues/{}", number.trim_start_matches('+')),
        },
        is_new,
        week: hours.map(|hours| week::week(&hours, None, &visitor.words)),
    }))
}

/// A number as people write it, with its country.
pub fn read_number(text: &str) -> Option<Number> {
    let kept = |sign: &char| !matches!(sign, ' ' | '-' | '.' | '(' | ')' | '/');
    let text: String = text.chars().filter(kept).collect();
    let bare = text.strip_prefix('+').or_else(|| text.strip_prefix("00"));
    let digits = bare.unwrap_or(&text);
    let is_plain = digits.bytes().all(|sign| sign.is_ascii_digit());
    let digits = digits.parse().ok().filter(|_| is_plain)?;
    Number::new(digits).ok()
}
