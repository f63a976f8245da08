//! When a contact may be offered: due time, gap, roster and law together.

use crate::because::Because;
use crate::contact::{Contact, Held, Standing};
use crate::offerable::{Held as HeldBy, offerable};
use crate::permit::after_gap;
use crate::profile::{Profile, Says};
use crate::rules::Rules;
use crate::windows::Window;
use jiff::{SignedDuration, Timestamp};

/// What was just given back rests this long, so that it is not taken, given back and taken
/// again without end. Ours; no source gives a figure.
const REST: SignedDuration = SignedDuration::from_secs(60);

/// Keeps a contact that was given back from being offered again at once.
pub(crate) fn rest(contact: &mut Contact, at: Timestamp) {
    let rested = at.checked_add(REST).unwrap_or(at);
    contact.offer_at = contact.offer_at.map(|offer_at| offer_at.max(rested));
}

/// Sets `offer_at` from the contact's standing, and says what moved it past the due time.
pub(crate) fn set_offer(contact: &mut Contact, rules: &Rules) -> Vec<Because> {
    let because = offer_from_standing(contact, rules);
    let timeout = rules.catalogue.file().callback_timeout;
    let is_callback = matches!(contact.standing, Standing::Callback { .. });
    contact.gives_up_at = contact
        .offer_at
        .filter(|_| is_callback && !timeout.is_zero())
        .and_then(|offer_at| offer_at.checked_add(timeout.duration()).ok());
    because
}

fn offer_from_standing(contact: &mut Contact, rules: &Rules) -> Vec<Because> {
    if contact.is_closed() {
        contact.call_order = None;
    }
    let Some(due) = contact.standing.due() else {
        contact.offer_at = None;
        return Vec::new();
    };
    let due = match &mut contact.call_order {
        Some(order) => {
            order.awake = false;
            order.from
        }
        None => due,
    };
    let mut because = Vec::new();
    let Some(from) = past_gap(contact, due, rules, &mut because) else {
        contact.offer_at = None;
        because.push(Because::NoNumberLeft);
        return because;
    };
    let from = rested(contact, from, rules, &mut because);
    match offerable(
        from,
        contact.roster.as_ref(),
        &rules.law,
        &contact.zone,
        contact.kind,
    ) {
        Some(found) => {
            if let Err(rule) = rules.ground(contact, contact.zone.local(found.at).date()) {
                contact.offer_at = None;
                because.push(Because::NoGround {
                    rule: rule.id().to_owned(),
                    text: rule.text().to_owned(),
                });
                return because;
            }
            contact.offer_at = Some(found.at);
            because.extend(found.held_by.iter().map(|held| match held {
                HeldBy::Roster => Because::Roster { to: found.at },
                HeldBy::Law(rule) => Because::Law {
                    rule: rule.id().to_owned(),
                    text: rule.text().to_owned(),
                    until: Some(found.at),
                },
            }));
        }
        None => {
            contact.offer_at = None;
            because.push(Because::NeverAllowed);
        }
    }
    because
}

/// The first instant ≥ due at which the gap lets one of the open numbers be dialled.
fn past_gap(
    contact: &Contact,
    due: Timestamp,
    rules: &Rules,
    because: &mut Vec<Because>,
) -> Option<Timestamp> {
    let today = contact.zone.local(due).date();
    let bounds = rules.bounds(None);
    let (gap, by) = bounds.min_gap(today).unwrap_or_default();
    let earliest = contact
        .open_slots()
        .into_iter()
        .filter_map(|slot| contact.number(slot))
        .map(|number| after_gap(number.last_dial_at, gap).map_or(due, |after| after.max(due)))
        .min()?;
    if earliest > due {
        because.push(Because::Gap {
            minutes: gap.as_mins(),
            until: earliest,
            by,
        });
    }
    Some(earliest)
}

/// The first instant from then on at which the contact as a whole may be tried again.
fn rested(
    contact: &Contact,
    mut from: Timestamp,
    rules: &Rules,
    because: &mut Vec<Because>,
) -> Timestamp {
    // Each wait is longer than the one before, and there are no more than windows.
    while let Some((until, why)) = held_until(contact, None, from, rules) {
        because.push(why);
        from = until;
    }
    from
}

/// What keeps a contact as a whole from being tried at an instant: its last dial, whichever
/// number it was of, or a window that is full. The client's own order goes before windows.
pub(crate) fn held_until(
    contact: &Contact,
    campaign: Option<&Profile>,
    at: Timestamp,
    rules: &Rules,
) -> Option<(Timestamp, Because)> {
    let gap = rules.catalogue.file().contact_gap.duration();
    let last = contact
        .numbers
        .iter()
        .filter_map(|number| number.last_dial_at);
    if let Some(until) = after_gap(last.max(), gap).filter(|until| *until > at) {
        let (minutes, by) = (gap.as_mins(), Says::Catalogue);
        return Some((until, Because::Gap { minutes, until, by }));
    }
    let tried = contact.tried.as_ref()?;
    let full = |(window, by): (&Window, Says)| {
        let until = window.free_at(tried, at)?;
        let why = Because::Window {
            counter: window.counter,
            most: window.most,
            within: window.within?,
            until,
            by,
        };
        Some((until, why))
    };
    match contact.call_order {
        Some(_) => None,
        None => rules.windows(campaign).find_map(full),
    }
}

/// Reserves a contact for its owner as the list's rules say.
pub(crate) fn hold(contact: &mut Contact, rules: &Rules) -> Option<Because> {
    let ownership = &rules.settings.ownership;
    let may_be_kept =
        contact.place().shelf.is_callback() || rules.catalogue.offering().keeps_for_owner();
    contact.held = match (contact.owner, contact.offer_at) {
        (Some(agent), Some(offer_at)) if ownership.only_owner && may_be_kept => {
            let release_at = ownership
                .release_after
                .and_then(|after| offer_at.checked_add(after.duration()).ok());
            Some(Held { agent, release_at })
        }
        _ => None,
    };
    contact.held.map(|held| Because::OwnedBy {
        agent: held.agent,
        release_at: held.release_at,
    })
}
