//! An agent takes the call of somebody who waits: her phone first, then both together. From there on
//! it is a call like any other.

use super::call::{After, Call, Dial, Phone, Stage};
use super::calls::{About, Calls, Whose};
use super::course::{Course, EndedBy};
use super::frame::End;
use super::request::Request;
use crate::caller::whole;
use crate::inbound::{InLine, InNews};
use crate::line::{LineId, Placed};
use engine::{AgentId, Announcement, CallSounds, Machines, Number, Recording};
use std::time::Instant;

/// Who takes a caller, and how her campaign talks.
pub(super) struct Taker {
    pub phone: Option<Phone>,
    /// What somebody is shown who is asked to join.
    pub shown: Option<Number>,
    pub recording: Recording,
    pub sounds: CallSounds,
}

impl Calls {
    pub(super) fn fetch(&mut self, line: InLine, phone: &Phone, now: Instant) {
        let Some(call) = self.callers.get_mut(&line) else {
            return;
        };
        let agent = phone.agent;
        call.fetching = Some(agent);
        self.own_call_comes(agent);
        if self.asked_in(agent).is_some() {
            // She is in a colleague's talk.
            self.fetched(agent, false, now);
        } else if self.has_in_hand(phone) {
            self.fetched(agent, true, now);
        } else {
            self.ring(phone, now);
        }
    }

    /// An agent's phone is in hand, or is gone: whoever it was had for hears of it.
    pub(super) fn fetched(&mut self, agent: AgentId, is_there: bool, now: Instant) {
        let waiting = self.callers.iter();
        let lines: Vec<InLine> = waiting
            .filter(|(_, call)| call.fetching == Some(agent))
            .map(|(line, _)| *line)
            .collect();
        for line in lines {
            if let Some(call) = self.callers.get_mut(&line) {
                call.fetching = None;
            }
            let news = match is_there {
                true => InNews::Fetched { agent },
                false => InNews::NotFetched { agent },
            };
            self.news(line, news, now);
        }
    }

    /// From here on it is a call like any other.
    pub(super) fn connect_caller(
        &mut self,
        from: InLine,
        placed: Placed,
        taker: Taker,
        now: Instant,
    ) {
        let (Some(call), Some(number)) = (self.callers.get(&from), self.called(from)) else {
            // Gone meanwhile: the talk is over before it began.
            self.tell_gone(placed, now);
            return;
        };
        let channel = call.channel.clone();
        self.callers.remove(&from);
        self.channels
            .insert(channel.clone(), Whose::Call(placed.line));
        self.ask(Request::end_music(&channel), About::Nothing);
        self.ask(Request::end_playback(&channel), About::Nothing);
        let dial = Dial {
            placed,
            number,
            shown: taker.shown,
            rings_for: 0,
            menu: false,
            machines: Machines::ToAgent,
            recording: taker.recording,
            sounds: taker.sounds,
            phone: taker.phone,
            good_until: now,
        };
        let course = Course {
            answered: true,
            ..Course::default()
        };
        let call = Call {
            dial,
            channel,
            stage: Stage::Talking,
            course,
            since: now,
            fax_until: None,
            menu_since: None,
            dialled_at: None,
            standing: Default::default(),
            bridge: None,
            third: None,
            listeners: Default::default(),
            came_in: true,
        };
        self.calls.insert(placed.line, call);
        self.end_limit(placed.line);
        if self.has_agent(placed.line) {
            self.connect(placed.line, None);
            self.tape_begins(placed.line, now);
        } else {
            self.lose_agent(placed.line, now);
        }
    }

    /// Her phone was put down in the very moment.
    fn lose_agent(&mut self, line: LineId, now: Instant) {
        if let Some(call) = self.calls.get_mut(&line) {
            call.course.ended_by = EndedBy::Loss;
        }
        self.end(line, End::default(), now);
        self.go_on_to(line, After::Apology);
        self.play(line, Announcement::Apology);
    }

    fn called(&self, line: InLine) -> Option<Number> {
        whole(&self.callers.get(&line)?.called)
    }
}
