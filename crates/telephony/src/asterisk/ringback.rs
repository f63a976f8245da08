//! What an agent hears while whoever she calls, or asks into a talk, is rung: that it rings, for as long
//! as it does there.
//!
//! Asterisk makes the tone itself, in the place of the silence she waits in. Unlike a sound that is
//! played, nothing asked of her phone waits for its end: the first word of whoever picks up takes it off.

use super::call::Call;
use super::calls::{About, Calls};
use super::request::Request;
use crate::line::LineId;
use engine::AgentId;

impl Calls {
    /// It rings at the far end.
    pub(super) fn ring_back(&mut self, line: LineId) {
        let Some(agent) = self.calls.get(&line).and_then(Call::agent) else {
            return;
        };
        let phone = self.phones.get_mut(&agent);
        if let Some(phone) = phone.filter(|phone| phone.up_since.is_some()) {
            phone.rings_back = Some(line);
            // A tone in the place of silence leaves a channel that is heard no more.
            let quiet = Request::end_silence(&phone.channel);
            let ring = Request::ring_back(&phone.channel);
            self.ask(quiet, About::Nothing);
            self.ask(ring, About::Nothing);
        }
    }

    /// It rings there no more, and nobody is with her: she waits in silence.
    pub(super) fn ring_no_more(&mut self, line: LineId) {
        let mut phones = self.phones.values_mut();
        if let Some(phone) = phones.find(|phone| phone.rings_back == Some(line)) {
            phone.rings_back = None;
            let end = Request::end_ring_back(&phone.channel);
            let silence = Request::silence(&phone.channel);
            self.ask(end, About::Nothing);
            self.ask(silence, About::Nothing);
        }
    }

    /// After the connection was lost: what began or ended it may not have been heard.
    pub(super) fn ring_back_again(&mut self) {
        let up = self.phones.iter();
        let up = up.filter(|(_, phone)| phone.up_since.is_some());
        let up: Vec<(AgentId, Option<LineId>)> = up
            .map(|(agent, phone)| (*agent, phone.rings_back))
            .collect();
        for (agent, rings_back) in up {
            match rings_back {
                Some(line) => self.ring_back(line),
                None if self.waits_alone(agent) => self.wait_again(agent),
                None => {}
            }
        }
    }

    fn wait_again(&mut self, agent: AgentId) {
        if let Some(phone) = self.phones.get(&agent) {
            let requests = [
                Request::end_ring_back(&phone.channel),
                Request::end_silence(&phone.channel),
                Request::silence(&phone.channel),
            ];
            for request in requests {
                self.ask(request, About::Nothing);
            }
        }
    }
}
