//! A number is added, or lifted with a reason.

use super::asked;
use super::page::{Entered, Wrong, page};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, query_value, see};
use crate::seat::Visitor;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::Number;
use engine::catalogue::Extent;
use serde::Deserialize;
use store::{Store, Suppression};

/// What a person writes; more would not be read.
const LONGEST: usize = 500;

pub async fn add(
    visitor: Visitor,
    State(app): State<App>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let words = &visitor.words;
    let (text, now) = (entered.number.clone(), app.store().clock().now());
    let number = app.ask(move |store| asked::number(store, &text)).await?;
    let from = asked::beginning(&entered.from, words.zone());
    let until = asked::end(
        &entered.until,
        words.zone(),
        now.max(from.ok().flatten().unwrap_or(now)),
    );
    let (Some(number), Ok(from_at), Ok(until_at)) = (number, from, until) else {
        let wrong = Wrong {
            number: number
                .is_none()
                .then(|| words.t("suppressions-number-wrong")),
            from: from.is_err().then(|| words.t("suppressions-from-wrong")),
            until: until.is_err().then(|| words.t("suppressions-until-wrong")),
            lift: None,
        };
        let page = page(&visitor, &app, String::new(), entered, wrong).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
    };
    let (extent, scope) = asked::place(&entered.place).ok_or(Failure::NotFound)?;
    let new = Suppression {
        extent,
        scope,
        reason: entered.reason.trim().chars().take(LONGEST).collect(),
        from_at,
        until_at,
        ..Suppression::everywhere(number, &visitor.known()?.name, now)
    };
    app.ask(move |store| suppress(store, new)).await?;
    Ok(see(&place(number)).into_response())
}

fn suppress(store: &Store, new: Suppression) -> Result<(), Failure> {
    let is_there = match new.extent {
        Extent::Everywhere => true,
        Extent::Campaign => {
            let campaigns = store.campaigns()?;
            campaigns.iter().any(|there| there.id.0 == new.scope)
        }
        Extent::Advertiser => {
            let advertisers = store.advertisers()?;
            advertisers.iter().any(|there| there.id.0 == new.scope)
        }
    };
    if !is_there {
        return Err(Failure::NotFound);
    }
    store.suppress(vec![new.clone()])?;
    store.close_covered(&[new])?;
    Ok(())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Lifting {
    number: String,
    extent: String,
    scope: i64,
    why: String,
}

pub async fn lift(
    visitor: Visitor,
    State(app): State<App>,
    Form(asked): Form<Lifting>,
) -> Result<Response, Failure> {
    let text = asked.number.clone();
    let number = app.ask(move |store| asked::number(store, &text)).await?;
    let number = number.ok_or(Failure::NotFound)?;
    let extent = match asked.extent.as_str() {
        "everywhere" => Extent::Everywhere,
        "advertiser" => Extent::Advertiser,
        "campaign" => Extent::Campaign,
        _ => return Err(Failure::NotFound),
    };
    let why: String = asked.why.trim().chars().take(LONGEST).collect();
    if why.is_empty() {
        let wrong = Wrong {
            lift: Some(visitor.words.t("suppressions-why-empty")),
            ..Wrong::default()
        };
        let page = page(&visitor, &app, asked.number, Entered::default(), wrong).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
    }
    let (by, scope) = (visitor.known()?.name.clone(), asked.scope);
    let was = app
        .ask(move |store| {
            let lifted = store.lift(number, (extent, scope), &by, &why);
            lifted.map_err(Failure::from)
        })
        .await?;
    if was {
        Ok(see(&place(number)).into_response())
    } else {
        Err(Failure::NotFound)
    }
}

fn place(number: Number) -> String {
    let number = query_value(&number.to_string());
    format!("/suppressions?number={number}")
}
