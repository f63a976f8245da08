//! What must hold before a catalogue may be used; all problems at once.

use super::problem::{Found, Place, Spot};
use super::{Catalogue, CatalogueFile, FinalFor, Kind, causes, group, nearest, record};
use crate::trigger::Trigger;
use std::collections::BTreeMap;

/// Words that answer all triggers of their kind which nothing else answers.
const FAMILIES: [&str; 4] = ["line", "limit", "import", "inbound"];

pub(super) fn check(file: &CatalogueFile) -> Vec<Found> {
    let mut problems = Vec::new();
    header(file, &mut problems);
    for (index, disposition) in file.dispositions.iter().enumerate() {
        let code = disposition.code.as_str();
        let mut place = Place::of_code(index, code, &mut problems);
        words(&disposition.on, "on", &mut place);
        words(disposition.kind_on.keys(), "kind_on", &mut place);
        record::check(file, disposition, &mut place);
        group::check(file, disposition, &mut place);
    }
    unique(file, &mut problems);
    unanswered(file, &mut problems);
    closing(file, &mut problems);
    group::twice(file, &mut problems);
    causes::check(file, &mut problems);
    problems
}

fn header(file: &CatalogueFile, problems: &mut Vec<Found>) {
    let mut place = Place::new(Spot::File, problems);
    if file.dispositions.is_empty() {
        place.blame("disposition", "no-codes", &[]);
    }
    if !file.languages.contains(&file.own_language) {
        let languages = format!("{:?}", file.languages);
        let parts = [
            ("language", file.own_language.as_str()),
            ("languages", &languages),
        ];
        place.blame("own_language", "own-language", &parts);
    }
}

fn words<'w>(words: impl IntoIterator<Item = &'w String>, field: &str, place: &mut Place<'_>) {
    for word in words {
        if !FAMILIES.contains(&word.as_str()) && word.parse::<Trigger>().is_err() {
            place.blame(field, "no-trigger", &[("word", word)]);
        }
    }
}

/// Codes, spellings, meanings, hotkeys and triggers belong to one disposition each.
fn unique(file: &CatalogueFile, problems: &mut Vec<Found>) {
    let mut seen: BTreeMap<(&str, String), &str> = BTreeMap::new();
    for (index, disposition) in file.dispositions.iter().enumerate() {
        let code = disposition.code.as_str();
        let mut place = Place::of_code(index, code, problems);
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
                let parts = [
                    ("value", value.as_str()),
                    ("other", other),
                    ("field", field),
                ];
                place.blame(field, "taken", &parts);
            }
        }
        if file.reserved.iter().any(|reserved| reserved == code) {
            place.blame("code", "reserved", &[]);
        }
    }
}

/// Told with the code that would answer best.
fn unanswered(file: &CatalogueFile, problems: &mut Vec<Found>) {
    let mut place = Place::new(Spot::File, problems);
    let have = answers(file);
    for trigger in Trigger::all() {
        if have.contains_key(&trigger) {
            continue;
        }
        let word = trigger.to_string();
        match nearest::to(file, trigger) {
            Some(near) => {
                let parts = [("trigger", word.as_str()), ("near", near.code.as_str())];
                place.blame("on", "unanswered-near", &parts);
            }
            None => place.blame("on", "unanswered", &[("trigger", &word)]),
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
        let closes = Catalogue::kind_by(disposition, trigger) == Kind::Final
            && disposition.final_for != FinalFor::Number;
        if must_close(&trigger) && !closes {
            let mut place = Place::of_code(index, disposition.code.as_str(), problems);
            let word = trigger.to_string();
            place.blame("kind", "leaves-open", &[("trigger", &word)]);
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
            let words = words_for(trigger);
            let index = words.iter().find_map(|word| answering(word))?;
            Some((trigger, index))
        })
        .collect()
}

/// By which words a trigger may be answered, the first that a catalogue has. Calls that come in
/// are a family before they are served by anything of those that go out.
fn words_for(trigger: Trigger) -> Vec<String> {
    let served = trigger.served_by();
    let own = trigger.parent();
    let (first, last) = match trigger {
        Trigger::Inbound(_) => (own, served.and_then(Trigger::parent)),
        _ => (None, own),
    };
    let family = |word: Option<&str>| word.map(str::to_owned);
    let words = [
        Some(trigger.to_string()),
        family(first),
        served.map(|by| by.to_string()),
        family(last),
    ];
    words.into_iter().flatten().collect()
}
