//! A centre that lives: the same agents and people, paced by the clock of the house.
//!
//! Others work in the same house meanwhile, at desks of their own; what they dial comes in
//! at the switchboard. The night is skipped: when the last shift is over the clock jumps to
//! the next working morning. What goes wrong is told and tried again, nothing ends the day.

use crate::agenda::Happening;
use crate::desk::Act;
use crate::door::Door;
use crate::error::SimError;
use crate::laws::Laws;
use crate::names::name;
use crate::opening::{is_working_day, morning_after};
use crate::people::far_end;
use crate::shift::{plus, shift};
use crate::world::World;
use engine::{Law, Zone};
use jiff::Timestamp;
use jiff::civil::Date;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use store::{LineOrders, Store};
use workers::{Courier, Lines};

/// Seconds between two rounds of the keeper.
const ROUND: i64 = 5;
/// The same while time is played in one go.
const ROUND_AHEAD: i64 = 60;
/// Seconds between two signs of life of an open desk.
const SIGN_OF_LIFE: i64 = 60;
/// While time is played in one go they are as rare as somebody counts as there.
const SIGN_AHEAD: i64 = 240;
/// Seconds until an agent tries again what went wrong.
const TRY_AGAIN: i64 = 30;
/// Seconds for which the night waits for somebody who still has a contact in hand.
const LAST_CALL: i64 = 3600;
/// Whoever comes to a day that has begun sits down this many seconds after the one before.
const SEAT: i64 = 2;
/// A pause is no longer than this, so that the end is noticed.
const LONGEST_PAUSE: Duration = Duration::from_millis(100);
const SHORTEST_PAUSE: Duration = Duration::from_millis(1);

pub struct Living {
    world: World,
    store: Store,
    courier: Courier,
    law: Law,
    zone: Zone,
    day: Date,
    round_at: Timestamp,
    round: i64,
    seen_at: Timestamp,
    /// Since when everybody of ours is at home.
    quiet_since: Option<Timestamp>,
}

impl Living {
    /// Takes up the work in a house, where it was left. The clock of the house must be one that
    /// can be moved forward.
    pub fn open(
        store: Store,
        orders: LineOrders,
        agents: u32,
        seed: u64,
    ) -> Result<Self, SimError> {
        workers::reconcile(&store)?;
        let lines = Lines::simulated(orders, far_end(seed));
        let door = Door::of(store.clone(), seed);
        let mut world = World::new(door, lines, seed, (0..agents as usize).map(name))?;
        world.open = true;
        world.can_be_called = true;
        let law = world
            .rules
            .values()
            .next()
            .map_or_else(Law::open, |rules| rules.law.clone());
        let zone = law.zone().clone();
        let now = world.now();
        let mut living = Self {
            day: zone.local(now).date(),
            world,
            store,
            courier: Courier,
            law,
            zone,
            round_at: now,
            round: ROUND,
            seen_at: now,
            quiet_since: None,
        };
        living.begin_day();
        Ok(living)
    }

    /// There is somewhere to bring recordings to: talks are recorded that ask for it.
    pub fn record(&mut self) {
        self.world.lines.record();
    }

    /// Nobody rings in of herself.
    pub fn without_callers(&mut self) {
        self.world.can_be_called = false;
    }

    /// What was seen of the agents, and what law was broken.
    pub fn laws(&self) -> &Laws {
        &self.world.door.laws
    }

    /// Plays ahead in one go until an instant, for so long at most.
    pub fn play_until(
        &mut self,
        until: Timestamp,
        at_most: Duration,
        problem: &mut dyn FnMut(&SimError),
    ) {
        let started = Instant::now();
        self.round = ROUND_AHEAD;
        loop {
            let next = self.next_at();
            if next > until {
                self.store.clock().advance_to(until);
                break;
            }
            if started.elapsed() > at_most {
                break;
            }
            self.store.clock().advance_to(next);
            self.step(problem);
        }
        self.round = ROUND;
        self.round_at = self.world.now();
    }

    /// Runs until it is told to stop.
    pub fn run(
        mut self,
        stop: &AtomicBool,
        problem: &mut dyn FnMut(&SimError),
    ) -> Result<(), SimError> {
        while !stop.load(Ordering::Relaxed) {
            self.step(problem);
            let pause = self.store.clock().wait_until(self.next_at());
            let pause = pause.unwrap_or(LONGEST_PAUSE);
            let pause = pause.clamp(SHORTEST_PAUSE, LONGEST_PAUSE);
            self.world.lines.wait(pause);
        }
        self.close()
    }

