//! A register is taken back.

use crate::app::App;
use crate::area::lists::SurePage;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use axum::extract::{Path, State};
use axum::response::Redirect;
use store::{Register, Store};

/// The register of this number.
pub fn register(store: &Store, id: i64) -> Result<Register, Failure> {
    let mut all = store.registers()?.into_iter();
    all.find(|there| there.id == id).ok_or(Failure::NotFound)
}

pub async fn sure(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<SurePage>, Failure> {
    let there = app.ask(move |store| register(store, id)).await?;
    let words = &visitor.words;
    let numbers = i64::try_from(there.numbers).unwrap_or(i64::MAX);
    Ok(Page(SurePage {
        shell: visitor.shell("suppressions-withdraw-title"),
        what: vec![
            words.with("suppressions-withdraw-of", [("name", there.name.as_str())]),
            words.n("suppressions-withdraw-what", numbers),
            words.t("suppressions-withdraw-law"),
        ],
        action: format!("/suppressions/registers/{id}/withdraw"),
        button: words.t("suppressions-withdraw"),
        back: "/suppressions".to_owned(),
    }))
}

pub async fn withdraw(State(app): State<App>, Path(id): Path<i64>) -> Result<Redirect, Failure> {
    let withdrawn = app
        .ask(move |store| store.withdraw_register(id).map_err(Failure::from))
        .await?;
    match withdrawn {
        true => Ok(see("/suppressions")),
        false => Err(Failure::NotFound),
    }
}
