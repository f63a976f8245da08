//! What leaves the contact: suppression, and what the code's actions ask for.

use crate::catalogue::{Disposition, SuppressSubject};
use crate::contact::Contact;
use crate::decision::Effect;
use crate::id::Slot;

pub(crate) fn consequences(
    disposition: &Disposition,
    contact: &Contact,
    slot: Option<Slot>,
) -> Vec<Effect> {
    let actions = disposition.actions.iter().map(|action| Effect::Act {
        action: *action,
        code: disposition.code.clone(),
    });
    suppression(disposition, contact, slot)
        .into_iter()
        .chain(actions)
        .collect()
}

/// The number that was called, or all of the contact's where none was called or the person
/// is meant.
pub(crate) fn suppression(
    disposition: &Disposition,
    contact: &Contact,
    slot: Option<Slot>,
) -> Option<Effect> {
    let suppress = disposition.suppress.as_ref()?;
    let slots = match (suppress.subject, slot) {
        (SuppressSubject::Number, Some(slot)) => vec![slot],
        (SuppressSubject::Number | SuppressSubject::Person | SuppressSubject::Domain, _) => {
            contact.slots().collect()
        }
    };
    Some(Effect::Suppress {
        slots,
        subject: suppress.subject,
        extent: suppress.extent,
        until: suppress.until.clone(),
        code: disposition.code.clone(),
    })
}
