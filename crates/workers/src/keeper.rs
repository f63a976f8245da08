//! Keeps the house in order: rescues contacts whose lease has run out, releases callbacks,
//! closes what a suppression covers, forgets old ids.

use crate::intake::deliver_each;
use crate::lines::open_calls;
use engine::{Actor, ContactId, Effect, ListId, Report};
use jiff::{SignedDuration, Timestamp};
use std::path::PathBuf;
use store::{Entry, Recorded, Store, StoreError, Suppression};

/// How much is taken on at once, so that nobody waits long behind it.
const AT_ONCE: i64 = 500;
/// Numbers of contacts that are looked for in a new version of a register at once.
const NUMBERS_AT_ONCE: i64 = 2_000;
/// Ids are kept for days; looking once an hour is often enough.
const FORGET_EVERY: SignedDuration = SignedDuration::from_hours(1);

#[derive(Debug, Default)]
pub struct Keeper {
    forget_at: Option<Timestamp>,
    /// Where files lie that were handed in.
    uploads: Option<PathBuf>,
}

/// What one step did.
#[derive(Debug, Default)]
pub struct Done {
    /// Contacts that events were recorded for, by the state they are in now.
    pub recorded: Vec<Recorded>,
    /// Effects of the outbox carried out.
    pub settled: usize,
    /// Calls that nobody is on any more: hang them up.
    pub hang_up: Vec<OpenCall>,
    /// The first thing that went wrong; the rest was done all the same.
    pub problem: Option<StoreError>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenCall {
    pub list: ListId,
    pub contact: ContactId,
    pub attempt: u32,
}

impl Done {
    pub fn count(&self) -> usize {
        self.recorded.len().saturating_add(self.settled)
    }

    fn note(&mut self, stepped: Result<(), StoreError>) {
        if let Err(problem) = stepped {
            self.problem.get_or_insert(problem);
        }
    }
}

impl Keeper {
    /// Does what is due at this moment.
    pub fn step(&mut self, store: &Store) -> Done {
        let mut done = Done::default();
        let steps = [
            suppress,
            close_begun,
            close_registered,
            rescue,
            release,
            wake,
        ];
        for step in steps {
            let stepped = step(store, &mut done);
            done.note(stepped);
        }
        let erased = self.erase(store);
        done.note(erased);
        let forgot = self.forget(store);
        done.note(forgot);
        done
    }

    /// Knows where files lie that were handed in, so that those of an erased list go, too.
    #[must_use]
    pub fn with_uploads(self, folder: PathBuf) -> Self {
        Self {
            uploads: Some(folder),
            ..self
        }
    }

    /// Some contacts of a list whose time is over.
    fn erase(&self, store: &Store) -> Result<(), StoreError> {
        let Some(gone) = store.erase_due()? else {
            return Ok(());
        };
        for stored in &gone.files {
            let Some(folder) = &self.uploads else { break };
            for name in [stored.clone(), format!("{stored}.problems")] {
                // It may be gone already, or lie with another server of this house.
                let _ = std::fs::remove_file(folder.join(name));
            }
        }
        Ok(())
    }

    fn forget(&mut self, store: &Store) -> Result<(), StoreError> {
        let now = store.clock().now();
        if self.forget_at.is_none_or(|at| at <= now) {
            store.forget_ids()?;
            store.forget_people()?;
            store.forget_answered_calls()?;
            store.forget_audit()?;
            store.forget_evidence()?;
            store.forget_callers()?;
            self.forget_at = now.checked_add(FORGET_EVERY).ok();
        }
        Ok(())
    }
}

/// Contacts whose lease has run out.
fn rescue(store: &Store, done: &mut Done) -> Result<(), StoreError> {
    let expired = store.expired(AT_ONCE)?;
    tell(store, expired, &Report::LeaseExpired, done)
}

/// Callbacks whose owner is gone, or has had the time.
fn release(store: &Store, done: &mut Done) -> Result<(), StoreError> {
    let orphaned = store.orphaned(AT_ONCE)?;
    tell(store, orphaned, &Report::Released { owner_out: true }, done)?;
    let releasable = store.releasable(AT_ONCE)?;
    let released = Report::Released { owner_out: false };
    tell(store, releasable, &released, done)
}

fn wake(store: &Store, done: &mut Done) -> Result<(), StoreError> {
    let waking = store.waking(AT_ONCE)?;
    tell(store, waking, &Report::Due, done)
}

fn close_registered(store: &Store, _done: &mut Done) -> Result<(), StoreError> {
    store.close_registered(NUMBERS_AT_ONCE).map(|_| ())
}

/// Tells each of the contacts the same by an event of its own. One that cannot be told holds up nobody.
fn tell(
    store: &Store,
    contacts: Vec<(ListId, ContactId)>,
    report: &Report,
    done: &mut Done,
) -> Result<(), StoreError> {
    let entries: Vec<Entry> = contacts
        .into_iter()
        .map(|(list, contact)| Entry::report(list, contact, Actor::Keeper, report.clone()))
        .collect();
    let delivered = deliver_each(store, entries);
    for recorded in delivered.told.into_iter().filter_map(|(_, told)| told) {
        done.hang_up.extend(open_calls(&recorded));
        done.recorded.push(recorded);
    }
    delivered.problem.map_or(Ok(()), Err)
}

/// Closes the open contacts with the numbers that a disposition suppressed.
fn suppress(store: &Store, done: &mut Done) -> Result<(), StoreError> {
    for waiting in store.waiting_suppressions(AT_ONCE)? {
        if !matches!(waiting.effect, Effect::Suppress { .. }) {
            continue;
        }
        let found = store.suppressions_by(waiting.list, waiting.contact, &waiting.effect)?;
        for suppression in &found {
            let covered = store.covered_by(suppression)?;
            tell(store, covered, &suppression.told(), done)?;
        }
        store.settle_effect(&waiting)?;
        done.settled = done.settled.saturating_add(1);
    }
    Ok(())
}

/// Closes the open contacts of suppressions that have begun, or cover more than before.
fn close_begun(store: &Store, done: &mut Done) -> Result<(), StoreError> {
    let begun = store.closing_suppressions(AT_ONCE)?;
    for suppression in &begun {
        let covered = store.covered_by(suppression)?;
        tell(store, covered, &suppression.told(), done)?;
    }
    let begun: Vec<&Suppression> = begun.iter().collect();
    store.covered_are_closed(&begun)
}
