//! Agents, and who works on a campaign.

use super::super::paging::Page;
use super::super::problem::Problem;
use super::super::question::{Question, id};
use super::known;
use crate::app::App;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use engine::AgentId;
use serde::Serialize;
use store::Store;
use utoipa::ToSchema;

/// Who calls.
#[derive(Debug, Serialize, ToSchema)]
pub struct AgentView {
    pub id: i64,
    pub name: String,
}

/// All agents.
#[utoipa::path(
    get, path = "/api/v1/agents", tag = "campaigns", security(("token" = ["read:campaigns"])),
    params(
        ("limit" = Option<i64>, Query, minimum = 1, maximum = 200),
        ("after" = Option<String>, Query, pattern = "^[0-9]{1,18}$"),
    ),
    responses((status = 200, body = Page<AgentView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn agents(
    State(app): State<App>,
    mut question: Question,
) -> Result<Json<Page<AgentView>>, Problem> {
    let (limit, after) = (question.limit(), question.after().map_or(0, |[id]| id));
    question.finish()?;
    let mut agents = app
        .ask(|store| store.agents().map_err(Problem::from))
        .await?;
    agents.retain(|(agent, _)| agent.0 > after);
    agents.sort_by_key(|(agent, _)| *agent);
    let cursor = |(agent, _): &(AgentId, String)| agent.0.to_string();
    let view = |(agent, name): (AgentId, String)| AgentView { id: agent.0, name };
    Ok(Json(Page::of(agents, limit, cursor, view)))
}

/// Lets an agent work on a campaign.
#[utoipa::path(
    put, path = "/api/v1/campaigns/{campaign}/agents/{agent}", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(
        ("campaign" = i64, Path, minimum = 1), ("agent" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    responses((status = 204, description = "the agent works on it"), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn assign(
    State(app): State<App>,
    Path((campaign, agent)): Path<(String, String)>,
    question: Question,
) -> Result<StatusCode, Problem> {
    question.finish()?;
    app.ask(move |store| {
        let campaign = known(store, &campaign)?.id;
        let agent = AgentId(id(&agent, "agent")?);
        if !is_there(store, agent)? {
            return Err(Problem::not_found("agent"));
        }
        store.assign(campaign, agent)?;
        Ok(StatusCode::NO_CONTENT)
    })
    .await
}

/// Lets an agent work on a campaign no longer. What is in hand is finished.
#[utoipa::path(
    delete, path = "/api/v1/campaigns/{campaign}/agents/{agent}", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(
        ("campaign" = i64, Path, minimum = 1), ("agent" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    responses((status = 204, description = "the agent works on it no longer"), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn unassign(
    State(app): State<App>,
    Path((campaign, agent)): Path<(String, String)>,
    question: Question,
) -> Result<StatusCode, Problem> {
    question.finish()?;
    app.ask(move |store| {
        let campaign = known(store, &campaign)?.id;
        let agent = AgentId(id(&agent, "agent")?);
        if !store.campaign_agents(campaign)?.contains(&agent) {
            return Err(Problem::not_found("agent in this campaign"));
        }
        store.unassign(campaign, agent)?;
        Ok(StatusCode::NO_CONTENT)
    })
    .await
}

pub fn is_there(store: &Store, agent: AgentId) -> Result<bool, Problem> {
    Ok(store.agents()?.iter().any(|(known, _)| *known == agent))
}
