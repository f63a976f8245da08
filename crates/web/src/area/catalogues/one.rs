//! One catalogue: its versions with who made them, and the lists that work by each.

use super::found::{shipped, text_of};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use engine::ListId;
use serde::Deserialize;
use std::collections::BTreeMap;
use store::{CatalogueVersion, Store, Unmoved, UserId};

#[derive(Template)]
#[template(path = "catalogues/one.html")]
struct OnePage {
    shell: Shell,
    name: String,
    versions: Vec<Version>,
    lists: Vec<Working>,
    is_drafted: bool,
    problem: Option<String>,
}

struct Version {
    number: i64,
    when: String,
    who: String,
    note: String,
    lists: String,
    /// Came with the program.
    is_shipped: bool,
}

/// A list that works by a version of it.
struct Working {
    id: i64,
    name: String,
    version: i64,
    others: Vec<i64>,
}

struct Found {
    versions: Vec<CatalogueVersion>,
    users: BTreeMap<UserId, String>,
    lists: Vec<(ListId, String, i64)>,
    is_drafted: bool,
}

fn read(store: &Store, name: &str) -> Result<Found, Failure> {
    let versions = store.catalogue_versions()?.into_iter();
    let versions: Vec<CatalogueVersion> = versions.filter(|one| one.name == name).collect();
    let is_drafted = store.draft(name)?.is_some();
    if versions.is_empty() && !is_drafted && shipped(name).is_none() {
        return Err(Failure::NotFound);
    }
    let mut lists = Vec::new();
    for list in store.lists()? {
        let rules = store.rules(list.rules)?;
        let file = rules.catalogue.file();
        if file.name == name {
            lists.push((list.id, list.name, i64::from(file.version)));
        }
    }
    let users = store.users()?.into_iter();
    Ok(Found {
        versions,
        users: users.map(|user| (user.id, user.name)).collect(),
        lists,
        is_drafted,
    })
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path(name): Path<String>,
) -> Result<Page<impl Template>, Failure> {
    page(&visitor, &app, name, None).await.map(Page)
}

#[derive(Deserialize)]
pub struct Chosen {
    version: i64,
}

/// Lets a list work by another version from now on.
pub async fn set(
    visitor: Visitor,
    State(app): State<App>,
    Path((name, list)): Path<(String, i64)>,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Failure> {
    let wanted = name.clone();
    let moved = app
        .ask(move |store| {
            store.list(ListId(list))?.ok_or(Failure::NotFound)?;
            // The version that came with the program is kept once a list works by it.
            if let Some((version, text)) = shipped(&wanted)
                && version == chosen.version
            {
                store.keep_catalogue(text)?;
            }
            store
                .set_catalogue(ListId(list), &wanted, chosen.version)
                .map_err(Failure::from)
        })
        .await?;
    let problem = match moved {
        Ok(_) => return Ok(see(&format!("/catalogues/{name}")).into_response()),
        Err(Unmoved::NoSuchVersion) => return Err(Failure::NotFound),
        Err(Unmoved::Codes(codes)) => {
            let codes = codes.join(", ");
            visitor
                .words
                .with("catalogue-codes-missing", [("codes", codes.as_str())])
        }
    };
    let page = page(&visitor, &app, name, Some(problem)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response())
}

/// A version as its file.
pub async fn file(
    State(app): State<App>,
    Path((name, version)): Path<(String, i64)>,
) -> Result<Response, Failure> {
    let wanted = name.clone();
    let text = app
        .ask(move |store| text_of(store, &wanted, version))
        .await?;
    Ok(sent(
        &format!("{name}-{version}"),
        text.ok_or(Failure::NotFound)?,
    ))
}

/// The draft as its file, whatever is wrong with it.
pub async fn draft_file(
    State(app): State<App>,
    Path(name): Path<String>,
) -> Result<Response, Failure> {
    let wanted = name.clone();
    let draft = app
        .ask(move |store| store.draft(&wanted).map_err(Failure::from))
        .await?;
    let draft = draft.ok_or(Failure::NotFound)?;
    Ok(sent(&format!("{name}-draft"), draft.body))
}

fn sent(name: &str, text: String) -> Response {
    let headers = [
        (
            header::CONTENT_TYPE,
            "application/toml; charset=utf-8".to_owned(),
        ),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}.toml\""),
        ),
    ];
    (headers, text).into_response()
}

async fn page(
    visitor: &Visitor,
    app: &App,
    name: String,
    problem: Option<String>,
) -> Result<OnePage, Failure> {
    let wanted = name.clone();
    let found = app.ask(move |store| read(store, &wanted)).await?;
    let own = shipped(&name).map(|(version, _)| version);
    let words = &visitor.words;
    let mut versions: Vec<Version> = found
        .versions
        .iter()
        .map(|one| version(one, own, &found.users, words))
        .collect();
    if let Some(number) = own.filter(|own| !versions.iter().any(|one| one.number == *own)) {
        versions.push(Version {
            number,
            when: String::new(),
            who: String::new(),
            note: String::new(),
            lists: words.number(0),
            is_shipped: true,
        });
    }
    let kept: Vec<i64> = versions.iter().map(|one| one.number).collect();
    let working = |(id, list, at): (ListId, String, i64)| Working {
        id: id.0,
        name: list,
        version: at,
        others: kept.iter().copied().filter(|one| *one != at).collect(),
    };
    Ok(OnePage {
        shell: visitor.shell_named(&name),
        versions,
        lists: found.lists.into_iter().map(working).collect(),
        is_drafted: found.is_drafted,
        name,
        problem,
    })
}

fn version(
    one: &CatalogueVersion,
    own: Option<i64>,
    users: &BTreeMap<UserId, String>,
    words: &Words,
) -> Version {
    let (when, who, note) = match &one.published {
        Some((at, by, note)) => {
            let who = by.and_then(|by| users.get(&by).cloned());
            (words.moment(*at), who.unwrap_or_default(), note.clone())
        }
        None => Default::default(),
    };
    Version {
        number: one.version,
        when,
        who,
        note,
        lists: words.number(one.lists),
        is_shipped: own == Some(one.version),
    }
}
