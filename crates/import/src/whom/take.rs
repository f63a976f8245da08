//! Takes in whom a file names.

use super::aim::numbers;
use super::{Aim, Alike, Meter};
use serde::{Deserialize, Serialize};
use std::sync::atomic::{AtomicBool, Ordering};
use store::{RegisterRefusal, Store, StoreError, Subject, Suppression};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WhomTaken {
    /// Who was named, or what the register holds now.
    pub total: u64,
    pub added: u64,
    pub removed: u64,
    /// Open contacts that were closed.
    pub closed: u64,
}

#[derive(Debug, thiserror::Error)]
pub enum TakeFailure {
    #[error(transparent)]
    Register(RegisterRefusal),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<RegisterRefusal> for TakeFailure {
    fn from(refusal: RegisterRefusal) -> Self {
        match refusal {
            RegisterRefusal::Store(error) => Self::Store(error),
            other => Self::Register(other),
        }
    }
}

/// Suppressions of one step: so often a stop is looked for.
const AT_ONCE: usize = 2_000;
/// Numbers of contacts that are looked for at once.
const LOOKED_AT: i64 = 5_000;

/// Takes them in; nothing where somebody asked to stop. Suppressions that were added by then
/// stay: whoever asked not to be called is not called, and the same again harms nobody.
pub fn take(
    store: &Store,
    subjects: Vec<Subject>,
    aim: &Aim,
    stop: &AtomicBool,
    tell: &mut dyn FnMut(Meter),
) -> Result<Option<WhomTaken>, TakeFailure> {
    match aim {
        Aim::Each(alike) => each(store, &subjects, alike, stop, tell),
        Aim::Register(new, change) => {
            if stop.load(Ordering::Relaxed) {
                return Ok(None);
            }
            let numbers = numbers(subjects);
            let all = numbers.len() as u64;
            let done = store.import_register(new, *change, numbers, &mut |written| {
                tell(Meter::writing(all, written, all));
            })?;
            Ok(Some(WhomTaken {
                total: done.numbers,
                added: done.added,
                removed: done.removed,
                closed: close_registered(store)?,
            }))
        }
    }
}

fn each(
    store: &Store,
    subjects: &[Subject],
    alike: &Alike,
    stop: &AtomicBool,
    tell: &mut dyn FnMut(Meter),
) -> Result<Option<WhomTaken>, TakeFailure> {
    let all = subjects.len() as u64;
    let mut taken = WhomTaken {
        total: all,
        ..WhomTaken::default()
    };
    let mut done = 0_u64;
    for some in subjects.chunks(AT_ONCE) {
        if stop.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let now = store.clock().now();
        let rows = some.iter().cloned();
        let rows: Vec<Suppression> = rows
            .map(|subject| alike.suppressing(subject, now))
            .collect();
        let added = store.suppress(rows.clone())?;
        taken.added = taken.added.saturating_add(added.unsigned_abs());
        let closed = store.close_covered(&rows)? as u64;
        taken.closed = taken.closed.saturating_add(closed);
        done = done.saturating_add(some.len() as u64);
        tell(Meter::writing(all, done, all));
    }
    Ok(Some(taken))
}

fn close_registered(store: &Store) -> Result<u64, TakeFailure> {
    let mut closed = 0_u64;
    while let Some(some) = store.close_registered(LOOKED_AT)? {
        closed = closed.saturating_add(some as u64);
    }
    Ok(closed)
}
