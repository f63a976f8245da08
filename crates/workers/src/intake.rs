//! Takes what the lines say into the house.

use crate::lines::taken;
use engine::{Actor, ContactId, ListId, Report};
use std::collections::BTreeMap;
use store::{Answer, Entry, Recorded, Store, StoreError};
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
    let mut answers = BTreeMap::new();
    for (places, entries) in by_list(entries) {
        answers.extend(places.into_iter().zip(store.record_all(entries)?));
    }
    Ok(answers.into_values().collect())
}

/// With the place of each.
fn by_list(entries: Vec<Entry>) -> impl Iterator<Item = (Vec<usize>, Vec<Entry>)> {
    let mut by_list: BTreeMap<ListId, Vec<(usize, Entry)>> = BTreeMap::new();
    for (place, entry) in entries.into_iter().enumerate() {
        by_list.entry(entry.list).or_default().push((place, entry));
    }
    by_list
        .into_values()
        .map(|entries| entries.into_iter().unzip())
}

/// What became of entries that were delivered each for itself.
#[derive(Default)]
pub(crate) struct Delivered {
    pub told: Vec<(Entry, Option<Recorded>)>,
    /// To be told again at once: it was not their fault.
    pub again: Vec<Entry>,
    /// Each of them alone cannot be recorded.
    pub unfit: Vec<Entry>,
    /// The first thing that went wrong.
    pub problem: Option<StoreError>,
}

/// Records what can be recorded: where one entry is unfit the others go in without it.
pub(crate) fn deliver_each(store: &Store, entries: Vec<Entry>) -> Delivered {
    let mut delivered = Delivered::default();
    for (_, entries) in by_list(entries) {
        delivered.deliver(store, entries);
    }
    delivered
}

impl Delivered {
    fn deliver(&mut self, store: &Store, entries: Vec<Entry>) {
        match store.record_all(entries.clone()) {
            Ok(answers) => {
                for (entry, answer) in entries.into_iter().zip(answers) {
                    self.note(entry, taken(answer));
                }
            }
            Err(problem) if entries.len() == 1 || problem.is_of_everybody() => {
                for entry in entries {
                    self.note(entry, Err(problem.clone()));
                }
            }
            Err(_) => {
                for entry in entries {
                    self.deliver(store, vec![entry]);
                }
            }
        }
    }

    fn note(&mut self, entry: Entry, answer: Result<Option<Recorded>, StoreError>) {
        match answer {
            Ok(recorded) => self.told.push((entry, recorded)),
            Err(problem) => {
                match problem.is_of_everybody() {
                    true => self.again.push(entry),
                    false => self.unfit.push(entry),
                }
                self.problem.get_or_insert(problem);
            }
        }
    }
}
