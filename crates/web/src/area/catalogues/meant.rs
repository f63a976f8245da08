//! Doubts that are meant so: the form asks for the reason of each that is found or was accepted.

use super::form::Pairs;
use engine::catalogue::{Accepted, CatalogueProblem};

const BEFORE: &str = "accepted.";

/// A doubt and why it is meant so; empty while nobody has said so.
pub struct Meant {
    pub reason: String,
    pub name: String,
    pub because: String,
}

pub fn shown<'w>(
    accepted: &Accepted,
    doubts: impl Iterator<Item = &'w CatalogueProblem>,
) -> Vec<Meant> {
    let mut all = accepted.clone();
    for doubt in doubts.filter(|doubt| doubt.reason != "accepted-idle") {
        all.entry(doubt.reason.to_owned()).or_default();
    }
    let meant = all.into_iter().map(|(reason, because)| Meant {
        name: format!("{BEFORE}{reason}"),
        reason,
        because,
    });
    meant.collect()
}

/// Those that have a reason.
pub fn entered(pairs: &Pairs) -> Accepted {
    let reasons = pairs.iter().filter_map(|(name, because)| {
        let (reason, because) = (name.strip_prefix(BEFORE)?, because.trim());
        (!because.is_empty()).then(|| (reason.to_owned(), because.to_owned()))
    });
    reasons.collect()
}
