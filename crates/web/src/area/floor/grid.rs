//! The campaign grid: who works for which campaign, and how. What will change is shown before
//! it is saved.

use super::ticks::{Days, Ticks};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, query_value, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::{AgentId, CampaignId};
use jiff::Timestamp;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use store::{CampaignState, Cell, CellChange, Store, Templates};

/// Agents on one page.
const PAGE: usize = 40;
/// A name longer than this fits no line.
const NAME_LONGEST: usize = 80;

#[derive(Template)]
#[template(path = "floor/grid.html")]
struct GridPage {
    shell: Shell,
    q: String,
    campaigns: Vec<(i64, String)>,
    rows: Vec<Row>,
    /// The agents and campaigns that are shown, for the form.
    agents_shown: String,
    campaigns_shown: String,
    templates: Vec<String>,
    next: Option<String>,
    saved: bool,
    name_error: Option<String>,
    name: String,
}

struct Row {
    id: i64,
    name: String,
    cells: Vec<(i64, String, Ticks)>,
}

#[derive(Template)]
#[template(path = "floor/grid_look.html")]
struct LookPage {
    shell: Shell,
    changes: Vec<Change>,
    back: String,
}

struct Change {
    agent: String,
    campaign: String,
    was: String,
    is: String,
    /// As the form hands it on.
    written: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    after: String,
    saved: String,
}

/// The house as the grid sees it.
struct House {
    campaigns: Vec<(CampaignId, String)>,
    agents: Vec<(AgentId, String)>,
    cells: BTreeMap<Key, Cell>,
    templates: Templates,
    now: Timestamp,
}

type Key = (AgentId, CampaignId);

impl House {
    async fn read(app: &App) -> Result<Self, Failure> {
        app.ask(Self::of).await
    }

    fn of(store: &Store) -> Result<Self, Failure> {
        let mut agents = store.agents()?;
        agents.sort_by_key(|(_, name)| name.to_lowercase());
        let open = |state: CampaignState| state != CampaignState::Closed;
        Ok(Self {
            campaigns: store
                .campaigns()?
                .into_iter()
                .filter(|there| open(there.state))
                .map(|there| (there.id, there.name))
                .collect(),
            agents,
            cells: store
                .cells()?
                .into_iter()
                .map(|cell| ((cell.agent, cell.campaign), cell))
                .collect(),
            templates: store.grid_templates()?,
            now: store.clock().now(),
        })
    }

    fn ticks(&self, key: Key, days: Days) -> Ticks {
        Ticks::of(self.cells.get(&key), days)
    }

    fn agent(&self, id: AgentId) -> Option<&str> {
        let found = self.agents.iter().find(|(known, _)| *known == id);
        found.map(|(_, name)| name.as_str())
    }

    fn campaign(&self, id: CampaignId) -> Option<&str> {
        let found = self.campaigns.iter().find(|(known, _)| *known == id);
        found.map(|(_, name)| name.as_str())
    }
}

