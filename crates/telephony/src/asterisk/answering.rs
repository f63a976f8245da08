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
        if !self.has_agent(line) {
            self.apologise(line, now);
            return;
        }
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        if call.dial.machines == Machines::ToAgent {
            self.bring_together(line, now);
            self.detect_fax(line, now);
            self.tape_begins(line, now);
        } else {
            call.stage = Stage::Listening { since: now };
            self.ring_no_more(line);
            self.detect_fax(line, now);
            self.open_ear(line);
        }
    }

    fn detect_fax(&mut self, line: LineId, now: Instant) {
        if let Some(call) = self.calls.get_mut(&line) {
            call.fax_until = Some(now + FAX_WITHIN);
            let end = Request::end_detection(&call.channel);
            self.ask(end, About::Nothing);
            self.detect_fax_again(line, now);
        }
    }

    /// Nothing is listened for while something is played: what is recorded after it would be silent.
    pub(super) fn pause_detection(&mut self, line: LineId) {
        let detects = |call: &&Call| call.fax_until.is_some();
        if let Some(call) = self.calls.get(&line).filter(detects) {
            let end = Request::end_detection(&call.channel);
            self.ask(end, About::Nothing);
        }
    }

    pub(super) fn detect_fax_again(&mut self, line: LineId, now: Instant) {
        let detects = |call: &&Call| call.fax_until.is_some_and(|until| now < until);
        if let Some(call) = self.calls.get(&line).filter(detects) {
            let detect = Request::detect_fax(&self.settings.app, &call.channel);
            self.ask(detect, About::Nothing);
        }
    }

    /// A fax says so in the first seconds, or never.
    pub(super) fn end_fax_detection(&mut self, now: Instant) {
        for line in self.lines(|call| call.fax_until.is_some_and(|until| until <= now)) {
            if !self.is_telling(line) {
                self.end_detection(line);
            }
        }
    }

    pub(super) fn end_detection(&mut self, line: LineId) {
        let call = self.calls.get_mut(&line);
        if let Some(call) = call.filter(|call| call.fax_until.is_some()) {
            call.fax_until = None;
            let end = Request::end_detection(&call.channel);
            self.ask(end, About::Nothing);
        }
    }

    /// Whether somebody would hear whoever picks up.
    pub(super) fn has_agent(&self, line: LineId) -> bool {
        let phone = self
            .calls
            .get(&line)
            .and_then(|call| call.dial.phone.as_ref());
        phone.is_some_and(|phone| self.has_in_hand(phone))
    }

    /// A person is there, since she picked up: she is with the agent, if that one still is.
    pub(super) fn talk(&mut self, line: LineId, since: Instant, now: Instant) {
        if !self.has_agent(line) {
            self.apologise(line, now);
            return;
        }
        self.bring_together(line, since);
        self.tape_begins(line, now);
    }

    fn bring_together(&mut self, line: LineId, since: Instant) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        call.stage = Stage::Talking;
        let attempt = call.attempt();
        self.connect(line, Some(since));
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
