//! How the store keeps up: what was written since it was opened, what waits, how long it took.

use crate::address::Address;
use crate::error::Result;
use crate::sql::recording as sql;
use crate::store::Store;
use meters::Meter;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// As it is at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pulse {
    /// Jobs no writer has begun.
    pub waiting: u64,
    /// Events that were recorded.
    pub events: u64,
    /// From a batch's beginning until it is committed.
    pub writes: Meter,
    /// Statements that were carried out.
    pub statements: u64,
}

/// Where senders and writers count.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counts(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    waiting: AtomicU64,
    events: AtomicU64,
    writes: Mutex<Meter>,
}

impl Counts {
    pub fn sent(&self) {
        self.0.waiting.fetch_add(1, Ordering::Relaxed);
    }

    pub fn begun(&self, jobs: usize) {
        let jobs = u64::try_from(jobs).unwrap_or(u64::MAX);
        self.0.waiting.fetch_sub(jobs, Ordering::Relaxed);
    }

    pub fn recorded(&self, events: usize) {
        let events = u64::try_from(events).unwrap_or(u64::MAX);
        self.0.events.fetch_add(events, Ordering::Relaxed);
    }

    pub fn written(&self, took: Duration) {
        let writes = &self.0.writes;
        writes
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .note(took);
    }
}

impl Store {
    pub fn pulse(&self) -> Pulse {
        let counts = self.counts();
        let writes = counts.0.writes.lock();
        Pulse {
            waiting: counts.0.waiting.load(Ordering::Relaxed),
            events: counts.0.events.load(Ordering::Relaxed),
            writes: writes.unwrap_or_else(PoisonError::into_inner).clone(),
            statements: self.statements(),
        }
    }

    /// Which database it is.
    pub fn kind(&self) -> &'static str {
        match self.address() {
            Address::Sqlite(_) => "sqlite",
            Address::Postgres(_) => "postgresql",
        }
    }

    /// How many recordings are in each state that does not last.
    pub fn open_recordings(&self) -> Result<BTreeMap<String, i64>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::OPEN, &[])?;
            rows.iter()
                .map(|row| Ok((row.text(0)?.to_owned(), row.int(1)?)))
                .collect()
        })
    }
}
