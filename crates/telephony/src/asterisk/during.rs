//! What is asked of a talk while it lasts: hold and resume, mute, keys; what concerns somebody else
//! is in `third`.

use super::attending;
use super::call::{Call, Phone, Stage};
use super::calls::{About, Calls};
use super::request::Request;
use super::third::Third;
use crate::line::LineId;
use engine::{
    AgentId, Attendance, Attends, Gone, Keys, Listener, Listening, NotThere, OtherStage, Talk, Wish,
};
use jiff::{SignedDuration, Timestamp};
use std::time::Instant;

/// What `musiconhold.conf` calls it.
const USUAL_MUSIC: &str = "default";

/// How a talk stands, by our own clock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    pub held_since: Option<Instant>,
    /// Supervisors at it: who, how, since when.
    pub listeners: Vec<(i64, Listening, Instant)>,
    /// All that needs no clock.
    pub talk: Talk,
}

impl Standing {
    /// By the house's clock, on which it is `now`.
    pub fn told(&self, now: Timestamp) -> Talk {
        let at = |since: Instant| {
            let ago = SignedDuration::try_from(since.elapsed()).unwrap_or_default();
            now.checked_sub(ago).unwrap_or(now)
        };
        Talk {
            held_since: self.held_since.map(at),
            listeners: self
                .listeners
                .iter()
                .map(|(user, mode, since)| Listener {
                    user: *user,
                    mode: *mode,
                    since: at(*since),
                })
                .collect(),
            ..self.talk.clone()
        }
    }
}

impl Calls {
    /// Something is asked of the talk an agent has; without a talk nothing comes of it. A
    /// colleague is called on the phone that is given.
    pub fn during(&mut self, agent: AgentId, wish: &Wish, phone: Option<&Phone>, now: Instant) {
        let Some(line) = self.talk_of(agent) else {
            self.attendances.extend(wanted(agent, wish));
            return;
        };
        let apart = self.calls.get(&line).is_some_and(Call::is_with_third);
        match wish {
            // Whoever waits while somebody else is asked hears music already.
            Wish::Hold | Wish::Resume if apart => {}
            Wish::Hold => self.hold(line, now),
            Wish::Resume => self.resume(line),
            Wish::Mute => self.mute(line, true),
            Wish::Unmute => self.mute(line, false),
            Wish::Press(keys) => self.press(line, keys),
            Wish::Call { whom, blind } => self.call_third(line, (*whom, *blind), phone, now),
            Wish::PutThrough => self.put_through(line, now),
            Wish::Together => self.together(line, now),
            Wish::Listen { user, mode, .. } => self.listen(line, (*user, *mode), phone, now),
            Wish::TakeBack(why) => self.take_back(line, *why),
        }
        self.moved_all(line);
        self.moved.insert(agent);
    }

    /// How the talks stand that have moved; none where there is no talk any more.
    pub fn talks(&mut self) -> Vec<(AgentId, Option<Standing>)> {
        let moved = std::mem::take(&mut self.moved).into_iter();
        moved
            .map(|agent| (agent, self.standing_of(agent)))
            .collect()
    }

    fn standing_of(&self, agent: AgentId) -> Option<Standing> {
        if let Some(call) = self.talk_of(agent).and_then(|line| self.calls.get(&line)) {
            let mut standing = call.standing.clone();
            standing.talk.other = call.third.as_ref().map(Third::told);
            let there = |there: &&attending::Listener| there.stage == Attends::There;
            let listeners = call.listeners.iter().filter(there);
            standing.listeners = listeners
                .map(|there| (there.user, there.mode, there.since))
                .collect();
            return Some(standing);
        }
        let asked = self
            .asked_in(agent)
            .and_then(|line| self.calls.get(&line))?;
        let mut standing = Standing::default();
        standing.talk.asked_by = asked.agent();
        Some(standing)
    }

    pub(super) fn talk_of(&self, agent: AgentId) -> Option<LineId> {
        let mut calls = self.calls.iter();
        let talks =
            calls.find(|(_, call)| call.agent() == Some(agent) && call.stage == Stage::Talking);
        talks.map(|(line, _)| *line)
    }

