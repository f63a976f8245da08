//! Who can take a call: agents who are ready, and whose phone is not with another exchange.

use super::{Reception, Stage};
use engine::AgentId;
use store::{Store, StoreError};
use telephony::InLine;
use telephony::asterisk::Exchanges;

impl Reception {
    /// Nobody for whoever does not wait.
    pub(super) fn ready_near(
        &self,
        store: &Store,
        line: InLine,
    ) -> Result<Vec<AgentId>, StoreError> {
        let live = self.live.get(&line);
        let Some(live) = live.filter(|live| live.stage == Stage::Waiting && live.queue.is_some())
        else {
            return Ok(Vec::new());
        };
        let ready = store.ready_for(&live.call, self.with_phones)?;
        if self.whereabouts.is_single() {
            return Ok(ready);
        }
        let exchange = Exchanges::exchange_of(line);
        let mut near = Vec::new();
        for agent in ready {
            let phone = store.phone(agent)?.map(|phone| phone.to_string());
            let far = |phone: &String| self.whereabouts.is_elsewhere(exchange, phone);
            if !phone.as_ref().is_some_and(far) {
                near.push(agent);
            }
        }
        Ok(near)
    }
}
