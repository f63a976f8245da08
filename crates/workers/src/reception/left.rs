//! Callers who waited when an earlier program ended. Whom the exchange still has goes on waiting,
//! since when and for whom she did before; the others were lost by our side.

use super::waiting::again;
use super::{Live, Reception, Stage, lose};
use crate::aside::Aside;
use engine::Number;
use jiff::{SignedDuration, Timestamp};
use store::{InboundCall, InboundState, Store, StoreError};
use telephony::{InLine, InOrder};

/// For so long an exchange that cannot be reached is given the time to say who is there. Ours.
pub(crate) const GIVEN: SignedDuration = SignedDuration::from_secs(30);

#[derive(Debug, Default)]
pub(super) struct Left {
    calls: Vec<InboundCall>,
    aside: Aside<InboundCall>,
    until: Option<Timestamp>,
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

    /// What is written down of a call that another program may have received.
    pub(super) fn known_before(
        &mut self,
        store: &Store,
        called: Number,
        id: Option<&str>,
    ) -> Result<Option<InboundCall>, StoreError> {
        let found = id.map(|id| store.inbound_on_line(called, id));
        Ok(found.transpose()?.flatten())
    }

    /// She waits where she waited. Who was taken or told already is let go.
    pub(super) fn goes_on(
        &mut self,
        store: &Store,
        line: InLine,
        before: InboundCall,
    ) -> Result<(), StoreError> {
        self.left.calls.retain(|call| call.id != before.id);
        let is_over = matches!(before.state, InboundState::Answered | InboundState::Ended);
        if is_over || self.live.values().any(|live| live.call.id == before.id) {
            self.orders.push(InOrder::SayAndEnd { line, sound: None });
            return Ok(());
        }
        let queue = store.queue(before.called)?;
        let has_arrived = before.state == InboundState::Arrived;
        self.live.insert(line, Live::new(before, queue));
        if has_arrived {
            return self.waits_or_ends(store, line);
        }
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
