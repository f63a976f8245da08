//! Doubts that the author of a catalogue has looked at and accepts, each with a reason.

use super::problem::{Found, Place, Spot};
use super::{CatalogueFile, Hours};
use std::collections::BTreeMap;

/// By the word of the finding, why it is meant so.
pub type Accepted = BTreeMap<String, String>;

/// Findings of the hours of a law are not there where no law is looked at.
const BY_LAW: [&str; 2] = ["never-meet", "never-falls"];

/// Without what is accepted; what is accepted and is not found any more is itself a doubt.
pub(super) fn without(file: &CatalogueFile, hours: &[Hours], doubts: Vec<Found>) -> Vec<Found> {
    let mut used = Vec::new();
    let mut left = Vec::new();
    for found in doubts {
        let reason = found.problem.reason;
        match of(file, found.spot).is_some_and(|accepted| accepts(accepted, reason)) {
            true => used.push((found.spot, reason)),
            false => left.push(found),
        }
    }
    let mut idle = |spot: Spot, code: &str, accepted: &Accepted| {
        for word in accepted.keys() {
            let is_used = used
                .iter()
                .any(|(at, reason)| *at == spot && reason == word);
            let is_unseen = hours.is_empty() && BY_LAW.contains(&word.as_str());
            if !is_used && !is_unseen {
                let mut place = Place {
                    spot,
                    code,
                    problems: &mut left,
                };
                place.blame("accepted", "accepted-idle", &[("finding", word)]);
            }
        }
    };
    idle(Spot::File, "", &file.accepted);
    for (index, code) in file.dispositions.iter().enumerate() {
        idle(Spot::Disposition(index), code.code.as_str(), &code.accepted);
    }
    left
}

fn of(file: &CatalogueFile, spot: Spot) -> Option<&Accepted> {
    match spot {
        Spot::Disposition(index) => file.dispositions.get(index).map(|code| &code.accepted),
        _ => Some(&file.accepted),
    }
}

/// Accepted without a reason is not accepted.
fn accepts(accepted: &Accepted, reason: &str) -> bool {
    let because = accepted.get(reason);
    because.is_some_and(|because| !because.trim().is_empty())
}
