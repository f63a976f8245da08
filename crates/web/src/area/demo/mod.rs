//! The demo's own routes: seats without a password, the speed of the clock, the banner.
//!
//! They answer only while the centre is a demo.

mod ringing;

use crate::app::{App, Demo};
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::routes::Routes;
use crate::seat::{Seat, Visitor};
use crate::session::{self, Browser};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "demo/banner.html")]
struct Banner {
    shell: Shell,
}

#[derive(Deserialize)]
struct Wanted {
    speed: u32,
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/demo/banner", Seat::Open, banner)
        .get("/demo/{seat}", Seat::Open, take_seat)
        .post("/demo/speed", Seat::Open, set_speed)
        .get("/demo/ring", Seat::Anybody, ringing::page)
        .post("/demo/ring", Seat::Anybody, ringing::ring)
}

fn demo(app: &App) -> Result<&Demo, Failure> {
    app.options().demo.as_ref().ok_or(Failure::NotFound)
}

async fn banner(visitor: Visitor, State(app): State<App>) -> Result<Page<Banner>, Failure> {
    demo(&app)?;
    let shell = visitor.shell("demo-banner");
    Ok(Page(Banner { shell }))
}

/// Lets a visitor in as the user of a seat.
async fn take_seat(
    State(app): State<App>,
    Path(word): Path<String>,
    browser: Browser,
) -> Result<Response, Failure> {
    let seats = &demo(&app)?.seats;
    let seat = seats.iter().find(|seat| seat.word == word);
    let login = seat.ok_or(Failure::NotFound)?.login;
    let user = app
        .ask(move |store| store.user_by_login(login).map_err(Failure::from))
        .await?
        .ok_or(Failure::NotFound)?;
    match session::open(&app, user.id, browser).await? {
        Ok(cookie) => Ok(([(header::SET_COOKIE, cookie)], see("/")).into_response()),
        // An administrator of the demo has locked or removed the user.
        Err(_) => Err(Failure::NotFound),
    }
}

/// Sets the clock's speed, and goes back to where the visitor was.
async fn set_speed(
    State(app): State<App>,
    headers: HeaderMap,
    Form(wanted): Form<Wanted>,
) -> Result<Redirect, Failure> {
    let demo = demo(&app)?;
    if demo.keeps_time {
        return Err(Failure::NotFound);
    }
    demo.clock.set_speed(wanted.speed);
    Ok(see(came_from(&headers)))
}

/// The page of ours a form was sent from.
fn came_from(headers: &HeaderMap) -> &str {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let from = text(header::REFERER).and_then(|from| from.split_once("://"));
    let host = text(header::HOST).unwrap_or_default();
    let path = from.and_then(|(_, rest)| rest.strip_prefix(host));
    path.filter(|path| path.starts_with('/') && !path.starts_with("//"))
        .unwrap_or("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back(referer: &'static str) -> String {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "127.0.0.1:8080".parse().unwrap());
        headers.insert(header::REFERER, referer.parse().unwrap());
        came_from(&headers).to_owned()
    }

    #[test]
    fn it_goes_back_to_a_page_of_ours_only() {
        assert_eq!(
            back("http://127.0.0.1:8080/floor?by=name"),
            "/floor?by=name"
        );
        assert_eq!(back("http://example.org/floor"), "/");
        assert_eq!(back("http://127.0.0.1:8080//example.org"), "/");
        assert_eq!(back("http://127.0.0.1:80801/floor"), "/");
        assert_eq!(came_from(&HeaderMap::new()), "/");
    }
}
