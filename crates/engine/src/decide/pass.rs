//! A talk goes on with somebody else: the contact goes along.

use super::lease_from;
use crate::because::Because;
use crate::contact::Contact;
use crate::decision::{Decision, Refusal};
use crate::handling::Phase;
use crate::id::AgentId;
use crate::rules::Rules;
use jiff::Timestamp;

/// From hand to hand while somebody is talked to. It stays one call and becomes one attempt, of
/// whoever gives it its disposition.
pub(super) fn pass(
    contact: &Contact,
    to: AgentId,
    at: Timestamp,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    let hand = contact.hand.as_ref().ok_or(Refusal::NotInHand)?;
    if hand.agent == to {
        return Err(Refusal::InHand(to));
    }
    if hand.phase() != Phase::Talking {
        return Err(Refusal::NoTalk);
    }
    let from = hand.agent;
    let mut next = contact.clone();
    if let Some(hand) = &mut next.hand {
        // The talk goes along, and not what was called before it.
        for call in hand.calls.iter_mut().filter(|call| !call.line.is_open()) {
            call.stays_with.get_or_insert(from);
        }
        hand.agent = to;
        hand.since = at;
        hand.lease_until = lease_from(at, rules);
    }
    Ok(Decision::of(
        next,
        vec![Because::Passed { from, agent: to }],
    ))
}
