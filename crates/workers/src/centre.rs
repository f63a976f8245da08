//! A running centre: lines, keeper and courier in one loop, from start to an orderly end.

use crate::courier::Courier;
use crate::earlier::{ended, open_calls};
use crate::intake::deliver;
use crate::keeper::{Done, Keeper};
use crate::lines::{Lines, taken};
use engine::Outcome;
use jiff::{SignedDuration, Timestamp};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use store::{Recorded, Store, StoreError};

/// Between two rounds of the keeper, on the centre's clock.
const ROUND: SignedDuration = SignedDuration::from_secs(5);
/// A pause is no longer than this, so that the end is noticed.
const LONGEST_PAUSE: Duration = Duration::from_millis(100);
/// Nobody can work faster than this anyway; an impatient clock may not keep a core busy.
const SHORTEST_PAUSE: Duration = Duration::from_millis(1);

pub struct Centre {
    store: Store,
    pub lines: Lines,
    keeper: Keeper,
    courier: Courier,
    round_at: Timestamp,
}

impl Centre {
    /// Takes up the work where a program that ended, however it ended, has left it.
    pub fn open(store: Store, mut lines: Lines) -> Result<Self, StoreError> {
        lines.begin(&store)?;
        lines.reception.begin(&store)?;
        Ok(Self {
            round_at: store.clock().now(),
            store,
            lines,
            keeper: Keeper::default(),
            courier: Courier,
        })
    }

    /// Knows where files lie that were handed in.
    #[must_use]
    pub fn with_uploads(mut self, folder: std::path::PathBuf) -> Self {
        self.keeper = self.keeper.with_uploads(folder);
        self
    }

    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Runs until it is told to stop. What goes wrong is told and tried again.
    pub fn run(
        mut self,
        stop: &AtomicBool,
        problem: &mut dyn FnMut(&StoreError),
    ) -> Result<(), StoreError> {
        while !stop.load(Ordering::Relaxed) {
            match self.step() {
                Ok(_) => self.wait_until(self.next_at()),
                Err(error) => {
                    problem(&error);
                    self.lines.wait(LONGEST_PAUSE);
                }
            }
        }
        self.lines.close(&self.store).map(|_| ())
    }

    /// Does what is due at this moment; gives what was recorded.
    pub fn step(&mut self) -> Result<Vec<Recorded>, StoreError> {
        let stepped = self.lines.step(&self.store);
        // The house is kept whatever goes wrong on the lines.
        let kept = self.keep()?;
        let mut recorded = stepped?;
        recorded.extend(kept.recorded);
        Ok(recorded)
    }

    /// The keeper's round, if it is time for one; the calls it orders to be ended are ended.
    pub fn keep(&mut self) -> Result<Done, StoreError> {
        let now = self.store.clock().now();
        if now < self.round_at {
            return Ok(Done::default());
        }
        self.round_at = now.checked_add(ROUND).unwrap_or(now);
        let mut done = self.keeper.step(&self.store);
        done.note(self.lines.destroy_refused(&self.store));
        for call in &done.hang_up {
            self.lines.hang_up(*call, now);
        }
        self.courier.step(&self.store)?;
        done.problem.take().map_or(Ok(done), Err)
    }

    /// When there is something to do next, unless an order comes first.
    pub fn next_at(&self) -> Timestamp {
        let due = self.lines.next_due();
        due.map_or(self.round_at, |due| due.min(self.round_at))
    }

    /// Waits until an instant on the centre's clock, an order, or not too long.
    pub fn wait_until(&mut self, at: Timestamp) {
        let pause = self.store.clock().wait_until(at).unwrap_or(LONGEST_PAUSE);
        self.lines.wait(pause.clamp(SHORTEST_PAUSE, LONGEST_PAUSE));
    }
}

/// Whatever stands open in the house while nobody runs the lines was lost by our side.
pub fn reconcile(store: &Store) -> Result<(), StoreError> {
    store.end_recordings(i64::MAX)?;
    let open = open_calls(store)?.into_iter();
    let lost = open.map(|(call, _)| ended(call, Outcome::Interrupted));
    for answer in deliver(store, lost.collect())? {
        taken(answer)?;
    }
    crate::reception::reconcile(store)
}
