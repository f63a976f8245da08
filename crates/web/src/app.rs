//! What every handler can reach: the store, the lines, the settings of this server.

use crate::area::{Heard, Strangers, Work};
use crate::failure::Failure;
use crate::live::Live;
use crate::requests::Requests;
use crate::running::Running;
use crate::soft_phones::SoftPhones;
use engine::Zone;
use jiff::{SignedDuration, Timestamp};
use std::path::PathBuf;
use std::sync::Arc;
use store::{ScaledClock, Store, StoreError, Switchboard};
use vault::Vault;

/// Shared by all handlers; a clone costs one counter.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    options: Options,
    live: Live,
    running: Running,
    strangers: Strangers,
    work: Work,
    heard: Heard,
    requests: Requests,
}

/// Whoever holds the last handle has gone: what is under way ends so that it can go on later.
impl Drop for Inner {
    fn drop(&mut self) {
        self.work.close();
    }
}

/// The settings of this server.
pub struct Options {
    /// The centre's own time zone: in it all times are shown.
    pub zone: Zone,
    /// Whether browsers reach this server by https only (cookies are then `Secure`).
    pub https: bool,
    /// Where what is dialled, and what is to be ended, is handed in.
    pub switchboard: Switchboard,
    /// The folder in which files lie until they are imported.
    pub uploads: PathBuf,
    /// Set while this centre is a demo.
    pub demo: Option<Demo>,
    /// Set where agents may talk by their browsers.
    pub soft_phones: Option<SoftPhones>,
    /// Where recordings lie. Without it none can be heard.
    pub vault: Option<Vault>,
}

/// A centre that only plays: its clock may be set faster, its seats need no password.
#[derive(Clone)]
pub struct Demo {
    /// The clock the store goes by.
    pub clock: ScaledClock,
    /// Real lines take their time: the clock is not set faster.
    pub keeps_time: bool,
    /// Who a visitor may be, without a password.
    pub seats: Vec<DemoSeat>,
}

/// For so long, on the clock of the centre, it is said that a night was skipped.
const NEWS: SignedDuration = SignedDuration::from_mins(30);

/// A seat a visitor of the demo may take, at `/demo/<word>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoSeat {
    pub word: &'static str,
    /// The login of the user whose seat it is.
    pub login: &'static str,
}

impl Demo {
    /// When the clock went on after a night that was skipped, for as long as that is news.
    pub(crate) fn morning(&self, now: Timestamp) -> Option<Timestamp> {
        let (_, morning) = self.clock.skipped()?;
        (now.duration_since(morning) < NEWS).then_some(morning)
    }

    /// How many of the centre's seconds pass in one of ours: 1 to 600.
    pub fn speed(&self) -> u32 {
        self.clock.speed()
    }
}

impl App {
    pub fn new(store: Store, options: Options) -> Self {
        let work = Work::new(store.clone(), options.uploads.clone());
        work.resume();
        let (live, running) = (Live::of(&store), Running::of(&store));
        Self {
            inner: Arc::new(Inner {
                store,
                options,
                live,
                running,
                strangers: Strangers::default(),
                work,
                heard: Heard::default(),
                requests: Requests::default(),
            }),
        }
    }

    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// Where what a recorded event entails for the lines is handed in.
    pub fn switchboard(&self) -> &Switchboard {
        &self.inner.options.switchboard
    }

    pub fn options(&self) -> &Options {
        &self.inner.options
    }

    pub(crate) fn strangers(&self) -> &Strangers {
        &self.inner.strangers
    }

    pub(crate) fn heard(&self) -> &Heard {
        &self.inner.heard
    }

    pub(crate) fn requests(&self) -> &Requests {
        &self.inner.requests
    }

    pub(crate) fn work(&self) -> &Work {
        &self.inner.work
    }

    pub fn live(&self) -> &Live {
        &self.inner.live
    }

    /// Changes of many contacts that are under way.
    pub(crate) fn running(&self) -> &Running {
        &self.inner.running
    }

    /// Asks the store something, off the threads that serve requests: its verbs wait for the disk.
    pub async fn ask<T, E, F>(&self, question: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&Store) -> Result<T, E> + Send + 'static,
    {
        let store = self.inner.store.clone();
        match tokio::task::spawn_blocking(move || question(&store)).await {
            Ok(answer) => answer,
            Err(broken) => {
                let reason = broken.to_string();
                Err(StoreError::Other {
                    statement: "ask",
                    reason,
                }
                .into())
            }
        }
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").finish_non_exhaustive()
    }
}

/// For handlers that answer with a page: an error of the store becomes a failure page.
impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Broken(error.to_string())
    }
}
