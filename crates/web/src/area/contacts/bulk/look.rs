//! What would come of a change, in numbers, with some of the contacts.

use super::told::{count, refused_word};
use crate::called::{Fields, called};
use crate::failure::Failure;
use crate::words::Words;
use engine::{ContactId, ListId};
use store::{BulkPreview, Sampled, Store};

/// A preview as it is shown.
pub struct Look {
    pub what: String,
    pub contacts: String,
    /// Some contact would be changed.
    pub does: bool,
    /// Key of the text, and the number of contacts.
    pub comes: Vec<(&'static str, String)>,
    pub refused: Vec<(String, String)>,
    /// What else is worth knowing.
    pub notes: Vec<String>,
    pub sample: Vec<SampleLine>,
}

pub struct SampleLine {
    pub path: String,
    pub name: String,
    pub outcome: String,
    pub due: String,
}

/// The names of the contacts in a sample.
pub fn names(
    store: &Store,
    list: ListId,
    sample: &[Sampled],
) -> Result<Vec<(ContactId, String)>, Failure> {
    let there = store.list(list)?;
    sample
        .iter()
        .map(|sampled| {
            let id = sampled.contact;
            Ok((id, name_of(store, there.as_ref(), list, id)?))
        })
        .collect()
}

pub fn name_of(
    store: &Store,
    there: Option<&store::List>,
    list: ListId,
    id: ContactId,
) -> Result<String, Failure> {
    let Some(row) = store.card(list, id)? else {
        return Ok(id.0.to_string());
    };
    let fields: Fields = serde_json::from_str(&row.fields).unwrap_or_default();
    let otherwise = row.key.unwrap_or_else(|| id.0.to_string());
    Ok(called(there, &fields, &otherwise))
}

impl Look {
    pub fn of(
        list: ListId,
        what: String,
        preview: &BulkPreview,
        names: &[(ContactId, String)],
        words: &Words,
    ) -> Self {
        let comes = [
            ("bulk-comes-due-now", preview.due_now),
            ("bulk-comes-due-later", preview.due_later),
            ("bulk-comes-suspended", preview.suspended),
            ("bulk-comes-closed", preview.closed),
            ("bulk-comes-in-hand", preview.in_hand),
        ];
        let comes: Vec<(&'static str, u64)> = comes
            .into_iter()
            .filter(|(_, contacts)| *contacts > 0)
            .collect();
        Self {
            what,
            contacts: words.number(count(preview.contacts)),
            does: !comes.is_empty(),
            comes: comes
                .into_iter()
                .map(|(key, contacts)| (key, words.number(count(contacts))))
                .collect(),
            refused: preview
                .refused
                .iter()
                .map(|(word, contacts)| (refused_word(words, word), words.number(count(*contacts))))
                .collect(),
            notes: Vec::new(),
            sample: preview
                .sample
                .iter()
                .zip(names)
                .map(|(sampled, (_, name))| sample_line(list, sampled, name, words))
                .collect(),
        }
    }
}

fn sample_line(list: ListId, sampled: &Sampled, name: &str, words: &Words) -> SampleLine {
    let outcome = match sampled.outcome.as_str() {
        "closed" => words.t("bulk-comes-closed"),
        "due_now" => words.t("bulk-comes-due-now"),
        "due_later" => words.t("bulk-comes-due-later"),
        "suspended" => words.t("bulk-comes-suspended"),
        "in_hand" => words.t("bulk-comes-in-hand"),
        refusal => refused_word(words, refusal),
    };
    SampleLine {
        path: format!("/contacts/{}/{}", list.0, sampled.contact.0),
        name: name.to_owned(),
        outcome,
        due: sampled
            .due
            .map_or_else(String::new, |due| words.moment(due)),
    }
}
