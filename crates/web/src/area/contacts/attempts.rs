//! Finding attempts: by code, outcome, agent, list, day or the number that was dialled; each
//! with the way to its contact and to its correction.

use super::bulk::{Choice, name_of};
use super::story::Coded;
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, query_value};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use engine::{AgentId, Code, ContactId, ListId, Number, Outcome, Rules};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{AttemptPlace, AttemptSearch, List, Store, Tried};

/// Attempts on one page.
const PAGE: usize = 50;

/// The address bar: all of it may be missing, or nonsense.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    list: String,
    code: String,
    outcome: String,
    agent: String,
    number: String,
    /// First and last day, both included.
    from: String,
    until: String,
    /// Where the page before ended.
    behind: String,
}

#[derive(Template)]
#[template(path = "contacts/attempts.html")]
pub struct AttemptsPage {
    shell: Shell,
    asked: Asked,
    lists: Vec<Choice>,
    outcomes: Vec<Choice>,
    agents: Vec<Choice>,
    problems: BTreeMap<&'static str, String>,
    lines: Vec<Line>,
    /// The address of what comes after this page.
    next: Option<String>,
}

struct Line {
    place: String,
    contact: String,
    attempt: u32,
    at: String,
    list: String,
    agent: String,
    outcome: String,
    code: Coded,
    talked: String,
}

struct House {
    lists: BTreeMap<ListId, (List, Arc<Rules>)>,
    agents: BTreeMap<AgentId, String>,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<AttemptsPage>, Failure> {
    let words = visitor.words.clone();
    let mut problems = BTreeMap::new();
    let search = asked.search(&words, &mut problems);
    let is_sound = problems.is_empty();
    let (found, house) = app
        .ask(move |store| {
            let found = match is_sound {
                true => named(store, store.find_attempts(&search)?)?,
                false => Vec::new(),
            };
            Ok::<_, Failure>((found, House::read(store)?))
        })
        .await?;
    Ok(Page(AttemptsPage {
        next: asked.next(&found),
        lines: found
            .iter()
            .map(|(tried, name)| house.line(tried, name, &words))
            .collect(),
        lists: house
            .lists
            .values()
            .map(|(list, _)| Choice::new(list.id.0, &list.name, &asked.list))
            .collect(),
        outcomes: Outcome::ALL
            .into_iter()
            .map(|outcome| Choice::new(outcome.word(), told(outcome, &words), &asked.outcome))
            .collect(),
        agents: house
            .agents
            .iter()
            .map(|(id, name)| Choice::new(id.0, name, &asked.agent))
            .collect(),
        problems,
        asked,
        shell: visitor.shell("attempts-title"),
    }))
}

/// Each with the name of its contact.
fn named(store: &Store, found: Vec<Tried>) -> Result<Vec<(Tried, String)>, Failure> {
    let mut lists: BTreeMap<ListId, Option<List>> = BTreeMap::new();
    let mut all = Vec::with_capacity(found.len());
    for tried in found {
        let list = match lists.get(&tried.list) {
            Some(list) => list.clone(),
            None => store.list(tried.list)?,
        };
        lists.insert(tried.list, list.clone());
        let name = name_of(store, list.as_ref(), tried.list, tried.contact)?;
        all.push((tried, name));
    }
    Ok(all)
}

fn told(outcome: Outcome, words: &Words) -> String {
    words.t(&format!("outcome-{}", outcome.word().replace('_', "-")))
}

impl Asked {
    fn search(
        &self,
        words: &Words,
        problems: &mut BTreeMap<&'static str, String>,
    ) -> AttemptSearch {
        let from = day("from", &self.from, words, problems);
        let until = day("until", &self.until, words, problems);
        if let (Some(first), Some(last)) = (from, until)
            && first > last
        {
            problems.insert("until", words.t("bulk-days-swapped"));
        }
        let start = |day: Date| words.zone().instant(day, Time::midnight());
        let code = self.code.replace(char::is_control, " ").trim().to_owned();
        AttemptSearch {
            list: self.list.trim().parse().ok().map(ListId),
            code: Some(code).filter(|code| !code.is_empty()).map(Code::new),
            outcome: Outcome::ALL
                .into_iter()
                .find(|outcome| outcome.word() == self.outcome),
            agent: self.agent.trim().parse().ok().map(AgentId),
            number: self.number(words, problems),
            from: from.map(start),
            until: until.and_then(|day| day.tomorrow().ok()).map(start),
            behind: place(&self.behind),
            limit: PAGE,
        }
    }

