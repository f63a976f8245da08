//! A contact goes to another list: closed here, gone on with there.

use super::find;
use crate::because::Because;
use crate::carried::Carried;
use crate::catalogue::Kind;
use crate::contact::{Contact, Elsewhere, Standing};
use crate::decision::{Decision, Refusal};
use crate::rules::Rules;
use crate::settle::priority_of;
use crate::stock;
use crate::trigger::Trigger;

/// What was open is closed by the disposition that answers `skipped`; what was closed keeps
/// its code. Nothing else follows: no suppression, no mail.
pub(super) fn move_out(
    contact: &Contact,
    to: Elsewhere,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    if let Some(hand) = &contact.hand {
        return Err(Refusal::InHand(hand.agent));
    }
    let mut next = contact.clone();
    let mut because = vec![Because::MovedTo { to }];
    if !contact.is_closed() {
        let disposition = rules.catalogue.answer(Trigger::Skipped);
        next.code = disposition.code.clone();
        next.priority = priority_of(disposition, Kind::Final);
        because.push(Because::Answers {
            trigger: Trigger::Skipped,
            code: disposition.code.clone(),
        });
    }
    next.standing = Standing::Closed { revive_at: None };
    next.moved_to = Some(to);
    next.call_order = None;
    next.gives_up_at = None;
    next.offer_at = None;
    next.owner = None;
    next.held = None;
    next.preferred = None;
    Ok(Decision::of(next, because))
}

/// It stands as it stood there, unless something closed it on arrival, or this catalogue has
/// no code for it: then it begins anew. What is known of its numbers comes along.
pub(super) fn move_in(
    contact: &Contact,
    from: Elsewhere,
    carried: &Carried,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    if let Some(hand) = &contact.hand {
        return Err(Refusal::InHand(hand.agent));
    }
    if contact.moved_from.is_some() || contact.dials > 0 {
        return Err(Refusal::HasHistory);
    }
    let mut next = contact.clone();
    next.moved_from = Some(from);
    next.roster = carried.roster;
    for (number, known) in next.numbers.iter_mut().zip(&carried.numbers) {
        number.closed.clone_from(&known.closed);
        number.last_dial_at = known.last_dial_at;
    }
    if let Some(counters) = &carried.counters {
        next.counters = counters.clone();
    }
    let mut because = vec![Because::MovedFrom {
        from,
        code: carried.code.clone(),
    }];
    if contact.is_closed() {
        return Ok(Decision::of(next, because));
    }
    next.owner = carried.owner;
    next.preferred = carried
        .preferred
        .filter(|slot| next.number(*slot).is_some());
    if let Some(code) = &carried.code {
        let disposition = find(code, rules)?;
        next.code = disposition.code.clone();
        next.standing = carried.standing;
        next.priority = priority_of(disposition, kind_of(carried.standing));
        next.score = next.score.map(|score| score.after(disposition));
    }
    if next.is_closed() {
        next.owner = None;
    }
    because.extend(stock::set_offer(&mut next, rules));
    because.extend(stock::hold(&mut next, rules));
    Ok(Decision::of(next, because))
}

fn kind_of(standing: Standing) -> Kind {
    match standing {
        Standing::New { .. } => Kind::New,
        Standing::Unreached { .. } => Kind::Unreached,
        Standing::Callback { .. } => Kind::Callback,
        Standing::Suspended => Kind::Suspended,
        Standing::Closed { .. } => Kind::Final,
    }
}
