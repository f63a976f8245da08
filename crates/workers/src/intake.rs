//! Takes what the lines say into the house.

use engine::{Actor, ContactId, ListId, Report};
use std::collections::BTreeMap;
use store::{Answer, Entry, Store, StoreError};
use telephony::Heard;

/// What a line said, as an event. Its id follows from what was said, so that a report that
/// is told twice is recorded once.
pub fn entry(heard: &Heard) -> Entry {
    let placed = heard.placed;
    Entry::report(
        placed.list,
        placed.contact,
        Actor::Line,
        heard.report.clone(),
    )
    .with_id(event_id(
        placed.list,
        placed.contact,
        placed.attempt,
        &heard.report,
    ))
    .happened(heard.happened_at)
}

/// Attempts are numbered for good, and a line says each thing once.
pub fn event_id(list: ListId, contact: ContactId, attempt: u32, report: &Report) -> String {
    format!("line/{}/{}/{attempt}/{}", list.0, contact.0, report.word())
}

/// Records events of any lists, one commit per list; the answers come in the order given.
pub fn deliver(store: &Store, entries: Vec<Entry>) -> Result<Vec<Answer>, StoreError> {
    let mut by_list: BTreeMap<ListId, Vec<(usize, Entry)>> = BTreeMap::new();
    for (place, entry) in entries.into_iter().enumerate() {
        by_list.entry(entry.list).or_default().push((place, entry));
    }
    let mut answers = BTreeMap::new();
    for (_, entries) in by_list {
        let (places, entries): (Vec<usize>, Vec<Entry>) = entries.into_iter().unzip();
        answers.extend(places.into_iter().zip(store.record_all(entries)?));
    }
    Ok(answers.into_values().collect())
}
