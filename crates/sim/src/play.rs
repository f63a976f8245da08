//! Whole working days in one go: the clock jumps from one happening to the next.

use crate::Played;
use crate::desk::Desk;
use crate::door::Door;
use crate::error::SimError;
use crate::faults::Faults;
use crate::laws::Laws;
use crate::opting::Opting;
use crate::plan::Plan;
use crate::shift::{next_tuesday, plus, shift, working_days};
use crate::summary;
use crate::world::{World, rules};
use engine::Zone;
use jiff::Timestamp;
use store::{Address, Clock, Durability, SetClock, Store};

/// Seconds after the last shift in which everything must have come to rest.
const REST: i64 = 24 * 3600;

pub(crate) struct Play {
    world: World,
    opting: Opting,
    clock: SetClock,
    from: Timestamp,
    /// When the last shift ends.
    until: Timestamp,
}

impl Play {
    pub fn open(address: &Address, durability: Durability, plan: &Plan) -> Result<Self, SimError> {
        plan.check()?;
        let clock = SetClock::at(Timestamp::UNIX_EPOCH);
        let mut door = Door::open(address, durability, Clock::Set(clock.clone()), plan.seed)?;
        // What is played calls nobody: where the law wants a number shown, one of a story will do.
        door.store().show_nobodys_number()?;
        let zone = crate::world::zone(&rules(door.store())?);
        let from = start(door.store(), plan, &zone)?;
        clock.advance_to(from);
        door.faults = plan.faults;
        let (_, lines) = store::switchboard();
        let lines = workers::Lines::unconnected(lines);
        let agents = (1..=plan.agents).map(|number| format!("Agent {number:02}"));
        let mut world = World::new(door, lines, plan.seed, agents)?;
        world.faults = plan.faults;
        let days = working_days(from, plan.days, &zone);
        for (agent, desk) in world.desks.iter_mut().enumerate() {
            let shifts = days
                .iter()
                .filter_map(|day| shift(plan.seed, agent, *day, from, &zone));
            desk.later.extend(shifts);
        }
        let until = last_end(&world.desks).unwrap_or(from);
        let opting = Opting::new(world.door.store(), plan.seed, plan.opt_outs)?;
        Ok(Self {
            world,
            opting,
            clock,
            from,
            until,
        })
    }

    pub fn run(mut self, watch: &mut dyn FnMut(&Store, &Laws)) -> Result<Played, SimError> {
        let world = &mut self.world;
        world.count_stock()?;
        for desk in 0..world.desks.len() {
            world.come_in(desk);
        }
        while let Some((at, happening)) = world.agenda.next() {
            if world.is_off(at, &happening) {
                continue;
            }
            self.clock.advance_to(at);
            if at >= self.until {
                world.faults = Faults::none();
                world.door.faults = Faults::none();
            }
            if at >= plus(self.until, REST) {
                return Err(SimError::NoRest);
            }
            let is_full_hour = happening.is_full_hour();
            self.opting.perhaps(world)?;
            world.happen(happening)?;
            if is_full_hour {
                watch(world.door.store(), &world.door.laws);
            }
        }
        world.count_stock()?;
        let span = (self.from, world.now());
        let stock = std::mem::take(&mut world.stock);
        let lists: Vec<engine::ListId> = world.rules.keys().copied().collect();
        let summary = summary::summary(world.door.store(), &lists, span, stock)?;
        Ok(Played {
            summary,
            laws: self.world.door.laws,
        })
    }
}

fn last_end(desks: &[Desk]) -> Option<Timestamp> {
    let last = desks.iter().flat_map(|desk| desk.later.back());
    last.map(|shift| shift.ends).max()
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
