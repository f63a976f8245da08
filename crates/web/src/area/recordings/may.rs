//! Who may hear a recording, and who did.

use crate::app::App;
use crate::failure::Failure;
use crate::seat::{Role, Visitor};
use engine::{ContactId, ListId};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use store::{AuditActor, AuditEntry, AuditWord, Recording, RecordingOf};

/// A browser fetches a sound in many stretches: within this time they are one listening.
const ONE_LISTENING: SignedDuration = SignedDuration::from_mins(10);

/// Who has begun to listen to what, not long ago.
#[derive(Default)]
pub struct Heard(Mutex<BTreeMap<(AuditActor, RecordingOf), Timestamp>>);

pub fn of((list, contact, attempt): (i64, i64, u32)) -> RecordingOf {
    RecordingOf {
        list: ListId(list),
        contact: ContactId(contact),
        attempt,
    }
}

/// A recording that this visitor may hear.
pub async fn seen(app: &App, visitor: &Visitor, of: RecordingOf) -> Result<Recording, Failure> {
    let recording = app
        .ask(move |store| store.recording(of)?.ok_or(Failure::NotFound))
        .await?;
    let is_hers = visitor.agent() == Some(recording.agent) && recording.by_agent;
    match is_supervisor(visitor) || is_hers {
        true => Ok(recording),
        false => Err(Failure::Forbidden),
    }
}

pub fn is_supervisor(visitor: &Visitor) -> bool {
    visitor.role() >= Some(Role::Supervisor)
}

impl Heard {
    /// Whether this is the beginning of a listening, and not another stretch of it.
    fn begins(&self, by: AuditActor, of: RecordingOf, now: Timestamp) -> bool {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_fresh = |since: &Timestamp| now.duration_since(*since) < ONE_LISTENING;
        all.retain(|_, since| is_fresh(since));
        if all.contains_key(&(by, of)) {
            return false;
        }
        all.insert((by, of), now);
        true
    }

    fn forget(&self, by: AuditActor, of: RecordingOf) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.remove(&(by, of));
    }
}

/// Puts a listening into the trail, once; a download every time. What cannot be noted is not
/// heard.
pub async fn note(
    app: &App,
    by: AuditActor,
    of: RecordingOf,
    is_download: bool,
) -> Result<(), store::StoreError> {
    let now = app.store().clock().now();
    if !is_download && !app.heard().begins(by, of, now) {
        return Ok(());
    }
    let word = match is_download {
        true => AuditWord::Exported,
        false => AuditWord::Listened,
    };
    let entry = AuditEntry::contact(by, word, of.list, of.contact).told("attempt", of.attempt);
    let noted = app.ask(move |store| store.audit(entry)).await;
    if noted.is_err() {
        app.heard().forget(by, of);
    }
    noted
}
