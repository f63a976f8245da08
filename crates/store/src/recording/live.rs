//! While the talk lasts.

use super::refusal;
use super::row::{self, change, key, one};
use super::{Gone, PauseSpan, Recording, RecordingConsent, RecordingOf, RecordingState, WhyGone};
use crate::audit::AuditActor;
use crate::error::Result;
use crate::hint::Hint;
use crate::sql::recording as sql;
use crate::store::Store;
use engine::{AgentId, CampaignId};
use jiff::{SignedDuration, Timestamp};

/// A talk that is, or may be, recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewRecording {
    pub of: RecordingOf,
    pub agent: AgentId,
    pub campaign: Option<CampaignId>,
    pub consent: RecordingConsent,
    pub kept_days: u32,
    pub by_agent: bool,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordingNews {
    /// The other side hears that it will be.
    Telling,
    /// It heard that.
    Told,
    /// It agreed: the agent says so.
    Agreed,
    /// Sound is taken down, under this name on a real exchange.
    Began {
        on_exchange: Option<String>,
    },
    Paused,
    Resumed,
    /// It could not begin: the agent may ask again.
    Failed,
    /// The talk is over.
    Ended,
}

impl Store {
    /// It waits for what comes.
    pub fn add_recording(&self, new: NewRecording) -> Result<()> {
        let agent = new.agent;
        let written = self.write(move |conn, now| {
            let days = SignedDuration::from_hours(i64::from(new.kept_days).saturating_mul(24));
            let until = now.checked_add(days).unwrap_or(Timestamp::MAX);
            let [list, contact, attempt] = key(new.of);
            let args = [
                list,
                contact,
                attempt,
                new.agent.0.into(),
                new.campaign.map(|campaign| campaign.0).into(),
                RecordingState::Waits.word().into(),
                new.consent.word().into(),
                now.as_microsecond().into(),
                until.as_microsecond().into(),
                i64::from(new.by_agent).into(),
            ];
            conn.exec(&sql::ADD, &args).map(|_| ())
        });
        self.telling(Hint::Agent(agent), written)
    }

    /// Takes in what became of it, at this instant. What does not fit any more changes nothing.
    pub fn note_recording(
        &self,
        of: RecordingOf,
        news: RecordingNews,
        at: Timestamp,
    ) -> Result<Option<Recording>> {
        self.change_recording(of, move |recording| recording.take(&news, at))
    }

    /// Changes one; a talk of which nothing was recorded leaves none.
    pub(super) fn change_recording(
        &self,
        of: RecordingOf,
        with: impl Fn(&mut Recording) + Send + 'static,
    ) -> Result<Option<Recording>> {
        let changed = self.write(move |conn, _| {
            // Where somebody else was faster, it is what they made of it that changes.
            while let Some(before) = one(conn, of)? {
                let mut after = before.clone();
                with(&mut after);
                if after == before {
                    return Ok(Some(before));
                }
                if after.state == RecordingState::Ended && after.began_at.is_none() {
                    if conn.exec(&sql::DROP, &row::key(of))? > 0 {
                        return Ok(None);
                    }
                } else if change(conn, &after, &before)? {
                    refusal::heed(conn, &before, &after)?;
                    return Ok(Some(after));
                }
            }
            Ok(None)
        })?;
        if let Some(recording) = &changed {
            self.hints().tell(Hint::Agent(recording.agent));
        }
        let (list, contact) = (of.list, of.contact);
        self.hints().tell(Hint::Contact { list, contact });
        Ok(changed)
    }
}

impl Recording {
    fn take(&mut self, news: &RecordingNews, at: Timestamp) {
        use RecordingState::{Ended, Paused, Recording, Telling, Waits};
        match (news, self.state) {
            (RecordingNews::Telling, Waits) => self.state = Telling,
            (RecordingNews::Told, Waits | Telling) => self.say(RecordingConsent::Told, at),
            (RecordingNews::Agreed, Waits | Telling) => self.say(RecordingConsent::Agreed, at),
            (RecordingNews::Began { on_exchange }, Waits | Telling) => {
                self.state = Recording;
                self.began_at.get_or_insert(at);
                self.on_exchange.clone_from(on_exchange);
            }
            (RecordingNews::Paused, Recording) => {
                self.state = Paused;
                self.pauses.push(PauseSpan {
                    from: at,
                    until: None,
                });
            }
            (RecordingNews::Resumed, Paused) => {
                self.state = Recording;
                self.end_pause(at);
            }
            (RecordingNews::Failed, Waits | Telling) => self.state = Waits,
            (RecordingNews::Ended, Waits | Telling | Recording | Paused) => {
                self.end_pause(at);
                self.state = Ended;
                self.ended_at = Some(at);
                // Whoever cannot take it back any more has refused.
                if let Some(refusal) = self.refusal {
                    self.refuse(refusal.by, at);
                }
            }
            _ => {}
        }
    }

    pub(super) fn say(&mut self, consent: RecordingConsent, at: Timestamp) {
        self.consent = consent;
        self.consent_at = Some(at);
    }

    fn end_pause(&mut self, at: Timestamp) {
        if let Some(pause) = self.pauses.last_mut() {
            pause.until.get_or_insert(at);
        }
    }

    /// Gone for whoever would listen; the sound follows.
    pub(super) fn condemn(&mut self, why: WhyGone, by: AuditActor, at: Timestamp) {
        self.end_pause(at);
        if self.began_at.is_some() {
            self.ended_at.get_or_insert(at);
        }
        let nothing = self.began_at.is_none() && self.on_exchange.is_none();
        self.state = match nothing {
            true => RecordingState::Destroyed,
            false => RecordingState::Condemned,
        };
        if self.refusal.take().is_some() {
            self.say(RecordingConsent::Refused, at);
        }
        self.gone = Some(Gone { at, why, by });
    }
}
