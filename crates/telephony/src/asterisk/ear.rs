//! Person or machine? What picked up is listened to, and what follows from what was heard.
//!
//! Its sound comes over a channel of its own, together with it in a bridge; `media` fetches it, and
//! [`crate::ear`] judges. Where nothing can be heard a person is there: nobody may be hung up on for
//! that.

use super::call::{After, Call, Stage};
use super::calls::{About, Calls, Whose};
use super::frame::{Answer, End, State};
use super::request::Request;
use super::tone::Tone;
use crate::ear::Verdict;
use crate::line::LineId;
use engine::{Announcement, Cause, Machines, Outcome, Report};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

const VERDICT_WITHIN: Duration = Duration::from_secs(10);
/// What greets for longer is spoken to no more.
const GREETS_AT_MOST: Duration = Duration::from_secs(60);
/// Under which Asterisk says where the sound is to be had.
const PLACE: &str = "/channelvars/MEDIA_WEBSOCKET_CONNECTION_ID";

/// What brings the sound of a call, as long as it is listened to.
#[derive(Debug)]
pub(super) struct Ear {
    channel: String,
    pub bridge: String,
    /// Its sound is fetched.
    is_heard: bool,
}

impl Calls {
    pub(super) fn open_ear(&mut self, line: LineId) {
        let (channel, bridge) = (self.new_id(), self.new_id());
        self.channels.insert(channel.clone(), Whose::Ear(line));
        self.ask(Request::make_bridge(&bridge), About::Nothing);
        let sound = Request::sound(&self.settings.app, &channel);
        self.ask(sound, About::Ear(line));
        let ear = Ear {
            channel,
            bridge,
            is_heard: false,
        };
        self.ears.insert(line, ear);
    }

    /// Calls that are to be listened to, and where their sound is to be had.
    pub fn to_be_heard(&mut self) -> Vec<(LineId, String)> {
        std::mem::take(&mut self.to_be_heard)
    }

    pub(super) fn ear_answered(&mut self, line: LineId, answer: &Answer, now: Instant) {
        let place = answer.body.pointer(PLACE).and_then(|place| place.as_str());
        match (place.filter(|_| answer.is_good()), self.ears.get_mut(&line)) {
            (Some(place), Some(ear)) => {
                ear.is_heard = true;
                self.to_be_heard.push((line, place.to_owned()));
            }
            (Some(_), None) => {}
            (None, _) => self.told_apart(line, None, now),
        }
    }

    /// After the connection was lost: what was asked for may have been lost with it.
    pub(super) fn listen_again(
        &mut self,
        line: LineId,
        there: &BTreeMap<String, State>,
        now: Instant,
    ) {
        let deaf = |ear: &Ear| !ear.is_heard || !there.contains_key(&ear.channel);
        if self.ears.get(&line).is_some_and(deaf) {
            self.hears_no_more(line, now);
        }
    }

    /// Who picked up cannot be heard, or not any more.
    pub(super) fn hears_no_more(&mut self, line: LineId, now: Instant) {
        self.tell_apart(line, None, now);
        // Whether it still greets nobody knows.
        self.leave_message(line);
    }

    /// Whatever brings the sound is there.
    pub(super) fn ear_started(&mut self, line: LineId) {
        if let (Some(ear), Some(call)) = (self.ears.get(&line), self.calls.get(&line)) {
            let join = Request::join(&ear.bridge, &[&call.channel, &ear.channel]);
            self.ask(join, About::Nothing);
        }
    }

    pub(super) fn close_ear(&mut self, line: LineId) {
        if let Some(ear) = self.ears.remove(&line) {
            // Out of it first: what is played while a bridge dissolves is heard by nobody, and never ends.
            if let Some(call) = self.calls.get(&line) {
                let part = Request::part(&ear.bridge, &call.channel);
                self.ask(part, About::Nothing);
            }
            self.ask(Request::end_bridge(&ear.bridge), About::Nothing);
            self.ask(Request::hang_up(&ear.channel), About::Nothing);
            self.channels.insert(ear.channel, Whose::Leaving);
        }
    }

    /// It was listened to, and this is what it is; nothing where it could not be heard.
    pub fn told_apart(&mut self, line: LineId, heard: Option<Verdict>, now: Instant) {
        // How long nobody has heard her is known only when the connection is back.
        if !self.is_deaf() {
            self.tell_apart(line, heard, now);
        }
    }

    fn tell_apart(&mut self, line: LineId, heard: Option<Verdict>, now: Instant) {
        let stage = self.calls.get(&line).map(|call| call.stage);
        let Some(Stage::Listening { since }) = stage else {
            return;
        };
        // It is told once.
        if !self.ears.contains_key(&line) {
            return;
        }
        // A machine may be listened to further.
        if !matches!(heard, Some(Verdict::Machine { .. })) {
            self.close_ear(line);
        }
        match heard {
            Some(Verdict::Machine { confidence }) => self.machine(line, confidence, now),
            Some(Verdict::SpecialTone) => self.is_tone(line, Tone::Special),
            Some(Verdict::Fax) => self.is_tone(line, Tone::Fax),
            Some(Verdict::Busy) => self.is_tone(line, Tone::Busy),
            Some(Verdict::Person) | None => self.talk(line, since, now),
        }
    }

    /// Nobody waits longer than this for a verdict, nor for the end of a greeting.
    pub(super) fn listened_too_long(&mut self, now: Instant) {
        let greets = |call: &Call| match call.stage {
            Stage::Told(After::Greeting(since)) => since + GREETS_AT_MOST <= now,
            _ => false,
        };
        for line in self.lines(greets) {
            self.go_on_to(line, After::Nothing);
            self.drop_channel(line);
        }
        let too_long = |call: &Call| match call.stage {
            Stage::Listening { since } => since + VERDICT_WITHIN <= now,
            _ => false,
        };
        for line in self.lines(too_long) {
            self.apologise(line, now);
        }
    }

    fn machine(&mut self, line: LineId, confidence: u8, now: Instant) {
        let Some(call) = self.calls.get(&line) else {
            return;
        };
        let attempt = call.attempt();
        let leaves_message = call.dial.machines == Machines::LeaveMessage;
        let cause = Cause {
            confidence: Some(confidence),
            ..End::default().cause()
        };
        let outcome = Outcome::Machine;
        let report = Report::Ended {
            attempt,
            outcome,
            cause,
        };
        self.say(line, report, now);
        self.end_detection(line);
        if leaves_message {
            self.go_on_to(line, After::Greeting(now));
        } else {
            self.close_ear(line);
            self.go_on_to(line, After::Nothing);
            self.drop_channel(line);
        }
    }

    /// The greeting is over, as far as that can be heard.
    pub fn leave_message(&mut self, line: LineId) {
        let call = self.calls.get(&line);
        let greets = |call: &Call| matches!(call.stage, Stage::Told(After::Greeting(_)));
        if call.is_some_and(greets) {
            self.close_ear(line);
            self.go_on_to(line, After::Message);
            self.play(line, Announcement::Message);
        }
    }
}
