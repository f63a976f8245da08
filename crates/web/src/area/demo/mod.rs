//! The demo's own routes: the speed of the clock, the banner.
//!
//! They answer only while the centre is a demo.

use crate::app::{App, Demo};
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::routes::Routes;
use crate::seat::{Seat, Visitor};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::Redirect;
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
        .post("/demo/speed", Seat::Open, set_speed)
}

fn demo(app: &App) -> Result<&Demo, Failure> {
    app.options().demo.as_ref().ok_or(Failure::NotFound)
}

async fn banner(visitor: Visitor, State(app): State<App>) -> Result<Page<Banner>, Failure> {
    demo(&app)?;
    let shell = visitor.shell("demo-banner");
    Ok(Page(Banner { shell }))
}

/// Sets the clock's speed, and goes back to where the visitor was.
async fn set_speed(
    State(app): State<App>,
    headers: HeaderMap,
    Form(wanted): Form<Wanted>,
) -> Result<Redirect, Failure> {
    demo(&app)?.clock.set_speed(wanted.speed);
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
