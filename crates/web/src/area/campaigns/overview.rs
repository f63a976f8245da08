//! All campaigns as a table.

use super::{midnight, state_label, state_mark};
use crate::app::App;
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use store::{CampaignFigures, CampaignState, StoreError};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    state: String,
}

#[derive(Template)]
#[template(path = "campaigns/overview.html")]
struct Overview {
    shell: Shell,
    states: Vec<(&'static str, String, bool)>,
    rows: Vec<Row>,
    /// How many there are without the filter.
    all: usize,
}

struct Row {
    id: i64,
    name: String,
    state: String,
    mark: &'static str,
    links: String,
    agents: String,
    now: String,
    today: String,
    later: String,
    attempts: String,
}

const STATES: [CampaignState; 3] = [
    CampaignState::Running,
    CampaignState::Paused,
    CampaignState::Closed,
];

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, Failure> {
    let words = &visitor.words;
    let since = midnight(&app, words);
    let figures = app
        .ask(move |store| {
            store
                .campaign_figures(since)
                .map_err(|it: StoreError| Failure::from(it))
        })
        .await?;
    let wanted = STATES.into_iter().find(|state| state.word() == asked.state);
    let states = STATES.into_iter().map(|state| {
        let chosen = wanted == Some(state);
        (state.word(), state_label(words, state), chosen)
    });
    Ok(Page(Overview {
        states: states.collect(),
        all: figures.len(),
        rows: figures
            .iter()
            .filter(|there| wanted.is_none_or(|state| there.campaign.state == state))
            .map(|there| row(there, words))
            .collect(),
        shell: visitor.shell("campaigns-title"),
    }))
}

fn row(there: &CampaignFigures, words: &Words) -> Row {
    let campaign = &there.campaign;
    Row {
        id: campaign.id.0,
        name: campaign.name.clone(),
        state: state_label(words, campaign.state),
        mark: state_mark(campaign.state),
        links: words.number(there.links),
        agents: words.number(there.agents),
        now: words.number(there.stock.now),
        today: words.number(there.stock.today),
        later: words.number(there.stock.later),
        attempts: words.number(there.attempts),
    }
}
