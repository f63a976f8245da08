//! Somebody else in a talk: a colleague at her phone, or a number outside. She is called while
//! the far end hears music; whatever becomes of it, nobody is left in silence.

use super::call::{Call, Phone, Stage};
use super::calls::{About, Calls, Whose};
use super::course::{Course, EndedBy};
use super::frame::{End, State};
use super::request::Request;
use crate::line::LineId;
use engine::{AgentId, Gone, NotThere, Number, Other, OtherStage, Outcome, Whom};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// Nobody outside is rung for longer than this.
pub(super) const RINGS: u64 = 40;
/// And nobody is waited for longer, whatever was lost on the way.
const WAITS: Duration = Duration::from_secs(50);

#[derive(Debug, Clone)]
pub(super) struct Third {
    pub whom: Whom,
    pub stage: OtherStage,
    pub blind: bool,
    pub since: Instant,
    /// Of a number outside: a channel of its own. A colleague has her phone's.
    pub channel: String,
    pub is_dialled: bool,
    pub course: Course,
}

impl Third {
    pub fn told(&self) -> Other {
        Other {
            whom: self.whom,
            stage: self.stage,
            blind: self.blind,
        }
    }
}

impl Calls {
    /// Calls somebody else. Whoever is there already, or cannot be rung, is told at once.
    pub(super) fn call_third(
        &mut self,
        line: LineId,
        (whom, blind): (Whom, bool),
        phone: Option<&Phone>,
        now: Instant,
    ) {
        let channel = self.new_id();
        let Some(call) = self
            .calls
            .get_mut(&line)
            .filter(|call| call.third.is_none())
        else {
            return;
        };
        call.standing.talk.news = None;
        call.third = Some(Third {
            whom,
            blind,
            stage: OtherStage::Rings,
            since: now,
            channel: channel.clone(),
            is_dialled: false,
            course: Course::default(),
        });
        self.hold(line, now);
        match whom {
            Whom::Outside(number) => {
                self.channels.insert(channel.clone(), Whose::Third(line));
                let endpoint = self.settings.endpoint(number);
                let create = Request::create(&self.settings.app, &channel, &endpoint);
                self.ask(create, About::Third(line));
            }
            Whom::Colleague(agent) => match phone {
                Some(_) if self.is_taken(agent, line) => {
                    return self.third_gone(line, Gone::Busy);
                }
                Some(phone) => {
                    self.own_call_comes(agent);
                    match self.has_in_hand(phone) {
                        true => return self.third_there(line, now),
                        false => self.ring(phone, now),
                    }
                }
                None => return self.third_gone(line, Gone::Failed),
            },
        }
        self.ring_back(line);
    }

    /// Whether a colleague talks already, or is in somebody else's talk.
    fn is_taken(&self, agent: AgentId, but: LineId) -> bool {
        self.calls.iter().any(|(line, call)| {
            let has = call.agent() == Some(agent) && !call.is_told();
            has || (*line != but && call.asks() == Some(agent))
        }) || self.is_fetched_for_a_caller(agent)
    }

