//! The contacts behind a number of the floor, each with the way to why it waits.

use crate::app::App;
use crate::area::contacts::{House, Line};
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Query, State};
use engine::{ContactId, ListId};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use store::{CallbacksOf, Hit, Store, Why};

/// Contacts on one page.
const PAGE: usize = 50;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    list: String,
    link: String,
    why: String,
    after: String,
}

#[derive(Template)]
#[template(path = "floor/held.html")]
struct HeldPage {
    shell: Shell,
    list: String,
    why: String,
    remedy: String,
    lines: Vec<Line>,
    next: Option<String>,
}

pub fn why_key(why: Why) -> &'static str {
    match why {
        Why::Now => "held-now",
        Why::NotDue => "held-not-due",
        Why::Law => "held-law",
        Why::Roster => "held-roster",
        Why::Resting => "held-resting",
        Why::Reserved => "held-reserved",
        Why::InHand => "held-in-hand",
        Why::Suspended => "held-suspended",
        Why::NoGround => "held-no-ground",
        Why::Never => "held-never",
        Why::Filtered => "held-filtered",
    }
}

fn remedy_key(why: Why) -> &'static str {
    match why {
        Why::Now => "held-now-remedy",
        Why::NotDue => "held-not-due-remedy",
        Why::Law => "held-law-remedy",
        Why::Roster => "held-roster-remedy",
        Why::Resting => "held-resting-remedy",
        Why::Reserved => "held-reserved-remedy",
        Why::InHand => "held-in-hand-remedy",
        Why::Suspended => "held-suspended-remedy",
        Why::NoGround => "held-no-ground-remedy",
        Why::Never => "held-never-remedy",
        Why::Filtered => "held-filtered-remedy",
    }
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, Failure> {
    let words = &visitor.words;
    let list: ListId = asked
        .list
        .parse()
        .map(ListId)
        .map_err(|_| Failure::NotFound)?;
    let link: Option<i64> = asked.link.parse().ok();
    let after = ContactId(asked.after.parse().unwrap_or_default());
    let why = match asked.why.as_str() {
        "overdue" => None,
        word => Some(Why::of(word).ok_or(Failure::NotFound)?),
    };
    let told = words.clone();
    let (name, (hits, next), house) = app
        .ask(move |store| {
            let there = store.list(list)?.ok_or(Failure::NotFound)?;
            let found = match why {
                Some(why) => store.contacts_behind(list, link, why, after, PAGE)?,
                None => (overdue(store, list)?, None),
            };
            let house = House::read(store)?.knowing(store, &found.0, &told)?;
            Ok::<_, Failure>((there.name, found, house))
        })
        .await?;
    let key = why.map_or("held-overdue", why_key);
    Ok(Page(HeldPage {
        list: name,
        why: words.t(key),
        remedy: words.t(why.map_or("held-overdue-remedy", remedy_key)),
        lines: hits.iter().map(|hit| house.line(hit, words)).collect(),
        next: next.map(|next| {
            let link = link.map_or_else(String::new, |link| link.to_string());
            let (list, why) = (list.0, why.map_or("overdue", Why::word));
            format!(
                "/floor/held?list={list}&link={link}&why={why}&after={}",
                next.0
            )
        }),
        shell: visitor.shell("floor-held-title"),
    }))
}

/// Callbacks whose time passed longer ago than the centre likes, oldest first.
fn overdue(store: &Store, list: ListId) -> Result<Vec<Hit>, Failure> {
    let patience = SignedDuration::from_mins(store.thresholds()?.overdue_minutes);
    let now = store.clock().now();
    let late = now.checked_sub(patience).unwrap_or(now);
    let from = Timestamp::UNIX_EPOCH;
    let found = store.callbacks(CallbacksOf::List(list), from, late, PAGE as i64)?;
    let mut hits = Vec::new();
    for callback in found {
        if let Some(row) = store.card(list, callback.contact)? {
            hits.push(Hit { list, row });
        }
    }
    Ok(hits)
}
