//! Another password for oneself: by choice, or because one must.

use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::password::{self, SHORTEST};
use crate::seat::{Visitor, Who};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::Deserialize;
use store::{Author, LoginRefusal};

#[derive(Template)]
#[template(path = "settings/password.html")]
struct PasswordPage {
    shell: Shell,
    login: String,
    must: bool,
    shortest: usize,
    now_error: Option<String>,
    new_error: Option<String>,
    again_error: Option<String>,
}

#[derive(Deserialize)]
pub struct Entered {
    #[serde(default)]
    now: String,
    #[serde(default)]
    new: String,
    #[serde(default)]
    again: String,
}

/// Whether the password typed in is the one that holds.
enum Proof {
    Right,
    Wrong,
    LockedOut(Timestamp),
}

pub async fn show(visitor: Visitor) -> Result<Page<impl Template>, Failure> {
    Ok(Page(page(&visitor, visitor.known()?)))
}

pub async fn change(
    visitor: Visitor,
    State(app): State<App>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let who = visitor.known()?;
    let words = &visitor.words;
    let mut page = page(&visitor, who);
    page.now_error = match prove(&app, who, entered.now.clone(), visitor.author()).await? {
        Proof::Right => None,
        Proof::Wrong => Some(words.t("password-now-wrong")),
        Proof::LockedOut(until) => {
            Some(words.with("login-locked-out", [("time", words.time(until).as_str())]))
        }
    };
    let weak = password::weakness(&entered.new, &who.login).map(password::Weak::key);
    let same = (entered.new == entered.now).then_some("password-same");
    page.new_error = weak.or(same).map(|key| words.t(key));
    page.again_error = (entered.new != entered.again).then(|| words.t("password-differs"));
    if page.now_error.is_some() || page.new_error.is_some() || page.again_error.is_some() {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
    }
    let hash = password::hash(entered.new).await?;
    let (user, keep, author) = (who.user, Some(who.session.id), visitor.author());
    app.ask(move |store| {
        store
            .set_password(user, hash, false, keep, author)
            .map_err(Failure::from)
    })
    .await?;
    Ok(see("/settings").into_response())
}

/// A session left open must not be enough to take somebody's place: wrong tries count here
/// as they do at the door.
async fn prove(app: &App, who: &Who, typed: String, author: Author) -> Result<Proof, Failure> {
    let (login, user) = (who.login.clone(), who.user);
    let found = app
        .ask(move |store| store.credentials(&login).map_err(Failure::from))
        .await?;
    let now = app.store().clock().now();
    let refused = found.as_ref().and_then(|found| found.user.refused(now));
    if let Some(LoginRefusal::LockedOut { until }) = refused {
        return Ok(Proof::LockedOut(until));
    }
    let hash = found.and_then(|found| found.password_hash);
    if password::matches(typed, hash).await? {
        return Ok(Proof::Right);
    }
    let until = app
        .ask(move |store| {
            store
                .note_failed_login(Some(user), author)
                .map_err(Failure::from)
        })
        .await?;
    Ok(until.map_or(Proof::Wrong, Proof::LockedOut))
}

fn page(visitor: &Visitor, who: &Who) -> PasswordPage {
    PasswordPage {
        shell: visitor.shell("password-title"),
        login: who.login.clone(),
        must: who.must_change,
        shortest: SHORTEST,
        now_error: None,
        new_error: None,
        again_error: None,
    }
}
