//! Which numbers of a contact change when fields that hold numbers do.

use super::super::contacts::values;
use super::super::problem::Problem;
use super::super::question::e164;
use super::form::{Checked, Form};
use engine::{ContactId, ListId, Number, Slot};
use std::collections::BTreeMap;
use store::Store;

/// A field knows its slot by the number it holds: that slot gets the new digits. A field that
/// was empty fills the next free slot, one that is cleared empties its own.
pub fn changes(
    store: &Store,
    list: ListId,
    contact: ContactId,
    form: &Form,
    checked: &Checked,
) -> Result<Vec<(Slot, Option<Number>)>, Problem> {
    let Some(card) = store.card(list, contact)? else {
        return Ok(Vec::new());
    };
    let there = store.contact(list, contact)?;
    let mut free = there.map_or(0, |contact| contact.numbers.len());
    let slots: BTreeMap<Number, Slot> = store
        .numbers_by_slot(list, contact)?
        .into_iter()
        .map(|(slot, number)| (number, slot))
        .collect();
    let before = values(&card.fields);
    let held = |name: &str| before.get(name).and_then(|text| e164(text));
    let names = form.number_fields();
    let mut changes: Vec<(Slot, Option<Number>)> = Vec::new();
    for name in &names {
        let Some(value) = checked.values.get(*name) else {
            continue;
        };
        let (old, new) = (held(name), e164(value));
        if old == new || new.is_some_and(|new| slots.contains_key(&new)) {
            continue;
        }
        // Two fields may hold one number: it goes only with the last of them.
        let shared = names
            .iter()
            .any(|other| other != name && held(other) == old);
        let slot = old.filter(|_| !shared).and_then(|old| slots.get(&old));
        match (slot, new) {
            (Some(slot), new) => changes.push((*slot, new)),
            (None, Some(new)) => {
                let Ok(next) = u8::try_from(free) else {
                    continue;
                };
                if !changes.iter().any(|(_, number)| *number == Some(new)) {
                    changes.push((Slot(next), Some(new)));
                    free = free.saturating_add(1);
                }
            }
            (None, None) => {}
        }
    }
    Ok(changes)
}
