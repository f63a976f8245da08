//! Campaigns.

use super::Scope;
use super::paging::Page;
use super::problem::Problem;
use super::question::Question;
use crate::app::App;
use crate::routes::Routes;
use crate::seat::Seat;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use store::Campaign;
use utoipa::ToSchema;

pub fn routes() -> Routes {
    let reads = Seat::Program(Scope::ReadCampaigns);
    Routes::new().get("/api/v1/campaigns", reads, all)
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
