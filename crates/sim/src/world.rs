//! The world of a simulation: its clock, its agenda, everybody in it.

use crate::Played;
use crate::agenda::{Agenda, Happening};
use crate::chance::Dice;
use crate::desk::{Act, Desk};
use crate::door::Door;
use crate::error::SimError;
use crate::faults::Faults;
use crate::laws::Laws;
use crate::plan::Plan;
use crate::shift::{next_tuesday, plus, shift, working_days};
use crate::summary::{self, StockAt};
use engine::{ListId, Rules, Zone};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{Address, CampaignState, Durability, Recorded, SetClock, Store};
use telephony::SimulatedExchange;
use workers::Keeper;

/// Seconds between two rounds of the keeper.
const ROUND: i64 = 30;
/// Seconds after the last shift in which everything must have come to rest.
const REST: i64 = 24 * 3600;

pub(crate) struct World {
    pub seed: u64,
    pub faults: Faults,
    pub dice: Dice,
    pub door: Door,
    pub exchange: SimulatedExchange,
    pub agenda: Agenda,
    pub rules: BTreeMap<ListId, Arc<Rules>>,
    pub desks: Vec<Desk>,
    keeper: Keeper,
    from: Timestamp,
    /// When the last shift ends.
    until: Timestamp,
    /// Whether the keeper goes its rounds and the hours are counted.
    open: bool,
    /// Reports still on their way.
    pub on_their_way: u64,
    /// When the lines are listened to next.
    pub listen_at: Option<Timestamp>,
    stock: Vec<StockAt>,
}

impl World {
    pub fn open(address: &Address, durability: Durability, plan: &Plan) -> Result<Self, SimError> {
        plan.check()?;
        let clock = SetClock::at(Timestamp::UNIX_EPOCH);
        let mut door = Door::open(address, durability, clock.clone(), plan.seed)?;
        let rules = rules(door.store())?;
        let zone = rules
            .values()
            .next()
            .map_or(Zone::UTC, |rules| rules.law.zone().clone());
        let from = start(door.store(), plan, &zone)?;
        clock.advance_to(from);
        for (list, rules) in &rules {
            door.laws.know(*list, rules.clone());
        }
        door.faults = plan.faults;
        let desks = desks(door.store(), plan, from, &zone)?;
        let until = desks
            .iter()
            .flat_map(|desk| desk.later.back())
            .map(|shift| shift.ends)
            .max()
            .unwrap_or(from);
        Ok(Self {
            seed: plan.seed,
            faults: plan.faults,
            dice: Dice::of(&[plan.seed, 0xfa17]),
            door,
            exchange: SimulatedExchange::new(),
            agenda: Agenda::default(),
            rules,
            desks,
            keeper: Keeper::default(),
            from,
            until,
            open: false,
            on_their_way: 0,
            listen_at: None,
            stock: Vec::new(),
        })
    }

    pub fn run(mut self, watch: &mut dyn FnMut(&Store, &Laws)) -> Result<Played, SimError> {
        self.count_stock()?;
        for desk in 0..self.desks.len() {
            self.come_in(desk);
        }
        while let Some((at, happening)) = self.agenda.next() {
            if self.is_off(at, &happening) {
                continue;
            }
            self.door.clock.advance_to(at);
            if at >= self.until {
                self.stop_faults();
            }
            if at >= plus(self.until, REST) {
                return Err(SimError::NoRest);
            }
            match happening {
                Happening::Act { agent, act, .. } => self.act(agent, act)?,
                Happening::Lines => self.listen()?,
                Happening::Told(entry) => self.told(*entry)?,
                Happening::Keep => self.keep()?,
                Happening::Hour => {
                    self.hour()?;
                    watch(self.door.store(), &self.door.laws);
                }
            }
        }
        self.count_stock()?;
        let lists: Vec<ListId> = self.rules.keys().copied().collect();
        let span = (self.from, self.now());
        let stock = std::mem::take(&mut self.stock);
        let summary = summary::summary(self.door.store(), &lists, span, stock)?;
        let laws = self.door.laws;
        Ok(Played { summary, laws })
    }

