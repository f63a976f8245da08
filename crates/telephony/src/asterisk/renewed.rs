//! A phone that somebody has anew: what was in our hands went with an earlier page of her browser, and
//! perhaps without a word. Whoever is brought together with it would hear nobody.

use super::calls::{About, Calls, Whose};
use super::request::Request;
use engine::{AgentId, NotThere};
use std::time::Instant;

impl Calls {
    /// Forgets what there was of an agent's phone, so that it is rung before the next call. What she still
    /// talked on has broken off.
    pub fn phone_renewed(&mut self, agent: AgentId, now: Instant) {
        let Some(phone) = self.phones.get(&agent) else {
            return;
        };
        let channel = phone.channel.clone();
        self.phone_gone(agent, NotThere::Failed, now);
        self.channels.insert(channel.clone(), Whose::Leaving);
        self.ask(Request::hang_up(&channel), About::Nothing);
    }
}
