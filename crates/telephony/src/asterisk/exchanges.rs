//! Several Asterisks as one. An agent's calls go through the one her phone is registered with; calls
//! that nobody is kept for go where the fewest are. One that is gone gets no more.

use super::call::Phone;
use super::calls::Meters;
use super::earlier::AnsweredBefore;
use super::exchange::Asterisk;
use super::link::LinkProblem;
use super::settings::AsteriskAddress;
use super::whereabouts::Whereabouts;
use crate::inbound::{InHeard, InLine, InNews, InOrder};
use crate::line::{Heard, LineId, NotPlaced, Order, Placed, WhyNot};
use crate::tape::{TapeAct, Taped};
use engine::{AgentId, Attendance, Attends, ContactId, NotThere, Talk, Wish};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Lines of one exchange are numbered from here on, those of the next from twice that.
const LINES_EACH: u64 = 1 << 48;

pub struct Exchanges {
    all: Vec<Asterisk>,
    phones: Whereabouts,
    /// At which exchange an agent's phone was rung last.
    at: BTreeMap<AgentId, usize>,
    /// Which exchange shows her talk.
    shown_by: BTreeMap<AgentId, usize>,
    /// Which of them have no talk that a supervisor asked to be at: all but one, or all.
    without: BTreeMap<i64, BTreeSet<usize>>,
    /// Told with what callers do.
    not_fetched: Vec<(InLine, AgentId)>,
}

impl From<Asterisk> for Exchanges {
    fn from(asterisk: Asterisk) -> Self {
        Self {
            phones: Whereabouts::of([asterisk.name()]),
            all: vec![asterisk],
            at: BTreeMap::new(),
            shown_by: BTreeMap::new(),
            without: BTreeMap::new(),
            not_fetched: Vec::new(),
        }
    }
}

impl Exchanges {
    /// Connects with each of them, and goes on trying where that fails.
    ///
    /// # Errors
    /// When there is no thread to be had for one.
    pub fn connect(
        addresses: &[AsteriskAddress],
        nudge: impl Fn() + Send + Sync + 'static,
        problem: impl Fn(&LinkProblem) + Send + Sync + 'static,
    ) -> std::io::Result<Self> {
        let (nudge, problem) = (Arc::new(nudge), Arc::new(problem));
        let phones = Whereabouts::of(addresses.iter().map(AsteriskAddress::name));
        let mut all = Vec::new();
        for (index, address) in addresses.iter().enumerate() {
            let (nudge, problem) = (nudge.clone(), problem.clone());
            let watched = (addresses.len() > 1).then(|| phones.at(index));
            all.push(Asterisk::one_of_several(
                address.clone(),
                (index as u64).saturating_mul(LINES_EACH),
                watched,
                move || nudge(),
                move |wrong| problem(wrong),
            )?);
        }
        Ok(Self {
            all,
            phones,
            at: BTreeMap::new(),
            shown_by: BTreeMap::new(),
            without: BTreeMap::new(),
            not_fetched: Vec::new(),
        })
    }

    /// Whether there is one that takes calls.
    pub fn is_connected(&self) -> bool {
        self.all.iter().any(Asterisk::is_connected)
    }

    /// Where phones are registered, for whoever has to know who can be brought together.
    pub fn whereabouts(&self) -> Whereabouts {
        self.phones.clone()
    }

    /// How long calls take on their way, through all of them.
    pub fn meters(&self) -> Meters {
        let mut all = Meters::default();
        for asterisk in &self.all {
            all.add(&asterisk.meters());
        }
        all
    }

    /// Each by itself.
    pub fn each(&self) -> impl Iterator<Item = &Asterisk> {
        self.all.iter()
    }

    /// The one that carries a line.
    pub fn of_line(&self, line: LineId) -> Option<&Asterisk> {
        let index = usize::try_from(line.0 / LINES_EACH).ok()?;
        self.all.get(index)
    }

