//! What an administrator does for or to a user at one press of a button.

use super::new::LinkPage;
use crate::app::App;
use crate::area::door::{link_for, told_link};
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Redirect;
use store::{Purpose, User, UserId, UserState};

pub async fn unlock(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Redirect, Failure> {
    let user = known(&app, id).await?;
    let author = visitor.author();
    app.ask(move |store| store.unlock(user.id, author).map_err(Failure::from))
        .await?;
    Ok(see(&format!("/people/{id}")))
}

/// A link by which a user sets a password: the invitation again, or after forgetting it.
pub async fn link(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    headers: HeaderMap,
) -> Result<Page<impl Template>, Failure> {
    let user = known(&app, id).await?;
    let words = &visitor.words;
    if user.state != UserState::Active {
        return Err(Failure::Refused(words.t("people-link-not-active")));
    }
    let (purpose, what) = match user.has_password {
        true => (Purpose::Reset, "people-reset-what"),
        false => (Purpose::Invite, "people-invite-what"),
    };
    let path = link_for(&app, user.id, purpose, visitor.author()).await?;
    Ok(Page(LinkPage {
        shell: visitor.shell("people-link-title"),
        what: words.with(what, [("name", user.name.as_str())]),
        link: told_link(&app, &headers, &path),
        back: format!("/people/{id}"),
    }))
}

pub async fn end_sessions(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Redirect, Failure> {
    let user = known(&app, id).await?;
    let author = visitor.author();
    app.ask(move |store| {
        store
            .end_sessions(user.id, None, author)
            .map_err(Failure::from)
    })
    .await?;
    Ok(see(&format!("/people/{id}")))
}

async fn known(app: &App, id: i64) -> Result<User, Failure> {
    app.ask(move |store| store.user(UserId(id))?.ok_or(Failure::NotFound))
        .await
}
