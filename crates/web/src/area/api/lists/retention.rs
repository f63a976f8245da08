//! How long a list is called, and when what is personal in it is erased.

use super::super::entry::Entry;
use super::super::problem::{Fault, Problem};
use super::super::question::Question;
use super::known;
use crate::app::App;
use crate::area::lists::zone_of;
use axum::Json;
use axum::extract::{Path, State};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::{List, ListDays, Store};
use utoipa::ToSchema;

/// The ends of a list: days by the calendar of its country.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "last_day": "2027-03-31", "erase_day": "2027-06-30" }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct NewListEnds {
    /// The last day on which it is called; null or absent for none.
    #[schema(format = Date)]
    last_day: Option<String>,
    /// The day on which its contacts are erased, after the last day; null or absent for none.
    #[schema(format = Date)]
    erase_day: Option<String>,
}

/// The ends of a list: days by the calendar of its country.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListEnds {
    /// The last day on which it is called.
    #[schema(value_type = Option<String>, format = Date)]
    pub last_day: Option<Date>,
    /// The day on which its contacts are erased.
    #[schema(value_type = Option<String>, format = Date)]
    pub erase_day: Option<Date>,
    /// When all of them were.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub erased_at: Option<Timestamp>,
}

/// The ends of a list.
#[utoipa::path(
    get, path = "/api/v1/lists/{list}/retention", tag = "lists", security(("token" = ["read:lists"])),
    params(("list" = i64, Path, minimum = 1)),
    responses((status = 200, body = ListEnds), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn show(
    State(app): State<App>,
    Path(list): Path<String>,
    question: Question,
) -> Result<Json<ListEnds>, Problem> {
    question.finish()?;
    app.ask(move |store| ends(store, &known(store, &list)?).map(Json))
        .await
}

/// Sets both ends. After the last day nobody of the list is called; on the day of its erasing its
/// contacts are erased, a few at a time. A day that has come erases at once.
#[utoipa::path(
    put, path = "/api/v1/lists/{list}/retention", tag = "lists", security(("token" = ["erase:contacts"])),
    params(
        ("list" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = NewListEnds,
    responses((status = 200, body = ListEnds), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn set(
    State(app): State<App>,
    Path(list): Path<String>,
    mut entry: Entry,
) -> Result<Json<ListEnds>, Problem> {
    let days = ListDays {
        last: entry.day("last_day"),
        erase: entry.day("erase_day"),
    };
    entry.finish()?;
    if !days.are_in_order() {
        let detail = "must be after the last day";
        let fault = Fault::new("erase_day", "out_of_range", detail);
        return Err(Problem::invalid(vec![fault]));
    }
    app.ask(move |store| {
        let list = known(store, &list)?;
        store.set_list_days(list.id, days, &zone_of(&list))?;
        ends(store, &list).map(Json)
    })
    .await
}

fn ends(store: &Store, list: &List) -> Result<ListEnds, Problem> {
    let there = store.retention(list.id)?;
    let days = there.days(&zone_of(list));
    Ok(ListEnds {
        last_day: days.last,
        erase_day: days.erase,
        erased_at: there.erased_at,
    })
}
