//! Recordings of talks: what is known of each. The sound lies elsewhere, encrypted.
//!
//! One belongs to an attempt. While the talk lasts it waits for the other side's word, is recorded
//! or pauses (`live`); afterwards it is taken in from the exchange, kept, and one day destroyed
//! (`at_rest`). Whoever wants it gone condemns it, at once and for good; the sound follows. Who refused
//! is asked before the next talk; for a moment the agent may take that back (`refusal`).

mod at_rest;
mod find;
mod live;
mod refusal;
mod row;
mod wanted;
mod words;

pub(crate) use at_rest::condemn_of;
pub use find::RecordingSearch;
pub use live::{NewRecording, RecordingNews};
pub use refusal::RecordingRefusal;

use crate::audit::AuditActor;
use engine::{AgentId, CampaignId, ContactId, ListId};
use jiff::{SignedDuration, Timestamp};

/// Of which attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordingOf {
    pub list: ListId,
    pub contact: ContactId,
    pub attempt: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordingState {
    /// Nothing is recorded before the agent says so.
    Waits,
    /// The other side is being told.
    Telling,
    Recording,
    Paused,
    /// The talk is over; the sound is still on the exchange.
    Ended,
    Kept,
    /// To be destroyed: nobody hears it any more.
    Condemned,
    Destroyed,
    /// It was recorded, and is nowhere.
    Lost,
}

/// What the other side said, or was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordingConsent {
    NotNeeded,
    Awaited,
    Told,
    Agreed,
    Refused,
}

/// Why one is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyGone {
    /// The other side did not want it.
    Refused,
    /// Its time was over.
    Due,
    /// The contact was erased.
    Erased,
    /// Somebody destroyed it.
    ByHand,
    /// The exchange does not have it any more.
    Lost,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording {
    pub of: RecordingOf,
    /// Who has the attempt: where the talk was passed on, whoever it went to.
    pub agent: AgentId,
    pub campaign: Option<CampaignId>,
    pub state: RecordingState,
    pub consent: RecordingConsent,
    pub consent_at: Option<Timestamp>,
    /// Its name on the exchange, until it is gone there.
    pub on_exchange: Option<String>,
    pub created_at: Timestamp,
    pub began_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
    pub pauses: Vec<PauseSpan>,
    pub sealed: Option<SealedSound>,
    pub keep_until: Timestamp,
    /// That agent may listen to it.
    pub by_agent: bool,
    /// The other side refused a moment ago, which can still be taken back.
    pub refusal: Option<RecordingRefusal>,
    pub gone: Option<Gone>,
}

/// A span in which nothing was recorded; open while it lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PauseSpan {
    pub from: Timestamp,
    pub until: Option<Timestamp>,
}

/// What lies in the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedSound {
    pub bytes: u64,
    /// SHA-256 of the sound, in hexadecimal digits.
    pub digest: String,
    pub key: u32,
}

/// When it went, why, and who wanted that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone {
    pub at: Timestamp,
    pub why: WhyGone,
    pub by: AuditActor,
}

impl RecordingOf {
    /// Its name in the vault.
    pub fn name(self) -> String {
        format!("{}-{}-{}", self.list.0, self.contact.0, self.attempt)
    }
}

impl Recording {
    /// Not while it is refused, though that may still be taken back.
    pub fn can_be_heard(&self) -> bool {
        self.state == RecordingState::Kept && self.refusal.is_none()
    }

    /// Whether there is, or may be, something to be destroyed, and nobody has said so yet.
    pub fn can_be_refused(&self) -> bool {
        use RecordingState::{Ended, Kept};
        (self.is_live() || matches!(self.state, Ended | Kept)) && self.refusal.is_none()
    }

    /// Whether the talk it belongs to goes on.
    pub fn is_live(&self) -> bool {
        use RecordingState::{Paused, Recording, Telling, Waits};
        matches!(self.state, Waits | Telling | Recording | Paused)
    }

    /// Where in the sound each pause lies, counted from its beginning, with its length.
    pub fn pauses_in_sound(&self) -> Vec<(SignedDuration, SignedDuration)> {
        let Some(began) = self.began_at else {
            return Vec::new();
        };
        let mut silent = SignedDuration::ZERO;
        let mut found = Vec::new();
        for pause in &self.pauses {
            let until = pause.until.or(self.ended_at).unwrap_or(pause.from);
            let lasted = until.duration_since(pause.from);
            found.push((pause.from.duration_since(began) - silent, lasted));
            silent = silent.saturating_add(lasted);
        }
        found
    }

    /// How long the sound is, by the clock.
    pub fn lasts(&self) -> Option<SignedDuration> {
        let whole = self.ended_at?.duration_since(self.began_at?);
        let silent = self.pauses_in_sound().into_iter().map(|(_, lasted)| lasted);
        Some(silent.fold(whole, |left, lasted| left.saturating_sub(lasted)))
    }
}
