//! Callers after the connection was lost: who is not there any more is told as gone, and who is there
//! and not known here has come, perhaps to an earlier program.

use super::call::Said;
use super::callers::InCall;
use super::calls::Calls;
use crate::caller::Caller;
use crate::inbound::InLine;
use crate::line::Placed;
use engine::{Cause, Outcome, Report, Sign};
use serde_json::Value;
use std::collections::BTreeSet;
use std::time::Instant;

impl Calls {
    /// What an inventory says of callers.
    pub(super) fn callers_in_stock(&mut self, body: &Value, asked_at: Instant, now: Instant) {
        let there: BTreeSet<&str> = ids(body).collect();
        let gone = |call: &InCall| call.since <= asked_at && !there.contains(call.channel.as_str());
        self.lose_callers(gone, now);
        // Only then: otherwise whoever arrives just now is not known yet.
        if self.deaf_since.is_none() {
            return;
        }
        self.hold_again();
        for there in earlier(body, &self.settings.app) {
            if !self.channels.contains_key(&there.channel) {
                self.came_in(&there.channel, &there.called, there.caller, now);
            }
        }
    }

    pub(super) fn lose_callers(&mut self, which: impl Fn(&InCall) -> bool, now: Instant) {
        let lost: Vec<InLine> = self
            .callers
            .iter()
            .filter(|(_, call)| which(call))
            .map(|(line, _)| *line)
            .collect();
        for line in lost {
            self.caller_gone(line, true, now);
        }
    }

    /// The caller was gone when the agent took the call.
    pub(super) fn tell_gone(&mut self, placed: Placed, at: Instant) {
        let report = Report::Ended {
            attempt: placed.attempt,
            outcome: Outcome::Answered,
            cause: Cause {
                sign: Some(Sign::HungUp),
                ..Cause::default()
            },
        };
        self.tell_said(Said { placed, report, at });
    }
}

/// Somebody who called in, as an inventory has it.
struct Earlier {
    channel: String,
    called: String,
    caller: Caller,
    /// When the call was made: texts of one form, which sort as instants do.
    since: String,
}

/// Those who called in, the longest there first: they keep their places.
fn earlier(body: &Value, app: &str) -> Vec<Earlier> {
    let list = body.as_array().into_iter().flatten();
    let mut there: Vec<Earlier> = list.filter_map(|channel| one(channel, app)).collect();
    there.sort_by(|one, other| one.since.cmp(&other.since));
    there
}

fn one(channel: &Value, app: &str) -> Option<Earlier> {
    let text = |path: &str| channel.pointer(path).and_then(Value::as_str);
    let data = text("/dialplan/app_data")?.strip_prefix(app)?;
    let called = data.strip_prefix(",inbound,")?;
    let said = |path: &str| text(path).unwrap_or("");
    Some(Earlier {
        channel: text("/id")?.to_owned(),
        called: called.split(',').next().unwrap_or("").to_owned(),
        caller: Caller::read(said("/caller/number"), said("/caller/name")),
        since: said("/creationtime").to_owned(),
    })
}

/// The channels of an inventory.
fn ids(body: &Value) -> impl Iterator<Item = &str> {
    let list = body.as_array().into_iter().flatten();
    list.filter_map(|channel| channel.get("id")?.as_str())
}
