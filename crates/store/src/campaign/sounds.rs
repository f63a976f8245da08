//! What the far end of a campaign's calls hears where nobody speaks to it.

use crate::conn::Value;
use crate::error::{Result, StoreError};
use crate::hint::Hint;
use crate::record::row::json;
use crate::sql::campaign as sql;
use crate::store::Store;
use engine::{CallSounds, CampaignId};

impl Store {
    /// The sounds a campaign names; none where there is no such campaign.
    pub fn campaign_sounds(&self, campaign: CampaignId) -> Result<CallSounds> {
        self.read(|conn| {
            let rows = conn.rows(&sql::SOUNDS, &[campaign.0.into()])?;
            let Some(kept) = rows
                .first()
                .map(|row| row.maybe_text(0))
                .transpose()?
                .flatten()
            else {
                return Ok(CallSounds::default());
            };
            serde_json::from_str(kept).map_err(|problem| StoreError::Corrupt {
                table: "campaign".into(),
                column: "sounds".into(),
                row: campaign.0.to_string(),
                problem: problem.to_string(),
            })
        })
    }

    /// The same for a call; one for no campaign has no sounds of its own.
    pub fn sounds_for(&self, campaign: Option<CampaignId>) -> Result<CallSounds> {
        let none = || Ok(CallSounds::default());
        campaign.map_or_else(none, |campaign| self.campaign_sounds(campaign))
    }

    /// Holds from the next call on.
    pub fn set_campaign_sounds(&self, campaign: CampaignId, wanted: &CallSounds) -> Result<()> {
        let body = match wanted.is_empty() {
            true => Value::Null,
            false => json("campaign.set_sounds", wanted)?.into(),
        };
        let written = self.write(move |conn, _| {
            conn.exec(&sql::SET_SOUNDS, &[body, campaign.0.into()])
                .map(|_| ())
        });
        self.telling(Hint::Campaigns, written)
    }
}
