//! Callers who waited when an earlier program ended. Whom the exchange still has goes on waiting,
//! since when and for whom she did before; the others were lost by our side.

use super::waiting::again;
use super::{Reception, Stage, lose};
use crate::aside::Aside;
use jiff::{SignedDuration, Timestamp};
use store::{InboundCall, Store, StoreError};
use telephony::{InLine, InOrder};

/// For so long an exchange that cannot be reached is given the time to say who is there. Ours.
pub(crate) const GIVEN: SignedDuration = SignedDuration::from_secs(30);

#[derive(Debug, Default)]
pub(super) struct Left {
    calls: Vec<InboundCall>,
    aside: Aside<InboundCall>,
    until: Option<Timestamp>,
}

impl Left {
    /// The exchange has said of this one that she is there.
    pub fn is_here(&mut self, call: &InboundCall) {
        self.calls.retain(|left| left.id != call.id);
    }
}

impl Reception {
    /// A program begins: who waits is known, and not yet who is still there.
    pub fn begin(&mut self, store: &Store) -> Result<(), StoreError> {
        let phones = self.whereabouts.clone();
        let apart = move |exchange: &str, phone: &str| phones.is_elsewhere_than(exchange, phone);
        store.tell_apart(Box::new(apart));
        self.left = Left {
            calls: store.open_inbound()?,
            aside: Aside::default(),
            until: store.clock().now().checked_add(GIVEN).ok(),
        };
        Ok(())
    }

    /// The exchange has said who is there, or has had the time to.
    pub fn look_round(&mut self, store: &Store, has_said: bool) -> Result<(), StoreError> {
        let now = store.clock().now();
        if !has_said && self.left.until.is_some_and(|until| now < until) {
            return Ok(());
        }
        self.left.calls.extend(self.left.aside.due(now));
        let mut done = Ok(());
        while let Some(call) = self.left.calls.pop() {
            if let Err(problem) = lose(store, &call) {
                self.left.aside.put([call], now);
                done = done.and(Err(problem));
            }
        }
        done
    }

    /// She waits where she waited.
    pub(super) fn goes_on(&mut self, store: &Store, line: InLine) -> Result<(), StoreError> {
        let now = store.clock().now();
        let Some(live) = self.live.get_mut(&line) else {
            return Ok(());
        };
        let Some(queue) = &live.queue else {
            // The number was closed meanwhile.
            return self.end(store, line, engine::InboundEnd::NoCampaign);
        };
        live.again_at = again(queue, now);
        let welcome = match live.stage {
            // Nobody knows which keys she has pressed: she hears it once more.
            Stage::OptsOut(_) => queue.sounds.opt_out.clone(),
            _ => None,
        };
        let music = queue.sounds.music.clone();
        self.limit(line, now);
        self.orders.push(InOrder::Hold {
            line,
            welcome,
            music,
        });
        Ok(())
    }
}
