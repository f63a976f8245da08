//! The world of a simulation: its agenda, everybody in it.

use crate::agenda::{Agenda, Happening};
use crate::chance::Dice;
use crate::desk::{Act, Desk};
use crate::door::Door;
use crate::error::SimError;
use crate::faults::Faults;
use crate::shift::plus;
use crate::summary::{self, StockAt};
use engine::{ListId, Rules, Zone};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{CampaignState, Recorded, Store};
use workers::{Done, Keeper, Lines};

/// Seconds between two rounds of the keeper.
const ROUND: i64 = 30;

pub(crate) struct World {
    pub seed: u64,
    pub faults: Faults,
    pub dice: Dice,
    pub door: Door,
    pub lines: Lines,
    pub agenda: Agenda,
    pub rules: BTreeMap<ListId, Arc<Rules>>,
    pub desks: Vec<Desk>,
    keeper: Keeper,
    /// Whether the keeper goes its rounds and the hours are counted.
    pub open: bool,
    /// Reports still on their way.
    pub on_their_way: u64,
    /// When the lines are listened to next.
    pub listen_at: Option<Timestamp>,
    pub stock: Vec<StockAt>,
    /// Whether those who were not reached ring back: somebody has to take their calls.
    pub can_be_called: bool,
}

impl World {
    /// Nobody has a shift yet.
    pub fn new(
        door: Door,
        lines: Lines,
        seed: u64,
        agents: impl Iterator<Item = String>,
    ) -> Result<Self, SimError> {
        let desks = desks(door.store(), seed, agents)?;
        let mut world = Self {
            seed,
            faults: Faults::none(),
            dice: Dice::of(&[seed, 0xfa17]),
            door,
            lines,
            agenda: Agenda::default(),
            rules: BTreeMap::new(),
            desks,
            keeper: Keeper::default(),
            open: false,
            on_their_way: 0,
            listen_at: None,
            stock: Vec::new(),
            can_be_called: false,
        };
        world.learn_rules()?;
        Ok(world)
    }

    /// The rules of all lists as they are now.
    pub fn learn_rules(&mut self) -> Result<(), SimError> {
        self.rules = rules(self.door.store())?;
        for (list, rules) in &self.rules {
            self.door.laws.know(*list, rules.clone());
        }
        Ok(())
    }

    pub fn happen(&mut self, happening: Happening) -> Result<(), SimError> {
        match happening {
            Happening::Act { agent, act, .. } => self.act(agent, act),
            Happening::Lines => self.listen(),
            Happening::Told(entry) => self.told(*entry),
            Happening::Keep => self.keep(),
            Happening::Hour => self.hour(),
            Happening::RingsIn(caller) => self.rings_in(caller),
        }
    }

    /// Planned once, and overtaken by something else since.
    pub fn is_off(&self, at: Timestamp, happening: &Happening) -> bool {
        match happening {
            Happening::Act { agent, turn, .. } => {
                self.desks.get(*agent).map(|desk| desk.turn) != Some(*turn)
            }
            Happening::Lines => self.listen_at != Some(at),
            Happening::Told(_) | Happening::Keep | Happening::Hour | Happening::RingsIn(_) => false,
        }
    }

    pub fn now(&self) -> Timestamp {
        self.door.store().clock().now()
    }

    /// Plans what an agent does next; whatever was planned before is off.
    pub fn expect(&mut self, agent: usize, seconds: i64, act: Act) {
        let at = plus(self.now(), seconds);
        self.expect_at(agent, at, act);
    }

    pub fn expect_at(&mut self, agent: usize, at: Timestamp, act: Act) {
        let Some(desk) = self.desks.get_mut(agent) else {
            return;
        };
        desk.turn += 1;
        let turn = desk.turn;
        self.agenda.plan(at, Happening::Act { agent, turn, act });
    }

    /// The next shift, if there is one.
    pub fn come_in(&mut self, agent: usize) {
        let Some(desk) = self.desks.get_mut(agent) else {
            return;
        };
        desk.shift = desk.later.pop_front();
        if let Some(begins) = desk.shift.as_ref().map(|shift| shift.begins) {
            self.expect_at(agent, begins, Act::LogIn);
        }
    }

