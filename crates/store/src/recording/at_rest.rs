//! After the talk: taken in, kept, destroyed.

use super::row::{all, key};
use super::{Gone, Recording, RecordingNews, RecordingOf, RecordingState, SealedSound, WhyGone};
use crate::audit::{self, AuditActor, AuditEntry, AuditWord};
use crate::conn::Conn;
use crate::error::Result;
use crate::sql::recording as sql;
use crate::store::Store;
use engine::{ContactId, ListId};
use jiff::Timestamp;

impl Store {
    /// Those in a state that does not last, the oldest first.
    pub fn recordings_in(&self, state: RecordingState, most: i64) -> Result<Vec<Recording>> {
        self.recordings_behind(state, None, most)
    }

    /// The same, of those that come behind this one: whoever cannot do anything about some goes on to
    /// the others.
    pub fn recordings_behind(
        &self,
        state: RecordingState,
        last: Option<&Recording>,
        most: i64,
    ) -> Result<Vec<Recording>> {
        let created_at = last.map_or(i64::MIN, |last| last.created_at.as_microsecond());
        let [list, contact, attempt] = match last {
            Some(last) => key(last.of),
            None => [i64::MIN.into(), i64::MIN.into(), i64::MIN.into()],
        };
        let (state, created_at) = (state.word().into(), created_at.into());
        let args = [state, created_at, list, contact, attempt, most.into()];
        self.read(|conn| {
            let keys = conn.rows(&sql::IN_STATE, &args)?;
            all(conn, &keys)
        })
    }

    /// The talks of a program that ended are over.
    pub fn end_recordings(&self, most: i64) -> Result<()> {
        let at = self.clock().now();
        for state in RecordingState::ALL {
            for recording in self.recordings_in(state, most)? {
                if recording.is_live() {
                    self.note_recording(recording.of, RecordingNews::Ended, at)?;
                }
            }
        }
        Ok(())
    }

    /// It lies in the vault; says whether it is wanted there. What was refused meanwhile is not.
    pub fn keep_recording(&self, of: RecordingOf, sealed: SealedSound) -> Result<bool> {
        let kept = self.change_recording(of, move |recording| {
            if recording.state == RecordingState::Ended {
                recording.state = RecordingState::Kept;
                recording.sealed = Some(sealed.clone());
            }
        })?;
        // Also where somebody refuses just now: that can be taken back.
        Ok(kept.is_some_and(|recording| recording.state == RecordingState::Kept))
    }

    /// The exchange does not have it any more.
    pub fn recording_left_exchange(&self, of: RecordingOf) -> Result<()> {
        self.change_recording(of, |recording| recording.on_exchange = None)
            .map(|_| ())
    }

    /// It was recorded, and nobody has it.
    pub fn recording_lost(&self, of: RecordingOf) -> Result<()> {
        let at = self.clock().now();
        let by = AuditActor::System;
        self.change_recording(of, move |recording| {
            if recording.state == RecordingState::Ended {
                recording.state = RecordingState::Lost;
                recording.on_exchange = None;
                let why = WhyGone::Lost;
                recording.gone = Some(Gone { at, why, by });
            }
        })
        .map(|_| ())
    }

    /// To be destroyed: nobody hears it from now on. Says whether there was anything.
    pub fn condemn_recording(&self, of: RecordingOf, by: AuditActor) -> Result<bool> {
        let at = self.clock().now();
        let there = |recording: &Recording| {
            matches!(
                recording.state,
                RecordingState::Kept | RecordingState::Ended
            )
        };
        let was_there = self.recording(of)?.as_ref().is_some_and(there);
        let found = self.change_recording(of, move |recording| {
            if there(recording) {
                recording.condemn(WhyGone::ByHand, by, at);
            }
        })?;
        Ok(was_there && found.is_some_and(|recording| recording.gone.is_some()))
    }

    /// The same for those whose time is over.
    pub fn condemn_due_recordings(&self, most: i64) -> Result<()> {
        let now = self.clock().now();
        let due = self.read(|conn| {
            let keys = conn.rows(&sql::DUE, &[now.as_microsecond().into(), most.into()])?;
            all(conn, &keys)
        })?;
        for recording in due {
            self.change_recording(recording.of, move |recording| {
                if recording.state == RecordingState::Kept {
                    recording.condemn(WhyGone::Due, AuditActor::System, now);
                }
            })?;
        }
        Ok(())
    }

    /// Its sound is nowhere any more. That it was, and why it went, stays, and is in the trail.
    pub fn recording_destroyed(&self, of: RecordingOf) -> Result<()> {
        let destroyed = self.change_recording(of, |recording| {
            if recording.state == RecordingState::Condemned {
                recording.state = RecordingState::Destroyed;
                recording.on_exchange = None;
                recording.sealed = None;
            }
        })?;
        let Some(gone) = destroyed.and_then(|recording| recording.gone) else {
            return Ok(());
        };
        let entry = AuditEntry::contact(gone.by, AuditWord::Erased, of.list, of.contact)
            .told("recording", of.attempt)
            .told("why", gone.why.word());
        self.write(move |conn, now| audit::append(conn, &[entry], now).map(|_| ()))
    }
}

/// Those of a contact that is erased go with it.
pub(crate) fn condemn_of(
    conn: &mut dyn Conn,
    (list, contact): (ListId, ContactId),
    by: AuditActor,
    at: Timestamp,
) -> Result<u64> {
    let keys = conn.rows(&sql::OF_ERASED, &[list.0.into(), contact.0.into()])?;
    let mut condemned = 0_u64;
    for before in all(conn, &keys)? {
        let mut recording = before.clone();
        recording.condemn(WhyGone::Erased, by, at);
        super::row::change(conn, &recording, &before)?;
        condemned = condemned.saturating_add(1);
    }
    Ok(condemned)
}
