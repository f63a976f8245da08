//! How far a supervisor has come who wants to be at an agent's talk, from her wish until it is over:
//! her phone is rung for it, a call of her own goes before it, with the talk it ends.

use super::call::{Call, Phone};
use super::calls::Calls;
use super::frame::End;
use super::phones::Handset;
use crate::line::LineId;
use engine::{AgentId, Attendance, Attends, Listening, NotThere};
use std::time::{Duration, Instant};

/// Nobody is waited for longer, whatever was lost on the way: her phone rings for twenty seconds.
const WAITS: Duration = Duration::from_secs(25);

#[derive(Debug, Clone)]
pub(super) struct Listener {
    pub user: i64,
    /// Whose phone it is.
    pub agent: AgentId,
    pub mode: Listening,
    pub stage: Attends,
    /// Since when she is there, or was asked for.
    pub since: Instant,
    /// A copy of the agent's sound, unless the supervisor has joined in.
    pub copy: Option<String>,
    /// Her phone was rung for this alone.
    pub rang: bool,
    /// What was asked for her last: answers to what came before say nothing of it.
    pub turn: u64,
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
        let there = self.listener(line, user).map(|there| there.mode);
        match (there, mode) {
            (Some(before), Some(mode)) if before != mode => self.change(line, user, mode, now),
            (None, Some(mode)) => match phone {
                Some(phone) => self.come_to_listen(line, (user, mode), phone, now),
                None => self.never_came(line, (user, None, mode), NotThere::Unregistered),
            },
            (Some(_), None) => self.end_listening(line, user, NotThere::Left),
            _ => {}
        }
    }

    fn change(&mut self, line: LineId, user: i64, mode: Listening, now: Instant) {
        let Some(before) = self.listener(line, user).cloned() else {
            return;
        };
        let is_up = self.is_up(before.agent);
        if is_up {
            self.fall_silent(line, &before);
        }
        if let Some(listener) = self.listener_mut(line, user) {
            (listener.mode, listener.copy) = (mode, None);
        }
        let stage = if is_up { Attends::Asked } else { before.stage };
        self.comes(line, user, stage, now);
        if is_up {
            self.begin_listening(line, user);
        }
    }

    /// Whoever talks herself cannot listen; whoever listens elsewhere leaves there.
    fn come_to_listen(
        &mut self,
        line: LineId,
        (user, mode): (i64, Listening),
        phone: &Phone,
        now: Instant,
    ) {
        let own = phone.agent;
        if self.is_deaf() {
            return self.never_came(line, (user, Some(own), mode), NotThere::Failed);
        }
        if self.has_own_call(own) {
            return self.never_came(line, (user, Some(own), mode), NotThere::OwnCall);
        }
        let rang_before = self.leave_other_talks(own);
        let is_up = self.has_in_hand(phone);
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        call.listeners.push(Listener {
            user,
            agent: own,
            mode,
            stage: Attends::Asked,
            since: now,
            copy: None,
            rang: rang_before || !is_up,
            turn: 0,
        });
        self.comes(line, user, Attends::Asked, now);
        match is_up {
            true => self.begin_listening(line, user),
            false => self.ring(phone, now),
        }
    }

    /// Something she is called for herself goes on, or begins.
    fn has_own_call(&self, agent: AgentId) -> bool {
        let talks = |call: &Call| call.agent() == Some(agent) && !call.is_told();
        !self.lines(talks).is_empty()
            || self.asked_in(agent).is_some()
            || self.is_fetched_for_a_caller(agent)
    }

    /// Her phone is in our hands, and nothing goes on there.
    pub(super) fn waits_alone(&self, agent: AgentId) -> bool {
        !self.has_own_call(agent) && self.listening_with(agent).is_empty()
    }

    /// Her phone stays as it is; whether it was rung for listening alone.
    fn leave_other_talks(&mut self, agent: AgentId) -> bool {
        let mut rang = false;
        for (line, listener) in self.listening_with(agent) {
            rang |= listener.rang;
            self.leave_off(line, listener.user, NotThere::Left);
        }
        rang
    }

    /// A call of her own goes first: she hears nobody else's from here on, and nobody in it hears her
    /// caller. Her phone is kept for it.
    pub(super) fn own_call_comes(&mut self, agent: AgentId) {
        for (line, listener) in self.listening_with(agent) {
            self.leave_off(line, listener.user, NotThere::OwnCall);
        }
    }

    /// Her phone rings, is up, or is gone.
    pub(super) fn listener_rings(&mut self, agent: AgentId, now: Instant) {
        for (line, listener) in self.listening_with(agent) {
            if listener.stage == Attends::Asked {
                self.comes(line, listener.user, Attends::Rings, now);
            }
        }
    }

    pub(super) fn listener_is_up(&mut self, agent: AgentId) {
        for (line, listener) in self.listening_with(agent) {
            self.begin_listening(line, listener.user);
        }
    }

    pub(super) fn listener_is_gone(&mut self, agent: AgentId, why: NotThere) {
        for (line, listener) in self.listening_with(agent) {
            self.end_listening(line, listener.user, why);
        }
    }

    pub(super) fn end_all_listening(&mut self, line: LineId) {
        let call = self.calls.get(&line);
        let users = call.map(|call| call.listeners.iter().map(|there| there.user).collect());
        let users: Vec<i64> = users.unwrap_or_default();
        for user in users {
            self.end_listening(line, user, NotThere::TalkOver);
        }
    }

    /// A phone that was rung for this alone is put down.
    pub(super) fn end_listening(&mut self, line: LineId, user: i64, why: NotThere) {
        let over = self.leave_off(line, user, why);
        if let Some(listener) = over.filter(|listener| listener.rang) {
            self.put_down(listener.agent, why);
        }
    }

    fn leave_off(&mut self, line: LineId, user: i64, why: NotThere) -> Option<Listener> {
        let listener = self.listener(line, user).cloned()?;
        if self.is_up(listener.agent) {
            self.fall_silent(line, &listener);
        } else if let Some(copy) = &listener.copy {
            self.leave_channel(copy);
        }
        let agent = self.calls.get_mut(&line).and_then(|call| {
            call.listeners.retain(|there| there.user != user);
            call.agent()
        })?;
        self.moved.insert(agent);
        self.attendances.push(Attendance {
            user,
            own: Some(listener.agent),
            agent,
            mode: listener.mode,
            stage: Attends::Over(why),
        });
        Some(listener)
    }

    fn never_came(
        &mut self,
        line: LineId,
        (user, own, mode): (i64, Option<AgentId>, Listening),
        why: NotThere,
    ) {
        let agent = self.calls.get(&line).and_then(Call::agent);
        self.attendances.extend(agent.map(|agent| Attendance {
            user,
            own,
            agent,
            mode,
            stage: Attends::Over(why),
        }));
    }

    /// She cannot be brought to the talk of this agent; of several exchanges only the one with the
    /// talk knows better than that there is none.
    pub fn cannot_attend(&mut self, wanted: Attendance) {
        let why = match self.talk_of(wanted.agent) {
            Some(_) => NotThere::Elsewhere,
            None => NotThere::NoTalk,
        };
        let stage = Attends::Over(why);
        self.attendances.push(Attendance { stage, ..wanted });
    }

    /// How far she has come, told and shown.
    pub(super) fn comes(&mut self, line: LineId, user: i64, stage: Attends, now: Instant) {
        let Some(agent) = self.calls.get(&line).and_then(Call::agent) else {
            return;
        };
        let Some(listener) = self.listener_mut(line, user) else {
            return;
        };
        if listener.stage != Attends::There || stage != Attends::There {
            listener.since = now;
        }
        listener.stage = stage;
        let told = Attendance {
            user,
            own: Some(listener.agent),
            agent,
            mode: listener.mode,
            stage,
        };
        self.moved.insert(agent);
        self.attendances.push(told);
    }

    /// Whoever is waited for too long is given up.
    pub(super) fn listeners_due(&mut self, now: Instant) {
        let late = |there: &Listener| there.stage != Attends::There && there.since + WAITS <= now;
        for line in self.lines(|call| call.listeners.iter().any(late)) {
            let call = self.calls.get(&line);
            let all = call.into_iter().flat_map(|call| &call.listeners);
            let users: Vec<(i64, AgentId)> = all
                .filter(|there| late(there))
                .map(|there| (there.user, there.agent))
                .collect();
            for (user, agent) in users {
                let why = match self.is_up(agent) {
                    true => NotThere::Failed,
                    false => NotThere::NoAnswer,
                };
                self.end_listening(line, user, why);
            }
        }
    }

    /// How far supervisors have come since the last look, oldest first.
    pub fn attendances(&mut self) -> Vec<Attendance> {
        std::mem::take(&mut self.attendances)
    }

    fn listening_with(&self, agent: AgentId) -> Vec<(LineId, Listener)> {
        let calls = self.calls.iter();
        let all = calls.flat_map(|(line, call)| call.listeners.iter().map(|there| (*line, there)));
        let hers = all.filter(|(_, there)| there.agent == agent);
        hers.map(|(line, there)| (line, there.clone())).collect()
    }

    pub(super) fn listener(&self, line: LineId, user: i64) -> Option<&Listener> {
        let mut all = self.calls.get(&line)?.listeners.iter();
        all.find(|there| there.user == user)
    }

    pub(super) fn listener_mut(&mut self, line: LineId, user: i64) -> Option<&mut Listener> {
        let mut all = self.calls.get_mut(&line)?.listeners.iter_mut();
        all.find(|there| there.user == user)
    }
}

/// Why a phone is gone with which somebody listened, or was to.
pub(super) fn why_gone(phone: &Handset, end: End) -> NotThere {
    match (phone.up_since, end.sip, end.q850) {
        (Some(_), ..) if phone.put_down => NotThere::Left,
        (Some(_), ..) => NotThere::Failed,
        (None, Some(486 | 600 | 603), _) | (None, None, Some(17 | 21)) => NotThere::Busy,
        (None, Some(408 | 480), _) | (None, None, Some(18 | 19)) => NotThere::NoAnswer,
        (None, ..) => NotThere::Failed,
    }
}
