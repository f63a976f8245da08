//! All catalogues: which versions there are, who works by them.

use super::found::shipped;
use crate::app::App;
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::extract::State;
use std::collections::BTreeMap;
use store::Store;

#[derive(Template)]
#[template(path = "catalogues/overview.html")]
pub struct Overview {
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

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
) -> Result<Page<impl Template>, Failure> {
    page(&visitor, &app, String::new(), Vec::new()).await
}

/// A name that may stand in an address.
pub fn is_plain(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=40).contains(&name.len()) && name.bytes().all(plain)
}

pub async fn page(
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