    /// Planned once, and overtaken by something else since.
    fn is_off(&self, at: Timestamp, happening: &Happening) -> bool {
        match happening {
            Happening::Act { agent, turn, .. } => {
                self.desks.get(*agent).map(|desk| desk.turn) != Some(*turn)
            }
            Happening::Lines => self.listen_at != Some(at),
            Happening::Told(_) | Happening::Keep | Happening::Hour => false,
        }
    }

    pub fn now(&self) -> Timestamp {
        self.door.clock.now()
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

    fn keep(&mut self) -> Result<(), SimError> {
        let done = self.keeper.step(self.door.store())?;
        for recorded in &done.recorded {
            self.door.laws.note(recorded);
            self.see(recorded);
        }
        for call in done.hang_up {
            self.hang_up(call.contact, call.attempt);
        }
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

    fn count_stock(&mut self) -> Result<(), SimError> {
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
            || self.exchange.calls() > 0
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

    fn stop_faults(&mut self) {
        self.faults = Faults::none();
        self.door.faults = Faults::none();
    }
}

fn rules(store: &Store) -> Result<BTreeMap<ListId, Arc<Rules>>, SimError> {
    let lists = store.lists()?;
    if lists.is_empty() {
        return Err(SimError::NoList);
    }
    lists
        .into_iter()
        .map(|list| Ok((list.id, store.rules(list.rules)?)))
        .collect()
}

/// The instant asked for, else a Tuesday at ten; after everything that is in the journal.
fn start(store: &Store, plan: &Plan, zone: &Zone) -> Result<Timestamp, SimError> {
    let newest = store.newest_event()?;
    let after = newest.map(|newest| plus(newest, 1));
    let from = match (plan.from, after) {
        (Some(from), Some(after)) => from.max(after),
        (Some(from), None) => from,
        (None, after) => next_tuesday(after.unwrap_or(Timestamp::UNIX_EPOCH), zone),
    };
    // Whole seconds: fractions would only make the figures harder to read.
    let second = from
        .as_second()
        .saturating_add(i64::from(from.subsec_nanosecond() > 0));
    Ok(Timestamp::from_second(second).unwrap_or(from))
}

/// Agents of the simulation work in every campaign that is running.
fn desks(store: &Store, plan: &Plan, from: Timestamp, zone: &Zone) -> Result<Vec<Desk>, SimError> {
    let campaigns = store.campaigns()?;
    let running: Vec<_> = campaigns
        .iter()
        .filter(|campaign| campaign.state == CampaignState::Running)
        .collect();
    if running.is_empty() {
        return Err(SimError::NoCampaign);
    }
    let days = working_days(from, plan.days, zone);
    let mut desks = Vec::new();
    for index in 0..plan.agents as usize {
        let name = format!("Agent {:02}", index.saturating_add(1));
        let agent = match store.agent_by_name(&name)? {
            Some(agent) => agent,
            None => store.add_agent(&name)?,
        };
        for campaign in &running {
            store.assign(campaign.id, agent)?;
        }
        let shifts = days
            .iter()
            .filter_map(|day| shift(plan.seed, index, *day, from, zone));
        desks.push(Desk {
            agent,
            dice: Dice::of(&[plan.seed, 0xde5c, index as u64]),
            shift: None,
            later: shifts.collect(),
            turn: 0,
            gone: false,
            held: None,
            idle: 0,
            commands: 0,
        });
    }
    Ok(desks)
}

fn next_hour(now: Timestamp) -> Timestamp {
    let hour = now.as_second().div_euclid(3600).saturating_add(1);
    Timestamp::from_second(hour.saturating_mul(3600)).unwrap_or(now)
}
