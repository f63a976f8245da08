//! Changes of many contacts that are under way: each on a thread of its own, batch by batch,
//! so that neither a request nor a tab has to wait for it. What a restart interrupts goes on
//! when the server starts again.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::{Bulk, BulkChange, BulkState, Store};

/// So often a batch is tried again before the change is stopped, to be looked at by people.
const TRIES: u32 = 5;
const PAUSE: Duration = Duration::from_millis(500);

#[derive(Clone)]
pub struct Running {
    store: Store,
    at_work: Arc<Mutex<BTreeSet<i64>>>,
    ending: Arc<AtomicBool>,
}

impl Running {
    pub fn of(store: &Store) -> Self {
        Self {
            store: store.clone(),
            at_work: Arc::default(),
            ending: Arc::default(),
        }
    }

    /// Takes up everything that was under way when the program ended.
    pub fn resume(&self) {
        for id in self.store.running_bulks().unwrap_or_default() {
            self.start(id);
        }
    }

    /// Begins, or goes on with, one change; one that is at work already goes on.
    pub fn start(&self, id: i64) {
        if self.at_work().insert(id) {
            let running = self.clone();
            std::thread::spawn(move || running.work(id));
        }
    }

    /// After the batch at hand nothing more is begun.
    pub fn end(&self) {
        self.ending.store(true, Ordering::Relaxed);
    }

    fn work(&self, id: i64) {
        let mut failed = 0;
        loop {
            if self.ending.load(Ordering::Relaxed) {
                break;
            }
            match self.store.advance_bulk(id) {
                Ok(bulk) if bulk.state == BulkState::Running => failed = 0,
                // Looked at once more under the lock: it may have been resumed just now.
                Ok(bulk) if self.leaves(id) => return self.judge(&bulk),
                Ok(_) => {}
                Err(_) if failed < TRIES => {
                    failed = failed.saturating_add(1);
                    std::thread::sleep(PAUSE);
                }
                Err(_) => {
                    // Shown as stopped, so that somebody lets it go on when the cause is gone.
                    let _ = self.store.stop_bulk(id);
                    break;
                }
            }
        }
        self.at_work().remove(&id);
    }

    /// Filters of links judge what came into their list.
    fn judge(&self, bulk: &Bulk) {
        if let BulkChange::Move(change) = &bulk.change
            && let Err(error) = import::membership::judge_list(&self.store, change.to)
        {
            eprintln!("filters of list {} were not applied: {error}", change.to.0);
        }
    }

    fn leaves(&self, id: i64) -> bool {
        let mut at_work = self.at_work();
        let is_over = match self.store.bulk(id) {
            Ok(Some(bulk)) => bulk.state != BulkState::Running,
            Ok(None) | Err(_) => true,
        };
        if is_over {
            at_work.remove(&id);
        }
        is_over
    }

    fn at_work(&self) -> std::sync::MutexGuard<'_, BTreeSet<i64>> {
        self.at_work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
