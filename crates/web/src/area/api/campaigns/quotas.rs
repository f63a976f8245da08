//! Quotas of a campaign: how many attempts of one kind it may reach.

use super::super::entry::Entry;
use super::super::problem::{Fault, Problem};
use super::super::question::{Question, id};
use super::known;
use crate::app::App;
use crate::area::campaigns::{MOST_OF_QUOTA, code_of};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use engine::{CampaignId, ListId, Zone};
use serde::Serialize;
use store::{NewQuota, Quota, QuotaOf, Store};
use utoipa::ToSchema;

/// A quota, and how far it is.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuotaView {
    pub id: i64,
    /// Which attempts count: those with this code,
    pub code: Option<String>,
    /// or those of this column of the list report: positive, no_interest or drop_out.
    pub column: Option<String>,
    /// Only through this list of the campaign.
    pub list: Option<i64>,
    pub most: i64,
    pub per_day: bool,
    /// So far; of a quota by the day: today.
    pub counted: i64,
    /// Only callbacks are offered.
    pub reached: bool,
}

/// A quota to add. Name either a code or a column.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "column": "positive", "most": 100, "per_day": true }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct MakeQuota {
    /// A code of a catalogue of the campaign's lists.
    #[schema(min_length = 1, max_length = 100)]
    code: Option<String>,
    /// positive, no_interest or drop_out.
    #[schema(pattern = "^(positive|no_interest|drop_out)$")]
    column: Option<String>,
    /// A list of the campaign; all of them when absent.
    #[schema(minimum = 1)]
    list: Option<i64>,
    #[schema(minimum = 1, maximum = 10_000_000)]
    most: i64,
    /// Counted anew each day of the centre; in all when absent.
    per_day: Option<bool>,
}

impl From<&Quota> for QuotaView {
    fn from(quota: &Quota) -> Self {
        let word = quota.of.word().to_owned();
        let (code, column) = match &quota.of {
            QuotaOf::Code(_) => (Some(word), None),
            QuotaOf::Column(_) => (None, Some(word)),
        };
        Self {
            id: quota.id,
            code,
            column,
            list: quota.list.map(|list| list.0),
            most: quota.most,
            per_day: quota.per_day,
            counted: quota.counted,
            reached: quota.is_reached(),
        }
    }
}

/// What was asked for: one of the first two is there.
struct Asked {
    code: Option<String>,
    column: Option<QuotaOf>,
    list: Option<ListId>,
    most: i64,
    per_day: bool,
}

/// Adds a quota. What has been reached before counts.
#[utoipa::path(
    post, path = "/api/v1/campaigns/{campaign}/quotas", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(
        ("campaign" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = MakeQuota,
    responses((status = 201, body = QuotaView), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn add_quota(
    State(app): State<App>,
    Path(campaign): Path<String>,
    entry: Entry,
) -> Result<(StatusCode, Json<QuotaView>), Problem> {
    let asked = read(entry)?;
    let zone = app.options().zone.clone();
    let quota = app
        .ask(move |store| {
            let campaign = known(store, &campaign)?.id;
            add(store, campaign, asked, zone)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(quota)))
}

fn read(mut entry: Entry) -> Result<Asked, Problem> {
    let names = |name: &str| entry.names(name);
    let named = (names("code"), names("column"));
    let code = match named.0 {
        true => entry.needed_text("code", 100),
        false => None,
    };
    let columns = QuotaOf::COLUMNS.map(QuotaOf::column_word);
    let column = entry.one_of("column", &columns, |word| word);
    match named {
        (true, true) => {
            let detail = "stands beside code: name one of the two".to_owned();
            entry.fault::<()>("column", "invalid", detail);
        }
        (false, false) => {
            let detail = "is required, or a column is".to_owned();
            entry.fault::<()>("code", "required", detail);
        }
        _ => {}
    }
    let list = entry.id("list").map(ListId);
    let most = entry.needed("most", |entry, name| entry.figure(name, 1..=MOST_OF_QUOTA));
    let per_day = entry.flag("per_day").unwrap_or(false);
    entry.finish_as(most.map(|most| Asked {
        code,
        column: column.and_then(QuotaOf::column),
        list,
        most,
        per_day,
    }))
}

fn add(
    store: &Store,
    campaign: CampaignId,
    asked: Asked,
    zone: Zone,
) -> Result<QuotaView, Problem> {
    let mut faults = Vec::new();
    let code = match &asked.code {
        Some(code) => code_of(store, campaign, code)?.map(QuotaOf::Code),
        None => None,
    };
    let of = asked.column.or(code);
    if of.is_none() {
        let detail = "no catalogue of the campaign's lists has it: put a list in that does";
        faults.push(Fault::new("code", "unknown", detail));
    }
    let links = store.campaign_links(campaign)?;
    let link = asked
        .list
        .map(|list| links.iter().find(|link| link.list == list));
    if link == Some(None) {
        faults.push(Fault::new(
            "list",
            "unknown",
            "does not stand in the campaign",
        ));
    }
    let Some(of) = of.filter(|_| faults.is_empty()) else {
        return Err(Problem::invalid(faults));
    };
    let id = store.add_quota(NewQuota {
        campaign,
        link: link.flatten().map(|link| link.id),
        of,
        most: asked.most,
        per_day: asked.per_day,
        zone,
    })?;
    let quotas = store.quotas(campaign)?;
    let added = quotas.iter().find(|quota| quota.id == id);
    added
        .map(QuotaView::from)
        .ok_or_else(|| Problem::not_found("quota"))
}

/// Takes a quota away.
#[utoipa::path(
    delete, path = "/api/v1/campaigns/{campaign}/quotas/{quota}", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(
        ("campaign" = i64, Path, minimum = 1), ("quota" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    responses((status = 204, description = "it is gone"), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn remove_quota(
    State(app): State<App>,
    Path((campaign, quota)): Path<(String, String)>,
    question: Question,
) -> Result<StatusCode, Problem> {
    question.finish()?;
    app.ask(move |store| {
        let campaign = known(store, &campaign)?.id;
        let quota = id(&quota, "quota")?;
        let quotas = store.quotas(campaign)?;
        if !quotas.iter().any(|there| there.id == quota) {
            return Err(Problem::not_found("quota"));
        }
        store.remove_quota(quota)?;
        Ok(StatusCode::NO_CONTENT)
    })
    .await
}
