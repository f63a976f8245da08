//! Which campaigns dial by themselves.

use crate::error::Result;
use crate::house::AgentRow;
use crate::sql::recording as sql;
use crate::store::Store;
use engine::{Profile, Progressive};

impl Store {
    /// How it is dialled without a key for this agent: as the campaign wants it for which she has
    /// a contact in hand; with none, as any of hers does.
    pub fn progressive(&self, there: &AgentRow) -> Result<Option<Progressive>> {
        match &there.hand {
            Some(contact) => {
                let hand = contact.hand.as_ref();
                let campaign = hand.and_then(|hand| hand.campaign);
                let profile = campaign.map(|campaign| self.campaign_profile(campaign));
                Ok(profile.transpose()?.and_then(|profile| profile.progressive))
            }
            None => self.read(|conn| {
                let rows = conn.rows(&sql::PROFILES, &[there.id.0.into()])?;
                let mut wanted = None;
                for row in &rows {
                    let profile = row.maybe_text(0)?.map(serde_json::from_str::<Profile>);
                    let profile = profile.and_then(std::result::Result::ok);
                    wanted = wanted.or(profile.and_then(|profile| profile.progressive));
                }
                Ok(wanted)
            }),
        }
    }
}
