//! What goes on behind the pages: checks and imports, one at a time for each list. Whoever closes
//! the tab, or the server, finds it again.

mod jobs;
mod one;

pub use one::header_key;

use ::import::Progress;
use jiff::SignedDuration;
use jobs::{Jobs, Stop};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Store, StoreError, Upload, UploadPurpose};

/// Files that nobody has gone on with for so long are removed.
const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The workers; a clone costs one counter.
#[derive(Clone)]
pub struct Work {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    folder: PathBuf,
    jobs: Mutex<Jobs>,
    /// The server ends: what is under way stops where it can go on later.
    closed: AtomicBool,
}

impl Work {
    pub fn new(store: Store, folder: PathBuf) -> Self {
        Self {
            inner: Arc::new(Inner {
                store,
                folder,
                jobs: Mutex::default(),
                closed: AtomicBool::new(false),
            }),
        }
    }

    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// The server ends: what is under way stops where it can go on later.
    pub fn is_closed(&self) -> bool {
        self.inner.closed.load(Ordering::Relaxed)
    }

    /// Where the bytes of uploads lie.
    pub fn folder(&self) -> &PathBuf {
        &self.inner.folder
    }

    /// Goes on with what was under way when the server ended, and removes what nobody wants.
    pub fn resume(&self) {
        let work = self.clone();
        std::thread::spawn(move || {
            if let Err(problem) = work.sweep() {
                eprintln!("old uploads were not removed: {problem}");
            }
            if let Err(problem) = work.start_unfinished() {
                eprintln!("unfinished imports were not begun again: {problem}");
            }
        });
    }

    fn start_unfinished(&self) -> Result<(), StoreError> {
        for upload in self.inner.store.uploads()? {
            // The bytes may lie with another server of this house, which then does it.
            let is_here = self.inner.folder.join(&upload.stored).exists();
            if let Some(queue) = queue_of(&upload)
                && upload.state.is_at_work()
                && is_here
            {
                self.start(upload.id, queue);
            }
        }
        Ok(())
    }

    fn sweep(&self) -> Result<(), StoreError> {
        for id in self.inner.store.stale_uploads(KEPT)? {
            if let Some(stored) = self.inner.store.forget_upload(id)? {
                self.remove(&stored);
            }
        }
        Ok(())
    }

    /// Removes the bytes of an upload, and what was found in them.
    pub fn remove(&self, stored: &str) {
        for name in [stored.to_owned(), problems_name(stored)] {
            // It may be gone already; what is left is swept once more.
            let _ = std::fs::remove_file(self.inner.folder.join(name));
        }
    }

    /// Begins what the upload's state says: a check or an import. It waits for others of its list.
    pub fn start(&self, upload: i64, list: i64) {
        if self.jobs().begin(upload, list) {
            self.work_for(list);
        }
    }

    fn work_for(&self, list: i64) {
        let work = self.clone();
        std::thread::spawn(move || work.drain(list));
    }

    /// Stops a check or an import between two rows; says whether it was under way here.
    pub fn stop(&self, upload: i64) -> bool {
        self.jobs().stop(upload)
    }

    /// Ends all work so that it goes on when the server starts again.
    pub fn close(&self) {
        self.inner.closed.store(true, Ordering::Relaxed);
        self.jobs().stop_all();
    }

    /// How far it is; nothing while it waits for its turn.
    pub fn progress(&self, upload: i64) -> Option<Progress> {
        self.jobs().progress(upload)
    }

    fn drain(&self, list: i64) {
        while let Some((upload, stop)) = self.next_of(list) {
            if !self.inner.closed.load(Ordering::Relaxed) {
                one::work_on(self, upload, &stop);
            }
            self.end(upload);
            self.inner.store.upload_goes_on(upload);
        }
    }

    fn next_of(&self, list: i64) -> Option<(i64, Stop)> {
        self.jobs().next_of(list)
    }

    fn end(&self, upload: i64) {
        let needs_somebody = self.jobs().end(upload);
        if let Some(list) = needs_somebody {
            self.work_for(list);
        }
    }

    pub fn note(&self, upload: i64, progress: Progress) {
        self.jobs().note(upload, progress);
        self.inner.store.upload_goes_on(upload);
    }

    fn jobs(&self) -> MutexGuard<'_, Jobs> {
        let jobs = &self.inner.jobs;
        jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Files of one list wait for each other, and so do those that say whom nobody may call.
fn queue_of(upload: &Upload) -> Option<i64> {
    match upload.purpose {
        UploadPurpose::List => upload.list.map(|list| list.0),
        UploadPurpose::Suppression => Some(SUPPRESSIONS),
    }
}

/// The queue of files that say whom nobody may call; lists have ids above 0.
pub const SUPPRESSIONS: i64 = 0;

/// Where all problems of an upload lie, one on a line.
pub fn problems_name(stored: &str) -> String {
    format!("{stored}.problems")
}
