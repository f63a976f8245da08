//! After the connection was lost: what is still there, and what became of the rest.
//!
//! Frames of the gap are gone for good. What Asterisk still has goes on; what it has no more
//! is ended here; what it has and nobody here knows is hung up.

use super::call::Stage;
use super::calls::{About, Calls, Whose};
use super::course::EndedBy;
use super::frame::{End, State};
use super::request::Request;
use crate::line::LineId;
use engine::{Outcome, Report};
use serde_json::Value;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

const STOCK_EVERY: Duration = Duration::from_secs(30);
/// An inventory overtakes events that are on their way: what it says is believed when they are here.
const SETTLES_WITHIN: Duration = Duration::from_secs(2);

/// What was there at a moment, to be held against what is known a little later.
#[derive(Debug)]
pub(super) struct Look {
    there: Value,
    asked_at: Instant,
    counts_from: Instant,
}

impl Calls {
    /// The connection is there, for the first time or again.
    pub fn connected(&mut self, now: Instant) {
        self.stock_at = now + STOCK_EVERY;
        // Before it is known what goes on there: from then on calls are placed.
        self.phones_at = self.phones_at.map(|_| now);
        self.look_for_phones(now);
        self.ask(Request::info(), About::Start);
        self.ask(Request::channels(), About::Inventory(now));
        self.ask(Request::bridges(), About::Bridges);
    }

    /// An Asterisk that was started anew has lost everything it carried.
    pub(super) fn check_start(&mut self, body: &Value, now: Instant) {
        let started = body.pointer("/status/startup_time").and_then(Value::as_str);
        let before = std::mem::replace(&mut self.asterisk_started, started.map(str::to_owned));
        if before.is_none() || before == self.asterisk_started {
            return;
        }
        self.lose_everything(now);
    }

    pub(super) fn lost(&mut self, line: LineId, now: Instant) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        if call.is_undialled() {
            self.not_placed(line, now);
            return;
        }
        call.course.ended_by = EndedBy::Loss;
        self.end(line, End::default(), now);
        self.forget(line);
    }

    pub(super) fn take_stock(&mut self, body: &Value, asked_at: Instant, now: Instant) {
        let there = channels(body);
        self.callers_in_stock(body, asked_at, now);
        self.look_for_answered(body);
        self.channels
            .retain(|channel, whose| *whose != Whose::Leaving || there.contains_key(channel));
        for channel in there.keys() {
            let whose = self.channels.get(channel);
            if self.is_ours(channel) && matches!(whose, None | Some(Whose::Leaving)) {
                self.ask(Request::hang_up(channel), About::Nothing);
            }
        }
        for line in self.lines(|call| call.stage != Stage::AwaitsPhone && call.since <= asked_at) {
            let Some(call) = self.calls.get(&line) else {
                continue;
            };
            match there.get(&call.channel) {
                Some(_) if self.is_deaf() => {
                    self.go_on(line, &there, asked_at, now);
                    self.attend_again(line, &there);
                }
                Some(state) => self.catch_up(line, *state, now),
                None => self.gone(line, now),
            }
        }
        self.take_stock_of_thirds(&there, asked_at, now);
        self.take_stock_of_phones(&there, asked_at, now);
        self.take_stock_of_copies(&there, now);
        if self.is_deaf() {
            self.ring_back_again();
        }
        self.tapes_go_on();
        self.deaf_since = None;
    }

    /// Somebody answered and nobody was there.
    pub(super) fn abandon(&mut self, line: LineId, now: Instant) {
        if let Some(call) = self.calls.get_mut(&line) {
            call.course.answered = true;
            call.course.ended_by = EndedBy::NoAgent;
        }
        self.end(line, End::default(), now);
    }

    /// A channel that ended unheard. A talk was one; what came of a dial nobody can say.
    fn gone(&mut self, line: LineId, now: Instant) {
        let Some(call) = self.calls.get(&line) else {
            return;
        };
        if call.is_undialled() {
            self.not_placed(line, now);
            return;
        }
        if call.course.answered {
            self.end(line, End::default(), now);
        } else if !call.is_told() {
            let report = Report::Ended {
                attempt: call.attempt(),
                outcome: Outcome::Incomplete,
                cause: End::default().cause(),
            };
            self.say(line, report, now);
        }
        self.tell_menu(line);
        self.forget(line);
    }

    /// Bridges of an earlier run of this program.
    pub(super) fn clear_bridges(&mut self, body: &Value) {
        let bridges = body.as_array().into_iter().flatten();
        for bridge in bridges.filter_map(|bridge| bridge.get("id")?.as_str()) {
            let is_used = self.phones.values().any(|phone| phone.bridge == bridge)
                || self
                    .calls
                    .values()
                    .any(|call| call.bridge.as_deref() == Some(bridge))
                || self.ears.values().any(|ear| ear.bridge == bridge);
            if self.is_ours(bridge) && !is_used {
                self.ask(Request::end_bridge(bridge), About::Nothing);
            }
        }
    }

    /// The connection is gone. What was asked for and not answered may have happened or not.
    pub fn disconnected(&mut self, now: Instant) {
        self.deaf_since.get_or_insert(now);
        self.registered.clear();
        self.looked = None;
    }

    /// Asks what is there, once in a while: a frame may be lost without the connection.
    pub(super) fn check_stock(&mut self, now: Instant) {
        if self.deaf_since.is_none() && self.stock_at <= now {
            self.stock_at = now + STOCK_EVERY;
            self.ask(Request::channels(), About::Look(now));
        }
        let is_due = |look: &mut Look| look.counts_from <= now;
        if let Some(look) = self.looked.take_if(is_due) {
            self.take_stock(&look.there, look.asked_at, now);
        }
    }

    pub(super) fn looked(&mut self, there: &Value, asked_at: Instant, now: Instant) {
        self.looked = Some(Look {
            there: there.clone(),
            asked_at,
            counts_from: now + SETTLES_WITHIN,
        });
    }

    pub(super) fn was_deaf_for(&self, until: Instant) -> Duration {
        let since = self.deaf_since;
        since.map_or(Duration::ZERO, |since| {
            until.saturating_duration_since(since)
        })
    }
}

fn channels(body: &Value) -> BTreeMap<String, State> {
    let list = body.as_array().into_iter().flatten();
    list.filter_map(|channel| {
        let id = channel.get("id")?.as_str()?;
        let state = channel.get("state").and_then(Value::as_str).unwrap_or("");
        Some((id.to_owned(), State::of(state)))
    })
    .collect()
}
