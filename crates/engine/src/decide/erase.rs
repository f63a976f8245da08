//! Nothing personal is left of a contact: it is closed for good.

use crate::because::Because;
use crate::catalogue::Kind;
use crate::contact::{Contact, Standing};
use crate::decision::{Decision, Refusal};
use crate::rules::Rules;
use crate::settle::priority_of;
use crate::trigger::Trigger;
use jiff::Timestamp;

/// What was open is closed by the disposition that answers `excluded_by_client`; what was closed
/// keeps its code, so that the figures stay. Nothing else follows.
pub(super) fn erase(contact: &Contact, at: Timestamp, rules: &Rules) -> Result<Decision, Refusal> {
    if let Some(hand) = &contact.hand {
        return Err(Refusal::InHand(hand.agent));
    }
    let mut next = contact.clone();
    let mut because = vec![Because::Erased];
    if !contact.is_closed() {
        let disposition = rules.catalogue.answer(Trigger::ExcludedByClient);
        next.code = disposition.code.clone();
        next.priority = priority_of(disposition, Kind::Final);
        because.push(Because::Answers {
            trigger: Trigger::ExcludedByClient,
            code: disposition.code.clone(),
        });
    }
    next.standing = Standing::Closed { revive_at: None };
    next.erased_at = Some(at);
    next.offer_at = None;
    next.owner = None;
    next.held = None;
    next.preferred = None;
    next.roster = None;
    next.call_order = None;
    next.gives_up_at = None;
    Ok(Decision::of(next, because))
}