    /// Ends the calls. Whoever has a contact in hand goes on with it when the program does.
    pub fn close(mut self) -> Result<(), SimError> {
        self.world.lines.close(&self.store)?;
        Ok(())
    }

    /// When something happens next, unless an order comes first.
    pub fn next_at(&self) -> Timestamp {
        let next = self.world.agenda.next_at();
        next.map_or(self.round_at, |next| next.min(self.round_at))
    }

    /// Does everything that is due at this moment.
    pub fn step(&mut self, problem: &mut dyn FnMut(&SimError)) {
        self.world.lines.obey(&self.store);
        self.world.listen_later();
        let now = self.world.now();
        while self.world.agenda.next_at().is_some_and(|at| at <= now) {
            if let Some((at, happening)) = self.world.agenda.next()
                && !self.world.is_off(at, &happening)
            {
                self.happen(happening, problem);
            }
        }
        if let Err(error) = self.world.receive() {
            problem(&error);
        }
        if let Err(error) = self.world.lines.tell(&self.store) {
            problem(&error.into());
        }
        self.world.listen_later();
        if now >= self.round_at {
            self.round_at = plus(now, self.round);
            if let Err(error) = self.go_round(now) {
                problem(&error);
            }
        }
    }

    fn happen(&mut self, happening: Happening, problem: &mut dyn FnMut(&SimError)) {
        let agent = match &happening {
            Happening::Act { agent, .. } => Some(*agent),
            _ => None,
        };
        if let Err(error) = self.world.happen(happening) {
            problem(&error);
            if let Some(agent) = agent {
                self.world.expect(agent, TRY_AGAIN, Act::Return);
            }
        }
    }

    fn go_round(&mut self, now: Timestamp) -> Result<(), SimError> {
        self.world.round()?;
        self.courier.step(&self.store)?;
        if self.round == ROUND {
            self.world.learn_rules()?;
        }
        self.show_life(now)?;
        if self.is_night(now)? {
            let morning = morning_after(self.day, &self.law);
            self.store.clock().advance_to(morning);
            self.round_at = self.world.now();
            self.day = self.zone.local(morning).date();
            self.begin_day();
        }
        Ok(())
    }

    /// The desks of those at work are open, as a browser would say of itself.
    fn show_life(&mut self, now: Timestamp) -> Result<(), SimError> {
        if now < self.seen_at {
            return Ok(());
        }
        let sign = if self.round == ROUND {
            SIGN_OF_LIFE
        } else {
            SIGN_AHEAD
        };
        self.seen_at = plus(now, sign);
        for desk in &self.world.desks {
            let at_work = desk.shift.as_ref().is_some_and(|shift| shift.begins <= now);
            if at_work && !desk.gone {
                let renewed = self.store.renew(desk.agent);
                renewed.map_err(|error| SimError::of("a sign of life", error))?;
            }
        }
        Ok(())
    }

    /// Everybody is at home, the lines are silent, and others have put down their work, or had
    /// time enough to do so.
    fn is_night(&mut self, now: Timestamp) -> Result<bool, SimError> {
        let at_home = |desk: &crate::desk::Desk| desk.shift.is_none() && desk.later.is_empty();
        if !self.world.desks.iter().all(at_home) || self.world.lines.next_due().is_some() {
            self.quiet_since = None;
            return Ok(false);
        }
        let since = *self.quiet_since.get_or_insert(now);
        Ok(now >= plus(since, LAST_CALL) || !self.somebody_is_busy()?)
    }

    fn somebody_is_busy(&self) -> Result<bool, SimError> {
        for (agent, _) in self.store.agents()? {
            if self
                .store
                .agent(agent)?
                .is_some_and(|there| there.hand.is_some())
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn begin_day(&mut self) {
        self.quiet_since = None;
        if !is_working_day(self.day, &self.law) {
            return;
        }
        let now = self.world.now();
        for agent in 0..self.world.desks.len() {
            let planned = shift(self.world.seed, agent, self.day, now, &self.zone);
            let Some(mut planned) = planned else {
                continue;
            };
            // The day has begun already: they take their seats one after the other.
            let seat = plus(now, SEAT.saturating_mul(agent as i64));
            let nine = self.zone.instant(self.day, jiff::civil::time(9, 10, 0, 0));
            if now > nine && planned.begins <= plus(now, 300) {
                planned.begins = seat;
            }
            if let Some(desk) = self.world.desks.get_mut(agent) {
                desk.later.push_back(planned);
            }
            self.world.come_in(agent);
        }
    }
}
