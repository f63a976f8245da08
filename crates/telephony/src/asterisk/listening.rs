//! A supervisor at an agent's talk: she listens, speaks to the agent alone, or joins in. Her phone
//! is rung for it; with the talk it is over.

use super::call::{Call, Phone};
use super::calls::{About, Calls, Whose};
use super::request::Request;
use crate::line::LineId;
use engine::{AgentId, Listening};
use std::time::Instant;

#[derive(Debug, Clone)]
pub(super) struct Listener {
    pub user: i64,
    /// Whose phone it is.
    pub agent: AgentId,
    pub mode: Listening,
    pub since: Instant,
    /// A copy of the agent's sound, unless the supervisor has joined in.
    snoop: Option<String>,
    /// Her phone was rung for this alone.
    rang: bool,
}

impl Calls {
    /// Begins, in another way than before, or ends.
    pub(super) fn listen(
        &mut self,
        line: LineId,
        (user, mode): (i64, Option<Listening>),
        phone: Option<&Phone>,
        now: Instant,
    ) {
        let there = self.listener(line, user).cloned();
        match (there, mode) {
            (Some(there), Some(mode)) if there.mode != mode => {
                self.fall_silent(line, &there);
                if let Some(listener) = self.listener_mut(line, user) {
                    (listener.mode, listener.since, listener.snoop) = (mode, now, None);
                }
                self.begin_listening(line, user);
            }
            (None, Some(mode)) => {
                if let Some(phone) = phone {
                    self.come_to_listen(line, (user, mode), phone, now);
                }
            }
            (Some(_), None) => self.end_listening(line, user),
            _ => {}
        }
    }

    /// Whoever talks herself cannot listen.
    fn come_to_listen(
        &mut self,
        line: LineId,
        (user, mode): (i64, Listening),
        phone: &Phone,
        now: Instant,
    ) {
        let agent = phone.agent;
        let talks = |call: &Call| call.agent() == Some(agent) && !call.is_told();
        let elsewhere = |call: &Call| call.listeners.iter().any(|there| there.agent == agent);
        let taken = self.lines(|call| talks(call) || elsewhere(call));
        if !taken.is_empty() || self.asked_in(agent).is_some() {
            return;
        }
        let is_up = self.has_in_hand(phone);
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        call.listeners.push(Listener {
            user,
            agent,
            mode,
            since: now,
            snoop: None,
            rang: !is_up,
        });
        match is_up {
            true => self.begin_listening(line, user),
            false => self.ring(phone, now),
        }
    }

    /// Her phone is there.
    fn begin_listening(&mut self, line: LineId, user: i64) {
        let snoop = self.new_id();
        let Some(call) = self.calls.get(&line) else {
            return;
        };
        let Some(listener) = self.listener(line, user) else {
            return;
        };
        let (mode, own) = (listener.mode, listener.agent);
        let agent = call.agent().and_then(|agent| self.phones.get(&agent));
        let (Some(agent), Some(own)) = (agent, self.phones.get(&own)) else {
            return;
        };
        if mode == Listening::Joined {
            let join = Request::join(&agent.bridge, &[&own.channel]);
            let end_silence = Request::end_silence(&own.channel);
            self.ask(join, About::Nothing);
            self.ask(end_silence, About::Nothing);
            return;
        }
        let whispers = mode == Listening::Whispers;
        let app = &self.settings.app;
        let copy = Request::copy(app, &agent.channel, &snoop, whispers);
        self.channels.insert(snoop.clone(), Whose::Snoop(line));
        if let Some(listener) = self.listener_mut(line, user) {
            listener.snoop = Some(snoop);
        }
        self.ask(copy, About::Nothing);
    }

    /// The copy of the agent's sound is ours: she hears it.
    pub(super) fn snoop_started(&mut self, line: LineId, snoop: &str) {
        let call = self.calls.get(&line);
        let listener = call.and_then(|call| {
            let mut all = call.listeners.iter();
            all.find(|there| there.snoop.as_deref() == Some(snoop))
        });
        let Some(own) = listener.and_then(|there| self.phones.get(&there.agent)) else {
            return;
        };
        let join = Request::join(&own.bridge, &[snoop, &own.channel]);
        let end_silence = Request::end_silence(&own.channel);
        self.ask(join, About::Nothing);
        self.ask(end_silence, About::Nothing);
    }

    /// She is out of it, and waits in silence.
    fn fall_silent(&mut self, line: LineId, listener: &Listener) {
        if let Some(snoop) = &listener.snoop {
            self.leave_channel(snoop);
        }
        let agent = self.calls.get(&line).and_then(Call::agent);
        let agent = agent.and_then(|agent| self.phones.get(&agent));
        let Some(own) = self.phones.get(&listener.agent) else {
            return;
        };
        let joined = listener.mode == Listening::Joined;
        let bridge = match agent.filter(|_| joined) {
            Some(agent) => &agent.bridge,
            None => &own.bridge,
        };
        let part = Request::part(bridge, &own.channel);
        let silence = Request::silence(&own.channel);
        self.ask(part, About::Nothing);
        self.ask(silence, About::Nothing);
    }

    pub(super) fn end_listening(&mut self, line: LineId, user: i64) {
        let Some(listener) = self.listener(line, user).cloned() else {
            return;
        };
        self.fall_silent(line, &listener);
        if let Some(call) = self.calls.get_mut(&line) {
            call.listeners.retain(|there| there.user != user);
            self.moved.extend(call.agent());
        }
        if listener.rang {
            self.put_down(listener.agent);
        }
    }

    pub(super) fn end_all_listening(&mut self, line: LineId) {
        let call = self.calls.get(&line);
        let users = call.map(|call| call.listeners.iter().map(|there| there.user).collect());
        let users: Vec<i64> = users.unwrap_or_default();
        for user in users {
            self.end_listening(line, user);
        }
    }

    /// A phone is up, or gone, with which somebody listens.
    pub(super) fn listener_phone(&mut self, agent: AgentId, is_up: bool) {
        for line in self.lines(|call| call.listeners.iter().any(|there| there.agent == agent)) {
            let call = self.calls.get(&line);
            let there = call.and_then(|call| {
                let mut all = call.listeners.iter();
                all.find(|there| there.agent == agent)
            });
            match there.map(|there| there.user) {
                Some(user) if is_up => self.begin_listening(line, user),
                Some(user) => self.end_listening(line, user),
                None => {}
            }
        }
    }

    /// The copy is gone without our asking.
    pub(super) fn snoop_gone(&mut self, line: LineId, snoop: &str) {
        self.channels.remove(snoop);
        let call = self.calls.get(&line);
        let user = call.and_then(|call| {
            let mut all = call.listeners.iter();
            all.find(|there| there.snoop.as_deref() == Some(snoop))
                .map(|there| there.user)
        });
        if let Some(user) = user {
            self.end_listening(line, user);
        }
    }

    fn listener(&self, line: LineId, user: i64) -> Option<&Listener> {
        let mut all = self.calls.get(&line)?.listeners.iter();
        all.find(|there| there.user == user)
    }

    fn listener_mut(&mut self, line: LineId, user: i64) -> Option<&mut Listener> {
        let mut all = self.calls.get_mut(&line)?.listeners.iter_mut();
        all.find(|there| there.user == user)
    }
}
