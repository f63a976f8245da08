//! An agent takes a call that came in: the contact is in her hands, and she talks.

use super::lease_from;
use crate::because::Because;
use crate::contact::Contact;
use crate::decision::{Decision, Refusal};
use crate::handling::{Call, Cause, Handling, Line};
use crate::id::{AgentId, CampaignId, Slot};
use crate::rules::Rules;
use jiff::Timestamp;

/// Nobody is dialled, so no leave is asked for: who calls is served, whatever the contact's
/// standing. It comes back to that where nothing else is said of it.
pub(super) fn pick_up(
    contact: &Contact,
    (agent, campaign): (AgentId, Option<CampaignId>),
    (slot, called_at): (Slot, Timestamp),
    at: Timestamp,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    if let Some(hand) = &contact.hand {
        return Err(Refusal::InHand(hand.agent));
    }
    let mut next = contact.clone();
    let attempt = contact.dials.saturating_add(1);
    next.dials = attempt;
    next.hand = Some(Handling {
        agent,
        campaign,
        since: at,
        lease_until: lease_from(at, rules),
        calls: vec![Call {
            attempt,
            slot,
            placed_at: called_at.min(at),
            line: Line::Talking { since: at },
            cause: Cause::default(),
            unreserved: false,
            inbound: true,
            stays_with: None,
        }],
        recoding: false,
        closing: None,
    });
    Ok(Decision::of(next, vec![Because::PickedUp { agent }]))
}
