//! What is set on the campaign itself: name, priority, advertiser, whether callbacks jump.

use super::new::told;
use super::one::{Tried, refused};
use super::{name_problem, priority};
use crate::app::App;
use crate::failure::Failure;
use crate::page::see;
use crate::seat::Visitor;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use engine::{CampaignId, Number};
use lists::{Country, phone};
use serde::Deserialize;
use store::Campaign;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    name: String,
    priority: String,
    callbacks_jump: String,
    advertiser: String,
    /// A number with its country; nothing shows none.
    caller_id: Option<String>,
}

pub async fn save(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let words = &visitor.words;
    let name = entered.name.trim().to_owned();
    let mut tried = Tried::default();
    tried.keep("name", &name);
    tried.keep("priority", &entered.priority);
    let advertiser = entered.advertiser.trim().to_owned();
    tried.keep("advertiser", &advertiser);
    if let (false, Some(key)) = (advertiser.is_empty(), name_problem(&advertiser)) {
        tried.errors.insert("advertiser".to_owned(), words.t(key));
    }
    let caller_id = match caller_id(entered.caller_id.as_deref()) {
        Ok(shown) => shown,
        Err(typed) => {
            tried.keep("caller_id", typed);
            let remedy = words.t("campaign-caller-id-remedy");
            tried.errors.insert("caller_id".to_owned(), remedy);
            None
        }
    };
    if let Some(key) = name_problem(&name) {
        tried.errors.insert("name".to_owned(), words.t(key));
    }
    let Some(priority) = priority(&entered.priority).filter(|_| tried.errors.is_empty()) else {
        if priority(&entered.priority).is_none() {
            let remedy = words.t("campaign-priority-remedy");
            tried.errors.insert("priority".to_owned(), remedy);
        }
        return refused(&visitor, &app, id, tried).await;
    };
    let callbacks_jump = !entered.callbacks_jump.is_empty();
    let changed = app
        .ask(move |store| {
            let there = store.campaign(CampaignId(id))?.ok_or(Failure::NotFound)?;
            let wanted = Campaign {
                name,
                priority,
                callbacks_jump,
                caller_id: caller_id.unwrap_or(there.caller_id),
                ..there
            };
            if let Err(refusal) = store.change_campaign(wanted)? {
                return Ok(Err(refusal));
            }
            let behalf = match advertiser.as_str() {
                "" => None,
                name => Some(store.advertiser_named(name)?),
            };
            store.set_advertiser(CampaignId(id), behalf)?;
            Ok::<_, Failure>(Ok(()))
        })
        .await?;
    if let Err(refusal) = changed {
        tried
            .errors
            .insert("name".to_owned(), words.t(told(refusal)?));
        return refused(&visitor, &app, id, tried).await;
    }
    Ok(see(&format!("/campaigns/{id}")).into_response())
}

/// The number to show, if the form speaks of it: with its country, so that nobody guesses one.
fn caller_id(typed: Option<&str>) -> Result<Option<Option<Number>>, &str> {
    let Some(typed) = typed.map(str::trim) else {
        return Ok(None);
    };
    match typed {
        "" => Ok(Some(None)),
        whole if whole.starts_with('+') || whole.starts_with("00") => {
            let number = phone::parse(whole, Country::Nl).map_err(|_| typed)?;
            Ok(Some(Some(number)))
        }
        _ => Err(typed),
    }
}
