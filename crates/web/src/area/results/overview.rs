//! Where results begin: with a question.

use super::statistics::{Choice, choices};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Redirect;
use serde::Deserialize;
use store::SavedReport;

/// A name longer than this fits no line.
const NAME_LONGEST: usize = 80;

#[derive(Template)]
#[template(path = "results/overview.html")]
pub struct OverviewPage {
    shell: Shell,
    lists: Vec<Choice>,
    agents: Vec<Choice>,
    saved: Vec<SavedReport>,
}

#[derive(Deserialize)]
pub struct Kept {
    name: String,
    query: String,
}

pub async fn page(visitor: Visitor, State(app): State<App>) -> Result<Page<OverviewPage>, Failure> {
    let (lists, agents, saved) = app
        .ask(|store| {
            let saved = store.saved_reports()?;
            Ok::<_, Failure>((store.lists()?, store.agents()?, saved))
        })
        .await?;
    Ok(Page(OverviewPage {
        lists: choices(lists.iter().map(|list| (list.id.0, &list.name)), ""),
        agents: choices(agents.iter().map(|(id, name)| (id.0, name)), ""),
        saved,
        shell: visitor.shell("results-title"),
    }))
}

pub async fn save(
    visitor: Visitor,
    State(app): State<App>,
    Form(kept): Form<Kept>,
) -> Result<Redirect, Failure> {
    let plain = |text: &str| text.replace(char::is_control, " ").trim().to_owned();
    let (name, query) = (plain(&kept.name), plain(&kept.query));
    if name.is_empty() || name.chars().count() > NAME_LONGEST {
        return Err(Failure::Bad(visitor.words.t("results-name-remedy")));
    }
    let user = visitor.who.as_ref().ok_or(Failure::Unknown)?.user;
    app.ask(move |store| store.save_report(&name, &query, user))
        .await
        .map_err(Failure::from)?;
    Ok(see("/results"))
}

pub async fn forget(State(app): State<App>, Path(id): Path<i64>) -> Result<Redirect, Failure> {
    app.ask(move |store| store.forget_report(id))
        .await
        .map_err(|_| Failure::NotFound)?;
    Ok(see("/results"))
}