    /// The first who comes in turns on the lights: the keeper's rounds, the full hours.
    pub fn lights_on(&mut self) {
        if !self.open {
            self.open = true;
            let now = self.now();
            self.agenda.plan(plus(now, ROUND), Happening::Keep);
            self.agenda.plan(next_hour(now), Happening::Hour);
        }
    }

    /// One round of the keeper, and what it means for those who had a contact in hand.
    pub fn round(&mut self) -> Result<(), SimError> {
        let Done {
            recorded,
            hang_up,
            problem,
            ..
        } = self.keeper.step(self.door.store());
        if let Some(problem) = problem {
            return Err(problem.into());
        }
        for recorded in &recorded {
            self.door.laws.note(recorded);
            self.see(recorded);
        }
        for call in hang_up {
            self.hang_up(call.contact, call.attempt);
        }
        Ok(())
    }

    fn keep(&mut self) -> Result<(), SimError> {
        self.round()?;
        if self.is_busy() {
            let next = plus(self.now(), ROUND);
            self.agenda.plan(next, Happening::Keep);
        } else {
            self.open = false;
        }
        Ok(())
    }

    fn hour(&mut self) -> Result<(), SimError> {
        self.count_stock()?;
        if self.open {
            let next = next_hour(self.now());
            self.agenda.plan(next, Happening::Hour);
        }
        Ok(())
    }

    pub fn count_stock(&mut self) -> Result<(), SimError> {
        let lists: Vec<ListId> = self.rules.keys().copied().collect();
        let counted = summary::stock(self.door.store(), &lists)?;
        if self.stock.last().map(|last| last.at) != Some(counted.at) {
            self.stock.push(counted);
        }
        Ok(())
    }

    /// Somebody is in, has a contact in hand or is on the line, or a report is on its way.
    fn is_busy(&self) -> bool {
        let now = self.now();
        let is_in = |desk: &Desk| desk.shift.as_ref().is_some_and(|shift| shift.begins <= now);
        self.desks.iter().any(is_in)
            || !self.door.laws.at_rest()
            || self.lines.next_due().is_some()
            || self.on_their_way > 0
    }

    /// What became of a contact, as the desk that has it sees it.
    pub fn see(&mut self, recorded: &Recorded) {
        let key = (recorded.contact.list, recorded.contact.id);
        let held = self
            .desks
            .iter_mut()
            .filter_map(|desk| desk.held.as_mut())
            .find(|held| (held.contact.list, held.contact.id) == key);
        if let Some(held) = held {
            held.contact = recorded.contact.clone();
        }
        for order in &recorded.orders {
            if let engine::Effect::HangUp { attempt } = order {
                self.hang_up(recorded.contact.id, *attempt);
            }
        }
    }
}

pub(crate) fn rules(store: &Store) -> Result<BTreeMap<ListId, Arc<Rules>>, SimError> {
    let lists = store.lists()?;
    if lists.is_empty() {
        return Err(SimError::NoList);
    }
    lists
        .into_iter()
        .map(|list| Ok((list.id, store.rules(list.rules)?)))
        .collect()
}

/// The zone the house works in: the one of its first list's law.
pub(crate) fn zone(rules: &BTreeMap<ListId, Arc<Rules>>) -> Zone {
    let first = rules.values().next();
    first.map_or(Zone::UTC, |rules| rules.law.zone().clone())
}

/// Agents of the simulation work in every campaign that is running.
fn desks(
    store: &Store,
    seed: u64,
    agents: impl Iterator<Item = String>,
) -> Result<Vec<Desk>, SimError> {
    let campaigns = store.campaigns()?;
    let running: Vec<_> = campaigns
        .iter()
        .filter(|campaign| campaign.state == CampaignState::Running)
        .collect();
    if running.is_empty() {
        return Err(SimError::NoCampaign);
    }
    let mut desks = Vec::new();
    for (index, name) in agents.enumerate() {
        let agent = match store.agent_by_name(&name)? {
            Some(agent) => agent,
            None => store.add_agent(&name)?,
        };
        for campaign in &running {
            store.assign(campaign.id, agent)?;
        }
        desks.push(Desk::new(agent, Dice::of(&[seed, 0xde5c, index as u64])));
    }
    Ok(desks)
}

fn next_hour(now: Timestamp) -> Timestamp {
    let hour = now.as_second().div_euclid(3600).saturating_add(1);
    Timestamp::from_second(hour.saturating_mul(3600)).unwrap_or(now)
}
