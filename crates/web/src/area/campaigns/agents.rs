//! Who works on a campaign: several are added or taken away at once.

use super::one::{Tried, refused};
use crate::app::App;
use crate::failure::Failure;
use crate::page::see;
use crate::seat::Visitor;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use engine::{AgentId, CampaignId};

/// Pairs `agent` with ids, and `do` with `add` or `remove`.
pub async fn set(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let adds = match pairs.iter().find(|(name, _)| name == "do") {
        Some((_, word)) if word == "add" => true,
        Some((_, word)) if word == "remove" => false,
        _ => return Err(Failure::Bad(String::new())),
    };
    let mut agents = Vec::new();
    for (_, value) in pairs.iter().filter(|(name, _)| name == "agent") {
        let agent: i64 = value.parse().map_err(|_| Failure::Bad(String::new()))?;
        agents.push(AgentId(agent));
    }
    if agents.is_empty() {
        let place = if adds { "add" } else { "remove" };
        let error = visitor.words.t("campaign-agents-none");
        return refused(&visitor, &app, id, Tried::wrong(place, "", error)).await;
    }
    app.ask(move |store| {
        let campaign = CampaignId(id);
        store.campaign(campaign)?.ok_or(Failure::NotFound)?;
        let known = store.agents()?;
        for agent in agents {
            if !known.iter().any(|(id, _)| *id == agent) {
                return Err(Failure::NotFound);
            }
            match adds {
                true => store.assign(campaign, agent)?,
                false => store.unassign(campaign, agent)?,
            }
        }
        Ok(())
    })
    .await?;
    Ok(see(&format!("/campaigns/{id}#agents")).into_response())
}
