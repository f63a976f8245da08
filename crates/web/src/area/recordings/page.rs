//! All recordings, by campaign, agent, code and day; an agent sees her own that she may hear.

use super::may::is_supervisor;
use super::one::told;
use crate::app::App;
use crate::area::contacts::{Choice, name_of};
use crate::failure::Failure;
use crate::page::{Page, query_value};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use engine::{AgentId, CampaignId, Code, ContactId, ListId};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde::Deserialize;
use std::collections::BTreeMap;
use store::{Recording, RecordingOf, RecordingSearch, Store};

/// Recordings on one page.
const PAGE: usize = 50;

/// The address bar: all of it may be missing, or nonsense.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    campaign: String,
    agent: String,
    code: String,
    /// First and last day, both included.
    from: String,
    until: String,
    /// Where the page before ended.
    behind: String,
}

#[derive(Template)]
#[template(path = "recordings/page.html")]
struct RecordingsPage {
    shell: Shell,
    asked: Asked,
    supervises: bool,
    campaigns: Vec<Choice>,
    agents: Vec<Choice>,
    problems: BTreeMap<&'static str, String>,
    lines: Vec<Line>,
    next: Option<String>,
}

struct Line {
    place: String,
    at: String,
    contact: String,
    campaign: String,
    agent: String,
    code: String,
    lasts: String,
    state: String,
    can_be_heard: bool,
}

/// Names by id.
struct House {
    campaigns: BTreeMap<CampaignId, String>,
    agents: BTreeMap<AgentId, String>,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, Failure> {
    let words = visitor.words.clone();
    let supervises = is_supervisor(&visitor);
    let (mut search, problems) = asked.search(&words);
    if !supervises {
        search.agent = Some(visitor.agent().ok_or(Failure::Forbidden)?);
    }
    let is_sound = problems.is_empty();
    let (found, house) = app
        .ask(move |store| {
            let house = House::read(store)?;
            let found = match is_sound {
                true => store.find_recordings(&search)?,
                false => Vec::new(),
            };
            Ok::<_, Failure>((lines(store, &house, found, &words)?, house))
        })
        .await?;
    let mine = |(one, _): &(Recording, Line)| supervises || one.by_agent;
    let next = asked.next(found.len(), found.last().map(|(last, _)| last));
    Ok(Page(RecordingsPage {
        next,
        lines: found
            .into_iter()
            .filter(mine)
            .map(|(_, line)| line)
            .collect(),
        campaigns: choices(
            house.campaigns.iter().map(|(id, name)| (id.0, name)),
            &asked.campaign,
        ),
        agents: choices(
            house.agents.iter().map(|(id, name)| (id.0, name)),
            &asked.agent,
        ),
        problems,
        asked,
        supervises,
        shell: visitor.shell("recordings-title"),
    }))
}

fn choices<'n>(all: impl Iterator<Item = (i64, &'n String)>, chosen: &str) -> Vec<Choice> {
    all.map(|(id, name)| Choice::new(id, name, chosen))
        .collect()
}

fn lines(
    store: &Store,
    house: &House,
    found: Vec<Recording>,
    words: &Words,
) -> Result<Vec<(Recording, Line)>, Failure> {
    let mut lines = Vec::with_capacity(found.len());
    for recording in found {
        let RecordingOf {
            list,
            contact,
            attempt,
        } = recording.of;
        let there = store.list(list)?;
        let attempts = store.attempts_of(list, contact)?;
        let coded = attempts.iter().find(|there| there.attempt == attempt);
        let campaign = recording.campaign.and_then(|id| house.campaigns.get(&id));
        let lasts = recording.lasts();
        let line = Line {
            place: format!("/recordings/{}/{}/{attempt}", list.0, contact.0),
            at: words.moment(recording.created_at),
            contact: name_of(store, there.as_ref(), list, contact)?,
            campaign: campaign.cloned().unwrap_or_default(),
            agent: house
                .agents
                .get(&recording.agent)
                .cloned()
                .unwrap_or_default(),
            code: coded.map_or_else(String::new, |coded| coded.code.as_str().to_owned()),
            lasts: lasts.map_or_else(String::new, |lasts| words.duration(lasts.as_secs())),
            state: told(&recording, words),
            can_be_heard: recording.can_be_heard(),
        };
        lines.push((recording, line));
    }
    Ok(lines)
}

impl Asked {
    fn search(&self, words: &Words) -> (RecordingSearch, BTreeMap<&'static str, String>) {
        let mut problems = BTreeMap::new();
        let mut day = |name, text: &str| {
            let text = text.trim();
            let day: Option<Date> = text.parse().ok();
            if day.is_none() && !text.is_empty() {
                problems.insert(name, words.with("results-bad-day", [("day", text)]));
            }
            day
        };
        let (from, until) = (day("from", &self.from), day("until", &self.until));
        if from.zip(until).is_some_and(|(first, last)| first > last) {
            problems.insert("until", words.t("bulk-days-swapped"));
        }
        let start = |day: Date| words.zone().instant(day, Time::midnight());
        let code = self.code.replace(char::is_control, " ").trim().to_owned();
        let search = RecordingSearch {
            campaign: self.campaign.trim().parse().ok().map(CampaignId),
            agent: self.agent.trim().parse().ok().map(AgentId),
            code: Some(code).filter(|code| !code.is_empty()).map(Code::new),
            from: from.map(start),
            until: until.and_then(|day| day.tomorrow().ok()).map(start),
            behind: behind(&self.behind),
            limit: PAGE,
        };
        (search, problems)
    }

    /// Only a full page is followed by another.
    fn next(&self, found: usize, last: Option<&Recording>) -> Option<String> {
        let last = last.filter(|_| found >= PAGE)?;
        let behind = format!("{}-{}", last.created_at.as_microsecond(), last.of.name());
        let pairs: Vec<String> = [
            ("campaign", &self.campaign),
            ("agent", &self.agent),
            ("code", &self.code),
            ("from", &self.from),
            ("until", &self.until),
            ("behind", &behind),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", query_value(value)))
        .collect();
        Some(format!("/recordings?{}", pairs.join("&")))
    }
}

fn behind(text: &str) -> Option<(Timestamp, RecordingOf)> {
    let mut parts = text.split('-');
    let mut part = || parts.next()?.parse::<i64>().ok();
    let at = Timestamp::from_microsecond(part()?).ok()?;
    let of = RecordingOf {
        list: ListId(part()?),
        contact: ContactId(part()?),
        attempt: u32::try_from(part()?).ok()?,
    };
    Some((at, of))
}

impl House {
    fn read(store: &Store) -> Result<Self, Failure> {
        let campaigns = store.campaigns()?.into_iter();
        Ok(Self {
            campaigns: campaigns.map(|one| (one.id, one.name)).collect(),
            agents: store.agents()?.into_iter().collect(),
        })
    }
}

impl RecordingsPage {
    fn wrong(&self, name: &str) -> Option<&String> {
        self.problems.get(name)
    }
}
