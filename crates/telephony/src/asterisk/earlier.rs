//! What an earlier run of this program has dialled. A channel carries the name of its attempt, so that a
//! program that starts anew knows who answered meanwhile and heard nobody.

use super::calls::{About, Calls};
use super::frame::State;
use super::request::Request;
use crate::line::LineId;
use engine::{ContactId, ListId};
use serde_json::Value;

/// An attempt of an earlier program that somebody answered; whether anybody heard it is not known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnsweredBefore {
    pub list: ListId,
    pub contact: ContactId,
    pub attempt: u32,
}

/// Where the name stands: Asterisk gives it back with each channel, whatever is done to it meanwhile.
const NAME: &str = "CHANNEL(accountcode)";

impl Calls {
    /// Before anything is dialled on the channel.
    pub(super) fn name_channel(&mut self, line: LineId) {
        let Some(call) = self.calls.get(&line) else {
            return;
        };
        let placed = call.dial.placed;
        let name = format!("{}/{}/{}", placed.list.0, placed.contact.0, placed.attempt);
        let request = Request::set(&call.channel, NAME, &name);
        self.ask(request, About::Nothing);
    }

    /// Who is there on channels of an earlier run. They are hung up on after that.
    pub(super) fn look_for_answered(&mut self, body: &Value) {
        let there = body.as_array().into_iter().flatten();
        let found: Vec<AnsweredBefore> = there
            .filter(|channel| self.is_of_earlier_run(channel))
            .filter_map(read)
            .collect();
        self.answered_before.extend(found);
    }

    fn is_of_earlier_run(&self, channel: &Value) -> bool {
        let id = channel.get("id").and_then(Value::as_str).unwrap_or("");
        self.is_ours(id) && !self.is_of_this_run(id)
    }

    /// Who answered dials of an earlier program, as far as an inventory has said.
    pub fn answered_before(&mut self) -> Vec<AnsweredBefore> {
        std::mem::take(&mut self.answered_before)
    }
}

fn read(channel: &Value) -> Option<AnsweredBefore> {
    let text = |key: &str| channel.get(key).and_then(Value::as_str);
    if State::of(text("state")?) != State::Up {
        return None;
    }
    let mut parts = text("accountcode")?.split('/');
    let found = AnsweredBefore {
        list: ListId(parts.next()?.parse().ok()?),
        contact: ContactId(parts.next()?.parse().ok()?),
        attempt: parts.next()?.parse().ok()?,
    };
    parts.next().is_none().then_some(found)
}
