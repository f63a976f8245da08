//! All catalogues: which versions there are, who works by them; and a file taken in as a draft.

use super::found::{newest, shipped};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::Catalogue;
use serde::Deserialize;
use std::collections::BTreeMap;
use store::Store;

#[derive(Template)]
#[template(path = "catalogues/overview.html")]
struct Overview {
    shell: Shell,
    rows: Vec<Row>,
    text: String,
    errors: Vec<String>,
}

struct Row {
    name: String,
    newest: String,
    lists: String,
    is_drafted: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Entered {
    text: String,
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
) -> Result<Page<impl Template>, Failure> {
    page(&visitor, &app, String::new(), Vec::new()).await
}

/// Takes a file in as the draft of its name, whatever the check says of it.
pub async fn import(
    visitor: Visitor,
    State(app): State<App>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let examined = Catalogue::examine(&entered.text, None);
    let by = visitor.known()?.user;
    let taken = match examined.file {
        Some(file) if is_plain(&file.name) => {
            let name = file.name.clone();
            let kept = app
                .ask(move |store| {
                    if store.draft(&file.name)?.is_some() {
                        return Ok::<_, Failure>(false);
                    }
                    let base = newest(store, &file.name)?.map_or(0, |(version, _)| version);
                    store.save_draft(&file, base, Some(by))?;
                    Ok(true)
                })
                .await?;
            match kept {
                true => Ok(name),
                false => Err(vec![visitor.words.t("catalogue-draft-there")]),
            }
        }
        Some(_) => Err(vec![visitor.words.t("catalogue-name-plain")]),
        None => Err(examined.problems.iter().map(ToString::to_string).collect()),
    };
    match taken {
        Ok(name) => Ok(see(&format!("/catalogues/{name}/draft")).into_response()),
        Err(errors) => {
            let page = page(&visitor, &app, entered.text, errors).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// A name that may stand in an address.
pub fn is_plain(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=40).contains(&name.len()) && name.bytes().all(plain)
}

async fn page(
    visitor: &Visitor,
    app: &App,
    text: String,
    errors: Vec<String>,
) -> Result<Page<Overview>, Failure> {
    let found = app.ask(all).await?;
    let words = &visitor.words;
    let rows = found
        .into_iter()
        .map(|(name, (newest, lists, is_drafted))| Row {
            name,
            newest: words.number(newest),
            lists: words.number(lists),
            is_drafted,
        });
    Ok(Page(Overview {
        rows: rows.collect(),
        shell: visitor.shell("catalogues-title"),
        text,
        errors,
    }))
}

type Found = BTreeMap<String, (i64, i64, bool)>;

/// By name: the newest version, how many lists work by any of them, whether there is a draft.
fn all(store: &Store) -> Result<Found, Failure> {
    let mut found: Found = BTreeMap::new();
    for (name, _) in import::CATALOGUES {
        let version = shipped(name).map_or(0, |(version, _)| version);
        found.insert(name.to_owned(), (version, 0, false));
    }
    for one in store.catalogue_versions()? {
        let row = found.entry(one.name).or_default();
        row.0 = row.0.max(one.version);
        row.1 = row.1.saturating_add(one.lists);
    }
    for draft in store.drafts()? {
        found.entry(draft.name).or_default().2 = true;
    }
    Ok(found)
}
