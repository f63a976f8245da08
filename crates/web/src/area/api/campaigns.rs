//! Campaigns: all of them, one with what stands in it, new ones, changes.

mod advertiser;
mod bounds;
mod by_itself;
mod compliance;
mod crew;
mod destinations;
mod filter;
mod links;
mod quotas;
mod sounds;
pub mod windows;

pub use advertiser::*;
pub use bounds::*;
pub use compliance::*;
pub use crew::*;
pub use destinations::*;
pub use filter::*;
pub use links::*;
pub use quotas::*;
pub use sounds::*;

use super::Scope;
use super::entry::Entry;
use super::paging::Page;
use super::problem::Problem;
use super::question::{E164, Question, e164, id};
use crate::app::App;
use crate::area::campaigns::PRIORITIES;
use crate::routes::Routes;
use crate::seat::Seat;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use engine::{CampaignId, Number};
use serde::Serialize;
use store::{Campaign, CampaignState, Store};
use utoipa::ToSchema;

pub fn routes() -> Routes {
    let (reads, writes) = (
        Seat::Program(Scope::ReadCampaigns),
        Seat::Program(Scope::WriteCampaigns),
    );
    Routes::new()
        .get("/api/v1/campaigns", reads, all)
        .post("/api/v1/campaigns", writes, make)
        .get("/api/v1/campaigns/{campaign}", reads, one)
        .get("/api/v1/campaigns/{campaign}/compliance", reads, compliance)
        .patch("/api/v1/campaigns/{campaign}", writes, change)
        .put(
            "/api/v1/campaigns/{campaign}/lists/{list}",
            writes,
            put_link,
        )
        .delete(
            "/api/v1/campaigns/{campaign}/lists/{list}",
            writes,
            remove_link,
        )
        .put(
            "/api/v1/campaigns/{campaign}/lists/{list}/filter",
            writes,
            put_filter,
        )
        .delete(
            "/api/v1/campaigns/{campaign}/lists/{list}/filter",
            writes,
            remove_filter,
        )
        .put(
            "/api/v1/campaigns/{campaign}/agents/{agent}",
            writes,
            assign,
        )
        .delete(
            "/api/v1/campaigns/{campaign}/agents/{agent}",
            writes,
            unassign,
        )
        .get("/api/v1/campaigns/{campaign}/bounds", reads, bounds)
        .put("/api/v1/campaigns/{campaign}/bounds", writes, put_bounds)
        .get("/api/v1/campaigns/{campaign}/sounds", reads, sounds)
        .put("/api/v1/campaigns/{campaign}/sounds", writes, put_sounds)
        .post("/api/v1/campaigns/{campaign}/quotas", writes, add_quota)
        .delete(
            "/api/v1/campaigns/{campaign}/quotas/{quota}",
            writes,
            remove_quota,
        )
        .get(
            "/api/v1/campaigns/{campaign}/destinations",
            reads,
            destinations,
        )
        .post(
            "/api/v1/campaigns/{campaign}/destinations",
            writes,
            add_destination,
        )
        .delete(
            "/api/v1/campaigns/{campaign}/destinations/{destination}",
            writes,
            remove_destination,
        )
        .get("/api/v1/agents", reads, agents)
        .get("/api/v1/advertisers", reads, advertisers)
        .post("/api/v1/advertisers", writes, name_advertiser)
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CampaignView {
    pub id: i64,
    pub name: String,
    /// running, paused or closed.
    pub state: String,
    /// Lower goes first.
    pub priority: i64,
}

/// A campaign with all that stands in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct WholeCampaign {
    pub id: i64,
    pub name: String,
    /// running, paused or closed.
    pub state: String,
    /// Lower goes first.
    pub priority: i64,
    /// Callbacks of all its lists go before everything else.
    pub callbacks_jump: bool,
    /// On whose behalf it calls.
    pub advertiser: Option<i64>,
    /// The number its calls show, E.164. Where the law demands one, nobody is called without.
    pub caller_id: Option<String>,
    /// In the order in which they are offered.
    pub lists: Vec<LinkView>,
    /// Who works on it.
    pub agents: Vec<i64>,
    pub quotas: Vec<QuotaView>,
}

/// A campaign to make: paused, until it is started.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Autumn" }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct MakeCampaign {
    #[schema(min_length = 1, max_length = 80)]
    name: String,
}

/// What is to be otherwise; the rest stays.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "state": "running" }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct CampaignChange {
    #[schema(min_length = 1, max_length = 80)]
    name: Option<String>,
    /// Lower goes first.
    #[schema(minimum = 0, maximum = 9999)]
    priority: Option<i64>,
    callbacks_jump: Option<bool>,
    /// On whose behalf it calls; null for nobody. What held in the campaign goes on holding in it.
    #[schema(minimum = 1)]
    advertiser: Option<i64>,
    /// The number its calls show, E.164; null for none.
    #[schema(pattern = r"^\+?[1-9][0-9]{6,14}$")]
    caller_id: Option<String>,
    /// running, paused or closed.
    #[schema(pattern = "^(running|paused|closed)$")]
    state: Option<String>,
}

impl From<Campaign> for CampaignView {
    fn from(campaign: Campaign) -> Self {
        Self {
            id: campaign.id.0,
            name: campaign.name,
            state: campaign.state.word().to_owned(),
            priority: campaign.priority,
        }
    }
}