    /// Dials, if the permit still holds. Without a phone whoever answers finds no agent.
    ///
    /// # Errors
    /// When the permit has expired, or no exchange can take the call.
    pub fn place(
        &mut self,
        order: Order,
        phone: Option<Phone>,
        now: Timestamp,
    ) -> Result<Placed, NotPlaced> {
        let refused = NotPlaced {
            list: order.list,
            contact: order.permit.contact(),
            attempt: order.permit.attempt(),
            why: WhyNot::NotConnected,
        };
        let index = self.best(phone.as_ref()).ok_or(refused)?;
        if let Some(phone) = &phone {
            self.moves_to(phone.agent, index);
        }
        let asterisk = self.all.get_mut(index).ok_or(refused)?;
        asterisk.place(order, phone, now)
    }

    /// Where a call goes: of the exchanges that have the phone the one that has it in hand already,
    /// else the one with the fewest calls for its weight.
    fn best(&self, phone: Option<&Phone>) -> Option<usize> {
        let can = |index: &usize| {
            let there = self.all.get(*index).is_some_and(Asterisk::is_connected);
            there && !phone.is_some_and(|phone| self.phones.is_elsewhere(*index, &phone.line))
        };
        let stays = phone.and_then(|phone| self.at.get(&phone.agent)).copied();
        let least = |index: &usize| self.all.get(*index).map(Asterisk::load);
        stays
            .filter(can)
            .or_else(|| (0..self.all.len()).filter(can).min_by_key(least))
    }

    /// Her phone is in the hands of one exchange at most.
    fn moves_to(&mut self, agent: AgentId, index: usize) {
        self.at.insert(agent, index);
        let others = self.all.iter_mut().enumerate();
        for (_, other) in others.filter(|(at, _)| *at != index) {
            other.give_away(agent);
        }
    }

    pub fn hang_up(&mut self, contact: ContactId, attempt: u32) {
        for asterisk in &mut self.all {
            asterisk.hang_up(contact, attempt);
        }
    }

    pub fn record(&mut self) {
        self.all.iter_mut().for_each(Asterisk::record);
    }

    pub fn tape(&mut self, contact: ContactId, attempt: u32, act: TapeAct) {
        for asterisk in &mut self.all {
            asterisk.tape(contact, attempt, act);
        }
    }

    pub fn taped(&mut self, now: Timestamp) -> Vec<Taped> {
        let all = self.all.iter_mut();
        all.flat_map(|asterisk| asterisk.taped(now)).collect()
    }

    /// What callers have done.
    pub fn callers(&mut self, now: Timestamp) -> Vec<InHeard> {
        let told = std::mem::take(&mut self.not_fetched).into_iter();
        let told = told.map(|(line, agent)| InHeard {
            line,
            news: InNews::NotFetched { agent },
            happened_at: now,
        });
        let all = self.all.iter_mut();
        let heard = all.flat_map(|asterisk| asterisk.callers(now));
        told.chain(heard).collect()
    }

    /// Who answered dials of an earlier program.
    pub fn answered_before(&mut self) -> Vec<AnsweredBefore> {
        let all = self.all.iter_mut();
        all.flat_map(Asterisk::answered_before).collect()
    }

    pub fn receive(&mut self, order: InOrder) {
        let line = order.line();
        let index = Self::exchange_of(line);
        let phone = match &order {
            InOrder::Fetch { phone, .. } => Some(phone),
            InOrder::Connect { phone, .. } => phone.as_ref(),
            _ => None,
        };
        if let Some(phone) = phone {
            let agent = phone.agent;
            if self.phones.is_elsewhere(index, &phone.line) {
                // She is asked only where she is; her phone moved meanwhile.
                if matches!(order, InOrder::Fetch { .. }) {
                    self.not_fetched.push((line, agent));
                    return;
                }
            }
            self.moves_to(agent, index);
        }
        if let Some(asterisk) = self.all.get_mut(index) {
            asterisk.receive(order);
        }
    }

