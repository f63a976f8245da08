//! What Asterisk says of its own accord, taken in: each frame moves one call or phone on.

use super::attending::why_gone;
use super::call::{Call, Stage};
use super::calls::{About, Calls, Whose};
use super::course::EndedBy;
use super::frame::{Dial as DialStatus, End, Frame, State};
use super::request::Request;
use crate::caller::Caller;
use engine::{NotThere, Report};
use std::time::Instant;

impl Calls {
    /// What Asterisk says of its own accord.
    pub fn hear(&mut self, frame: Frame, now: Instant) {
        match frame {
            Frame::Started {
                channel,
                args,
                caller,
                in_browser,
            } => match self.channels.get(&channel).copied() {
                Some(Whose::Phone(agent)) => self.phone_up(agent, in_browser, now),
                _ => self.started(&channel, &args, caller, now),
            },
            Frame::State { channel, state } => self.state(&channel, state, now),
            Frame::Dial { channel, status } => self.dialling(&channel, status),
            Frame::HangupRequested { channel, soft } => self.hangup_requested(&channel, soft),
            Frame::Destroyed { channel, end } => self.destroyed(&channel, end, now),
            Frame::Pressed { channel, key } => self.pressed(&channel, key, now),
            Frame::Playing { playback } => self.playing(&playback, now),
            Frame::Played { playback, failed } => self.played(&playback, failed, now),
            Frame::Replaced | Frame::Answer(_) | Frame::Other => {}
        }
    }

    /// A channel is ours, or is ours again with what a detector of the dialplan found.
    fn started(&mut self, channel: &str, args: &[String], caller: Caller, now: Instant) {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        match self.channels.get(channel).copied() {
            Some(Whose::Call(line)) => match *args {
                ["tone", tone, ..] => self.heard_tone(line, tone),
                _ => self.dial(line, now),
            },
            Some(Whose::Phone(_)) => {}
            Some(Whose::Tape(line)) => self.tape_hears(line),
            Some(Whose::Caller(_)) => {}
            None if args.first() == Some(&"inbound") => {
                let called = args.get(1).copied().unwrap_or("");
                self.came_in(channel, called, caller, now);
            }
            Some(Whose::Third(line)) => self.dial_third(line),
            Some(Whose::Snoop(line)) => self.copy_started(line, channel),
            Some(Whose::Ear(line)) => self.ear_started(line),
            // Nobody here knows it: one of an earlier run.
            Some(Whose::Leaving) | None => self.ask(Request::hang_up(channel), About::Nothing),
        }
    }

    /// Only what was dialled rings or is answered, whatever else is said.
    pub(super) fn state(&mut self, channel: &str, state: State, now: Instant) {
        if let Some(line) = self.third_on(channel) {
            self.third_state(line, state, now);
            return;
        }
        if let (Some(Whose::Phone(agent)), State::Ringing) = (self.channels.get(channel), state) {
            self.listener_rings(*agent, now);
            return;
        }
        let Some(call) = self.call_on(channel) else {
            return;
        };
        if call.stage != Stage::Dialled || state == State::Other {
            return;
        }
        let (line, attempt) = (call.dial.placed.line, call.attempt());
        let first_heard = call.first_heard(now);
        let rings = state == State::Ringing && !call.course.rang;
        call.course.rang |= rings;
        if let Some(took) = first_heard {
            self.meters.set_up.note(took);
        }
        if rings {
            self.say(line, Report::Ringing { attempt }, now);
            self.ring_back(line);
        } else if state == State::Up {
            self.picked_up(line, now);
        }
    }

    fn dialling(&mut self, channel: &str, status: DialStatus) {
        if let Some(call) = self.call_on(channel)
            && (call.stage, status) == (Stage::Dialled, DialStatus::Progress)
        {
            call.course.progressed = true;
        }
    }

    /// Asked for by our own side without our asking: its timer ran out.
    fn hangup_requested(&mut self, channel: &str, soft: bool) {
        if let Some(Whose::Phone(agent)) = self.channels.get(channel).copied() {
            if let Some(phone) = self.phones.get_mut(&agent) {
                phone.put_down |= !soft;
            }
            return;
        }
        if let Some(line) = self.third_on(channel) {
            self.third_hung_up(line, soft);
            return;
        }
        let Some(call) = self.call_on(channel) else {
            return;
        };
        let course = &mut call.course;
        if !soft {
            course.far_end_hung_up = true;
        } else if course.ended_by == EndedBy::Others && !course.answered {
            course.ended_by = EndedBy::Timer;
        }
    }

    fn destroyed(&mut self, channel: &str, end: End, now: Instant) {
        match self.channels.get(channel).copied() {
            Some(Whose::Call(line)) => {
                let undialled = self.calls.get(&line).is_some_and(Call::is_undialled);
                if undialled {
                    self.not_placed(line, now);
                } else {
                    self.end(line, end, now);
                    self.tell_menu(line);
                    self.forget(line);
                }
            }
            Some(Whose::Phone(agent)) => {
                let phone = self.phones.get(&agent);
                let why = phone.map_or(NotThere::Failed, |phone| why_gone(phone, end));
                self.phone_gone(agent, why, now);
            }
            Some(Whose::Caller(line)) => self.caller_gone(line, false, now),
            Some(Whose::Third(line)) => self.third_ended(line, end),
            Some(Whose::Snoop(line)) => self.copy_gone(line, channel),
            Some(Whose::Ear(line)) => self.hears_no_more(line, now),
            Some(Whose::Leaving) => {
                self.channels.remove(channel);
            }
            Some(Whose::Tape(line)) => self.tape_deaf(line, now),
            None => {}
        }
        self.tapes_go_on();
    }
}
