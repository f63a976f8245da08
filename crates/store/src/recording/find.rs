//! Finding recordings.

use super::row::{all, one};
use super::{Recording, RecordingOf};
use crate::error::Result;
use crate::sql::recording as sql;
use crate::store::Store;
use engine::{AgentId, CampaignId, Code, ContactId, ListId, Profile};
use jiff::Timestamp;

/// Which recordings. Everything given must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecordingSearch {
    pub campaign: Option<CampaignId>,
    pub agent: Option<AgentId>,
    /// What the attempt was coded with.
    pub code: Option<Code>,
    /// Of talks from this instant on,
    pub from: Option<Timestamp>,
    /// and before this one.
    pub until: Option<Timestamp>,
    /// Only those that come behind this one.
    pub behind: Option<(Timestamp, RecordingOf)>,
    pub limit: usize,
}

impl Store {
    pub fn recording(&self, of: RecordingOf) -> Result<Option<Recording>> {
        self.read(|conn| one(conn, of))
    }

    pub fn recordings_of(&self, list: ListId, contact: ContactId) -> Result<Vec<Recording>> {
        self.read(|conn| {
            let keys = conn.rows(&sql::OF_CONTACT, &[list.0.into(), contact.0.into()])?;
            all(conn, &keys)
        })
    }

    /// Whether a campaign of this agent lets her hear her own.
    pub fn hears_own_recordings(&self, agent: AgentId) -> Result<bool> {
        let profiles = self.read(|conn| {
            let rows = conn.rows(&sql::PROFILES, &[agent.0.into()])?;
            rows.iter()
                .map(|row| Ok(row.maybe_text(0)?.map(str::to_owned)))
                .collect::<Result<Vec<_>>>()
        })?;
        let lets = |text: String| {
            let profile: Option<Profile> = serde_json::from_str(&text).ok();
            profile.and_then(|profile| profile.own_recordings) == Some(true)
        };
        Ok(profiles.into_iter().flatten().any(lets))
    }

    /// Those found, newest first.
    pub fn find_recordings(&self, search: &RecordingSearch) -> Result<Vec<Recording>> {
        let micros =
            |at: Option<Timestamp>, otherwise: i64| at.map_or(otherwise, Timestamp::as_microsecond);
        let (behind_at, behind) = search.behind.unzip();
        let args = [
            micros(search.from, i64::MIN).into(),
            micros(search.until, i64::MAX).into(),
            search.campaign.map_or(0, |campaign| campaign.0).into(),
            search.agent.map_or(0, |agent| agent.0).into(),
            search.code.as_ref().map_or("", Code::as_str).into(),
            micros(behind_at, i64::MAX).into(),
            behind.map_or(i64::MAX, |of| of.list.0).into(),
            behind.map_or(i64::MAX, |of| of.contact.0).into(),
            behind.map_or(i64::MAX, |of| of.attempt.into()).into(),
            i64::try_from(search.limit).unwrap_or(i64::MAX).into(),
        ];
        self.read(|conn| {
            let keys = conn.rows(&sql::FIND, &args)?;
            all(conn, &keys)
        })
    }
}
