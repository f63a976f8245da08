//! A campaign is closed while agents have contacts of it in hand.

use crate::error::Result;
use crate::record::{Entry, RecordError};
use crate::store::Store;
use engine::{Actor, CampaignId, Report, Trigger};

impl Store {
    /// Tells each contact that is in hand for the campaign. What its catalogue says of that
    /// happens when it is let go; a result the agent brings home stays.
    pub(super) fn tell_closed(&self, campaign: CampaignId) -> Result<()> {
        for (agent, _) in self.agents()? {
            let hand = self.agent(agent)?.and_then(|there| there.hand);
            let Some(contact) = hand.filter(|contact| {
                let handling = contact.hand.as_ref();
                handling.and_then(|handling| handling.campaign) == Some(campaign)
            }) else {
                continue;
            };
            let trigger = Trigger::CampaignClosed;
            let report = Report::Triggered { trigger };
            let entry = Entry::report(contact.list, contact.id, Actor::System, report);
            match self.record(entry) {
                Ok(_) | Err(RecordError::Refused(_) | RecordError::NotFound { .. }) => {}
                Err(RecordError::Store(error)) => return Err(error),
            }
        }
        Ok(())
    }

    /// Whether the campaign goes from open to closed by this.
    pub(super) fn closes(&self, wanted: &super::Campaign) -> Result<bool> {
        let closed = super::CampaignState::Closed;
        let before = self.campaign(wanted.id)?;
        Ok(wanted.state == closed && before.is_some_and(|before| before.state != closed))
    }
}
