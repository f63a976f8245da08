//! What must hold of the causes of a catalogue, and of the codes that name one.

use super::problem::{Found, Place, Spot};
use super::{CatalogueFile, Cause};
use crate::meaning;
use crate::sign::Sign;
use crate::trigger::Trigger;
use std::collections::BTreeSet;

/// How a contact goes back that nobody judged: no trigger, since no disposition need answer it.
const GIVEN_BACK: [&str; 3] = [
    "returned.no_gateway",
    "returned.no_agent",
    "returned.in_vain",
];

pub(super) fn check(file: &CatalogueFile, problems: &mut Vec<Found>) {
    let mut seen = BTreeSet::new();
    for (index, cause) in file.causes.iter().enumerate() {
        let mut place = Place::new(Spot::Cause(index), problems);
        let code = cause.code.as_str();
        if !seen.insert(code) {
            place.blame("cause", "cause-twice", &[("cause", code)]);
        }
        words(cause, &mut place);
    }
    for (index, disposition) in file.dispositions.iter().enumerate() {
        let named = disposition.cause.as_ref();
        if let Some(code) = named.filter(|code| !seen.contains(code.as_str())) {
            let mut place = Place::of_code(index, disposition.code.as_str(), problems);
            place.blame("cause", "cause-unknown", &[("cause", code.as_str())]);
        }
    }
}

fn words(cause: &Cause, place: &mut Place<'_>) {
    let code = cause.code.as_str();
    if !meaning::is_known(&cause.meaning) {
        let parts = [("meaning", cause.meaning.as_str()), ("cause", code)];
        place.blame("cause", "cause-meaning", &parts);
    }
    for word in &cause.on {
        if word.parse::<Trigger>().is_err() && !GIVEN_BACK.contains(&word.as_str()) {
            place.blame("cause", "cause-word", &[("word", word), ("cause", code)]);
        }
    }
    for sign in cause.signs.iter().filter(|sign| !is_sign(sign)) {
        let signs: Vec<_> = Sign::ALL.into_iter().map(Sign::word).collect();
        let signs = signs.join(", ");
        let parts = [("sign", sign.as_str()), ("cause", code), ("signs", &signs)];
        place.blame("cause", "cause-sign", &parts);
    }
}

fn is_sign(word: &str) -> bool {
    let figure = word
        .strip_prefix("q850.")
        .or_else(|| word.strip_prefix("sip."));
    match figure {
        Some(figure) => figure.parse::<u16>().is_ok(),
        None => Sign::ALL.into_iter().any(|sign| sign.word() == word),
    }
}
