//! Quotas on the page of a campaign: how far they are, a new one, one taken away.

use super::one::{Tried, refused};
use super::seen::{Seen, one_link};
use crate::app::App;
use crate::failure::Failure;
use crate::page::see;
use crate::seat::Visitor;
use crate::words::Words;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use engine::{CampaignId, Code};
use serde::Deserialize;
use store::{NewQuota, Quota, QuotaOf, Store, StoreError};

pub struct QuotaLine {
    pub id: i64,
    pub what: String,
    pub place: String,
    pub counted: String,
    pub most: String,
    /// For the bar.
    pub value: i64,
    pub max: i64,
    pub reached: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    column: String,
    code: String,
    most: String,
    period: String,
    link: String,
}

/// No campaign reaches more than that.
pub const MOST: i64 = 10_000_000;

pub fn columns(words: &Words) -> Vec<(&'static str, String)> {
    vec![
        ("positive", words.t("results-positive")),
        ("no_interest", words.t("results-no-interest")),
        ("drop_out", words.t("results-drop-out")),
    ]
}

pub fn lines(seen: &Seen, words: &Words) -> Vec<QuotaLine> {
    let line = |quota: &Quota| QuotaLine {
        id: quota.id,
        what: of(quota, seen, words),
        place: match quota.list.and_then(|list| seen.list_name(list)) {
            Some(list) => list.to_owned(),
            None => words.t("quota-campaign"),
        },
        counted: words.number(quota.counted),
        most: match quota.per_day {
            true => words.n("quota-most-day", quota.most),
            false => words.n("quota-most-total", quota.most),
        },
        value: quota.counted.min(quota.most),
        max: quota.most,
        reached: quota.is_reached(),
    };
    seen.quotas.iter().map(line).collect()
}

/// `100 × Positive, today`.
pub fn told(quota: &Quota, seen: &Seen, words: &Words) -> String {
    let what = of(quota, seen, words);
    let most = words.number(quota.most);
    let key = match quota.per_day {
        true => "quota-told-day",
        false => "quota-told-total",
    };
    let place = quota.list.and_then(|list| seen.list_name(list));
    let place = place.unwrap_or(&seen.campaign.name);
    words.with(
        key,
        [("most", most.as_str()), ("what", &what), ("place", place)],
    )
}

fn of(quota: &Quota, seen: &Seen, words: &Words) -> String {
    match &quota.of {
        QuotaOf::Column(_) => column_label(quota.of.word(), words),
        QuotaOf::Code(code) => {
            let known = seen.links.iter().find_map(|linked| {
                let there = linked.rules.catalogue.find(code.as_str())?;
                Some(there.label_in(words.language().word()).to_owned())
            });
            match known {
                Some(label) => format!("{} {label}", code.as_str()),
                None => code.to_string(),
            }
        }
    }
}

pub fn column_label(word: &str, words: &Words) -> String {
    let mut known = columns(words).into_iter();
    let found = known.find(|(column, _)| *column == word);
    found.map_or_else(|| word.to_owned(), |(_, label)| label)
}

pub async fn add(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let words = &visitor.words;
    let mut tried = Tried::default();
    let typed = [
        ("quota-column", &entered.column),
        ("quota-code", &entered.code),
        ("quota-most", &entered.most),
        ("quota-period", &entered.period),
        ("quota-link", &entered.link),
    ];
    for (field, value) in typed {
        tried.keep(field, value);
    }
    let plain = entered.most.trim().replace(['.', ',', ' ', '\u{a0}'], "");
    let most = plain.parse().ok().filter(|most| (1..=MOST).contains(most));
    if most.is_none() {
        let error = words.t("quota-most-remedy");
        tried.errors.insert("quota-most".to_owned(), error);
    }
    let link: Option<i64> = match entered.link.as_str() {
        "" => None,
        link => Some(link.parse().map_err(|_| Failure::Bad(String::new()))?),
    };
    let (column, code) = (entered.column.clone(), entered.code.trim().to_owned());
    let of = app
        .ask(move |store| what(store, id, link, &column, &code))
        .await?;
    if let Err(key) = of {
        tried.errors.insert("quota-code".to_owned(), words.t(key));
    }
    let (Ok(of), Some(most)) = (of, most) else {
        return refused(&visitor, &app, id, tried).await;
    };
    let new = NewQuota {
        campaign: CampaignId(id),
        link,
        of,
        most,
        per_day: entered.period == "day",
        zone: words.zone().clone(),
    };
    app.ask(move |store| store.add_quota(new).map_err(Failure::from))
        .await?;
    Ok(see(&format!("/campaigns/{id}#quotas")).into_response())
}

/// What is to be counted; a code must stand in a catalogue of the campaign's lists.
fn what(
    store: &Store,
    campaign: i64,
    link: Option<i64>,
    column: &str,
    code: &str,
) -> Result<Result<QuotaOf, &'static str>, Failure> {
    let id = CampaignId(campaign);
    store.campaign(id)?.ok_or(Failure::NotFound)?;
    if let Some(link) = link {
        one_link(store, campaign, link)?;
    }
    if column != "code" {
        return Ok(QuotaOf::column(column).ok_or("quota-what-remedy"));
    }
    Ok(code_of(store, id, code)?
        .map(QuotaOf::Code)
        .ok_or("quota-code-remedy"))
}

/// A code as a catalogue of the campaign's lists has it.
pub fn code_of(
    store: &Store,
    campaign: CampaignId,
    code: &str,
) -> Result<Option<Code>, StoreError> {
    for link in store.campaign_links(campaign)? {
        let Some(list) = store.list(link.list)? else {
            continue;
        };
        let rules = store.rules(list.rules)?;
        if let Some(known) = rules.catalogue.find(code) {
            return Ok(Some(known.code.clone()));
        }
    }
    Ok(None)
}

pub async fn remove(
    State(app): State<App>,
    Path((id, quota)): Path<(i64, i64)>,
) -> Result<Redirect, Failure> {
    app.ask(move |store| {
        let quotas = store.quotas(CampaignId(id))?;
        if !quotas.iter().any(|known| known.id == quota) {
            return Err(Failure::NotFound);
        }
        store.remove_quota(quota).map_err(Failure::from)
    })
    .await?;
    Ok(see(&format!("/campaigns/{id}#quotas")))
}
