//! A number, a person or a domain is added, or lifted with a reason.

use super::asked;
use super::page::{Entered, Wrong, page, wrong_subject};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, query_value, see};
use crate::seat::Visitor;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::catalogue::Extent;
use serde::Deserialize;
use store::{Store, Subject, Suppression};

/// What a person writes; more would not be read.
const LONGEST: usize = 500;

pub async fn add(
    visitor: Visitor,
    State(app): State<App>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let words = &visitor.words;
    let (text, now) = (entered.number.clone(), app.store().clock().now());
    let subject = app.ask(move |store| asked::subject(store, &text)).await?;
    let from = asked::beginning(&entered.from, words.zone());
    let until = asked::end(
        &entered.until,
        words.zone(),
        now.max(from.ok().flatten().unwrap_or(now)),
    );
    let (Some(subject), Ok(from_at), Ok(until_at)) = (subject.clone(), from, until) else {
        let wrong = Wrong {
            number: subject
                .is_none()
                .then(|| wrong_subject(words, &entered.number)),
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
        ..Suppression::everywhere(subject.clone(), &visitor.known()?.name, now)
    };
    app.ask(move |store| suppress(store, new)).await?;
    Ok(see(&place(&subject, &entered.number)).into_response())
}

fn suppress(store: &Store, new: Suppression) -> Result<(), Failure> {
    is_there(store, (new.extent, new.scope))?;
    store.suppress(vec![new.clone()])?;
    store.close_covered(&[new])?;
    Ok(())
}

/// What it is to hold for must be there.
pub fn is_there(store: &Store, (extent, scope): (Extent, i64)) -> Result<(), Failure> {
    let is_there = match extent {
        Extent::Everywhere => true,
        Extent::Campaign => {
            let campaigns = store.campaigns()?;
            campaigns.iter().any(|there| there.id.0 == scope)
        }
        Extent::Advertiser => {
            let advertisers = store.advertisers()?;
            advertisers.iter().any(|there| there.id.0 == scope)
        }
    };
    is_there.then_some(()).ok_or(Failure::NotFound)
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
    let subject = app.ask(move |store| asked::subject(store, &text)).await?;
    let subject = subject.ok_or(Failure::NotFound)?;
    let there = place(&subject, &asked.number);
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
            let lifted = store.lift(&subject, (extent, scope), &by, &why);
            lifted.map_err(Failure::from)
        })
        .await?;
    if was {
        Ok(see(&there).into_response())
    } else {
        Err(Failure::NotFound)
    }
}

fn place(subject: &Subject, typed: &str) -> String {
    let shown = match subject {
        Subject::Person(_) => typed.trim().to_owned(),
        Subject::Number(_) | Subject::Domain(..) => subject.to_string(),
    };
    format!("/suppressions?number={}", query_value(&shown))
}
