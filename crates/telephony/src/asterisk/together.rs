//! Who is with whom in a talk of three, and how the far end goes on with somebody else.

use super::call::{After, Phone};
use super::calls::{About, Calls, Whose};
use super::frame::End;
use super::request::Request;
use crate::line::LineId;
use engine::{AgentId, OtherStage, Whom};
use std::time::Instant;

impl Calls {
    /// Agent and other in the agent's bridge; the far end with them, or not.
    pub(super) fn join_all(&mut self, line: LineId, with_far_end: bool) {
        let Some(call) = self.calls.get(&line) else {
            return;
        };
        let other = self.channel_of_third(line).unwrap_or_default();
        let agent = call.agent();
        let Some(agent) = agent.and_then(|agent| self.phones.get_mut(&agent)) else {
            return;
        };
        let mut all = vec![agent.channel.as_str(), other.as_str()];
        if with_far_end {
            all.push(&call.channel);
        }
        let join = Request::join(&agent.bridge, &all);
        let silences = [agent.end_of_waiting(), Request::end_silence(&other)];
        let is_colleague = call.asks().is_some();
        self.ask(join, About::Nothing);
        let ends = silences.into_iter().take(1 + usize::from(is_colleague));
        for end in ends {
            self.ask(end, About::Nothing);
        }
    }

    pub(super) fn channel_of_third(&self, line: LineId) -> Option<String> {
        let third = self.calls.get(&line)?.third.as_ref()?;
        match third.whom {
            Whom::Outside(_) => Some(third.channel.clone()),
            Whom::Colleague(agent) => {
                let phone = self.phones.get(&agent);
                phone.map(|phone| phone.channel.clone())
            }
        }
    }

    /// A colleague leaves the bridge of the agent who asked her, and waits in silence.
    pub(super) fn leave_bridge_of(&mut self, agent: Option<AgentId>, colleague: AgentId) {
        let Some(own) = self.phones.get(&colleague) else {
            return;
        };
        // Where her phone is gone its bridge went with it.
        let there = agent.and_then(|agent| self.phones.get(&agent));
        let part = there.map(|there| Request::part(&there.bridge, &own.channel));
        let silence = Request::silence(&own.channel);
        for request in part.into_iter().chain([silence]) {
            self.ask(request, About::Nothing);
        }
    }

    /// All three hear each other.
    pub(super) fn together(&mut self, line: LineId, now: Instant) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        let Some(third) = call.third.as_mut() else {
            return;
        };
        if third.stage != OtherStage::Asked || third.blind {
            return;
        }
        third.stage = OtherStage::Together;
        let is_outside = matches!(third.whom, Whom::Outside(_));
        let outsider = is_outside.then(|| third.channel.clone());
        call.standing.held_since = None;
        let (agent, channel) = (call.agent(), call.channel.clone());
        if let Some(outsider) = outsider {
            self.tape_hears_outsider(line, outsider, now);
        }
        self.ask(Request::end_music(&channel), About::Nothing);
        if let Some(phone) = agent.and_then(|agent| self.phones.get(&agent)) {
            let join = Request::join(&phone.bridge, &[&channel]);
            self.ask(join, About::Nothing);
        }
    }

    /// The far end goes on with whoever was called.
    pub(super) fn put_through(&mut self, line: LineId, now: Instant) {
        let third = self.calls.get(&line).and_then(|call| call.third.clone());
        let Some(third) = third.filter(|third| third.stage != OtherStage::Rings) else {
            return;
        };
        self.moved_all(line);
        match third.whom {
            Whom::Colleague(colleague) => self.put_through_to(line, colleague),
            Whom::Outside(_) => self.put_through_outside(line, now),
        }
    }

    /// Her phone is the call's from here on.
    fn put_through_to(&mut self, line: LineId, colleague: AgentId) {
        let Some(phone) = self.phones.get(&colleague) else {
            return;
        };
        let phone = Phone {
            agent: colleague,
            line: phone.line.clone(),
        };
        self.release_third(line);
        if let Some(call) = self.calls.get(&line)
            && let Some(agent) = call.agent()
        {
            self.stand_down(line);
            self.part(agent, line);
        }
        if let Some(call) = self.calls.get_mut(&line) {
            call.dial.phone = Some(phone);
        }
        self.connect(line, None);
    }

    /// They go on without us: told as ended, and looked after until both have hung up.
    fn put_through_outside(&mut self, line: LineId, now: Instant) {
        let bridge = self.new_id();
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        let Some(third) = call.third.take() else {
            return;
        };
        self.end(line, End::default(), now);
        self.go_on_to(line, After::Elsewhere);
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        call.third = Some(third);
        call.bridge = Some(bridge);
        self.bring_both_together(line);
    }

    /// Far end and other, in a bridge that is neither's.
    pub(super) fn bring_both_together(&mut self, line: LineId) {
        let Some(call) = self.calls.get(&line) else {
            return;
        };
        if let (Some(third), Some(bridge)) = (&call.third, &call.bridge) {
            let requests = [
                Request::end_music(&call.channel),
                Request::make_bridge(bridge),
                Request::join(bridge, &[&call.channel, &third.channel]),
            ];
            for request in requests {
                self.ask(request, About::Nothing);
            }
        }
    }

    /// What a call leaves behind where it went on without us.
    pub(super) fn clear_up(&mut self, third: Option<String>, bridge: Option<String>) {
        if let Some(channel) = third {
            self.leave_channel(&channel);
        }
        if let Some(bridge) = bridge {
            self.ask(Request::end_bridge(&bridge), About::Nothing);
        }
    }

    /// Whoever is in this talk looks at it anew.
    pub(super) fn moved_all(&mut self, line: LineId) {
        if let Some(call) = self.calls.get(&line) {
            self.moved.extend(call.agent());
            self.moved.extend(call.asks());
        }
    }

    pub(super) fn third_on(&self, channel: &str) -> Option<LineId> {
        match self.channels.get(channel) {
            Some(Whose::Third(line)) => Some(*line),
            _ => None,
        }
    }

    /// The talks in which this colleague is asked.
    pub(super) fn asked_in(&self, agent: AgentId) -> Option<LineId> {
        let mut calls = self.calls.iter();
        let found = calls.find(|(_, call)| call.asks() == Some(agent) && !call.is_told());
        found.map(|(line, _)| *line)
    }
}