    fn number(
        &self,
        words: &Words,
        problems: &mut BTreeMap<&'static str, String>,
    ) -> Option<Number> {
        let text = self.number.trim();
        if text.is_empty() {
            return None;
        }
        let written = |c: char| c.is_ascii_digit() || "+ -()/.".contains(c);
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        // Without its country code a number may be anybody's.
        let international = text.starts_with('+') || text.starts_with("00");
        let number = digits
            .trim_start_matches('0')
            .parse()
            .ok()
            .and_then(|digits| Number::new(digits).ok())
            .filter(|_| international && text.chars().all(written));
        if number.is_none() {
            problems.insert(
                "number",
                words.with("attempts-bad-number", [("text", text)]),
            );
        }
        number
    }

    /// Only a full page is followed by another.
    fn next(&self, found: &[(Tried, String)]) -> Option<String> {
        let (last, _) = found.last().filter(|_| found.len() >= PAGE)?;
        let place = last.place();
        let behind = format!(
            "{}-{}-{}-{}",
            place.coded_at.as_microsecond(),
            place.list.0,
            place.contact.0,
            place.attempt
        );
        let pairs: Vec<String> = [
            ("list", &self.list),
            ("code", &self.code),
            ("outcome", &self.outcome),
            ("agent", &self.agent),
            ("number", &self.number),
            ("from", &self.from),
            ("until", &self.until),
            ("behind", &behind),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", query_value(value)))
        .collect();
        Some(format!("/contacts/attempts?{}", pairs.join("&")))
    }
}

fn day(
    name: &'static str,
    text: &str,
    words: &Words,
    problems: &mut BTreeMap<&'static str, String>,
) -> Option<Date> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let day = text.parse().ok();
    if day.is_none() {
        problems.insert(name, words.with("results-bad-day", [("day", text)]));
    }
    day
}

fn place(text: &str) -> Option<AttemptPlace> {
    let mut parts = text.split('-');
    let mut part = || parts.next()?.parse::<i64>().ok();
    Some(AttemptPlace {
        coded_at: Timestamp::from_microsecond(part()?).ok()?,
        list: ListId(part()?),
        contact: ContactId(part()?),
        attempt: u32::try_from(part()?).ok()?,
    })
}

impl House {
    fn read(store: &Store) -> Result<Self, Failure> {
        let mut lists = BTreeMap::new();
        for list in store.lists()? {
            let rules = store.rules(list.rules)?;
            lists.insert(list.id, (list, rules));
        }
        Ok(Self {
            lists,
            agents: store.agents()?.into_iter().collect(),
        })
    }

    fn line(&self, tried: &Tried, name: &str, words: &Words) -> Line {
        let there = self.lists.get(&tried.list);
        let attempt = &tried.attempt;
        Line {
            place: format!("/contacts/{}/{}", tried.list.0, tried.contact.0),
            contact: name.to_owned(),
            attempt: attempt.attempt,
            at: words.moment(attempt.coded_at),
            list: there.map_or_else(String::new, |(list, _)| list.name.clone()),
            agent: self
                .agents
                .get(&attempt.agent)
                .cloned()
                .unwrap_or_else(|| attempt.agent.0.to_string()),
            outcome: told(attempt.outcome, words),
            code: Coded::of_call(there.map(|(_, rules)| &rules.catalogue), words, attempt),
            talked: attempt.answered_at.map_or_else(String::new, |answered| {
                words.duration(attempt.ended_at.duration_since(answered).as_secs())
            }),
        }
    }
}

impl AttemptsPage {
    fn wrong(&self, name: &str) -> Option<&String> {
        self.problems.get(name)
    }
}