impl WholeCampaign {
    fn of(store: &Store, campaign: Campaign) -> Result<Self, Problem> {
        let id = campaign.id;
        let links = store.campaign_links(id)?;
        let quotas = store.quotas(id)?;
        Ok(Self {
            id: id.0,
            name: campaign.name,
            state: campaign.state.word().to_owned(),
            priority: campaign.priority,
            callbacks_jump: campaign.callbacks_jump,
            advertiser: campaign.advertiser.map(|there| there.0),
            caller_id: campaign.caller_id.map(|number| number.to_string()),
            lists: links.into_iter().map(LinkView::from).collect(),
            agents: store.campaign_agents(id)?.iter().map(|it| it.0).collect(),
            quotas: quotas.iter().map(QuotaView::from).collect(),
        })
    }
}

/// All campaigns.
#[utoipa::path(
    get, path = "/api/v1/campaigns", tag = "campaigns", security(("token" = ["read:campaigns"])),
    params(
        ("limit" = Option<i64>, Query, minimum = 1, maximum = 200),
        ("after" = Option<String>, Query, pattern = "^[0-9]{1,18}$"),
    ),
    responses((status = 200, body = Page<CampaignView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn all(
    State(app): State<App>,
    mut question: Question,
) -> Result<Json<Page<CampaignView>>, Problem> {
    let (limit, after) = (question.limit(), question.after().map_or(0, |[id]| id));
    question.finish()?;
    let campaigns = app
        .ask(|store| store.campaigns().map_err(Problem::from))
        .await?;
    let rest: Vec<Campaign> = campaigns.into_iter().filter(|it| it.id.0 > after).collect();
    let cursor = |campaign: &Campaign| campaign.id.0.to_string();
    Ok(Json(Page::of(rest, limit, cursor, CampaignView::from)))
}

/// One campaign with its lists, agents and quotas.
#[utoipa::path(
    get, path = "/api/v1/campaigns/{campaign}", tag = "campaigns", security(("token" = ["read:campaigns"])),
    params(("campaign" = i64, Path, minimum = 1)),
    responses((status = 200, body = WholeCampaign), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn one(
    State(app): State<App>,
    Path(campaign): Path<String>,
    question: Question,
) -> Result<Json<WholeCampaign>, Problem> {
    question.finish()?;
    app.ask(move |store| WholeCampaign::of(store, known(store, &campaign)?).map(Json))
        .await
}

/// Makes a campaign. It is paused: it starts when it is told to.
#[utoipa::path(
    post, path = "/api/v1/campaigns", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200)),
    request_body = MakeCampaign,
    responses((status = 201, body = WholeCampaign), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn make(
    State(app): State<App>,
    mut entry: Entry,
) -> Result<(StatusCode, Json<WholeCampaign>), Problem> {
    let name = entry.needed("name", Entry::name);
    let name = entry.finish_as(name)?;
    let made = app
        .ask(move |store| {
            let campaign = store.new_campaign(&name)??;
            WholeCampaign::of(store, known(store, &campaign.0.to_string())?)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(made)))
}

/// Changes a campaign: its name, its place, whether it runs.
#[utoipa::path(
    patch, path = "/api/v1/campaigns/{campaign}", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(
        ("campaign" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = CampaignChange,
    responses((status = 200, body = WholeCampaign), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn change(
    State(app): State<App>,
    Path(campaign): Path<String>,
    mut entry: Entry,
) -> Result<Json<WholeCampaign>, Problem> {
    let name = entry.name("name");
    let priority = entry.figure("priority", PRIORITIES);
    let callbacks_jump = entry.flag("callbacks_jump");
    let behalf = entry.names("advertiser").then(|| entry.id("advertiser"));
    let shown = entry.names("caller_id").then(|| caller_id(&mut entry));
    let state = entry.one_of("state", &CampaignState::ALL, CampaignState::word);
    entry.finish()?;
    app.ask(move |store| {
        let there = known(store, &campaign)?;
        let behalf = match behalf {
            Some(Some(id)) => Some(known_advertiser(store, id)?),
            Some(None) => None,
            None => there.advertiser,
        };
        let wanted = Campaign {
            id: there.id,
            advertiser: behalf,
            caller_id: shown.unwrap_or(there.caller_id),
            name: name.unwrap_or(there.name),
            priority: priority.unwrap_or(there.priority),
            callbacks_jump: callbacks_jump.unwrap_or(there.callbacks_jump),
            state: state.unwrap_or(there.state),
        };
        store.change_campaign(wanted.clone())??;
        store.set_advertiser(wanted.id, behalf)?;
        WholeCampaign::of(store, wanted).map(Json)
    })
    .await
}

/// The number to show; nothing where it is null, or wrong and told.
fn caller_id(entry: &mut Entry) -> Option<Number> {
    let text = entry.text("caller_id", 32)?;
    e164(&text).or_else(|| entry.fault("caller_id", "invalid", E164.to_owned()))
}

/// The campaign a part of the path names.
pub fn known(store: &Store, text: &str) -> Result<Campaign, Problem> {
    let id = CampaignId(id(text, "campaign")?);
    let found = store.campaign(id)?;
    found.ok_or_else(|| Problem::not_found("campaign"))
}
