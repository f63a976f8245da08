//! Finding contacts by what one remembers, or one after the other by what they are.

use super::STATES;
use super::story::Coded;
use crate::app::App;
use crate::called::{Fields, called};
use crate::failure::Failure;
use crate::page::{Page, query_value};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use engine::{AgentId, Attempt, ContactId, ListId, Rules};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{Hit, List, Search, Store};

/// Contacts on one page.
const PAGE: usize = 50;
/// The address bar: all of it may be missing, or nonsense.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    list: String,
    state: String,
    code: String,
    owner: String,
    after: String,
}

#[derive(Template)]
#[template(path = "contacts/search.html")]
pub struct SearchPage {
    shell: Shell,
    asked: Asked,
    lists: Vec<(i64, String, bool)>,
    states: Vec<(&'static str, String, bool)>,
    agents: Vec<(i64, String, bool)>,
    lines: Vec<Line>,
    /// The address of what comes after this page.
    next: Option<String>,
    /// Where all that was found is changed at once: not what was found by its text.
    bulk: Option<String>,
    /// Where they are moved to another list.
    moving: Option<String>,
    searched: bool,
}

pub struct Line {
    pub path: String,
    pub name: String,
    pub list: String,
    pub state: String,
    pub code: Coded,
    pub due: String,
    pub attempts: String,
    pub last: String,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<SearchPage>, Failure> {
    let search = asked.search();
    let words = visitor.words.clone();
    let (found, house) = app
        .ask(move |store| {
            let found = store.search(&search)?;
            let house = House::read(store)?.knowing(store, &found, &words)?;
            Ok::<_, Failure>((found, house))
        })
        .await?;
    let words = &visitor.words;
    let next = asked.next(&found);
    let mark = |wanted: &str, id: i64| wanted.parse() == Ok(id);
    Ok(Page(SearchPage {
        lines: found.iter().map(|hit| house.line(hit, words)).collect(),
        lists: house
            .lists
            .values()
            .map(|(list, _)| (list.id.0, list.name.clone(), mark(&asked.list, list.id.0)))
            .collect(),
        states: STATES
            .into_iter()
            .map(|state| (state, state_in(words, state), asked.state == state))
            .collect(),
        agents: house
            .agents
            .iter()
            .map(|(id, name)| (id.0, name.clone(), mark(&asked.owner, id.0)))
            .collect(),
        searched: asked.narrows(),
        moving: asked.moving(),
        bulk: asked.bulk(),
        next,
        asked,
        shell: visitor.shell("contacts-title"),
    }))
}

fn state_in(words: &Words, state: &str) -> String {
    words.t(&format!("state-{}", state.replace('_', "-")))
}

impl Asked {
    fn search(&self) -> Search {
        // No text holds a control character, and a database may refuse one.
        let plain = |text: &String| text.replace(char::is_control, " ").trim().to_owned();
        let some = |text: &String| Some(plain(text)).filter(|text| !text.is_empty());
        Search {
            text: plain(&self.q),
            list: self.list.parse().ok().map(ListId),
            state: some(&self.state),
            code: some(&self.code),
            owner: self.owner.parse().ok().map(AgentId),
            after: place(&self.after),
            limit: PAGE,
        }
    }

    fn narrows(&self) -> bool {
        [&self.q, &self.list, &self.state, &self.code, &self.owner]
            .into_iter()
            .any(|given| !given.trim().is_empty())
    }

    /// A text or an owner is no criterion of a bulk change: more would be changed than is shown.
    fn bulk(&self) -> Option<String> {
        let other = [&self.q, &self.owner];
        if other.into_iter().any(|given| !given.trim().is_empty()) {
            return None;
        }
        Some(format!(
            "/contacts/bulk?list={}&state={}&code={}",
            query_value(&self.list),
            query_value(&self.state),
            query_value(&self.code)
        ))
    }

    /// One list's contacts go to another.
    fn moving(&self) -> Option<String> {
        let list = self.list.trim().parse().ok()?;
        self.bulk()?;
        Some(super::moving::way(list, &self.state, &self.code))
    }

    /// Only what is gone through in order has a next page.
    fn next(&self, found: &[Hit]) -> Option<String> {
        let last = found.last().filter(|_| found.len() >= PAGE)?;
        if !self.q.trim().is_empty() {
            return None;
        }
        Some(format!(
            "/contacts?list={}&state={}&code={}&owner={}&after={}-{}",
            query_value(&self.list),
            query_value(&self.state),
            query_value(&self.code),
            query_value(&self.owner),
            last.list.0,
            last.row.id.0
        ))
    }
}

fn place(text: &str) -> Option<(ListId, ContactId)> {
    let (list, contact) = text.split_once('-')?;
    Some((ListId(list.parse().ok()?), ContactId(contact.parse().ok()?)))
}

/// What a line needs beside the contact.
pub struct House {
    lists: BTreeMap<ListId, (List, Arc<Rules>)>,
    agents: BTreeMap<AgentId, String>,
    /// Which attempts gave the contacts their codes, where these are read in other words.
    gave: BTreeMap<(ListId, ContactId), Attempt>,
}

impl House {
    pub fn read(store: &Store) -> Result<Self, Failure> {
        let mut lists = BTreeMap::new();
        for list in store.lists()? {
            let rules = store.rules(list.rules)?;
            lists.insert(list.id, (list, rules));
        }
        Ok(Self {
            lists,
            agents: store.agents()?.into_iter().collect(),
            gave: BTreeMap::new(),
        })
    }

    /// Asks which attempts gave what was found its codes, if codes are read in other words.
    pub fn knowing(mut self, store: &Store, found: &[Hit], words: &Words) -> Result<Self, Failure> {
        if words.vocabulary().is_some() {
            for list in self.lists.keys() {
                let there = found.iter().filter(|hit| hit.list == *list);
                let ids: Vec<ContactId> = there.map(|hit| hit.row.id).collect();
                let gave = store.givers(*list, &ids)?.into_iter();
                self.gave
                    .extend(gave.map(|(id, attempt)| ((*list, id), attempt)));
            }
        }
        Ok(self)
    }

    pub fn line(&self, hit: &Hit, words: &Words) -> Line {
        let there = self.lists.get(&hit.list);
        let row = &hit.row;
        let moment =
            |at: Option<jiff::Timestamp>| at.map_or_else(String::new, |at| words.moment(at));
        Line {
            path: format!("/contacts/{}/{}", hit.list.0, row.id.0),
            name: name(hit, there.map(|(list, _)| list)),
            list: there.map_or_else(String::new, |(list, _)| list.name.clone()),
            state: state_in(words, &row.state),
            code: Coded::of_contact(
                there.map(|(_, rules)| &rules.catalogue),
                words,
                row.code.as_str(),
                self.gave.get(&(hit.list, row.id)),
            ),
            due: moment(row.due_at),
            attempts: words.number(row.attempts),
            last: moment(row.last_attempt_at),
        }
    }
}

fn name(hit: &Hit, list: Option<&List>) -> String {
    let fields: Fields = serde_json::from_str(&hit.row.fields).unwrap_or_default();
    let otherwise = hit
        .row
        .key
        .clone()
        .unwrap_or_else(|| hit.row.id.0.to_string());
    called(list, &fields, &otherwise)
}
