//! Calling a contact where the client wants it in its own order.

use crate::because::Because;
use crate::call_order::{AskedOrder, CallOrder};
use crate::catalogue::Offering;
use crate::contact::Contact;
use crate::decision::{Decision, Refusal};
use crate::rules::Rules;
use crate::stock;
use jiff::Timestamp;

/// It goes before all other order, whenever it was due: from now on, or from the instant that
/// was asked for. The next attempt forgets it.
pub(super) fn put_in_order(
    contact: &Contact,
    order: Option<&AskedOrder>,
    at: Timestamp,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    if rules.catalogue.offering() != Offering::CallOrder {
        return Err(Refusal::TakesNoOrder);
    }
    if contact.is_closed() {
        return Err(Refusal::Closed(contact.code.clone()));
    }
    let mut next = contact.clone();
    next.call_order = order.map(|order| CallOrder {
        value: order.value.clone(),
        from: order.not_before.unwrap_or(at).max(at),
        awake: false,
    });
    let because = match &next.call_order {
        Some(order) => Because::Ordered { from: order.from },
        None => Because::OrderGone,
    };
    let mut because = vec![because];
    because.extend(stock::set_offer(&mut next, rules));
    if next.held.is_some() {
        because.extend(stock::hold(&mut next, rules));
    }
    if next.hand.is_none() {
        wake(&mut next, at);
    }
    Ok(Decision::of(next, because))
}

/// Takes its place in the order once its time has come. False if there is nothing to wake.
pub(crate) fn wake(contact: &mut Contact, at: Timestamp) -> bool {
    let is_due = contact.offer_at.is_some_and(|offer_at| offer_at <= at);
    match &mut contact.call_order {
        Some(order) if is_due && !order.awake => {
            order.awake = true;
            true
        }
        _ => false,
    }
}