    pub(super) fn hold(&mut self, line: LineId, now: Instant) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        if call.standing.held_since.is_none() {
            call.standing.held_since = Some(now);
            self.tape_interrupted(line, now);
            self.keep_apart(line);
        }
    }

    /// The far end hears music, the agent waits in silence.
    fn keep_apart(&mut self, line: LineId) {
        let Some(call) = self.calls.get(&line) else {
            return;
        };
        let (agent, channel) = (call.agent(), call.channel.clone());
        if let Some(agent) = agent {
            self.part(agent, line);
        }
        self.ask(Request::music(&channel, USUAL_MUSIC), About::Music(line));
    }

    /// Without music nobody is left in silence, unless somebody else is asked whom she may not hear.
    pub(super) fn no_music(&mut self, line: LineId) {
        match self.calls.get(&line) {
            Some(call) if call.is_with_third() => {
                let silence = Request::silence(&call.channel);
                self.ask(silence, About::Nothing);
            }
            _ => self.resume(line),
        }
    }

    pub(super) fn resume(&mut self, line: LineId) {
        if let Some(call) = self.calls.get_mut(&line)
            && call.standing.held_since.take().is_some()
        {
            let end = Request::end_music(&call.channel);
            self.moved.extend(call.agent());
            self.ask(end, About::Nothing);
            self.connect(line, None);
        }
    }

    fn mute(&mut self, line: LineId, is_muted: bool) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        if call.standing.talk.is_muted != is_muted {
            call.standing.talk.is_muted = is_muted;
            let agent = call.agent();
            self.ask_mute(agent, is_muted);
        }
    }

    fn ask_mute(&mut self, agent: Option<AgentId>, is_muted: bool) {
        if let Some(phone) = agent.and_then(|agent| self.phones.get(&agent)) {
            let mute = match is_muted {
                true => Request::mute(&phone.channel),
                false => Request::unmute(&phone.channel),
            };
            self.ask(mute, About::Nothing);
        }
    }

    /// Towards whoever is talked to; nobody presses keys towards music.
    fn press(&mut self, line: LineId, keys: &Keys) {
        let other = self.channel_of_third(line);
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        let asked = call.third.as_ref().map(|third| third.stage) == Some(OtherStage::Asked);
        let towards = match (call.standing.held_since, other.filter(|_| asked)) {
            (None, _) => call.channel.clone(),
            (Some(_), Some(other)) => other,
            (Some(_), None) => return,
        };
        call.standing.talk.press(keys);
        let press = Request::press(&towards, keys.as_str());
        self.ask(press, About::Nothing);
    }

    /// The agent goes on with the far end alone.
    fn take_back(&mut self, line: LineId, why: Option<Gone>) {
        let third = self.calls.get(&line).and_then(|call| call.third.as_ref());
        let Some(whom) = third.map(|third| third.whom) else {
            return;
        };
        self.release_third(line);
        self.resume(line);
        if let Some(call) = self.calls.get_mut(&line) {
            call.standing.talk.news = why.map(|why| (whom, why));
        }
    }

    /// After the connection was lost: what was asked for may not have been heard.
    pub(super) fn stand_again(&mut self, line: LineId) {
        let Some(call) = self.calls.get(&line) else {
            return;
        };
        let (agent, is_muted) = (call.agent(), call.standing.talk.is_muted);
        let stage = call.third.as_ref().map(|third| third.stage);
        let (held_since, end_music) = (call.standing.held_since, Request::end_music(&call.channel));
        if held_since.is_none() {
            self.ask(end_music, About::Nothing);
        }
        match (held_since, stage) {
            (_, Some(OtherStage::Together)) => self.join_all(line, true),
            (None, _) => self.connect(line, None),
            (Some(_), asked) => {
                self.keep_apart(line);
                if asked == Some(OtherStage::Asked) {
                    self.join_all(line, false);
                }
            }
        }
        self.ask_mute(agent, is_muted);
    }

    /// The talk is over: no music goes on, and the next one hears the agent.
    pub(super) fn stand_down(&mut self, line: LineId) {
        self.end_all_listening(line);
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        let agent = call.agent();
        let standing = std::mem::take(&mut call.standing);
        let end = Request::end_music(&call.channel);
        self.moved.extend(agent);
        if standing.held_since.is_some() {
            self.ask(end, About::Nothing);
        }
        if standing.talk.is_muted {
            self.ask_mute(agent, false);
        }
    }
}

/// A talk that is listened to is none.
fn wanted(agent: AgentId, wish: &Wish) -> Option<Attendance> {
    match wish {
        Wish::Listen {
            user,
            own,
            mode: Some(mode),
        } => Some(Attendance {
            user: *user,
            own: *own,
            agent,
            mode: *mode,
            stage: Attends::Over(NotThere::NoTalk),
        }),
        _ => None,
    }
}
