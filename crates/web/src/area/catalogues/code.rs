//! One code of a draft: its fields with what the check says beside each, the roster as a week,
//! and the agent's buttons as they will be.

use super::draft::read;
use super::fields::Shape;
use super::form::{Pairs, entered, written};
use super::found::{Drafted, Said};
use super::meant::{self, Meant};
use super::remove::{Removal, contacts_under};
use super::shown::{Filled, Part};
use crate::app::App;
use crate::area::desk::{Group, groups};
use crate::failure::Failure;
use crate::page::{Page, query_value, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::week::{DAYS, Week, week};
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::catalogue::{CatalogueFile, Disposition};
use engine::meaning;
use engine::roster::Roster;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "catalogues/code.html")]
struct CodePage {
    shell: Shell,
    name: String,
    query: String,
    parts: Vec<Part>,
    /// What is said of the code, but of none of the fields above.
    said: Vec<Said>,
    meant: Vec<Meant>,
    meanings: Vec<String>,
    week: Option<Week>,
    /// The half hours of each day, as bits, and what the days are called: for the grid.
    hours: Hours,
    groups: Vec<Group>,
    removal: Removal,
}

struct Hours {
    slots: String,
    days: String,
}

#[derive(Template)]
#[template(path = "buttons.html")]
struct Buttons {
    shell: Words,
    groups: Vec<Group>,
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    code: String,
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, Failure> {
    let drafted = read(&app, &name).await?;
    let code = find(&drafted.file, &asked.code)?;
    let contacts = under(&app, &name, code).await?;
    let (pairs, none) = (written(code), BTreeMap::new());
    Ok(Page(page(
        &visitor,
        name,
        &drafted,
        (code, contacts),
        &pairs,
        &none,
    )))
}

pub async fn set(
    visitor: Visitor,
    State(app): State<App>,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let by = visitor.known()?.user;
    let mut drafted = read(&app, &name).await?;
    let code = find(&drafted.file, &asked.code)?.clone();
    let changed = match entered(&pairs, &code) {
        Ok(changed) => changed,
        Err(wrong) => {
            let contacts = under(&app, &name, &code).await?;
            let page = page(&visitor, name, &drafted, (&code, contacts), &pairs, &wrong);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
        }
    };
    let accepted = meant::entered(&pairs);
    put(
        &mut drafted.file,
        Disposition {
            accepted,
            ..changed
        },
    );
    app.ask(move |store| drafted.save(store, by)).await?;
    let code = query_value(code.code.as_str());
    Ok(see(&format!("/catalogues/{name}/draft/code?code={code}")).into_response())
}

/// The agent's buttons with what is in the form, whether it is saved or not.
pub async fn buttons(
    visitor: Visitor,
    State(app): State<App>,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Page<impl Template>, Failure> {
    let mut drafted = read(&app, &name).await?;
    let code = find(&drafted.file, &asked.code)?;
    if let Ok(changed) = entered(&pairs, code) {
        put(&mut drafted.file, changed);
    }
    Ok(Page(Buttons {
        groups: groups(&drafted.file, visitor.words.language().word()),
        shell: visitor.words,
    }))
}

fn find<'f>(file: &'f CatalogueFile, code: &str) -> Result<&'f Disposition, Failure> {
    let mut all = file.dispositions.iter();
    all.find(|one| one.code.as_str() == code)
        .ok_or(Failure::NotFound)
}

fn put(file: &mut CatalogueFile, changed: Disposition) {
    let mut all = file.dispositions.iter_mut();
    if let Some(there) = all.find(|one| one.code == changed.code) {
        *there = changed;
    }
}

fn page(
    visitor: &Visitor,
    name: String,
    drafted: &Drafted,
    (code, contacts): (&Disposition, i64),
    pairs: &Pairs,
    wrong: &BTreeMap<&'static str, String>,
) -> CodePage {
    let words = &visitor.words;
    let filled = Filled {
        pairs,
        file: &drafted.file,
        wrong,
        words,
    };
    let (parts, said) = filled.parts(drafted.said_of(code.code.as_str(), words));
    CodePage {
        shell: visitor.shell_named(format!(
            "{} {}",
            code.code,
            code.label_in(words.language().word())
        )),
        query: query_value(code.code.as_str()),
        parts,
        said,
        meant: meant::shown(&code.accepted, drafted.doubts_of(code.code.as_str())),
        meanings: meaning::nodes().map(|node| node.path.clone()).collect(),
        week: code
            .roster_lines
            .as_ref()
            .map(|roster| week(roster, None, words)),
        hours: hours(code.roster_lines.as_ref(), words),
        removal: Removal::of(drafted, code, contacts, words),
        groups: groups(&drafted.file, words.language().word()),
        name,
    }
}

fn hours(roster: Option<&Roster>, words: &Words) -> Hours {
    let slots = DAYS.map(|day| roster.map_or(0, |roster| roster.slots(day)).to_string());
    let days = DAYS.map(|day| words.weekday(day));
    Hours {
        slots: slots.join(","),
        days: days.join(","),
    }
}

async fn under(app: &App, name: &str, code: &Disposition) -> Result<i64, Failure> {
    let (name, code) = (name.to_owned(), code.code.to_string());
    app.ask(move |store| contacts_under(store, &name, &code))
        .await
}
