//! The page of one campaign.

use super::bounds;
use super::checks::{Check, checks};
use super::quotas::{self, QuotaLine};
use super::rows;
use super::seen::{Linked, Seen};
use super::sounds::{self, SoundLine};
use super::{midnight, state_label, state_mark};
use crate::app::App;
use crate::failure::Failure;
use crate::page::Page;
use crate::routes::leads_somewhere;
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::CampaignId;
use std::collections::BTreeMap;
use store::{CampaignState, Destination};

#[derive(Template)]
#[template(path = "campaigns/one.html")]
pub struct OnePage {
    shell: Shell,
    id: i64,
    state: String,
    mark: &'static str,
    /// The states it can be brought to, with the words for it.
    ways: Vec<(&'static str, String, bool)>,
    checks: Vec<Check>,
    figures: Vec<(String, String)>,
    name: String,
    priority: String,
    callbacks_jump: bool,
    /// On whose behalf it calls, and on whose it could.
    advertiser: String,
    caller_id: String,
    /// The law's rule that wants a number shown.
    shown_by_law: Option<String>,
    advertisers: Vec<String>,
    /// Assigned agents, then the others.
    agents: Vec<(i64, String)>,
    idle: Vec<(i64, String)>,
    grid: bool,
    links: Vec<LinkLine>,
    others: Vec<(i64, String)>,
    quotas: Vec<QuotaLine>,
    destinations: Vec<Destination>,
    quota_lists: Vec<(i64, String)>,
    columns: Vec<(&'static str, String)>,
    script: Option<String>,
    sounds: Vec<SoundLine>,
    /// What is asked beyond the law.
    bounds: Vec<String>,
    tried: Tried,
}

struct LinkLine {
    id: i64,
    list: i64,
    name: String,
    active: bool,
    priority: String,
    now: String,
    today: String,
    later: String,
    filter: String,
    roster: String,
    limits: String,
    codes: String,
    script: String,
    key: String,
}

/// A form of the page that was refused: what stood in it, and what is wrong, by field.
#[derive(Default)]
pub struct Tried {
    pub values: BTreeMap<String, String>,
    pub errors: BTreeMap<String, String>,
}

impl Tried {
    pub fn wrong(field: &str, value: &str, error: String) -> Self {
        let mut tried = Self::default();
        tried.keep(field, value);
        tried.errors.insert(field.to_owned(), error);
        tried
    }

    pub fn keep(&mut self, field: &str, value: &str) {
        self.values.insert(field.to_owned(), value.to_owned());
    }

    fn error(&self, field: &str) -> Option<&String> {
        self.errors.get(field)
    }

    fn value(&self, field: &str) -> Option<&String> {
        self.values.get(field)
    }

    fn of(&self, field: &str) -> &str {
        self.value(field).map_or("", String::as_str)
    }
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<impl Template>, Failure> {
    let seen = read(&app, &visitor, id).await?;
    Ok(Page(page(&visitor, &seen, Tried::default())))
}

/// The page again, with what is wrong beside the field.
pub async fn refused(
    visitor: &Visitor,
    app: &App,
    id: i64,
    tried: Tried,
) -> Result<Response, Failure> {
    let seen = read(app, visitor, id).await?;
    let page = page(visitor, &seen, tried);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response())
}

pub async fn read(app: &App, visitor: &Visitor, id: i64) -> Result<Seen, Failure> {
    let since = midnight(app, &visitor.words);
    app.ask(move |store| Seen::of(store, CampaignId(id), since))
        .await
}

fn page(visitor: &Visitor, seen: &Seen, tried: Tried) -> OnePage {
    let words = &visitor.words;
    let campaign = &seen.campaign;
    let people = |working: bool| {
        let those = seen.agents.iter().filter(move |(_, _, is)| *is == working);
        those.map(|(id, name, _)| (id.0, name.clone())).collect()
    };
    OnePage {
        shell: visitor.shell_named(campaign.name.as_str()),
        id: campaign.id.0,
        state: state_label(words, campaign.state),
        mark: state_mark(campaign.state),
        ways: ways(campaign.state, words),
        checks: checks(seen, words),
        figures: figures(seen, words),
        name: tried.value("name").unwrap_or(&campaign.name).clone(),
        priority: match tried.value("priority") {
            Some(typed) => typed.clone(),
            None => campaign.priority.to_string(),
        },
        callbacks_jump: campaign.callbacks_jump,
        advertiser: match tried.value("advertiser") {
            Some(typed) => typed.clone(),
            None => own_advertiser(seen).unwrap_or_default(),
        },
        caller_id: match (tried.value("caller_id"), campaign.caller_id) {
            (Some(typed), _) => typed.clone(),
            (None, Some(number)) => number.to_string(),
            (None, None) => String::new(),
        },
        shown_by_law: seen.shown_by_law.clone(),
        advertisers: seen
            .advertisers
            .iter()
            .map(|there| there.name.clone())
            .collect(),
        agents: people(true),
        idle: people(false),
        grid: leads_somewhere("/floor/grid"),
        links: seen
            .links
            .iter()
            .map(|linked| line(linked, words, &tried))
            .collect(),
        others: seen
            .others
            .iter()
            .map(|list| (list.id.0, list.name.clone()))
            .collect(),
        quotas: quotas::lines(seen, words),
        destinations: seen.destinations.clone(),
        quota_lists: seen
            .links
            .iter()
            .map(|linked| (linked.link.id, linked.list.name.clone()))
            .collect(),
        columns: quotas::columns(words),
        bounds: bounds::told(&seen.profile, words),
        script: newest_script(seen, words),
        sounds: sounds::lines(&seen.sounds, &tried, words),
        tried,
    }
}

fn newest_script(seen: &Seen, words: &Words) -> Option<String> {
    let script = seen.script.as_ref()?;
    let at = words.moment(script.at);
    let version = words.number(script.version);
    let parts = [
        ("version", version.as_str()),
        ("author", &script.author),
        ("at", &at),
    ];
    Some(words.with("script-newest", parts))
}

fn own_advertiser(seen: &Seen) -> Option<String> {
    let id = seen.campaign.advertiser?;
    let own = seen.advertisers.iter().find(|there| there.id == id)?;
    Some(own.name.clone())
}

/// What can be done with it next; the first is the usual one.
fn ways(state: CampaignState, words: &Words) -> Vec<(&'static str, String, bool)> {
    let (start, pause, close) = (
        ("running", words.t("campaign-start"), true),
        ("paused", words.t("campaign-pause"), false),
        ("closed", words.t("campaign-close"), false),
    );
    match state {
        CampaignState::Running => vec![pause, close],
        CampaignState::Paused => vec![start, close],
        CampaignState::Closed => vec![("running", words.t("campaign-reopen"), false)],
    }
}

fn figures(seen: &Seen, words: &Words) -> Vec<(String, String)> {
    let active = || seen.links.iter().filter(|linked| linked.link.active);
    let sum = |of: fn(&Linked) -> i64| words.number(active().map(of).sum::<i64>());
    vec![
        (
            sum(|linked| linked.stock.stock.now),
            words.t("results-stock-now"),
        ),
        (
            sum(|linked| linked.stock.stock.today),
            words.t("results-stock-today"),
        ),
        (
            sum(|linked| linked.stock.stock.later),
            words.t("results-stock-later"),
        ),
        (
            sum(|linked| linked.stock.callbacks),
            words.t("campaign-callbacks"),
        ),
        (words.number(seen.attempts), words.t("campaigns-attempts")),
    ]
}

fn line(linked: &Linked, words: &Words, tried: &Tried) -> LinkLine {
    let key = format!("link-{}", linked.link.id);
    let stock = linked.stock.stock;
    let settings = &linked.rules.settings;
    LinkLine {
        id: linked.link.id,
        list: linked.list.id.0,
        name: linked.list.name.clone(),
        active: linked.link.active,
        priority: match tried.value(&key) {
            Some(typed) => typed.clone(),
            None => linked.link.priority.to_string(),
        },
        now: words.number(stock.now),
        today: words.number(stock.today),
        later: words.number(stock.later),
        filter: match &linked.link.filter {
            Some(filter) => rows::summary(filter, &linked.list, words),
            None => words.t("link-no-filter"),
        },
        roster: match &settings.roster {
            Some(roster) => words.roster(roster),
            None => words.t("link-no-roster"),
        },
        codes: codes(linked, words),
        limits: match settings.limits {
            Some(_) => words.t("link-own-limits"),
            None => words.t("link-catalogue-limits"),
        },
        script: match &linked.script {
            Some(script) if script.list.is_some() => words.t("link-own-script"),
            Some(_) => words.t("link-campaign-script"),
            None => words.t("link-no-script"),
        },
        key,
    }
}

/// The catalogue and version a list works by, and how much is laid over it.
fn codes(linked: &Linked, words: &Words) -> String {
    let file = linked.rules.catalogue.file();
    let version = words.number(file.version);
    let mut parts = vec![("catalogue", file.title.as_str()), ("version", &version)];
    let laid = linked.rules.settings.overlay.codes.len();
    if laid == 0 {
        return words.with("codes-own", parts);
    }
    let laid = words.number(laid);
    parts.push(("n", &laid));
    words.with("codes-laid", parts)
}
