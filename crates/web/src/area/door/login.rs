//! Logging in: one answer for a wrong login and a wrong password, after the same work.

use super::local;
use crate::app::App;
use crate::failure::Failure;
use crate::guard::CHANGE_PASSWORD;
use crate::page::{Page, see};
use crate::password;
use crate::seat::Visitor;
use crate::session::{self, Browser};
use crate::shell::Shell;
use crate::words::Language;
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::Deserialize;
use store::{Author, Credentials, LoginRefusal, UserId};

#[derive(Template)]
#[template(path = "door/login.html")]
struct LoginPage {
    shell: Shell,
    languages: [Language; 4],
    login: String,
    next: String,
    login_error: Option<String>,
    password_error: Option<String>,
    /// Of a demo: where one sits down without a password.
    seats: Vec<SeatOfDemo>,
}

struct SeatOfDemo {
    path: String,
    label: String,
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub struct Entered {
    #[serde(default)]
    login: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
}

/// Why the page is shown again.
enum Wrong {
    NoLogin,
    NoPassword,
    Refused(LoginRefusal),
    Mismatch,
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Response {
    if visitor.who.is_some() {
        return see(local(&asked.next)).into_response();
    }
    Page(page(&visitor, &app, String::new(), asked.next)).into_response()
}

pub async fn log_in(
    visitor: Visitor,
    State(app): State<App>,
    browser: Browser,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let login = entered.login.trim().to_owned();
    let wrong = match (login.is_empty(), entered.password.is_empty()) {
        (true, _) => Some(Wrong::NoLogin),
        (_, true) => Some(Wrong::NoPassword),
        _ => None,
    };
    let wrong = match wrong {
        Some(wrong) => wrong,
        None => match check(&app, &login, entered.password, browser).await? {
            Ok((cookie, must_change)) => {
                let next = if must_change {
                    CHANGE_PASSWORD
                } else {
                    local(&entered.next)
                };
                return Ok(([(header::SET_COOKIE, cookie)], see(next)).into_response());
            }
            Err(wrong) => wrong,
        },
    };
    Ok(again(&visitor, &app, login, entered.next, &wrong))
}

type Entry = (axum::http::HeaderValue, bool);

async fn check(
    app: &App,
    login: &str,
    password: String,
    browser: Browser,
) -> Result<Result<Entry, Wrong>, Failure> {
    let wanted = login.to_owned();
    let found = app
        .ask(move |store| store.credentials(&wanted).map_err(Failure::from))
        .await?;
    let now = app.store().clock().now();
    let locked_out = match &found {
        Some(found) => found.user.refused(now),
        None => {
            let until = app.strangers().locked_out(login, now);
            until.map(|until| LoginRefusal::LockedOut { until })
        }
    };
    if let Some(refusal @ LoginRefusal::LockedOut { .. }) = locked_out {
        return Ok(Err(Wrong::Refused(refusal)));
    }
    let hash = found.as_ref().and_then(|found| found.password_hash.clone());
    let matches = password::matches(password, hash).await?;
    let Some(Credentials { user, .. }) = found.as_ref().filter(|_| matches) else {
        let id = found.map(|found| found.user.id);
        let until = fail(app, id, login, now, &browser).await?;
        return Ok(Err(until.map_or(Wrong::Mismatch, |until| {
            Wrong::Refused(LoginRefusal::LockedOut { until })
        })));
    };
    let opened = session::open(app, user.id, browser).await?;
    Ok(opened
        .map(|cookie| (cookie, user.must_change))
        .map_err(Wrong::Refused))
}

/// Counts a wrong password, also of somebody who does not exist.
async fn fail(
    app: &App,
    id: Option<UserId>,
    login: &str,
    now: Timestamp,
    browser: &Browser,
) -> Result<Option<Timestamp>, Failure> {
    let author = Author::nobody(&browser.address);
    let until = app
        .ask(move |store| store.note_failed_login(id, author).map_err(Failure::from))
        .await?;
    Ok(match id {
        Some(_) => until,
        None => app.strangers().fail(login, now),
    })
}

fn again(visitor: &Visitor, app: &App, login: String, next: String, wrong: &Wrong) -> Response {
    let words = &visitor.words;
    let mut page = page(visitor, app, login, next);
    match wrong {
        Wrong::NoLogin => page.login_error = Some(words.t("login-no-login")),
        Wrong::NoPassword => page.password_error = Some(words.t("login-no-password")),
        Wrong::Mismatch => page.password_error = Some(words.t("login-wrong")),
        Wrong::Refused(LoginRefusal::LockedOut { until }) => {
            let until: Timestamp = *until;
            let time = words.time(until);
            page.login_error = Some(words.with("login-locked-out", [("time", time.as_str())]));
        }
        Wrong::Refused(_) => page.login_error = Some(words.t("login-locked")),
    }
    let status = match wrong {
        Wrong::Refused(LoginRefusal::LockedOut { .. }) => StatusCode::TOO_MANY_REQUESTS,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    (status, Page(page)).into_response()
}

fn page(visitor: &Visitor, app: &App, login: String, next: String) -> LoginPage {
    let seats = app.options().demo.iter().flat_map(|demo| &demo.seats);
    LoginPage {
        shell: visitor.shell("login-title"),
        languages: Language::ALL,
        login,
        next: local(&next).to_owned(),
        login_error: None,
        password_error: None,
        seats: seats
            .map(|seat| SeatOfDemo {
                path: format!("/demo/{}", seat.word),
                label: visitor.words.t(&format!("role-{}", seat.word)),
            })
            .collect(),
    }
}
