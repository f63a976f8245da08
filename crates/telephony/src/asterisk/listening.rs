//! What a supervisor at a talk hears, and who hears her: she listens, speaks to the agent alone, or
//! joins in.

use super::attending::Listener;
use super::call::Call;
use super::calls::{About, Calls, Whose};
use super::frame::State;
use super::request::Request;
use crate::line::LineId;
use engine::{AgentId, Attends, Listening, NotThere};
use std::collections::BTreeMap;
use std::time::Instant;

impl Calls {
    /// Her phone is there.
    pub(super) fn begin_listening(&mut self, line: LineId, user: i64) {
        let copy = self.new_id();
        let turn = self.ids;
        let Some(listener) = self.listener_mut(line, user) else {
            return;
        };
        listener.turn = turn;
        let (mode, own) = (listener.mode, listener.agent);
        let agent = self.calls.get(&line).and_then(Call::agent);
        let agent = agent.and_then(|agent| self.phones.get(&agent));
        let (Some(agent), Some(own)) = (agent, self.phones.get(&own)) else {
            return;
        };
        if mode == Listening::Joined {
            let join = Request::join(&agent.bridge, &[&own.channel]);
            let end_silence = Request::end_silence(&own.channel);
            self.ask(join, About::Attend(line, turn));
            self.ask(end_silence, About::Nothing);
            return;
        }
        let whispers = mode == Listening::Whispers;
        let app = &self.settings.app;
        let request = Request::copy(app, &agent.channel, &copy, whispers);
        self.channels.insert(copy.clone(), Whose::Snoop(line));
        if let Some(listener) = self.listener_mut(line, user) {
            listener.copy = Some(copy);
        }
        self.ask(request, About::Copy(line, turn));
    }

    /// The copy of the agent's sound is ours: she hears it.
    pub(super) fn copy_started(&mut self, line: LineId, copy: &str) {
        let Some(listener) = self.listener_of_copy(line, copy) else {
            return;
        };
        let turn = listener.turn;
        let Some(own) = self.phones.get(&listener.agent) else {
            return;
        };
        let join = Request::join(&own.bridge, &[copy, &own.channel]);
        let end_silence = Request::end_silence(&own.channel);
        self.ask(join, About::Attend(line, turn));
        self.ask(end_silence, About::Nothing);
    }

    /// Asterisk's answer to what was asked for somebody last: she is there once it has put her there.
    pub(super) fn attend_answered(&mut self, about: About, is_good: bool, now: Instant) {
        let (About::Copy(line, turn) | About::Attend(line, turn)) = about else {
            return;
        };
        let call = self.calls.get(&line);
        let mut all = call.into_iter().flat_map(|call| &call.listeners);
        let Some(user) = all.find(|there| there.turn == turn).map(|it| it.user) else {
            return;
        };
        match about {
            About::Attend(..) if is_good => self.comes(line, user, Attends::There, now),
            _ if is_good => {}
            _ => self.end_listening(line, user, NotThere::Failed),
        }
    }

    /// She is out of it, and waits in silence.
    pub(super) fn fall_silent(&mut self, line: LineId, listener: &Listener) {
        let agent = self.calls.get(&line).and_then(Call::agent);
        let agent = agent.and_then(|agent| self.phones.get(&agent));
        let Some(own) = self.phones.get(&listener.agent) else {
            return;
        };
        // A channel that is hung up goes in its own time: whoever comes next must not meet it.
        let copy = listener.copy.as_ref();
        let apart = copy.map(|copy| Request::part(&own.bridge, copy));
        let joined = listener.mode == Listening::Joined;
        let bridge = match agent.filter(|_| joined) {
            Some(agent) => &agent.bridge,
            None => &own.bridge,
        };
        let part = Request::part(bridge, &own.channel);
        let silence = Request::silence(&own.channel);
        for request in apart.into_iter().chain([part, silence]) {
            self.ask(request, About::Nothing);
        }
        if let Some(copy) = &listener.copy {
            self.leave_channel(copy);
        }
    }

    /// The copy is gone without our asking.
    pub(super) fn copy_gone(&mut self, line: LineId, copy: &str) {
        self.channels.remove(copy);
        let Some(listener) = self.listener_of_copy(line, copy) else {
            return;
        };
        // It ends with the agent's phone, and that ends the talk.
        let why = match listener.stage {
            Attends::There => NotThere::TalkOver,
            _ => NotThere::Failed,
        };
        self.end_listening(line, listener.user, why);
    }

    /// After the connection was lost: what was asked for may not have been heard, and a copy may be
    /// gone.
    pub(super) fn attend_again(&mut self, line: LineId, there: &BTreeMap<String, State>) {
        let call = self.calls.get(&line);
        let listeners: Vec<Listener> = call.map(|it| it.listeners.clone()).unwrap_or_default();
        for listener in listeners {
            let phone = self.phones.get(&listener.agent);
            let is_up = phone.is_some_and(|phone| {
                phone.up_since.is_some() && there.contains_key(&phone.channel)
            });
            match &listener.copy {
                _ if !is_up => {}
                Some(copy) if there.contains_key(copy) => self.copy_started(line, copy),
                Some(copy) => {
                    self.channels.remove(copy);
                    self.begin_listening(line, listener.user);
                }
                None => self.begin_listening(line, listener.user),
            }
        }
    }

    pub(super) fn is_up(&self, agent: AgentId) -> bool {
        let phone = self.phones.get(&agent);
        phone.is_some_and(|phone| phone.up_since.is_some())
    }

    fn listener_of_copy(&self, line: LineId, copy: &str) -> Option<&Listener> {
        let mut all = self.calls.get(&line)?.listeners.iter();
        all.find(|there| there.copy.as_deref() == Some(copy))
    }
}
