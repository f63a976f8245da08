//! Agents' phones: rung before the first call, then kept, so that whoever answers is with the
//! agent at once. Between calls the agent waits in silence.

use super::call::{Call, Phone, Stage};
use super::calls::{About, Calls, PHONE_RINGS, Whose};
use super::course::EndedBy;
use super::frame::End;
use super::request::Request;
use crate::line::LineId;
use engine::{AgentId, NotThere};
use std::time::Instant;

/// A phone that rings, or is in our hands.
#[derive(Debug)]
pub(super) struct Handset {
    pub line: String,
    pub channel: String,
    pub bridge: String,
    pub rung_at: Instant,
    pub up_since: Option<Instant>,
    /// She put it down; whatever else ended it was not hers.
    pub put_down: bool,
    /// The call at whose far end it rings, as she hears.
    pub rings_back: Option<LineId>,
}

impl Handset {
    /// Takes off what she hears alone: that it rings somewhere, or silence.
    pub(super) fn end_of_waiting(&mut self) -> Request {
        match self.rings_back.take() {
            Some(_) => Request::end_ring_back(&self.channel),
            None => Request::end_silence(&self.channel),
        }
    }
}

impl Calls {
    /// Whether it is in our hands. One that is still ringing is not.
    pub(super) fn has_in_hand(&self, phone: &Phone) -> bool {
        let there = self.phones.get(&phone.agent);
        there.is_some_and(|there| there.up_since.is_some() && there.line == phone.line)
    }

    pub(super) fn still_rings(&self, agent: AgentId) -> bool {
        let there = self.phones.get(&agent);
        there.is_some_and(|there| there.up_since.is_none())
    }

    /// Rings a phone, unless it rings already. One she has no more is put down.
    pub(super) fn ring(&mut self, wanted: &Phone, now: Instant) {
        let agent = wanted.agent;
        match self.phones.get(&agent) {
            Some(there) if there.line == wanted.line => return,
            Some(_) => self.put_down(agent, NotThere::Left),
            None => {}
        }
        let phone = Handset {
            channel: self.new_id(),
            bridge: self.new_id(),
            line: wanted.line.clone(),
            rung_at: now,
            up_since: None,
            put_down: false,
            rings_back: None,
        };
        let app = &self.settings.app;
        let endpoint = self.settings.phone(&phone.line);
        let request = Request::ring(app, &phone.channel, &endpoint, PHONE_RINGS);
        self.channels
            .insert(phone.channel.clone(), Whose::Phone(agent));
        self.phones.insert(agent, phone);
        self.ask(request, About::Phone(agent));
    }

    /// The house lets an agent's phone go. What she still talks on ends as if she had put it down.
    pub fn let_go(&mut self, agent: AgentId, now: Instant) {
        self.let_go_because(agent, NotThere::Left, now);
    }

    /// The same, because she has a call over another exchange.
    pub fn give_away(&mut self, agent: AgentId, now: Instant) {
        self.let_go_because(agent, NotThere::OwnCall, now);
    }

    fn let_go_because(&mut self, agent: AgentId, why: NotThere, now: Instant) {
        let talks = |call: &Call| call.agent() == Some(agent) && !call.is_told();
        let is_needed = !self.lines(talks).is_empty();
        match self.phones.get_mut(&agent).filter(|_| is_needed) {
            Some(phone) => {
                phone.put_down = true;
                let hang_up = Request::hang_up(&phone.channel);
                self.ask(hang_up, About::Nothing);
            }
            None => {
                self.phone_wanted_in_vain(agent, why, now);
                self.put_down(agent, why);
            }
        }
    }

    /// Whoever it was rung for, or waits for her, hears that it is not there.
    fn phone_wanted_in_vain(&mut self, agent: AgentId, why: NotThere, now: Instant) {
        self.fetched(agent, false, now);
        self.colleague_gone(agent);
        self.listener_is_gone(agent, why);
    }

    /// Lets a phone go that nobody talks on; why, where she listens with it.
    pub(super) fn put_down(&mut self, agent: AgentId, why: NotThere) {
        self.listener_is_gone(agent, why);
        if let Some(phone) = self.phones.remove(&agent) {
            self.channels.insert(phone.channel.clone(), Whose::Leaving);
            self.ask(Request::hang_up(&phone.channel), About::Nothing);
            self.ask(Request::end_bridge(&phone.bridge), About::Nothing);
        }
    }

    pub(super) fn phone_up(&mut self, agent: AgentId, in_browser: bool, now: Instant) {
        let Some(phone) = self.phones.get_mut(&agent) else {
            return;
        };
        phone.up_since = Some(now);
        let (channel, bridge) = (phone.channel.clone(), phone.bridge.clone());
        let make = match in_browser {
            true => Request::make_mixing_bridge(&bridge),
            false => Request::make_bridge(&bridge),
        };
        self.ask(make, About::Nothing);
        self.ask(Request::silence(&channel), About::Nothing);
        self.fetched(agent, true, now);
        let waits = |call: &Call| call.agent() == Some(agent) && call.stage == Stage::AwaitsPhone;
        for line in self.lines(waits) {
            self.make(line, now);
        }
        if let Some(line) = self.asked_in(agent) {
            self.third_there(line, now);
        }
        self.listener_is_up(agent);
    }

    /// Her phone is gone: what she talked on is over, what was being dialled is called off.
    pub(super) fn phone_gone(&mut self, agent: AgentId, why: NotThere, now: Instant) {
        let Some(phone) = self.phones.remove(&agent) else {
            return;
        };
        self.channels.remove(&phone.channel);
        self.ask(Request::end_bridge(&phone.bridge), About::Nothing);
        self.phone_wanted_in_vain(agent, why, now);
        for line in self.lines(|call| call.agent() == Some(agent) && !call.is_told()) {
            let Some(call) = self.calls.get_mut(&line) else {
                continue;
            };
            match call.stage {
                Stage::AwaitsPhone => self.not_placed(line, now),
                Stage::Talking if !phone.put_down => {
                    call.course.ended_by = EndedBy::Loss;
                    self.end(line, End::default(), now);
                    self.drop_channel(line);
                }
                _ => self.hang_up(line, now),
            }
        }
    }

    /// The far end and its agent hear each other, for the first time since the far end answered or again.
    pub(super) fn connect(&mut self, line: LineId, answered: Option<Instant>) {
        let Some(call) = self.calls.get(&line) else {
            return;
        };
        let phone = call.agent();
        let Some(phone) = phone.and_then(|agent| self.phones.get_mut(&agent)) else {
            return;
        };
        let join = Request::join(&phone.bridge, &[&call.channel, &phone.channel]);
        let end = phone.end_of_waiting();
        self.ask(join, answered.map_or(About::Nothing, About::Join));
        self.ask(end, About::Nothing);
    }

    /// The agent is alone again.
    pub(super) fn part(&mut self, agent: AgentId, line: LineId) {
        let (Some(phone), Some(call)) = (self.phones.get(&agent), self.calls.get(&line)) else {
            return;
        };
        let far_end = Request::part(&phone.bridge, &call.channel);
        let own = Request::part(&phone.bridge, &phone.channel);
        let silence = Request::silence(&phone.channel);
        for request in [far_end, own, silence] {
            self.ask(request, About::Nothing);
        }
    }
}
