//! To whom agents may put a talk through, on the page of a campaign: a name and a number.

use super::name_problem;
use super::one::{Tried, refused};
use crate::app::App;
use crate::failure::Failure;
use crate::page::see;
use crate::seat::Visitor;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use engine::{CampaignId, Number};
use lists::{Country, phone};
use serde::Deserialize;
use store::DestinationRefusal;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    label: String,
    number: String,
}

pub async fn add(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let words = &visitor.words;
    let label = entered.label.trim().to_owned();
    let number = international(&entered.number);
    let mut tried = Tried::default();
    tried.keep("destination-label", &label);
    tried.keep("destination-number", &entered.number);
    let mut wrong = |field: &str, key: &str| {
        tried.errors.insert(field.to_owned(), words.t(key));
    };
    if name_problem(&label).is_some() {
        wrong("destination-label", "destination-label-remedy");
    }
    if number.is_none() {
        wrong("destination-number", "destination-number-remedy");
    }
    let Some(number) = number.filter(|_| tried.errors.is_empty()) else {
        return refused(&visitor, &app, id, tried).await;
    };
    let added = app
        .ask(move |store| {
            let id = CampaignId(id);
            store.campaign(id)?.ok_or(Failure::NotFound)?;
            let added = store.add_destination(id, &label, number)?;
            Ok::<_, Failure>(added)
        })
        .await?;
    if let Err(refusal) = added {
        let key = match refusal {
            DestinationRefusal::Barred => "destination-barred",
            DestinationRefusal::TooMany => "destination-too-many",
        };
        let field = "destination-number".to_owned();
        tried.errors.insert(field, words.t(key));
        return refused(&visitor, &app, id, tried).await;
    }
    Ok(see(&format!("/campaigns/{id}#destinations")).into_response())
}

/// A number is said whole: which country it is meant for nobody can guess here.
fn international(typed: &str) -> Option<Number> {
    let typed = typed.trim();
    let is_whole = typed.starts_with('+') || typed.starts_with("00");
    let number = is_whole.then(|| phone::parse(typed, Country::Nl).ok());
    number.flatten()
}

pub async fn remove(
    State(app): State<App>,
    Path((id, destination)): Path<(i64, i64)>,
) -> Result<Redirect, Failure> {
    app.ask(
        move |store| match store.remove_destination(CampaignId(id), destination)? {
            true => Ok(()),
            false => Err(Failure::NotFound),
        },
    )
    .await?;
    Ok(see(&format!("/campaigns/{id}#destinations")))
}
