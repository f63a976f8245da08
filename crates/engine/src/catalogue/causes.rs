//! What must hold of the causes of a catalogue, and of the codes that name one.

use super::problem::{Found, Place};
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
    let mut place = Place {
        index: None,
        code: "",
        problems,
    };
    for cause in &file.causes {
        if !seen.insert(cause.code.as_str()) {
            let text = format!("`{}` stands twice", cause.code);
            place.blame("cause", text, "give one of the two another code");
        }
        words(cause, &mut place);
    }
    for (index, disposition) in file.dispositions.iter().enumerate() {
        let unknown = disposition
            .cause
            .as_ref()
            .filter(|code| !seen.contains(code.as_str()));
        if let Some(code) = unknown {
            let mut place = Place {
                index: Some(index),
                code: disposition.code.as_str(),
                problems: place.problems,
            };
            let text = format!("`{code}` is no cause of this catalogue");
            place.blame("cause", text, "write the code of one of its `[[cause]]`");
        }
    }
}

fn words(cause: &Cause, place: &mut Place<'_>) {
    let code = &cause.code;
    if !meaning::is_known(&cause.meaning) {
        let text = format!(
            "`{}` of `{code}` is not a node of the meaning tree",
            cause.meaning
        );
        place.blame("cause", text, "choose one from catalogues/meanings.toml");
    }
    for word in &cause.on {
        if word.parse::<Trigger>().is_err() && !GIVEN_BACK.contains(&word.as_str()) {
            let text = format!("`{word}` in the `on` of `{code}` is not a trigger");
            place.blame("cause", text, "the list is closed: see docs/GLOSSARY.md");
        }
    }
    for sign in &cause.signs {
        if !is_sign(sign) {
            let text = format!("`{sign}` of `{code}` is no sign");
            let signs: Vec<_> = Sign::ALL.into_iter().map(Sign::word).collect();
            let remedy = format!("write `q850.1`, `sip.404` or one of {}", signs.join(", "));
            place.blame("cause", text, remedy);
        }
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
