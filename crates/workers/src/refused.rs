//! Destroys what was refused, as soon as it cannot be taken back any more.
//!
//! The store knows what is to be destroyed and when; here lies only when to look, so that nobody
//! reads it many times a second for nothing.

use crate::lines::Lines;
use engine::UNDO_WITHIN;
use jiff::Timestamp;
use std::collections::VecDeque;
use store::{Store, StoreError};
use telephony::TapeAct;

/// The instants at which there is something to be destroyed, unless it was taken back.
#[derive(Debug, Default)]
pub(crate) struct Refused(VecDeque<Timestamp>);

impl Refused {
    pub fn at(&mut self, now: Timestamp) {
        self.0
            .push_back(now.checked_add(UNDO_WITHIN).unwrap_or(now));
    }
}

impl Lines {
    pub(crate) fn destroy_refused_in_time(&mut self, store: &Store) -> Result<(), StoreError> {
        let now = store.clock().now();
        if self.refused.0.front().is_some_and(|due| *due <= now) {
            self.destroy_refused(store)?;
            self.refused.0.retain(|due| *due > now);
        }
        Ok(())
    }

    /// Also what was refused by way of another program, or before this one began.
    pub(crate) fn destroy_refused(&mut self, store: &Store) -> Result<(), StoreError> {
        let now = store.clock().now();
        for of in store.destroy_refused()? {
            self.carrier
                .tape(of.contact, of.attempt, TapeAct::Destroy, now);
        }
        Ok(())
    }
}
