//! The house itself: in whose name letters and pages for the people who are called are written.

use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use store::LONGEST_HOUSE_NAME;

#[derive(Template)]
#[template(path = "people/house.html")]
struct HousePage {
    shell: Shell,
    name: String,
    longest: usize,
    error: Option<String>,
}

#[derive(Deserialize)]
pub struct Entered {
    name: String,
}

pub async fn show(visitor: Visitor, State(app): State<App>) -> Result<Response, Failure> {
    let name = app
        .ask(|store| store.house_name().map_err(Failure::from))
        .await?;
    Ok(page(&visitor, name, None).into_response())
}

pub async fn save(
    visitor: Visitor,
    State(app): State<App>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let name = entered.name.trim().to_owned();
    let strange = |letter: char| letter.is_control();
    if name.chars().count() > LONGEST_HOUSE_NAME || name.chars().any(strange) {
        let error = visitor.words.n("house-wrong", LONGEST_HOUSE_NAME);
        return Ok(page(&visitor, name, Some(error)).into_response());
    }
    app.ask(move |store| store.set_house_name(&name).map_err(Failure::from))
        .await?;
    let back: Redirect = see("/people/house");
    Ok(back.into_response())
}

fn page(visitor: &Visitor, name: String, error: Option<String>) -> Page<HousePage> {
    Page(HousePage {
        shell: visitor.shell("house-title"),
        name,
        longest: LONGEST_HOUSE_NAME,
        error,
    })
}
