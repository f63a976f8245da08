//! From the order to the dial, and the one report of how it ended.

use super::call::{After, Stage};
use super::calls::{About, Calls};
use super::course::EndedBy;
use super::frame::End;
use super::request::Request;
use crate::line::LineId;
use engine::Report;
use std::time::Instant;

impl Calls {
    /// A channel for the call; dialled once it is ours.
    pub(super) fn make(&mut self, line: LineId, now: Instant) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        call.stage = Stage::Asked;
        call.since = now;
        let endpoint = self.settings.endpoint(call.dial.number);
        let request = Request::create(&self.settings.app, &call.channel, &endpoint);
        self.ask(request, About::Channel(line));
    }

    pub(super) fn dial(&mut self, line: LineId, now: Instant) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        if call.stage != Stage::Asked {
            return;
        }
        // Hung up, or too late, while the channel was being made: it is not dialled on.
        if call.course.ended_by == EndedBy::Us || call.dial.good_until < now {
            self.not_dialled(line, now);
            return;
        }
        call.stage = Stage::Dialled;
        call.dialled_at = Some(now);
        let (channel, rings_for) = (call.channel.clone(), call.dial.rings_for);
        let shown = call.dial.shown;
        self.name_channel(line);
        self.show_number(&channel, shown);
        let detect = Request::detect_special_tone(&self.settings.app, &channel);
        self.ask(detect, About::Nothing);
        self.ask(Request::dial(&channel, rings_for), About::Dial(line));
    }

    /// The channel could not be had, or not be dialled on: nobody was called.
    pub(super) fn not_dialled(&mut self, line: LineId, now: Instant) {
        let Some(call) = self.calls.get(&line) else {
            return;
        };
        // What rang or was answered was dialled, whatever the answer to the request says.
        let course = call.course;
        if call.is_told() || course.rang || course.answered || course.progressed {
            return;
        }
        if call.stage != Stage::AwaitsPhone {
            self.drop_channel(line);
        }
        self.not_placed(line, now);
    }

    pub(super) fn not_placed(&mut self, line: LineId, now: Instant) {
        if let Some(call) = self.calls.get(&line) {
            let attempt = call.attempt();
            self.say(line, Report::NotPlaced { attempt }, now);
            self.forget(line);
        }
    }

    /// Tells how it ended, once.
    pub(super) fn end(&mut self, line: LineId, end: End, now: Instant) {
        let Some(call) = self.calls.get_mut(&line).filter(|call| !call.is_told()) else {
            return;
        };
        if let Some(took) = call.first_heard(now) {
            self.meters.set_up.note(took);
        }
        if matches!(call.stage, Stage::Listening { .. }) && call.course.tone.is_none() {
            // Whoever picked up has heard nobody.
            call.course.ended_by = EndedBy::NoAgent;
        }
        let report = Report::Ended {
            attempt: call.attempt(),
            outcome: call.course.outcome(end),
            cause: call.course.cause(end),
        };
        let agent = call.agent().filter(|_| call.stage == Stage::Talking);
        self.say(line, report, now);
        self.ring_no_more(line);
        self.tape_ends(line, now);
        self.go_on_to(line, After::Nothing);
        if let Some(agent) = agent {
            self.release_third(line);
            self.stand_down(line);
            self.part(agent, line);
        }
    }
}
