//! The floor: what agents do, how campaigns do, what can be offered and what holds the rest
//! back, all at one moment.
//!
//! Who does what is read anew each time, by one seek for each agent. Figures are counted from
//! indexes and kept: those of attempts for a second, stock for five, closed contacts for a
//! minute, and each at least fifty times as long as counting took.
//!
//! What counting costs, of one list with a million contacts on SQLite: stock 0.3 s of one core,
//! and 0.6 s more for those that are due where the law or rosters say different things; closed
//! contacts 4 s; 50,000 attempts of a day 60 ms. Once there is an answer nobody waits for it.

mod agents;
mod alerts;
mod compliance;
mod figures;
mod grounds;
mod held;
mod log;
mod stock;
mod why;

pub use agents::FloorAgent;
pub use alerts::{Alert, Thresholds};
pub use compliance::{ListCompliance, Shut};
pub use figures::{Pace, SLICES};
pub use log::FloorEvent;
pub(crate) use log::note;
use stock::Shape;
pub use stock::{Closed, ListStock};
pub use why::Why;

use crate::breaks::BreakType;
use crate::ceiling::{self, Room};
use crate::clock::Clock;
use crate::error::Result;
use crate::grid::{self, Cell};
use crate::house::{self, Campaign, CampaignState, ListLink};
use crate::kept::Kept;
use crate::rules::RulesCache;
use crate::store::Store;
use engine::{AgentPhase, CampaignId, ListId, Progressive, Rules, Zone};
use figures::Figures;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// Everything the floor shows.
#[derive(Debug, Clone)]
pub struct Floor {
    pub now: Timestamp,
    /// By name; those who are out are among them.
    pub agents: Vec<FloorAgent>,
    /// Those that are not closed, by priority and name.
    pub campaigns: Vec<FloorCampaign>,
    /// The last hour, all campaigns together, oldest slice of five minutes first.
    pub trend: [Pace; SLICES],
    pub trend_from: Timestamp,
    pub today: Pace,
    pub breaks: Vec<BreakType>,
    pub thresholds: Thresholds,
}

#[derive(Debug, Clone)]
pub struct FloorCampaign {
    pub campaign: Campaign,
    /// Of the agents who work for it now: those with a contact of it in hand, and those with
    /// empty hands who may be offered one. Somebody who waits for two campaigns counts in both.
    pub phases: BTreeMap<AgentPhase, usize>,
    /// How many work for it, at work or not.
    pub assigned: usize,
    pub lists: Vec<FloorList>,
    /// The last hour.
    pub hour: Pace,
    pub today: Pace,
    /// How many answered calls found no agent.
    pub room: Option<Room>,
    /// It dials by itself.
    pub progressive: Option<Progressive>,
}

/// A list as a campaign offers it.
#[derive(Debug, Clone)]
pub struct FloorList {
    pub link: ListLink,
    pub name: String,
    pub stock: Arc<ListStock>,
    pub closed: Closed,
}

impl FloorCampaign {
    /// What can be offered at this moment, over all lists that are offered at all.
    pub fn stock_now(&self) -> i64 {
        let active = self.lists.iter().filter(|list| list.link.active);
        active.map(|list| list.stock.count(Why::Now)).sum()
    }

    /// Agents of this campaign who are at work.
    pub fn at_work(&self) -> usize {
        self.phases.values().sum()
    }
}

/// What the store keeps for a moment.
#[derive(Default)]
pub(crate) struct FloorKept {
    figures: Kept<Figures>,
    stock: Kept<ListStock>,
    shape: Kept<Shape>,
}

/// How long figures of attempts serve.
const FIGURES: Duration = Duration::from_secs(1);
const STOCK: Duration = Duration::from_secs(5);
/// Closed contacts are counted by going through the list: about a second for a million.
const SHAPE: Duration = Duration::from_secs(60);

impl Store {
    /// The floor at this moment. Its day is that of the zone.
    pub fn floor(&self, zone: &Zone) -> Result<Floor> {
        let now = self.clock().now();
        let thresholds = self.thresholds()?;
        let cache = self.rules_cache();
        let (agents, house) = self.read(|conn| {
            let lists = house::lists(conn)?;
            let rules = lists
                .iter()
                .map(|list| Ok((list.id, cache.load(conn, list.rules)?)))
                .collect::<Result<BTreeMap<ListId, Arc<Rules>>>>()?;
            let house = House {
                campaigns: house::campaigns(conn)?,
                links: house::all_links(conn)?,
                names: lists.into_iter().map(|list| (list.id, list.name)).collect(),
                cells: grid::cells(conn)?,
                rules,
            };
            Ok((agents::read(conn)?, house))
        })?;
        let today = start_of_day(zone, now);
        let (store, rules) = (self.clone(), house.rules.clone());
        let figures = self.floor_kept().figures.get(
            (today.as_microsecond(), 0),
            self.keeps(FIGURES),
            move || {
                let now = store.clock().now();
                store.read(|conn| figures::read(conn, &rules, today, now))
            },
        )?;
        let mut agents = agents;
        for agent in &mut agents {
            agent.add(figures.agents.get(&agent.id));
        }
        let campaigns = self.floor_campaigns(&house, &agents, &figures, &thresholds, now)?;
        Ok(Floor {
            now,
            campaigns,
            trend: figures.hour(None),
            trend_from: figures.from,
            today: figures.today,
            agents,
            breaks: self.break_types()?,
            thresholds,
        })
    }

