//! A new campaign: a name, and what it begins with.

use super::name_problem;
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::ListId;
use serde::Deserialize;
use store::{CampaignRefusal, USUAL_PRIORITY};

#[derive(Template)]
#[template(path = "campaigns/new.html")]
struct NewPage {
    shell: Shell,
    name: String,
    name_error: Option<String>,
    lists: Vec<(i64, String, bool)>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    name: String,
    list: String,
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
) -> Result<Page<impl Template>, Failure> {
    page(&visitor, &app, Entered::default(), None)
        .await
        .map(Page)
}

pub async fn add(
    visitor: Visitor,
    State(app): State<App>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let name = entered.name.trim().to_owned();
    let mut problem = name_problem(&name);
    if problem.is_none() {
        let list = entered.list.parse().ok().map(ListId);
        let added = app
            .ask(move |store| {
                let Ok(campaign) = store.new_campaign(&name)? else {
                    return Ok::<_, Failure>(None);
                };
                // A list that has gone meanwhile can be linked no more; the campaign is there.
                if let Some(list) = list {
                    let _gone = store.link_list(campaign, list, USUAL_PRIORITY)?.err();
                }
                Ok(Some(campaign))
            })
            .await?;
        match added {
            Some(campaign) => return Ok(see(&format!("/campaigns/{}", campaign.0)).into_response()),
            None => problem = Some("campaign-name-taken"),
        }
    }
    let page = page(&visitor, &app, entered, problem).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response())
}

async fn page(
    visitor: &Visitor,
    app: &App,
    entered: Entered,
    problem: Option<&str>,
) -> Result<NewPage, Failure> {
    let lists = app
        .ask(|store| store.lists().map_err(Failure::from))
        .await?;
    Ok(NewPage {
        shell: visitor.shell("campaign-new"),
        name: entered.name,
        name_error: problem.map(|key| visitor.words.t(key)),
        lists: lists
            .into_iter()
            .map(|list| (list.id.0, list.name, entered.list == list.id.0.to_string()))
            .collect(),
    })
}

/// What a refusal of the store says.
pub fn told(refusal: CampaignRefusal) -> Result<&'static str, Failure> {
    match refusal {
        CampaignRefusal::NameTaken => Ok("campaign-name-taken"),
        CampaignRefusal::Linked => Ok("campaign-linked"),
        CampaignRefusal::NoSuchCampaign | CampaignRefusal::NoSuchList => Err(Failure::NotFound),
    }
}
