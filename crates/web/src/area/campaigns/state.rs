//! Start, pause, close: what it means in numbers, then it is done.

use super::checks::checks;
use super::one::read;
use super::seen::{Linked, Seen};
use super::state_label;
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use engine::CampaignId;
use serde::Deserialize;
use store::CampaignState;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    to: String,
}

#[derive(Template)]
#[template(path = "campaigns/state.html")]
struct StatePage {
    shell: Shell,
    id: i64,
    campaign: String,
    now: String,
    to: &'static str,
    button: String,
    says: Vec<String>,
    /// What keeps it from working, where it is to start.
    missing: Vec<String>,
}

fn wanted(word: &str) -> Result<CampaignState, Failure> {
    let mut all = CampaignState::ALL.into_iter();
    let found = all.find(|state| state.word() == word);
    found.ok_or_else(|| Failure::Bad(String::new()))
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, Failure> {
    let seen = read(&app, &visitor, id).await?;
    let to = wanted(&asked.to)?;
    let words = &visitor.words;
    let (title, button) = match to {
        CampaignState::Running => ("state-start-title", "campaign-start"),
        CampaignState::Paused => ("state-pause-title", "campaign-pause"),
        CampaignState::Closed => ("state-close-title", "campaign-close"),
    };
    Ok(Page(StatePage {
        shell: visitor.shell(title),
        id,
        campaign: seen.campaign.name.clone(),
        now: state_label(words, seen.campaign.state),
        to: to.word(),
        button: words.t(button),
        says: says(&seen, to, words),
        missing: match to {
            CampaignState::Running => checks(&seen, words)
                .into_iter()
                .filter(|check| check.mark == "bad")
                .map(|check| check.text)
                .collect(),
            _ => Vec::new(),
        },
    }))
}

pub async fn set(
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(asked): Form<Asked>,
) -> Result<Redirect, Failure> {
    let state = wanted(&asked.to)?;
    app.ask(move |store| {
        let there = store.campaign(CampaignId(id))?.ok_or(Failure::NotFound)?;
        let changed = store::Campaign { state, ..there };
        store.set_campaign(changed).map_err(Failure::from)
    })
    .await?;
    Ok(see(&format!("/campaigns/{id}")))
}

fn says(seen: &Seen, to: CampaignState, words: &Words) -> Vec<String> {
    let active = || seen.links.iter().filter(|linked| linked.link.active);
    let sum = |of: fn(&Linked) -> i64| active().map(of).sum::<i64>();
    let in_hand = sum(|linked| linked.stock.in_hand);
    let open = sum(|linked| {
        let stock = linked.stock.stock;
        stock.now + stock.today + stock.later
    });
    let agents = seen.assigned();
    let mut says = Vec::new();
    match to {
        CampaignState::Running => {
            says.push(words.n("state-start-now", sum(|linked| linked.stock.stock.now)));
            says.push(words.n("state-start-agents", agents));
            return says;
        }
        CampaignState::Paused => says.push(words.n("state-pause-agents", agents)),
        CampaignState::Closed => says.push(words.n("state-close-open", open)),
    }
    says.push(words.n("state-callbacks", sum(|linked| linked.stock.callbacks)));
    if in_hand > 0 {
        says.push(words.n("state-in-hand-finish", in_hand));
    }
    let elsewhere = active().filter(|linked| linked.elsewhere > 0);
    for linked in elsewhere {
        let name = linked.list.name.as_str();
        says.push(words.with("state-elsewhere", [("list", name)]));
    }
    if to == CampaignState::Closed {
        says.push(words.t("state-close-again"));
    }
    says
}
