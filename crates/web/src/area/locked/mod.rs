//! Numbers that the telephone provider bars: written down once, for all lists.

use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::routes::Routes;
use crate::seat::{Seat, Visitor};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use store::Prefix;

pub fn routes() -> Routes {
    Routes::new()
        .get("/locked", Seat::Supervisor, show)
        .post("/locked", Seat::Supervisor, add)
        .post("/locked/remove", Seat::Supervisor, remove)
}

/// What a person writes; more would not be read.
const LONGEST: usize = 500;

#[derive(Template)]
#[template(path = "locked/page.html")]
struct LockedPage {
    shell: Shell,
    rows: Vec<Row>,
    entered: Entered,
    error: Option<String>,
}

struct Row {
    prefix: String,
    note: String,
    since: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Entered {
    prefix: String,
    note: String,
}

async fn show(visitor: Visitor, State(app): State<App>) -> Result<Page<impl Template>, Failure> {
    page(&visitor, &app, Entered::default(), None).await
}

async fn add(
    visitor: Visitor,
    State(app): State<App>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let Some(prefix) = Prefix::parse(&entered.prefix) else {
        let error = visitor.words.t("locked-wrong");
        let page = page(&visitor, &app, entered, Some(error)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let note: String = entered.note.trim().chars().take(LONGEST).collect();
    app.ask(move |store| Ok::<_, Failure>(store.lock_numbers(vec![(prefix, note)])?))
        .await?;
    Ok(see("/locked").into_response())
}

async fn remove(State(app): State<App>, Form(entered): Form<Entered>) -> Result<Redirect, Failure> {
    let prefix = Prefix::parse(&entered.prefix).ok_or(Failure::NotFound)?;
    let was = app
        .ask(move |store| Ok::<_, Failure>(store.unlock_number(prefix)?))
        .await?;
    match was {
        true => Ok(see("/locked")),
        false => Err(Failure::NotFound),
    }
}

async fn page(
    visitor: &Visitor,
    app: &App,
    entered: Entered,
    error: Option<String>,
) -> Result<Page<LockedPage>, Failure> {
    let all = app
        .ask(|store| Ok::<_, Failure>(store.locked_numbers()?))
        .await?;
    let rows = all.into_iter().map(|one| Row {
        prefix: one.prefix.to_string(),
        note: one.note,
        since: visitor.words.moment(one.added_at),
    });
    Ok(Page(LockedPage {
        shell: visitor.shell("locked-title"),
        rows: rows.collect(),
        entered,
        error,
    }))
}
