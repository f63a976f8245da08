//! The one end of a call that nobody took.

use super::{Reception, Stage, taken};
use engine::InboundEnd;
use jiff::SignedDuration;
use store::{Queue, Store, StoreError};
use telephony::{InLine, InOrder};

/// Between two tries of an end that cannot be written down.
const AGAIN_AFTER: SignedDuration = SignedDuration::from_mins(1);

impl Reception {
    /// Writes the end down, once; what could not be written is tried again. The caller hears why.
    pub(super) fn end(
        &mut self,
        store: &Store,
        line: InLine,
        end: InboundEnd,
    ) -> Result<(), StoreError> {
        let Some(live) = self.live.get_mut(&line) else {
            return Ok(());
        };
        live.stage = Stage::Ends(end);
        let sound = live.queue.as_ref().and_then(|queue| heard(queue, end));
        let missed = store.call_missed(&live.call, live.queue.as_ref(), end);
        match taken(missed) {
            Ok(recorded) => {
                self.recorded.extend(recorded.flatten());
                self.orders.push(InOrder::SayAndEnd { line, sound });
                self.live.remove(&line);
                self.count(end.word());
                Ok(())
            }
            Err(problem) => {
                if !problem.is_of_everybody() {
                    // She is not to wait for somebody to mend a row.
                    self.orders.push(InOrder::SayAndEnd { line, sound });
                    live.again_at = store.clock().now().checked_add(AGAIN_AFTER).ok();
                }
                Err(problem)
            }
        }
    }
}

/// What a caller hears who is sent away.
fn heard(queue: &Queue, end: InboundEnd) -> Option<String> {
    let sounds = &queue.sounds;
    match end {
        InboundEnd::QueueFull
        | InboundEnd::WaitedTooLong
        | InboundEnd::AgentSilent
        | InboundEnd::SentOn => sounds.full.clone(),
        InboundEnd::CallbackAsked => sounds.callback.clone(),
        InboundEnd::OptedOut => sounds.opted_out.clone(),
        InboundEnd::CampaignInactive
        | InboundEnd::OutsideHours
        | InboundEnd::Holiday
        | InboundEnd::Emergency
        | InboundEnd::NoContact => sounds.closed.clone(),
        InboundEnd::NoCampaign
        | InboundEnd::HungUp
        | InboundEnd::Lost
        | InboundEnd::OptOutHeard => None,
    }
}
