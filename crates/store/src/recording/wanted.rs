//! Whether a talk is to be recorded that no permit was asked for: a call that came in.

use crate::error::Result;
use crate::store::Store;
use engine::{Contact, Recording};

impl Store {
    /// What law, campaign and list say of a talk with a contact in hand. The direction of the call
    /// changes nothing of what the other side is owed.
    pub fn recording_wanted(&self, contact: &Contact) -> Result<Recording> {
        let Some(list) = self.list(contact.list)? else {
            return Ok(Recording::default());
        };
        let campaign = contact.hand.as_ref().and_then(|hand| hand.campaign);
        let profile = campaign.map(|campaign| self.campaign_profile(campaign));
        let profile = profile.transpose()?;
        let rules = self.rules(list.rules)?;
        let today = contact.zone.local(self.clock().now()).date();
        let refuses = self.refuses_recording(contact.list, contact.id)?.is_some();
        let recording = rules.bounds(profile.as_ref()).recording(today);
        Ok(recording.asked_of(refuses))
    }
}