    /// With which exchange a caller is.
    pub fn exchange_of(line: InLine) -> usize {
        usize::try_from(line.0 / LINES_EACH).unwrap_or(usize::MAX)
    }

    /// A line for a call that came in, of the exchange the caller is with.
    pub fn new_line(&mut self, caller: InLine) -> LineId {
        let there = self.all.get_mut(Self::exchange_of(caller));
        there.map_or(LineId(u64::MAX), Asterisk::new_line)
    }

    pub fn put_down(&mut self, agent: AgentId) {
        for asterisk in &mut self.all {
            asterisk.put_down(agent);
        }
    }

    /// An agent has her phone anew: what any of them holds of it is dead.
    pub fn phone_renewed(&self, agent: AgentId) {
        for asterisk in &self.all {
            asterisk.phone_renewed(agent);
        }
    }

    /// Something is asked of the talk an agent has, wherever that is.
    pub fn during(&mut self, agent: AgentId, wish: Wish, phone: Option<Phone>) {
        if let Wish::Listen { user, .. } = &wish {
            self.without.remove(user);
        }
        for (index, asterisk) in self.all.iter_mut().enumerate() {
            let far = |phone: &Phone| self.phones.is_elsewhere(index, &phone.line);
            match (&wish, &phone) {
                (Wish::Call { whom, .. }, Some(phone)) if far(phone) => {
                    asterisk.cannot_reach(agent, *whom);
                }
                (
                    Wish::Listen {
                        user,
                        own,
                        mode: Some(mode),
                    },
                    Some(phone),
                ) if far(phone) => asterisk.cannot_attend(Attendance {
                    user: *user,
                    own: *own,
                    agent,
                    mode: *mode,
                    stage: Attends::Asked,
                }),
                _ => asterisk.during(agent, wish.clone(), phone.clone()),
            }
        }
    }

    /// How far supervisors have come who want to be at talks.
    pub fn attendances(&mut self) -> Vec<Attendance> {
        let mut told = Vec::new();
        for (index, asterisk) in self.all.iter_mut().enumerate() {
            for attendance in asterisk.attendances() {
                let without = self.without.entry(attendance.user).or_default();
                if attendance.stage == Attends::Over(NotThere::NoTalk) {
                    without.insert(index);
                } else {
                    without.clear();
                }
                told.push(attendance);
            }
        }
        // That one of several has no such talk says nothing of the others.
        let count = self.all.len();
        told.retain(|told| {
            let without = self.without.get(&told.user).map_or(0, BTreeSet::len);
            told.stage != Attends::Over(NotThere::NoTalk) || without == count
        });
        told
    }

    /// How the talks stand that have moved; none where there is no talk any more.
    pub fn talks(&mut self, now: Timestamp) -> Vec<(AgentId, Option<Talk>)> {
        let mut moved = Vec::new();
        for (index, asterisk) in self.all.iter_mut().enumerate() {
            for (agent, talk) in asterisk.talks(now) {
                let shown_by = self.shown_by.get(&agent).copied();
                match talk {
                    Some(_) => self.shown_by.insert(agent, index),
                    // What is over on one exchange says nothing of a talk on another.
                    None if shown_by.is_some_and(|there| there != index) => continue,
                    None => self.shown_by.remove(&agent),
                };
                moved.push((agent, talk));
            }
        }
        moved
    }

    /// What the lines have said, oldest first.
    pub fn step(&mut self, now: Timestamp) -> Vec<Heard> {
        let all = self.all.iter_mut();
        in_order(all.flat_map(|asterisk| asterisk.step(now)).collect())
    }

    /// Hangs up everything and waits for the last words.
    pub fn close(&mut self, now: Timestamp) -> Vec<Heard> {
        self.all.iter().for_each(Asterisk::begin_to_close);
        let all = self.all.iter_mut();
        in_order(all.flat_map(|asterisk| asterisk.close(now)).collect())
    }
}

fn in_order(mut heard: Vec<Heard>) -> Vec<Heard> {
    heard.sort_by_key(|heard| heard.happened_at);
    heard
}
