//! Somebody or something has picked up: who it is, as far as that is asked for, and who talks.

use super::call::{Call, Stage};
use super::calls::{About, Calls};
use super::request::Request;
use super::tone::Tone;
use crate::line::LineId;
use engine::{Machines, Report};
use std::time::{Duration, Instant};

const FAX_WITHIN: Duration = Duration::from_secs(8);

impl Calls {
    pub(super) fn picked_up(&mut self, line: LineId, now: Instant) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        call.course.answered = true;
        if call.dial.phone.is_none() {
            self.apologise(line, now);
            return;
        }
        call.fax_until = Some(now + FAX_WITHIN);
        let channel = call.channel.clone();
        let listens = call.dial.machines != Machines::ToAgent;
        if listens {
            call.stage = Stage::Listening { since: now };
        } else {
            self.talk(line, now, now);
        }
        self.ask(Request::end_detection(&channel), About::Nothing);
        let detect = Request::detect_fax(&self.settings.app, &channel);
        self.ask(detect, About::Nothing);
        if listens {
            self.open_ear(line);
        }
    }

    /// A fax says so in the first seconds, or never.
    pub(super) fn end_fax_detection(&mut self, now: Instant) {
        for line in self.lines(|call| call.fax_until.is_some_and(|until| until <= now)) {
            if let Some(call) = self.calls.get_mut(&line) {
                call.fax_until = None;
                let end = Request::end_detection(&call.channel);
                self.ask(end, About::Nothing);
            }
        }
    }

    /// A person is there, since she picked up: she is with the agent.
    pub(super) fn talk(&mut self, line: LineId, since: Instant, now: Instant) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        call.stage = Stage::Talking;
        let attempt = call.attempt();
        self.connect(line, now);
        self.tape_begins(line, now);
        self.say(line, Report::Answered { attempt }, since);
    }

    /// No person is there, and none will be.
    pub(super) fn heard_tone(&mut self, line: LineId, tone: &str) {
        if let Some(tone) = Tone::of(tone) {
            self.is_tone(line, tone);
        }
    }

    pub(super) fn is_tone(&mut self, line: LineId, tone: Tone) {
        let dialled = |call: &&mut Call| !call.is_told() && !call.is_undialled();
        if let Some(call) = self.calls.get_mut(&line).filter(dialled) {
            call.course.tone = Some(tone);
            self.drop_channel(line);
        }
    }
}
