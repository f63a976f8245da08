//! Handing in a file.

use super::WAY;
use super::said::Said;
use crate::app::App;
use crate::area::lists::{LARGEST_FILE, Reading, Underway, received, text, underway_whole};
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use store::{Described, NewUpload, UploadPurpose};

#[derive(Template)]
#[template(path = "suppressions/hand_in.html")]
pub struct HandInPage {
    shell: Shell,
    largest: String,
    error: Option<String>,
}

pub async fn page(visitor: Visitor) -> Page<HandInPage> {
    Page(shown(&visitor, None))
}

fn shown(visitor: &Visitor, error: Option<String>) -> HandInPage {
    HandInPage {
        shell: visitor.shell("suppressions-file-title"),
        largest: visitor.words.number(LARGEST_FILE / 1024 / 1024),
        error,
    }
}

/// The files that are on their way, as a block.
pub async fn underway(visitor: Visitor, State(app): State<App>) -> Result<Page<Underway>, Failure> {
    let uploads = app
        .ask(|store| store.uploads().map_err(Failure::from))
        .await?;
    Ok(Page(underway_whole(&app, &uploads, WAY, &visitor.words)))
}

pub async fn take(
    visitor: Visitor,
    State(app): State<App>,
    form: Multipart,
) -> Result<Response, Failure> {
    let Some(file) = received(&app, form, &[]).await?.file() else {
        let page = shown(&visitor, Some(visitor.words.t("upload-no-file")));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
    };
    let new = NewUpload {
        purpose: UploadPurpose::Suppression,
        list: None,
        file: file.name.clone(),
        stored: file.stored.clone(),
        size: file.size,
        described: Described {
            reading: text(&Reading::default())?,
            definition: None,
            how: text(&Said::default())?,
        },
        user: visitor.who.as_ref().map(|who| who.user),
    };
    let upload = app
        .ask(move |store| store.add_upload(new).map_err(Failure::from))
        .await?;
    file.keep();
    Ok(see(&format!("{}/{upload}", WAY.home)).into_response())
}
