//! Whoever refuses to be recorded.
//!
//! For a moment the agent may take it back: nothing is recorded meanwhile. Whatever ends the talk
//! before destroys what there is. It is kept by number, so that it holds in every list and after a
//! move, until she agrees or is erased.

use super::row::all;
use super::{Recording, RecordingConsent, RecordingOf, WhyGone};
use crate::audit::AuditActor;
use crate::clock::instant;
use crate::conn::Conn;
use crate::error::Result;
use crate::sql::recording as sql;
use crate::store::Store;
use engine::{ContactId, ListId, UNDO_WITHIN};
use jiff::Timestamp;

/// A refusal that can be taken back until then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordingRefusal {
    pub until: Timestamp,
    pub by: AuditActor,
}

impl Store {
    /// The other side does not want it: what was recorded is destroyed in a moment, also where the
    /// talk is over by then.
    pub fn refuse_recording(&self, of: RecordingOf, by: AuditActor) -> Result<Option<Recording>> {
        let at = self.clock().now();
        let until = at.checked_add(UNDO_WITHIN).unwrap_or(at);
        self.change_recording(of, move |recording| {
            if recording.can_be_refused() {
                recording.refusal = Some(RecordingRefusal { until, by });
            }
        })
    }

    /// It was a slip of the agent's. What comes too late changes nothing.
    pub fn take_back_refusal(&self, of: RecordingOf) -> Result<Option<Recording>> {
        let at = self.clock().now();
        self.change_recording(of, move |recording| {
            recording.refusal = recording.refusal.filter(|refusal| refusal.until <= at);
        })
    }

    /// Destroys what was refused and not taken back in time; gives which those are.
    pub fn destroy_refused(&self) -> Result<Vec<RecordingOf>> {
        let now = self.clock().now();
        let due = self.read(|conn| {
            let keys = conn.rows(&sql::REFUSED_UNTIL, &[now.as_microsecond().into()])?;
            all(conn, &keys)
        })?;
        let mut gone = Vec::with_capacity(due.len());
        for recording in due {
            self.change_recording(recording.of, move |recording| {
                let over = recording.refusal.filter(|refusal| refusal.until <= now);
                if let Some(refusal) = over {
                    recording.refuse(refusal.by, now);
                }
            })?;
            gone.push(recording.of);
        }
        Ok(gone)
    }

    /// Since when whoever this is refuses to be recorded.
    pub fn refuses_recording(&self, list: ListId, contact: ContactId) -> Result<Option<Timestamp>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::REFUSES, &[list.0.into(), contact.0.into()])?;
            let since = rows.first().map(|row| row.maybe_int(0)).transpose()?;
            Ok(since.flatten().map(instant))
        })
    }
}

impl Recording {
    /// Whether it was recording when it was refused: whoever had paused before goes on pausing.
    pub fn ran_when_refused(&self) -> bool {
        let Some(refusal) = self.refusal else {
            return false;
        };
        let refused_at = refusal.until.checked_sub(UNDO_WITHIN);
        let paused = self.pauses.last().filter(|pause| pause.until.is_none());
        let before = paused.zip(refused_at.ok());
        self.began_at.is_some() && before.is_none_or(|(pause, at)| at <= pause.from)
    }

    pub(super) fn refuse(&mut self, by: AuditActor, at: Timestamp) {
        self.say(RecordingConsent::Refused, at);
        self.condemn(WhyGone::Refused, by, at);
    }
}

/// Remembers the other side's word for the talks to come, on every number of hers.
pub(super) fn heed(conn: &mut dyn Conn, before: &Recording, after: &Recording) -> Result<()> {
    if (before.consent, before.consent_at) == (after.consent, after.consent_at) {
        return Ok(());
    }
    let (list, contact) = (after.of.list.0.into(), after.of.contact.0.into());
    match (after.consent, after.consent_at) {
        (RecordingConsent::Refused, Some(at)) => {
            let args = [at.as_microsecond().into(), list, contact];
            conn.exec(&sql::REFUSE, &args)?;
        }
        (RecordingConsent::Agreed, _) => {
            conn.exec(&sql::LIFT, &[list, contact])?;
        }
        _ => {}
    }
    Ok(())
}
