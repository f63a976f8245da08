//! A file taken in as the draft of the name it states: handed in as a file, or as text.

use super::found::newest;
use super::overview::{is_plain, page};
use crate::app::App;
use crate::failure::Failure;
use crate::page::see;
use crate::seat::Visitor;
use axum::Form;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::Catalogue;
use engine::catalogue::CatalogueFile;
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Entered {
    text: String,
}

pub async fn text(
    visitor: Visitor,
    State(app): State<App>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    take(&visitor, &app, entered.text).await
}

pub async fn file(
    visitor: Visitor,
    State(app): State<App>,
    mut form: Multipart,
) -> Result<Response, Failure> {
    let mut bytes = Vec::new();
    while let Some(field) = form.next_field().await.map_err(refused)? {
        if field.name() == Some("file") {
            bytes = field.bytes().await.map_err(refused)?.into();
        }
    }
    match String::from_utf8(bytes) {
        Ok(text) if !text.trim().is_empty() => take(&visitor, &app, text).await,
        Ok(_) => wrong(&visitor, &app, String::new(), "upload-no-file").await,
        Err(_) => wrong(&visitor, &app, String::new(), "catalogue-no-text").await,
    }
}

fn refused(error: MultipartError) -> Failure {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
        _ => Failure::Bad(String::new()),
    }
}

/// Whatever the check says of it: a draft may be wrong. What cannot be read is no draft.
async fn take(visitor: &Visitor, app: &App, text: String) -> Result<Response, Failure> {
    let examined = Catalogue::examine(&text, &[]);
    let Some(file) = examined.file else {
        let problems = examined.problems.iter();
        let told = problems
            .map(|one| visitor.words.finding_with_place(one))
            .collect();
        return refuse(visitor, app, text, told).await;
    };
    if !is_plain(&file.name) {
        return wrong(visitor, app, text, "catalogue-name-plain").await;
    }
    let name = file.name.clone();
    match keep(visitor, app, file, text.clone()).await? {
        true => Ok(see(&format!("/catalogues/{name}/draft")).into_response()),
        false => wrong(visitor, app, text, "catalogue-draft-there").await,
    }
}

/// Whether there was no draft of that name yet.
async fn keep(
    visitor: &Visitor,
    app: &App,
    file: CatalogueFile,
    text: String,
) -> Result<bool, Failure> {
    let by = visitor.known()?.user;
    app.ask(move |store| {
        if store.draft(&file.name)?.is_some() {
            return Ok::<_, Failure>(false);
        }
        let base = newest(store, &file.name)?.map_or(0, |(version, _)| version);
        store.save_draft(&file, &text, base, Some(by))?;
        Ok(true)
    })
    .await
}

async fn wrong(
    visitor: &Visitor,
    app: &App,
    text: String,
    key: &'static str,
) -> Result<Response, Failure> {
    refuse(visitor, app, text, vec![visitor.words.t(key)]).await
}

async fn refuse(
    visitor: &Visitor,
    app: &App,
    text: String,
    errors: Vec<String>,
) -> Result<Response, Failure> {
    let page = page(visitor, app, text, errors).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
