//! Handing in a file: dropped or chosen.

use super::super::new::Choice;
use super::LARGEST_FILE;
use super::how::{How, Reading, text};
use super::received::received;
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Multipart, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::ListId;
use serde::Deserialize;
use store::{Described, List, NewUpload, Store, Upload, UploadPurpose};

#[derive(Template)]
#[template(path = "lists/hand_in.html")]
pub struct HandInPage {
    shell: Shell,
    lists: Vec<Choice>,
    replaces: Option<(i64, String)>,
    largest: String,
    error: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    list: String,
    /// An upload whose file was no good.
    replaces: String,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<HandInPage>, Failure> {
    shown(&visitor, &app, asked, None).await.map(Page)
}

pub async fn take(
    visitor: Visitor,
    State(app): State<App>,
    form: Multipart,
) -> Result<Response, Failure> {
    let taken = received(&app, form, &["list", "replaces"]).await?;
    let asked = Asked {
        list: taken.said("list").to_owned(),
        replaces: taken.said("replaces").to_owned(),
    };
    let Some(file) = taken.file() else {
        let error = visitor.words.t("upload-no-file");
        let page = shown(&visitor, &app, asked, Some(error)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
    };
    let user = visitor.who.as_ref().map(|who| who.user);
    let list = asked.list.parse().ok().map(ListId);
    let replaces = asked.replaces.parse().ok();
    let work = app.work().clone();
    let (name, size, stored) = (file.name.clone(), file.size, file.stored.clone());
    let upload = app
        .ask(move |store| {
            let list = there(store, list)?;
            let old = match replaces {
                Some(old) => store.upload(old)?,
                None => None,
            };
            let new = NewUpload {
                purpose: UploadPurpose::List,
                list: list.map(|list| list.id),
                file: name,
                stored,
                size,
                described: described(old.as_ref())?,
                user,
            };
            let upload = store.add_upload(new)?;
            if let Some(old) = old {
                take_over(store, upload, &old)?;
                if let Some(stored) = store.forget_upload(old.id)? {
                    work.remove(&stored);
                }
            }
            Ok::<_, Failure>(upload)
        })
        .await?;
    file.keep();
    Ok(see(&format!("/lists/import/{upload}")).into_response())
}

fn there(store: &Store, list: Option<ListId>) -> Result<Option<List>, Failure> {
    match list {
        Some(list) => Ok(Some(store.list(list)?.ok_or(Failure::NotFound)?)),
        None => Ok(None),
    }
}

/// A better copy of a file is described like the one whose place it takes.
fn described(old: Option<&Upload>) -> Result<Described, Failure> {
    let how = match old {
        Some(old) => old.described.how.clone(),
        None => text(&How::default())?,
    };
    Ok(Described {
        reading: text(&Reading::default())?,
        definition: None,
        how,
    })
}

fn take_over(store: &Store, upload: i64, old: &Upload) -> Result<(), Failure> {
    let Some(new) = store.upload(upload)? else {
        return Ok(());
    };
    let described = Described {
        definition: old.described.definition.clone(),
        ..new.described
    };
    store.describe_upload(upload, new.list.or(old.list), described)?;
    Ok(())
}

async fn shown(
    visitor: &Visitor,
    app: &App,
    asked: Asked,
    error: Option<String>,
) -> Result<HandInPage, Failure> {
    let replaces = asked.replaces.parse().ok();
    let (lists, old) = app
        .ask(move |store| {
            let old = match replaces {
                Some(old) => store.upload(old)?,
                None => None,
            };
            Ok::<_, Failure>((store.lists()?, old))
        })
        .await?;
    Ok(HandInPage {
        shell: visitor.shell("upload-title"),
        lists: choices(&lists, asked.list.parse().ok()),
        replaces: old.map(|old| (old.id, old.file)),
        largest: visitor.words.number(LARGEST_FILE / 1024 / 1024),
        error,
    })
}

/// All lists by name, with the chosen one marked.
pub fn choices(lists: &[List], chosen: Option<i64>) -> Vec<Choice> {
    let mut choices: Vec<Choice> = lists
        .iter()
        .map(|list| Choice {
            value: list.id.0.to_string(),
            label: list.name.clone(),
            chosen: chosen == Some(list.id.0),
        })
        .collect();
    choices.sort_by_key(|choice| choice.label.to_lowercase());
    choices
}
