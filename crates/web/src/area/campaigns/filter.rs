//! The filter of a link: rows of conditions, counted before they are kept.

use super::rows::{Row, Rows, field_label, op_label};
use super::seen::{Linked, one_link};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use import::membership::{self, Judge};
use lists::filter::{Filter, Op};
use store::{Campaign, Weighed};

#[derive(Template)]
#[template(path = "campaigns/filter.html")]
struct FilterPage {
    shell: Shell,
    place: String,
    back: String,
    campaign: String,
    list: String,
    any: bool,
    rows: Vec<RowView>,
    counted: Option<String>,
    /// A filter is kept; what it says.
    kept: Option<String>,
    members: String,
    /// It was written by hand, and is more than rows can say.
    by_hand: bool,
    none: bool,
}

struct RowView {
    row: Row,
    place: usize,
    fields: Vec<(String, String, bool)>,
    ops: Vec<(&'static str, String, bool)>,
}

type Place = Path<(i64, i64)>;

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path((id, link)): Place,
) -> Result<Page<impl Template>, Failure> {
    let (campaign, linked) = app.ask(move |store| one_link(store, id, link)).await?;
    let rows = linked.link.filter.as_deref().and_then(Rows::of_text);
    let rows = rows.unwrap_or_default();
    Ok(Page(page(&visitor, &campaign, &linked, rows)))
}

/// `do` says what: `add` a row, `drop.<n>` one, `count`, `save`, `again` or `clear`.
pub async fn set(
    visitor: Visitor,
    State(app): State<App>,
    Path((id, link)): Place,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (campaign, linked) = app.ask(move |store| one_link(store, id, link)).await?;
    let act = pairs.iter().find(|(name, _)| name == "do");
    let act = act.map_or("count", |(_, value)| value.as_str());
    let mut rows = Rows::of_form(&pairs);
    match act {
        "clear" => {
            app.ask(move |store| store.unfilter_link(link).map_err(Failure::from))
                .await?;
            return Ok(see(&format!("/campaigns/{id}#links")).into_response());
        }
        "again" => return again(&app, id, &linked).await,
        "add" => {
            rows.rows.push(Row::default());
            return Ok(Page(page(&visitor, &campaign, &linked, rows)).into_response());
        }
        "count" | "save" => {}
        other => {
            let dropped = other.strip_prefix("drop.").and_then(|n| n.parse().ok());
            let dropped: usize = dropped.ok_or(Failure::Bad(String::new()))?;
            if dropped < rows.rows.len() {
                rows.rows.remove(dropped);
            }
            return Ok(Page(page(&visitor, &campaign, &linked, rows)).into_response());
        }
    }
    rows.drop_empty();
    let Some(filter) = rows.filter(&linked.list, &visitor.words) else {
        let none = rows.rows.is_empty();
        let page = FilterPage {
            none,
            ..page(&visitor, &campaign, &linked, rows)
        };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
    };
    let judge = Judge::new(&linked.list, &filter).map_err(|it| Failure::Broken(it.to_string()))?;
    if act == "save" {
        keep(&app, link, filter, judge).await?;
        return Ok(see(&format!("/campaigns/{id}#links")).into_response());
    }
    let list = linked.list.id;
    let weighed = app
        .ask(move |store| {
            store
                .weigh_filter(list, |contact| judge.keeps(contact))
                .map_err(Failure::from)
        })
        .await?;
    let page = FilterPage {
        counted: Some(counted(weighed, &visitor.words)),
        ..page(&visitor, &campaign, &linked, rows)
    };
    Ok(Page(page).into_response())
}

/// Judges all contacts anew by the filter that is kept.
async fn again(app: &App, id: i64, linked: &Linked) -> Result<Response, Failure> {
    let text = linked.link.filter.as_deref().ok_or(Failure::NotFound)?;
    let unreadable = |faults: lists::fault::Faults| Failure::Refused(faults.to_string());
    let filter = Filter::parse(text).map_err(unreadable)?;
    let judge = Judge::new(&linked.list, &filter).map_err(unreadable)?;
    keep(app, linked.link.id, filter, judge).await?;
    let path = format!("/campaigns/{id}/links/{}/filter", linked.link.id);
    Ok(see(&path).into_response())
}

async fn keep(app: &App, link: i64, filter: Filter, judge: Judge) -> Result<u64, Failure> {
    app.ask(move |store| {
        store
            .filter_link(link, &filter.text(), move |contact| judge.keeps(contact))
            .map_err(Failure::from)
    })
    .await
}

fn counted(weighed: Weighed, words: &Words) -> String {
    let (chosen, contacts, now) = (
        words.number(weighed.chosen),
        words.number(weighed.contacts),
        words.number(weighed.now),
    );
    words.with(
        "filter-counted",
        [
            ("chosen", chosen.as_str()),
            ("contacts", &contacts),
            ("now", &now),
        ],
    )
}

fn page(visitor: &Visitor, campaign: &Campaign, linked: &Linked, mut rows: Rows) -> FilterPage {
    let words = &visitor.words;
    let kept = &linked.link.filter;
    if rows.rows.is_empty() {
        rows.rows.push(Row::default());
    }
    let fields = membership::fields(&linked.list);
    let view = |(place, row): (usize, Row)| RowView {
        place,
        fields: fields
            .iter()
            .map(|field| {
                let chosen = field.name == row.field;
                (field.name.clone(), field_label(field, words), chosen)
            })
            .collect(),
        ops: Op::ALL
            .into_iter()
            .map(|op| (op.code(), op_label(op, words), op.code() == row.op))
            .collect(),
        row,
    };
    let stock = linked.stock.stock;
    let members = stock.now + stock.today + stock.later + stock.closed;
    FilterPage {
        shell: visitor.shell("filter-title"),
        back: format!("/campaigns/{}", campaign.id.0),
        place: format!(
            "/campaigns/{}/links/{}/filter",
            campaign.id.0, linked.link.id
        ),
        campaign: campaign.name.clone(),
        list: linked.list.name.clone(),
        any: rows.any,
        rows: rows.rows.into_iter().enumerate().map(view).collect(),
        counted: None,
        kept: kept
            .as_deref()
            .map(|text| super::rows::summary(text, &linked.list, words)),
        members: words.n("filter-members", members),
        by_hand: kept
            .as_deref()
            .is_some_and(|text| Rows::of_text(text).is_none()),
        none: false,
    }
}