/// How an agent works for a campaign, in words.
pub fn how(cell: &Cell, now: Timestamp, words: &Words) -> String {
    Ticks::of(Some(cell), Days::at(now, words.zone())).told(words)
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, Failure> {
    let house = House::read(&app).await?;
    Ok(Page(grid(&visitor, &house, &asked)))
}

fn grid(visitor: &Visitor, house: &House, asked: &Asked) -> GridPage {
    let days = Days::at(house.now, visitor.words.zone());
    let part = asked.q.trim().to_lowercase();
    let from: usize = asked.after.parse().unwrap_or_default();
    let wanted = |name: &str| name.to_lowercase().contains(&part);
    let chosen: Vec<&(AgentId, String)> = house
        .agents
        .iter()
        .filter(|(_, name)| wanted(name))
        .skip(from)
        .take(PAGE.saturating_add(1))
        .collect();
    let more = chosen.len() > PAGE;
    let rows: Vec<Row> = chosen
        .into_iter()
        .take(PAGE)
        .map(|(agent, name)| Row {
            id: agent.0,
            name: name.clone(),
            cells: house
                .campaigns
                .iter()
                .map(|(id, campaign)| (id.0, campaign.clone(), house.ticks((*agent, *id), days)))
                .collect(),
        })
        .collect();
    let joined = |ids: Vec<i64>| {
        let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
        ids.join(",")
    };
    GridPage {
        agents_shown: joined(rows.iter().map(|row| row.id).collect()),
        campaigns_shown: joined(house.campaigns.iter().map(|(id, _)| id.0).collect()),
        campaigns: house
            .campaigns
            .iter()
            .map(|(id, name)| (id.0, name.clone()))
            .collect(),
        rows,
        templates: house.templates.keys().cloned().collect(),
        next: more.then(|| {
            let q = query_value(&asked.q);
            format!("/floor/grid?q={q}&after={}", from.saturating_add(PAGE))
        }),
        q: asked.q.clone(),
        saved: asked.saved == "1",
        name_error: None,
        name: String::new(),
        shell: visitor.shell("floor-grid"),
    }
}

/// The form: what is ticked among what was shown.
struct Ticked {
    agents: BTreeSet<AgentId>,
    campaigns: BTreeSet<CampaignId>,
    cells: BTreeMap<Key, Ticks>,
    /// For a whole row or column: the ticks instead.
    rows: BTreeMap<AgentId, Ticks>,
    columns: BTreeMap<CampaignId, Ticks>,
    template: String,
    applies: bool,
    name: String,
    forget: String,
    q: String,
}

impl Ticked {
    fn of(pairs: &[(String, String)]) -> Self {
        let value = |wanted: &str| -> String {
            let found = pairs.iter().find(|(name, _)| name == wanted);
            found.map_or_else(String::new, |(_, value)| value.trim().to_owned())
        };
        let ids = |wanted: &str| -> Vec<i64> {
            let written = value(wanted);
            written
                .split(',')
                .filter_map(|id| id.parse().ok())
                .collect()
        };
        let mut ticked = Self {
            agents: ids("agents").into_iter().map(AgentId).collect(),
            campaigns: ids("campaigns").into_iter().map(CampaignId).collect(),
            cells: BTreeMap::new(),
            rows: BTreeMap::new(),
            columns: BTreeMap::new(),
            template: value("template"),
            applies: !value("apply").is_empty(),
            name: value("name").replace(char::is_control, " "),
            forget: value("forget"),
            q: value("q"),
        };
        for (name, value) in pairs {
            ticked.hear(name, value);
        }
        ticked
    }

    fn hear(&mut self, name: &str, value: &str) {
        let whole = |value: &str| Ticks::read(value);
        if name == "c" {
            let mut parts = value.split('.');
            let ids = (parts.next(), parts.next(), parts.next());
            if let (Some(campaign), Some(agent), Some(word)) = ids
                && let (Ok(campaign), Ok(agent)) = (campaign.parse(), agent.parse())
            {
                let key = (AgentId(agent), CampaignId(campaign));
                self.cells.entry(key).or_default().set(word);
            }
        } else if let Some(agent) = name.strip_prefix("row.")
            && let (Ok(agent), Some(ticks)) = (agent.parse(), whole(value))
        {
            self.rows.insert(AgentId(agent), ticks);
        } else if let Some(campaign) = name.strip_prefix("col.")
            && let (Ok(campaign), Some(ticks)) = (campaign.parse(), whole(value))
        {
            self.columns.insert(CampaignId(campaign), ticks);
        }
    }

    /// What is wanted of each cell that was shown.
    fn wanted(&self, house: &House) -> BTreeMap<Key, Ticks> {
        let kept = house.templates.get(&self.template);
        let kept = kept.filter(|_| self.applies);
        let mut wanted = BTreeMap::new();
        for agent in &self.agents {
            for campaign in &self.campaigns {
                let key = (*agent, *campaign);
                let of_template = kept.map(|cells| {
                    let cell = cells.iter().find(|cell| (cell.agent, cell.campaign) == key);
                    cell.map(Ticks::of_template).unwrap_or_default()
                });
                let ticks = of_template
                    .or_else(|| self.rows.get(agent).copied())
                    .or_else(|| self.columns.get(campaign).copied())
                    .unwrap_or_else(|| self.cells.get(&key).copied().unwrap_or_default());
                wanted.insert(key, ticks);
            }
        }
        wanted
    }
}

pub async fn look(
    visitor: Visitor,
    State(app): State<App>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Page<impl Template>, Failure> {
    let ticked = Ticked::of(&pairs);
    let house = House::read(&app).await?;
    let words = &visitor.words;
    let days = Days::at(house.now, words.zone());
    let changes = ticked
        .wanted(&house)
        .into_iter()
        .filter_map(|(key, is)| {
            let (agent, campaign) = (house.agent(key.0)?, house.campaign(key.1)?);
            let was = house.ticks(key, days);
            (was != is).then(|| Change {
                agent: agent.to_owned(),
                campaign: campaign.to_owned(),
                was: was.told(words),
                is: is.told(words),
                written: format!("{}.{}.{}.{}", key.1.0, key.0.0, was.written(), is.written()),
            })
        })
        .collect();
    Ok(Page(LookPage {
        changes,
        back: format!("/floor/grid?q={}", query_value(&ticked.q)),
        shell: visitor.shell("floor-grid-look"),
    }))
}

pub async fn save(
    visitor: Visitor,
    State(app): State<App>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let stale = visitor.words.t("grid-stale");
    let zone = visitor.words.zone().clone();
    let by = visitor.known()?.user;
    let written: Vec<String> = pairs
        .into_iter()
        .filter(|(name, _)| name == "change")
        .map(|(_, value)| value)
        .collect();
    app.ask(move |store| {
        let house = House::of(store)?;
        let days = Days::at(house.now, &zone);
        let mut changes = Vec::new();
        for written in &written {
            let (key, was, is) = change(written).ok_or_else(|| Failure::Bad(String::new()))?;
            let known = house.agent(key.0).is_some() && house.campaign(key.1).is_some();
            if !known || house.ticks(key, days) != was {
                return Err(Failure::Refused(stale));
            }
            changes.push(CellChange {
                agent: key.0,
                campaign: key.1,
                was: house.cells.get(&key).copied(),
                to: is.cell(key.1, key.0, days),
            });
        }
        match store.change_cells(changes, by)? {
            true => Ok(()),
            false => Err(Failure::Refused(stale)),
        }
    })
    .await?;
    Ok(see("/floor/grid?saved=1").into_response())
}

fn change(written: &str) -> Option<(Key, Ticks, Ticks)> {
    let mut parts = written.split('.');
    let campaign = CampaignId(parts.next()?.parse().ok()?);
    let agent = AgentId(parts.next()?.parse().ok()?);
    let (was, is) = (Ticks::read(parts.next()?)?, Ticks::read(parts.next()?)?);
    parts
        .next()
        .is_none()
        .then_some(((agent, campaign), was, is))
}

/// Keeps what is ticked under a name, or forgets a name.
pub async fn template(
    visitor: Visitor,
    State(app): State<App>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let ticked = Ticked::of(&pairs);
    if !ticked.forget.is_empty() {
        let name = ticked.forget;
        app.ask(move |store| store.set_grid_template(&name, None))
            .await
            .map_err(Failure::from)?;
        return Ok(see("/floor/grid").into_response());
    }
    let house = House::read(&app).await?;
    if ticked.name.is_empty() || ticked.name.chars().count() > NAME_LONGEST {
        let asked = Asked {
            q: ticked.q,
            ..Asked::default()
        };
        let mut page = grid(&visitor, &house, &asked);
        page.name_error = Some(visitor.words.t("grid-name-remedy"));
        page.name = ticked.name;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
    }
    let cells = ticked
        .wanted(&house)
        .into_iter()
        .filter_map(|((agent, campaign), ticks)| ticks.template(campaign, agent))
        .collect();
    let name = ticked.name;
    app.ask(move |store| store.set_grid_template(&name, Some(cells)))
        .await
        .map_err(Failure::from)?;
    Ok(see("/floor/grid").into_response())
}