    /// The channel outside is ours: it is dialled.
    pub(super) fn dial_third(&mut self, line: LineId) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        let shown = call.dial.shown;
        if let Some(third) = call.third.as_mut().filter(|third| !third.is_dialled) {
            third.is_dialled = true;
            let channel = third.channel.clone();
            self.show_number(&channel, shown);
            self.ask(Request::dial(&channel, RINGS), About::Third(line));
        }
    }

    pub(super) fn show_number(&mut self, channel: &str, shown: Option<Number>) {
        if let Some(shown) = shown {
            // What the far end is shown is, to Asterisk, who it is connected to.
            let (name, number) = ("CONNECTEDLINE(num,i)", shown.to_string());
            self.ask(Request::set(channel, name, &number), About::Nothing);
        }
    }

    /// She picked up. Where nobody is asked first, whoever runs the lines puts through.
    pub(super) fn third_there(&mut self, line: LineId, now: Instant) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        let Some(third) = call.third.as_mut() else {
            return;
        };
        if third.stage != OtherStage::Rings {
            return;
        }
        third.stage = OtherStage::Asked;
        third.since = now;
        let blind = third.blind;
        self.moved_all(line);
        match blind {
            true => self.ring_no_more(line),
            false => self.join_all(line, false),
        }
    }

    /// She is not, or no longer, in it: the agent is back with the far end.
    pub(super) fn third_gone(&mut self, line: LineId, why: Gone) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        let Some(third) = &call.third else {
            return;
        };
        call.standing.talk.news = Some((third.whom, why));
        self.release_third(line);
        self.resume(line);
    }

    /// Takes her out of the talk: a number outside is hung up on, a colleague is alone again.
    pub(super) fn release_third(&mut self, line: LineId) {
        self.moved_all(line);
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        let (agent, Some(third)) = (call.agent(), call.third.take()) else {
            return;
        };
        self.ring_no_more(line);
        match third.whom {
            Whom::Outside(_) => self.leave_channel(&third.channel),
            // Her phone rang for this alone.
            Whom::Colleague(colleague) if third.stage == OtherStage::Rings => {
                self.put_down_unless_wanted(colleague);
            }
            Whom::Colleague(colleague) if !third.blind => {
                self.leave_bridge_of(agent, colleague);
            }
            Whom::Colleague(_) => {}
        }
    }

    pub(super) fn leave_channel(&mut self, channel: &str) {
        if self.channels.contains_key(channel) {
            self.channels.insert(channel.to_owned(), Whose::Leaving);
            self.ask(Request::hang_up(channel), About::Nothing);
        }
    }

    pub(super) fn put_down_unless_wanted(&mut self, agent: AgentId) {
        let waits = |call: &Call| call.agent() == Some(agent) && call.stage == Stage::AwaitsPhone;
        if self.lines(waits).is_empty() {
            self.put_down(agent, NotThere::Left);
        }
    }

    /// A colleague's phone is gone, or was not picked up.
    pub(super) fn colleague_gone(&mut self, agent: AgentId) {
        let Some(line) = self.asked_in(agent) else {
            return;
        };
        let third = self.calls.get(&line).and_then(|call| call.third.as_ref());
        let rings = third.is_some_and(|third| third.stage == OtherStage::Rings);
        let why = if rings { Gone::NoAnswer } else { Gone::HungUp };
        self.third_gone(line, why);
    }

    /// The outside channel ended, with what the network said of it.
    pub(super) fn third_ended(&mut self, line: LineId, end: End) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        let is_told = call.is_told();
        let Some(third) = &mut call.third else {
            return;
        };
        self.channels.remove(&third.channel);
        if is_told {
            // They went on without us, and now one has hung up.
            self.drop_channel(line);
            return;
        }
        if third.course.ended_by == EndedBy::Others && !third.course.far_end_hung_up {
            third.course.ended_by = EndedBy::Timer;
        }
        let why = match third.course.outcome(end) {
            _ if third.stage != OtherStage::Rings => Gone::HungUp,
            Outcome::Busy => Gone::Busy,
            Outcome::NoAnswer | Outcome::NeverRang => Gone::NoAnswer,
            _ => Gone::Failed,
        };
        self.third_gone(line, why);
    }

    /// Rings, or is answered.
    pub(super) fn third_state(&mut self, line: LineId, state: State, now: Instant) {
        let third = self
            .calls
            .get_mut(&line)
            .and_then(|call| call.third.as_mut());
        let Some(third) = third.filter(|third| third.is_dialled) else {
            return;
        };
        third.course.rang |= state == State::Ringing;
        if state == State::Up {
            third.course.answered = true;
            self.third_there(line, now);
        }
    }

    pub(super) fn third_hung_up(&mut self, line: LineId, soft: bool) {
        let third = self
            .calls
            .get_mut(&line)
            .and_then(|call| call.third.as_mut());
        if let Some(third) = third {
            third.course.far_end_hung_up |= !soft;
        }
    }

    /// After the connection was lost: those outside who are not there any more, and those who
    /// picked up unheard.
    pub(super) fn take_stock_of_thirds(
        &mut self,
        there: &BTreeMap<String, State>,
        asked_at: Instant,
        now: Instant,
    ) {
        let outside = |call: &Call| {
            let third = call.third.as_ref();
            third.is_some_and(|third| {
                matches!(third.whom, Whom::Outside(_)) && third.since <= asked_at
            })
        };
        for line in self.lines(outside) {
            let channel = self.channel_of_third(line).unwrap_or_default();
            match there.get(&channel) {
                None => self.third_ended(line, End::default()),
                Some(state) => self.third_state(line, *state, now),
            }
        }
    }

    /// Whoever is waited for too long is given up.
    pub(super) fn thirds_due(&mut self, now: Instant) {
        let late = |call: &Call| {
            let third = call.third.as_ref();
            third
                .is_some_and(|third| third.stage == OtherStage::Rings && third.since + WAITS <= now)
        };
        for line in self.lines(late) {
            self.third_gone(line, Gone::NoAnswer);
        }
    }
}
