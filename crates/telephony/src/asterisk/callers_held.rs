//! Callers who wait, and those who are sent away: what they hear, and for how long at most.

use super::callers::InStage;
use super::calls::{About, Calls};
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

    /// What was asked before the connection was lost may not have been heard.
    pub(super) fn hold_again(&mut self) {
        let held: Vec<(String, String)> = self
            .callers
            .values()
            .filter_map(|call| match &call.stage {
                InStage::Held { music, .. } => Some((call.channel.clone(), music.clone())),
                InStage::Arrived | InStage::Leaving => None,
            })
            .collect();
        for (channel, music) in held {
            self.ask(Request::answer(&channel), About::Nothing);
            self.ask(Request::music(&channel, &music), About::Nothing);
        }
    }

    pub(super) fn say_to(&mut self, line: InLine, sound: String) {
        let Some(call) = self.callers.get_mut(&line) else {
            return;
        };
        if let InStage::Held { is_told, .. } = &mut call.stage {
            *is_told = true;
            let channel = call.channel.clone();
            self.ask(Request::end_music(&channel), About::Nothing);
            self.ask(
                Request::play(&channel, &sound, &channel),
                About::Saying(line),
            );
        }
    }

    pub(super) fn say_and_end(&mut self, line: InLine, sound: Option<String>) {
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
                // What is being said is over with it; its name is free again.
                self.ask(Request::end_playback(&channel), About::Nothing);
            }
            InStage::Leaving => {}
        }
        self.ask(
            Request::play(&channel, &sound, &channel),
            About::Saying(line),
        );
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
