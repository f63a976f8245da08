//! What must hold before a catalogue may be used; all problems at once.

use super::problem::{Found, Place};
use super::{Catalogue, CatalogueFile, Kind, causes, record};
use crate::trigger::Trigger;
use std::collections::BTreeMap;

/// Words that answer all triggers of their kind which nothing else answers.
const FAMILIES: [&str; 3] = ["line", "limit", "import"];

pub(super) fn check(file: &CatalogueFile) -> Vec<Found> {
    let mut problems = Vec::new();
    header(file, &mut problems);
    for (index, disposition) in file.dispositions.iter().enumerate() {
        let mut place = Place {
            index: Some(index),
            code: disposition.code.as_str(),
            problems: &mut problems,
        };
        words(&disposition.on, "on", &mut place);
        words(disposition.kind_on.keys(), "kind_on", &mut place);
        record::check(file, disposition, &mut place);
    }
    unique(file, &mut problems);
    unanswered(file, &mut problems);
    closing(file, &mut problems);
    causes::check(file, &mut problems);
    problems
}

fn header(file: &CatalogueFile, problems: &mut Vec<Found>) {
    let mut place = Place {
        index: None,
        code: "",
        problems,
    };
    if file.dispositions.is_empty() {
        place.blame(
            "disposition",
            "the catalogue has none",
            "add at least one `[[disposition]]`",
        );
    }
    if !file.languages.contains(&file.own_language) {
        place.blame(
            "own_language",
            format!("`{}` is not among the languages", file.own_language),
            format!("write one of {:?}", file.languages),
        );
    }
}

fn words<'w>(words: impl IntoIterator<Item = &'w String>, field: &str, place: &mut Place<'_>) {
    for word in words {
        if !FAMILIES.contains(&word.as_str()) && word.parse::<Trigger>().is_err() {
            place.blame(
                field,
                format!("`{word}` is not a trigger"),
                "the list is closed: see docs/GLOSSARY.md",
            );
        }
    }
}

/// Codes, spellings, meanings, hotkeys and triggers belong to one disposition each.
fn unique(file: &CatalogueFile, problems: &mut Vec<Found>) {
    let mut seen: BTreeMap<(&str, String), &str> = BTreeMap::new();
    for (index, disposition) in file.dispositions.iter().enumerate() {
        let code = disposition.code.as_str();
        let mut place = Place {
            index: Some(index),
            code,
            problems,
        };
        let mut keys = vec![("code", code.to_owned())];
        keys.extend(
            disposition
                .aliases
                .iter()
                .map(|name| ("code", name.clone())),
        );
        keys.push(("meaning", disposition.meaning.clone()));
        let further = disposition.also_means.iter();
        keys.extend(further.map(|meaning| ("also_means", meaning.clone())));
        keys.extend(disposition.hotkey.map(|key| ("hotkey", key.to_string())));
        keys.extend(disposition.on.iter().map(|word| ("on", word.clone())));
        for (field, value) in keys {
            if let Some(other) = seen.insert((field, value.clone()), code) {
                place.blame(
                    field,
                    format!("`{value}` is already that of `{other}`"),
                    format!("give one of the two another {field}"),
                );
            }
        }
        if file.reserved.iter().any(|reserved| reserved == code) {
            place.blame(
                "code",
                "is reserved",
                "choose a code that is not in `reserved`",
            );
        }
    }
}

fn unanswered(file: &CatalogueFile, problems: &mut Vec<Found>) {
    let mut place = Place {
        index: None,
        code: "",
        problems,
    };
    let have = answers(file);
    for trigger in Trigger::all() {
        if !have.contains_key(&trigger) {
            place.blame(
                "on",
                format!("no disposition answers `{trigger}`"),
                format!("add \"{trigger}\" to the `on` of one disposition"),
            );
        }
    }
}

/// A limit that is reached and a wish not to be called must close the contact.
fn closing(file: &CatalogueFile, problems: &mut Vec<Found>) {
    let must_close = |trigger: &Trigger| {
        matches!(
            trigger,
            Trigger::Limit(_) | Trigger::Suppressed | Trigger::OptoutIvr
        )
    };
    for (trigger, index) in answers(file) {
        let Some(disposition) = file.dispositions.get(index) else {
            continue;
        };
        if must_close(&trigger) && Catalogue::kind_by(disposition, trigger) != Kind::Final {
            let mut place = Place {
                index: Some(index),
                code: disposition.code.as_str(),
                problems,
            };
            place.blame(
                "kind",
                format!("answers `{trigger}` and leaves the contact open"),
                "write `kind = \"final\"`, or answer the trigger elsewhere",
            );
        }
    }
}

/// Index of every code and alias.
pub(super) fn codes(file: &CatalogueFile) -> BTreeMap<String, usize> {
    let mut by_code = BTreeMap::new();
    for (index, disposition) in file.dispositions.iter().enumerate() {
        by_code.insert(disposition.code.to_string(), index);
        for alias in &disposition.aliases {
            by_code.entry(alias.clone()).or_insert(index);
        }
    }
    by_code
}

/// Index of the disposition that answers each trigger, itself or by its family.
pub(super) fn answers(file: &CatalogueFile) -> BTreeMap<Trigger, usize> {
    let answering = |word: &str| {
        file.dispositions
            .iter()
            .position(|d| d.on.iter().any(|on| on == word))
    };
    Trigger::all()
        .into_iter()
        .filter_map(|trigger| {
            let own = answering(&trigger.to_string());
            let served = || {
                trigger
                    .served_by()
                    .and_then(|by| answering(&by.to_string()))
            };
            let index = own
                .or_else(served)
                .or_else(|| trigger.parent().and_then(answering))?;
            Some((trigger, index))
        })
        .collect()
}
