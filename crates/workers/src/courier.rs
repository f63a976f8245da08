//! Carries the effects that leave the house: mail, letter, webhook.
//!
//! There is no mail server or other recipient to be configured yet, so nothing is carried:
//! effects stay in the outbox, waiting and counted, until there is somebody to take them.

use store::{Store, StoreError};

#[derive(Debug, Default)]
pub struct Courier;

impl Courier {
    /// Carries out what is due; gives how much that was.
    pub fn step(&mut self, _store: &Store) -> Result<usize, StoreError> {
        Ok(0)
    }

    /// How many effects wait.
    pub fn waiting(&self, store: &Store) -> Result<i64, StoreError> {
        store.waiting_count()
    }
}
