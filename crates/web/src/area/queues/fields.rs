//! The form of a number: one table of its fields, in groups.

use super::board::purpose;
use crate::words::{Language, Words};
use std::collections::BTreeMap;
use store::{QueueKind, Sounds, Store, StoreError};

/// What stands in the form, by field.
pub type Entered = BTreeMap<String, String>;

pub struct Group {
    pub title: String,
    pub fields: Vec<Field>,
}

pub struct Field {
    pub name: &'static str,
    pub label: String,
    pub value: String,
    /// What can be chosen: value, label, whether it is.
    pub options: Vec<(String, String, bool)>,
    pub is_tick: bool,
    pub is_figure: bool,
    pub error: Option<String>,
}

/// Title, then name and label of each field.
type Table = [(&'static str, &'static [(&'static str, &'static str)]); 4];

const TABLE: Table = [
    (
        "queue-group-whose",
        &[
            ("number", "queue-number"),
            ("name", "queue-name"),
            ("purpose", "queue-purpose"),
            ("campaign", "queue-campaign"),
            ("list", "queue-list"),
        ],
    ),
    (
        "queue-group-hours",
        &[
            ("zone", "queue-zone"),
            ("hours", "queue-hours"),
            ("closed_on", "queue-closed-on"),
            ("closed_for_now", "queue-closed-for-now"),
        ],
    ),
    (
        "queue-group-waiting",
        &[
            ("waiting_most", "queue-waiting-most"),
            ("wait_seconds", "queue-wait-seconds"),
            ("owner_seconds", "queue-owner-seconds"),
            ("ask_seconds", "queue-ask-seconds"),
            ("asks_most", "queue-asks-most"),
            ("served_within", "queue-served-within"),
            ("callback_key", "queue-callback-key"),
        ],
    ),
    (
        "queue-group-sounds",
        &[
            ("welcome", "queue-welcome"),
            ("music", "queue-music"),
            ("again", "queue-again"),
            ("again_seconds", "queue-again-seconds"),
            ("language", "queue-language"),
            ("closed", "queue-closed"),
            ("full", "queue-full"),
            ("callback", "queue-callback"),
            ("opt_out", "queue-opt-out-sound"),
            ("opted_out", "queue-opted-out"),
        ],
    ),
];

const FIGURES: [&str; 7] = [
    "waiting_most",
    "wait_seconds",
    "owner_seconds",
    "ask_seconds",
    "asks_most",
    "served_within",
    "again_seconds",
];

pub fn names() -> impl Iterator<Item = &'static str> {
    let fields = TABLE.iter().flat_map(|(_, fields)| fields.iter());
    fields.map(|(name, _)| *name)
}

pub fn groups(
    store: &Store,
    entered: &Entered,
    wrong: &BTreeMap<&'static str, String>,
    words: &Words,
) -> Result<Vec<Group>, StoreError> {
    let choices = choices(store, words)?;
    let group = |(title, fields): &(&'static str, &'static [(&'static str, &'static str)])| Group {
        title: words.t(title),
        fields: fields
            .iter()
            .map(|(name, label)| {
                let value = entered.get(*name).cloned().unwrap_or_default();
                let options = choices.get(name).into_iter().flatten();
                let chosen = |(key, label): &(String, String)| {
                    let is = *key == value;
                    (key.clone(), label.clone(), is)
                };
                Field {
                    name,
                    label: words.t(label),
                    options: options.map(chosen).collect(),
                    is_tick: *name == "closed_for_now",
                    is_figure: FIGURES.contains(name),
                    error: wrong.get(name).cloned(),
                    value,
                }
            })
            .collect(),
    };
    Ok(TABLE.iter().map(group).collect())
}

type Choices = BTreeMap<&'static str, Vec<(String, String)>>;

fn choices(store: &Store, words: &Words) -> Result<Choices, StoreError> {
    let nothing = || (String::new(), words.t("queue-none"));
    let campaigns = store.campaigns()?.into_iter();
    let campaigns = campaigns.map(|one| (one.id.0.to_string(), one.name));
    let lists = store.lists()?.into_iter();
    let lists = lists.map(|one| (one.id.0.to_string(), one.name));
    let purposes = QueueKind::ALL.map(|one| (one.word().to_owned(), words.t(purpose(one))));
    let exchange = (String::new(), words.t("queue-language-of-exchange"));
    let languages = Sounds::LANGUAGES.iter().map(|word| {
        let name = Language::of(word).map_or(*word, Language::name);
        ((*word).to_owned(), name.to_owned())
    });
    Ok(Choices::from([
        ("purpose", purposes.to_vec()),
        (
            "campaign",
            std::iter::once(nothing()).chain(campaigns).collect(),
        ),
        ("list", std::iter::once(nothing()).chain(lists).collect()),
        (
            "language",
            std::iter::once(exchange).chain(languages).collect(),
        ),
    ]))
}
