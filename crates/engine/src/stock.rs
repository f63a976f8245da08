//! When a contact may be offered: due time, gap, roster and law together.

use crate::because::Because;
use crate::contact::{Contact, Held};
use crate::offerable::{Held as HeldBy, offerable};
use crate::permit::after_gap;
use crate::rules::Rules;
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
    let Some(due) = contact.standing.due() else {
        contact.offer_at = None;
        return Vec::new();
    };
    let mut because = Vec::new();
    let Some(from) = past_gap(contact, due, rules, &mut because) else {
        contact.offer_at = None;
        because.push(Because::NoNumberLeft);
        return because;
    };
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

/// Reserves a contact for its owner as the list's rules say.
pub(crate) fn hold(contact: &mut Contact, rules: &Rules) -> Option<Because> {
    let ownership = &rules.settings.ownership;
    let may_be_kept = contact.band().is_callback() || rules.catalogue.offering().keeps_for_owner();
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
