//! The reasons among which somebody chooses why something was won or lost.

use super::problem::Place;
use super::{CatalogueFile, Disposition, Requirement};
use std::collections::BTreeSet;

pub(super) fn check(file: &CatalogueFile, disposition: &Disposition, place: &mut Place<'_>) {
    let asks = disposition.requires(Requirement::Reason);
    if asks && disposition.reasons.is_empty() {
        place.blame("reasons", "no-reasons", &[]);
    }
    if !asks && !disposition.reasons.is_empty() {
        place.blame("reasons", "reasons-unasked", &[]);
    }
    let mut keys = BTreeSet::new();
    for reason in &disposition.reasons {
        let key = &reason.key;
        if key.trim().is_empty() || !keys.insert(key) {
            place.blame("reasons", "reason-key", &[("key", key)]);
        }
        for language in &file.languages {
            let label = reason.label.get(language);
            if label.is_none_or(|label| label.trim().is_empty()) {
                let parts = [("key", key.as_str()), ("language", language)];
                place.blame("reasons", "reason-label", &parts);
            }
        }
    }
}