    fn floor_campaigns(
        &self,
        house: &House,
        agents: &[FloorAgent],
        figures: &Figures,
        thresholds: &Thresholds,
        now: Timestamp,
    ) -> Result<Vec<FloorCampaign>> {
        let open = house
            .campaigns
            .iter()
            .filter(|campaign| campaign.state != CampaignState::Closed);
        let mut campaigns = open
            .map(|campaign| {
                let id = campaign.id;
                let lists = house
                    .links
                    .iter()
                    .filter(|link| link.campaign == id)
                    .map(|link| self.floor_list(house, link, thresholds))
                    .collect::<Result<Vec<_>>>()?;
                let rules = house.links.iter().filter(|link| link.campaign == id);
                let rules = rules.filter_map(|link| house.rules.get(&link.list));
                let room =
                    self.read(|conn| ceiling::room(conn, id, rules.map(AsRef::as_ref), now))?;
                let working = |cell: &&Cell| cell.campaign == id && cell.holds(now);
                let cells: Vec<&Cell> = house.cells.iter().filter(working).collect();
                Ok(FloorCampaign {
                    phases: phases(id, &cells, agents),
                    assigned: cells.len(),
                    lists,
                    room,
                    progressive: self.campaign_profile(id)?.progressive,
                    hour: Pace::sum(&figures.hour(Some(id))),
                    today: figures.campaigns.get(&id).copied().unwrap_or_default(),
                    campaign: campaign.clone(),
                })
            })
            .collect::<Result<Vec<_>>>()?;
        campaigns.sort_by_key(|there| (there.campaign.priority, there.campaign.name.clone()));
        Ok(campaigns)
    }

    fn floor_list(
        &self,
        house: &House,
        link: &ListLink,
        thresholds: &Thresholds,
    ) -> Result<FloorList> {
        let rules = house.rules.get(&link.list).cloned();
        let (stock, shape) = self.stock_by_reason(link, rules, thresholds)?;
        Ok(FloorList {
            link: link.clone(),
            name: house.names.get(&link.list).cloned().unwrap_or_default(),
            stock,
            closed: shape.closed,
        })
    }

    /// What a link offers and what holds the rest back, and what is known of the whole list.
    pub(crate) fn stock_by_reason(
        &self,
        link: &ListLink,
        rules: Option<Arc<Rules>>,
        thresholds: &Thresholds,
    ) -> Result<(Arc<ListStock>, Arc<Shape>)> {
        let list = link.list;
        let overdue = SignedDuration::from_mins(thresholds.overdue_minutes);
        let kept = self.floor_kept();
        let (store, of_list) = (self.clone(), rules.clone());
        let shape = kept
            .shape
            .get((list.0, 0), self.keeps(SHAPE), move || match of_list {
                Some(rules) => store.count_shape(list, &rules),
                None => Ok(Shape::default()),
            })?;
        let count = |link: Option<i64>| {
            let (store, rules, shape) = (self.clone(), rules.clone(), shape.clone());
            let key = (list.0, link.unwrap_or(0));
            kept.stock.get(key, self.keeps(STOCK), move || match rules {
                Some(rules) => store.count_stock(list, link, &rules, &shape, overdue),
                None => Ok(ListStock::default()),
            })
        };
        let mut stock = count(None)?;
        if link.filter.is_some() {
            let members = count(Some(link.id))?;
            let all = stock.open();
            stock = Arc::new(members.within(all));
        }
        Ok((stock, shape))
    }

    /// Under a clock that is set by hand nothing is kept: it says nothing of how old it is.
    fn keeps(&self, keep: Duration) -> Option<Duration> {
        (!matches!(self.clock(), Clock::Set(_))).then_some(keep)
    }
}

/// The small tables that everything else is put together by.
struct House {
    campaigns: Vec<Campaign>,
    links: Vec<ListLink>,
    names: BTreeMap<ListId, String>,
    cells: Vec<Cell>,
    rules: BTreeMap<ListId, Arc<Rules>>,
}

fn phases(id: CampaignId, cells: &[&Cell], agents: &[FloorAgent]) -> BTreeMap<AgentPhase, usize> {
    let mut phases = BTreeMap::new();
    let here = agents.iter().filter(|agent| match agent.phase {
        AgentPhase::Out => false,
        AgentPhase::Break | AgentPhase::Ready => cells.iter().any(|cell| cell.agent == agent.id),
        AgentPhase::Reserved | AgentPhase::Dialling | AgentPhase::Talking | AgentPhase::WrapUp => {
            agent.campaign == Some(id)
        }
    });
    for agent in here {
        *phases.entry(agent.phase).or_insert(0) += 1;
    }
    phases
}

pub(crate) fn start_of_day(zone: &Zone, now: Timestamp) -> Timestamp {
    zone.start_of(zone.local(now).date())
}

/// The end of the civil day of a list's law, as the stock of a list has it.
pub(crate) fn end_of_day(rules: &Rules, now: Timestamp) -> Timestamp {
    let zone = rules.law.zone();
    let today = zone.local(now).date();
    zone.start_of(today.tomorrow().unwrap_or(today))
}

impl std::fmt::Debug for FloorKept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FloorKept").finish_non_exhaustive()
    }
}

/// The rules of a list, by way of the cache.
pub(crate) fn rules_of(
    conn: &mut dyn crate::conn::Conn,
    cache: &RulesCache,
    list: ListId,
) -> Result<Option<Arc<Rules>>> {
    house::list_by_id(conn, list)?
        .map(|list| cache.load(conn, list.rules))
        .transpose()
}
