//! The way in: where one lands, logging in and out, links that work once.

mod login;
mod start;
mod strangers;

pub use start::first_start;

use crate::app::App;
use crate::failure::Failure;
use crate::page::see;
use crate::routes::Routes;
use crate::seat::{Role, Seat, Visitor};
use crate::session;
use crate::words::Language;
use axum::Form;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

pub(crate) use strangers::Strangers;

pub(crate) use start::{link_for, login_problem, name_problem, told_link};

pub fn routes() -> Routes {
    Routes::new()
        .get("/", Seat::Anybody, land)
        .get("/login", Seat::Open, login::show)
        .post("/login", Seat::Open, login::log_in)
        .post("/logout", Seat::Open, log_out)
        .post("/language", Seat::Open, choose_language)
        .get("/start/{token}", Seat::Open, start::show)
        .post("/start/{token}", Seat::Open, start::begin)
}

/// Everybody begins where her day is.
async fn land(visitor: Visitor) -> Redirect {
    let supervises = visitor.role() >= Some(Role::Supervisor);
    see(match (visitor.agent(), supervises) {
        (Some(_), false) => "/desk",
        (_, true) => "/results",
        (None, false) => "/settings",
    })
}

async fn log_out(visitor: Visitor, State(app): State<App>) -> Result<Response, Failure> {
    if let Some(who) = visitor.who {
        app.ask(move |store| store.log_out(&who.session).map_err(Failure::from))
            .await?;
    }
    let cookie = [(header::SET_COOKIE, session::forget(&app)?)];
    Ok((cookie, see("/login")).into_response())
}

#[derive(Deserialize)]
struct Choice {
    language: String,
    #[serde(default)]
    next: String,
}

/// The language of this browser, for as long as nobody has logged in.
async fn choose_language(Form(choice): Form<Choice>) -> Result<Response, Failure> {
    let Some(language) = Language::of(&choice.language) else {
        return Err(Failure::Bad(String::new()));
    };
    let cookie = [(header::SET_COOKIE, lasting("language", language.word()))];
    Ok((cookie, see(local(&choice.next))).into_response())
}

/// A cookie for a choice that is no secret.
pub(crate) fn lasting(name: &str, value: &str) -> String {
    format!("{name}={value}; Path=/; Max-Age=31536000; SameSite=Lax")
}

/// A path of this server, whatever was asked for.
pub(crate) fn local(path: &str) -> &str {
    let ours = path.starts_with('/') && !path.starts_with("//");
    let plain = path
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if ours && plain { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn the_way_on_stays_in_the_house() {
        for path in ["/desk", "/people?sort=name", "/login"] {
            assert_eq!(local(path), path);
        }
        for elsewhere in [
            "",
            "desk",
            "//elsewhere.example",
            "https://elsewhere.example",
            "/\\elsewhere.example",
            "/desk\r\nSet-Cookie: x",
        ] {
            assert_eq!(local(elsewhere), "/", "{elsewhere}");
        }
    }
}
