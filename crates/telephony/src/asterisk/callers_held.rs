//! Callers who wait, and those who are sent away: what they hear, and for how long at most.

use super::callers::InStage;
use super::calls::{About, Calls, Whose};
use super::request::Request;
use crate::inbound::{InLine, InNews};
use crate::line::LineId;
use std::time::{Duration, Instant};

/// By it Asterisk ends a call by itself; 0 takes that back.
const ENDS_AFTER: &str = "TIMEOUT(absolute)";

impl Calls {
    pub(super) fn keep_waiting(&mut self, line: InLine, welcome: Option<String>, music: String) {
        let Some(call) = self.callers.get_mut(&line) else {
            return;
        };
        if call.stage != InStage::Arrived {
            return;
        }
        let channel = call.channel.clone();
        call.stage = InStage::Held {
            music: music.clone(),
            is_told: welcome.is_some(),
        };
        self.ask(Request::answer(&channel), About::Nothing);
        match welcome {
            Some(sound) => self.ask(
                Request::play(&channel, &sound, &channel),
                About::Saying(line),
            ),
            None => self.ask(Request::music(&channel, &music), About::Nothing),
        }
    }

    /// What was asked before the connection was lost may not have been heard, nor that what was said is over.
    pub(super) fn hold_again(&mut self) {
        let callers = self.callers.iter();
        let there: Vec<_> = callers
            .map(|(line, call)| {
                let (channel, farewell) = (call.channel.clone(), call.farewell.clone());
                (*line, channel, farewell, call.stage.clone())
            })
            .collect();
        for (line, channel, farewell, stage) in there {
            match stage {
                InStage::Arrived => {}
                InStage::Held {
                    music,
                    is_told: false,
                } => {
                    self.ask(Request::answer(&channel), About::Nothing);
                    self.ask(Request::music(&channel, &music), About::Nothing);
                }
                InStage::Held { is_told: true, .. } => {
                    self.ask(Request::playback(&channel), About::StillSaid(line));
                }
                InStage::Leaving => {
                    let last = farewell.unwrap_or(channel);
                    self.ask(Request::playback(&last), About::StillSaid(line));
                }
            }
        }
    }

    /// What was said is over, or was never begun.
    pub(super) fn said_unheard(&mut self, line: InLine, now: Instant) {
        if let Some(call) = self.callers.get(&line) {
            let answer = Request::answer(&call.channel);
            self.ask(answer, About::Nothing);
            self.said_to(line, now);
        }
    }

    pub(super) fn played_to_caller(&mut self, line: InLine, playback: &str, now: Instant) {
        let Some(call) = self.callers.get(&line) else {
            return;
        };
        // The end of what was cut off for the farewell is not the farewell's.
        if call.farewell.as_deref().is_none_or(|last| last == playback) {
            self.said_to(line, now);
        }
    }

    pub(super) fn say_to(&mut self, line: InLine, sound: &str, language: Option<&str>) {
        let Some(call) = self.callers.get_mut(&line) else {
            return;
        };
        if let InStage::Held { is_told, .. } = &mut call.stage {
            *is_told = true;
            let channel = call.channel.clone();
            self.ask(Request::end_music(&channel), About::Nothing);
            let play = Request::play(&channel, sound, &channel);
            self.ask(play.in_language(language), About::Saying(line));
        }
    }

    pub(super) fn say_and_end(&mut self, line: InLine, sound: Option<String>) {
        let farewell = self.new_id();
        let Some(call) = self.callers.get_mut(&line) else {
            return;
        };
        let before = std::mem::replace(&mut call.stage, InStage::Leaving);
        let channel = call.channel.clone();
        let Some(sound) = sound else {
            self.ask(Request::hang_up(&channel), About::Nothing);
            return;
        };
        match before {
            InStage::Arrived => self.ask(Request::answer(&channel), About::Nothing),
            InStage::Held { .. } => {
                self.ask(Request::end_music(&channel), About::Nothing);
                self.ask(Request::end_playback(&channel), About::Nothing);
            }
            InStage::Leaving => {}
        }
        if let Some(call) = self.callers.get_mut(&line) {
            call.farewell = Some(farewell.clone());
        }
        self.channels.insert(farewell.clone(), Whose::Caller(line));
        let play = Request::play(&channel, &sound, &farewell);
        self.ask(play, About::Saying(line));
    }

    /// What was said to a caller is over.
    pub(super) fn said_to(&mut self, line: InLine, now: Instant) {
        let Some(call) = self.callers.get_mut(&line) else {
            return;
        };
        let channel = call.channel.clone();
        match &mut call.stage {
            InStage::Held { music, is_told } => {
                *is_told = false;
                let music = Request::music(&channel, music);
                self.ask(music, About::Nothing);
                self.news(line, InNews::Said, now);
            }
            InStage::Leaving => self.ask(Request::hang_up(&channel), About::Nothing),
            InStage::Arrived => {}
        }
    }

    /// Whatever becomes of this program, she is not left in music for ever.
    pub(super) fn limit(&mut self, line: InLine, most: Duration) {
        if let Some(call) = self.callers.get(&line) {
            let seconds = most.as_secs().max(1).to_string();
            let limit = Request::set(&call.channel, ENDS_AFTER, &seconds);
            self.ask(limit, About::Nothing);
        }
    }

    /// She talks, for as long as she likes.
    pub(super) fn end_limit(&mut self, line: LineId) {
        if let Some(call) = self.calls.get(&line) {
            let unlimited = Request::set(&call.channel, ENDS_AFTER, "0");
            self.ask(unlimited, About::Nothing);
        }
    }

    /// The program ends. Who waits goes on waiting to music, for the next one; who was sent away is not heard
    /// out.
    pub(super) fn leave_callers(&mut self) {
        for call in std::mem::take(&mut self.callers).into_values() {
            self.channels.remove(&call.channel);
            self.channels
                .retain(|last, _| call.farewell.as_ref() != Some(last));
            match call.stage {
                // Asterisk plays it after what is being said.
                InStage::Held {
                    music,
                    is_told: true,
                } => self.ask(Request::music(&call.channel, &music), About::Nothing),
                InStage::Leaving => self.ask(Request::hang_up(&call.channel), About::Nothing),
                InStage::Held { .. } | InStage::Arrived => {}
            }
        }
    }
}
