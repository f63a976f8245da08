//! The filter of a list in a campaign: which of its contacts are offered there.

use super::super::entry::Entry;
use super::super::problem::{Fault, Problem};
use super::super::question::Question;
use super::link;
use crate::app::App;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use import::membership::Judge;
use lists::fault::Faults;
use lists::filter::Filter;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};
use utoipa::ToSchema;

/// More conditions than anybody reads; each is asked of every contact.
const MOST: usize = 100;

/// A filter as it is kept, shown as the object it was sent as.
#[derive(Debug)]
pub struct FilterView(pub String);

impl Serialize for FilterView {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match Filter::parse(&self.0) {
            Ok(filter) => filter.serialize(to),
            // What can be read no longer means nobody.
            Err(_) => Filter::Any(Vec::new()).serialize(to),
        }
    }
}

/// Which contacts are meant.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "filter": { "all": [
        { "field": "postcode", "op": ">=", "value": "9700" },
        { "field": "state", "op": "in", "value": ["new", "unreached"] }
    ] },
    "dry_run": true
}))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct FilterChange {
    /// A condition `{field, op, value}`, or `{all: […]}` or `{any: […]}` of them, to any depth. A
    /// field is the list's, or key, state, code, attempts, unreached_run; op is =, !=, <, <=, >,
    /// >=, contains, in (values) or empty (no value).
    #[schema(value_type = Object)]
    filter: Map<String, Value>,
    /// Only count.
    dry_run: Option<bool>,
}

/// What a filter means, among the contacts there are now.
#[derive(Debug, Serialize, ToSchema)]
pub struct Weighing {
    /// Contacts of the list.
    pub contacts: u64,
    pub chosen: u64,
    /// Chosen ones that could be offered at once.
    pub now: u64,
    /// Nothing was kept.
    pub dry_run: bool,
}

/// Offers only those contacts of a list in a campaign that a filter means, or counts them.
#[utoipa::path(
    put, path = "/api/v1/campaigns/{campaign}/lists/{list}/filter", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(
        ("campaign" = i64, Path, minimum = 1), ("list" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = FilterChange,
    responses((status = 200, body = Weighing), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn put_filter(
    State(app): State<App>,
    Path((campaign, list)): Path<(String, String)>,
    mut entry: Entry,
) -> Result<Json<Weighing>, Problem> {
    let object = entry.needed("filter", Entry::object);
    let dry_run = entry.flag("dry_run").unwrap_or(false);
    let object = entry.finish_as(object)?;
    let filter = Filter::of_json(&object).map_err(told)?;
    if filter.conditions() > MOST {
        let detail = format!("has more than {MOST} conditions");
        let fault = Fault::new("filter", "too_long", detail);
        return Err(Problem::invalid(vec![fault]));
    }
    app.ask(move |store| {
        let link = link(store, &campaign, &list)?;
        let list = store.list(link.list)?;
        let list = list.ok_or_else(|| Problem::not_found("list"))?;
        let judge = Judge::new(&list, &filter).map_err(told)?;
        let weighed = store.weigh_filter(list.id, |contact| judge.keeps(contact))?;
        if !dry_run {
            let text = filter.text();
            store.filter_link(link.id, &text, move |contact| judge.keeps(contact))?;
        }
        Ok(Json(Weighing {
            contacts: weighed.contacts,
            chosen: weighed.chosen,
            now: weighed.now,
            dry_run,
        }))
    })
    .await
}

/// Offers all contacts of a list in a campaign again.
#[utoipa::path(
    delete, path = "/api/v1/campaigns/{campaign}/lists/{list}/filter", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(
        ("campaign" = i64, Path, minimum = 1), ("list" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    responses((status = 204, description = "there is no filter any more"), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn remove_filter(
    State(app): State<App>,
    Path((campaign, list)): Path<(String, String)>,
    question: Question,
) -> Result<StatusCode, Problem> {
    question.finish()?;
    app.ask(move |store| {
        let link = link(store, &campaign, &list)?;
        if link.filter.is_none() {
            return Err(Problem::not_found("filter"));
        }
        store.unfilter_link(link.id)?;
        Ok(StatusCode::NO_CONTENT)
    })
    .await
}

fn told(faults: Faults) -> Problem {
    let faults = faults.0.into_iter();
    let faults = faults.map(|fault| Fault::new(from_zero(&fault.place), "invalid", fault.reason));
    Problem::invalid(faults.collect())
}

/// Files count from 1, programs from 0: `filter.all[1].value` is `filter.all[0].value` here.
fn from_zero(place: &str) -> String {
    let mut parts = place.split('[');
    let mut told = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (index, rest) = part.split_once(']').unwrap_or((part, ""));
        let index = index.parse::<usize>().unwrap_or(1).saturating_sub(1);
        told.push_str(&format!("[{index}]{rest}"));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_from_zero() {
        assert_eq!(from_zero("filter"), "filter");
        assert_eq!(
            from_zero("filter.all[1].any[12].value"),
            "filter.all[0].any[11].value"
        );
    }
}
