//! Callers on one Asterisk, from the first ring until an agent takes the call. The same machine as
//! for calls that go out: frames and orders go in, requests and news come out.

use super::callers_taken::Taker;
use super::calls::{About, Calls, Whose};
use super::request::Request;
use crate::caller::Caller;
use crate::inbound::{InLine, InNews, InOrder};
use engine::AgentId;
use std::time::Instant;

#[derive(Debug)]
pub(super) struct InCall {
    pub channel: String,
    pub called: String,
    pub stage: InStage,
    /// Whose phone is being had in hand for it.
    pub fetching: Option<AgentId>,
    /// What she hears last, under a name of its own: what is cut off for it says that it is over, too.
    pub farewell: Option<String>,
    pub since: Instant,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum InStage {
    /// It rings, and nobody has answered.
    Arrived,
    /// Waits to music; something may be said over it.
    Held { music: String, is_told: bool },
    /// Hears something, then is hung up.
    Leaving,
}

/// Something heard of a caller, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InSaid {
    pub line: InLine,
    pub news: InNews,
    pub at: Instant,
}

/// Of so many channels it is known that somebody came on them. Ours.
const REMEMBERED: usize = 1_000;

impl Calls {
    pub(super) fn came_in(&mut self, channel: &str, called: &str, caller: Caller, now: Instant) {
        if self.came_before(channel) {
            // Over already, whatever Asterisk still has or says of it.
            self.ask(Request::hang_up(channel), About::Nothing);
            return;
        }
        self.came.push_back(channel.to_owned());
        if self.came.len() > REMEMBERED {
            self.came.pop_front();
        }
        let line = InLine(self.next_caller);
        self.next_caller = self.next_caller.saturating_add(1);
        self.channels
            .insert(channel.to_owned(), Whose::Caller(line));
        let call = InCall {
            channel: channel.to_owned(),
            called: called.to_owned(),
            stage: InStage::Arrived,
            fetching: None,
            farewell: None,
            since: now,
        };
        self.callers.insert(line, call);
        let listen = Request::listen_to(&self.settings.app, channel);
        self.ask(listen, About::Nothing);
        let came = InNews::Came {
            called: called.to_owned(),
            caller,
            id: Some(channel.to_owned()),
        };
        self.news(line, came, now);
    }

    fn came_before(&self, channel: &str) -> bool {
        self.came.iter().any(|there| there == channel)
    }

    /// What has been heard of callers, oldest first.
    pub fn news_of_callers(&mut self) -> Vec<InSaid> {
        std::mem::take(&mut self.in_said)
    }

    pub fn receive(&mut self, order: InOrder, now: Instant) {
        let line = order.line();
        match order {
            InOrder::Hold { welcome, music, .. } => self.keep_waiting(line, welcome, music),
            InOrder::Say {
                sound, language, ..
            } => self.say_to(line, &sound, language.as_deref()),
            InOrder::SayAndEnd { sound, .. } => self.say_and_end(line, sound),
            InOrder::Fetch { phone, .. } => self.fetch(line, &phone, now),
            InOrder::Connect {
                placed,
                phone,
                shown,
                recording,
                sounds,
                ..
            } => {
                let taker = Taker {
                    phone,
                    shown,
                    recording,
                    sounds,
                };
                self.connect_caller(line, placed, taker, now);
            }
            InOrder::Limit { most, .. } => self.limit(line, most),
        }
    }

    pub(super) fn caller_pressed(&mut self, line: InLine, key: char, now: Instant) {
        self.news(line, InNews::Pressed { key }, now);
    }

    pub(super) fn caller_gone(&mut self, line: InLine, lost: bool, now: Instant) {
        let Some(call) = self.callers.remove(&line) else {
            return;
        };
        self.channels.remove(&call.channel);
        if let Some(farewell) = &call.farewell {
            self.channels.remove(farewell);
        }
        if let Some(agent) = call.fetching.filter(|agent| self.still_rings(*agent)) {
            self.put_down_unless_wanted(agent);
        }
        self.news(line, InNews::Gone { lost }, now);
    }

    /// Whether her phone is rung, or is about to be hers, for a caller.
    pub(super) fn is_fetched_for_a_caller(&self, agent: AgentId) -> bool {
        let mut callers = self.callers.values();
        callers.any(|call| call.fetching == Some(agent))
    }

    pub(super) fn news(&mut self, line: InLine, news: InNews, at: Instant) {
        self.in_said.push(InSaid { line, news, at });
    }
}
