//! Why contacts of a campaign cannot be called now.

use super::super::problem::Problem;
use super::super::question::{Question, id};
use crate::app::App;
use axum::Json;
use axum::extract::{Path, State};
use engine::CampaignId;
use serde::Serialize;
use std::collections::BTreeMap;
use store::{ListCompliance, Why};
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct Compliance {
    pub lists: Vec<ListReasons>,
}

/// One list of the campaign.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListReasons {
    pub list: i64,
    /// What it is called for; null where nobody has said so.
    #[schema(required)]
    pub purpose: Option<String>,
    /// Open contacts by why they are offered now, or are not: now, not_due, law, roster,
    /// resting, reserved, in_hand, suspended, no_ground, never, filtered.
    pub contacts: BTreeMap<String, i64>,
    /// Contacts without a ground, by the rule that asks for one.
    pub no_ground: BTreeMap<String, i64>,
    pub closed: i64,
    pub closed_by_limit: i64,
    /// Suppressed, or asked not to be called.
    pub closed_suppressed: i64,
    /// The rules by which the law is closed now, and until when.
    pub shut: Vec<ShutView>,
    /// The rules that hold today.
    pub rules: Vec<RuleView>,
    /// The next day on which a rule begins or no longer holds.
    #[schema(required)]
    pub next_change: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ShutView {
    pub rule: String,
    /// consumer, sole_trader or company.
    pub kind: String,
    pub zone: String,
    #[schema(required)]
    pub until: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct RuleView {
    pub rule: String,
    pub text: String,
    pub source: String,
    /// Whether anybody may rely on it without asking a lawyer.
    pub certain: bool,
    #[schema(required)]
    pub until: Option<String>,
}

/// What keeps the contacts of a campaign from being called, and which law holds.
#[utoipa::path(
    get, path = "/api/v1/campaigns/{campaign}/compliance", tag = "campaigns", security(("token" = ["read:campaigns"])),
    params(("campaign" = i64, Path, minimum = 1)),
    responses((status = 200, body = Compliance), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn compliance(
    State(app): State<App>,
    Path(campaign): Path<String>,
    question: Question,
) -> Result<Json<Compliance>, Problem> {
    question.finish()?;
    app.ask(move |store| {
        let id = CampaignId(id(&campaign, "campaign")?);
        if store.campaign(id)?.is_none() {
            return Err(Problem::not_found("campaign"));
        }
        let lists = store.compliance(id)?;
        Ok(Json(Compliance {
            lists: lists.iter().map(reasons).collect(),
        }))
    })
    .await
}

fn reasons(there: &ListCompliance) -> ListReasons {
    let law = &there.rules.law;
    let counts = Why::ALL
        .into_iter()
        .map(|why| (why.word().to_owned(), there.stock.count(why)));
    ListReasons {
        list: there.list.id.0,
        purpose: there.rules.settings.purpose.map(|it| it.to_string()),
        contacts: counts.collect(),
        no_ground: there.stock.no_ground.clone(),
        closed: there.closed.all,
        closed_by_limit: there.closed.by_limit,
        closed_suppressed: there.closed.suppressed,
        shut: there
            .shut
            .iter()
            .map(|shut| ShutView {
                rule: shut.rule.id().to_owned(),
                kind: shut.kind.to_string(),
                zone: shut.zone.name().to_owned(),
                until: shut.until.map(|until| until.to_string()),
            })
            .collect(),
        rules: law
            .in_force(there.today)
            .map(|standing| RuleView {
                rule: standing.rule.id().to_owned(),
                text: standing.rule.text().to_owned(),
                source: standing.rule.source().to_owned(),
                certain: standing.certain,
                until: standing.until().map(|day| day.to_string()),
            })
            .collect(),
        next_change: law.next_change(there.today).map(|day| day.to_string()),
    }
}
