//! The agent's own list: what she may pick from where addresses are ordered by score, the
//! highest first; what is to be called later is found by its text.

use crate::app::App;
use crate::called::{Fields, called};
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use engine::{Catalogue, ListId, Rules, Score};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;
use store::{List, Store, WorkLine};

/// So many lines are shown.
const SHOWN: usize = 50;

/// The address bar: it may be missing, or nonsense.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
}

#[derive(Template)]
#[template(path = "desk/list.html")]
pub struct ListPage {
    shell: Shell,
    q: String,
    lines: Vec<Line>,
}

pub struct Line {
    contact: i64,
    name: String,
    list: String,
    score: String,
    code: String,
    hue: usize,
    due: String,
    /// It is wanted at this minute, before all others.
    is_appointment: bool,
    is_due: bool,
    is_own: bool,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<ListPage>, Failure> {
    let agent = visitor.desk()?;
    let words = visitor.words.clone();
    // No text holds a control character, and a database may refuse one.
    let q = asked.q.replace(char::is_control, " ").trim().to_owned();
    let text = q.clone();
    let lines = app
        .ask(move |store| {
            let found = store.work_list(agent, &text, SHOWN)?;
            lines(store, &found, &words)
        })
        .await?;
    let shell = visitor.shell("worklist-title");
    Ok(Page(ListPage { shell, q, lines }))
}

fn lines(store: &Store, found: &[WorkLine], words: &Words) -> Result<Vec<Line>, Failure> {
    let now = store.clock().now();
    let mut lists: BTreeMap<ListId, (List, Arc<Rules>)> = BTreeMap::new();
    let mut lines = Vec::new();
    for there in found {
        let id = there.contact.list;
        let (list, rules) = match lists.entry(id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let list = store.list(id)?.ok_or(Failure::NotFound)?;
                let rules = store.rules(list.rules)?;
                place.insert((list, rules))
            }
        };
        lines.push(line(there, list, &rules.catalogue, words, now));
    }
    Ok(lines)
}

fn line(
    there: &WorkLine,
    list: &List,
    catalogue: &Catalogue,
    words: &Words,
    now: jiff::Timestamp,
) -> Line {
    let contact = &there.contact;
    let fields: Fields = serde_json::from_str(&there.row.fields).unwrap_or_default();
    let otherwise = there.row.key.clone();
    let otherwise = otherwise.unwrap_or_else(|| contact.id.0.to_string());
    let code = catalogue.find(contact.code.as_str());
    let language = words.language().word();
    Line {
        contact: contact.id.0,
        name: called(Some(list), &fields, &otherwise),
        list: list.name.clone(),
        score: contact
            .score
            .map_or_else(String::new, |score| told(score, words)),
        code: code.map_or_else(String::new, |found| found.label_in(language).to_owned()),
        hue: code.map_or(0, |found| super::codes::hue(catalogue.file(), &found.group)),
        due: contact
            .offer_at
            .map_or_else(String::new, |at| words.moment(at)),
        is_appointment: contact.place().shelf.is_callback(),
        is_due: contact.offer_at.is_some_and(|at| at <= now),
        is_own: contact.held.is_some(),
    }
}

/// A score and of what it is made up.
fn told(score: Score, words: &Words) -> String {
    let figure = |points: u32| words.number(points);
    words.with(
        "worklist-score-of",
        [
            ("points", figure(score.points()).as_str()),
            ("last", &figure(score.from_last())),
            ("history", &figure(score.from_history())),
        ],
    )
}
