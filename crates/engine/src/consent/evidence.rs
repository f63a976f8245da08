//! What the fields of a contact say of its ground. The fields themselves are personal data and
//! stay where they are; the engine takes the ground, its day and its term.

use super::{Basis, Consent};
use jiff::civil::Date;

/// Fields of these names carry evidence: they go along in every move and export, and are
/// nobody's to change by the way.
pub const EVIDENCE: [&str; 11] = [
    "optin_basis",
    "optin_who",
    "optin_source",
    "optin_date",
    "optin_id",
    "optin_description",
    "optin_text",
    "optin_purpose",
    "optin_channel",
    "optin_until",
    "optin_withdrawn",
];

/// A field that says nothing usable, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceProblem {
    pub field: &'static str,
    pub remedy: &'static str,
}

const DAY: &str = "is no day: write it as YYYY-MM-DD";

impl Consent {
    /// The ground that fields speak of: none where they say nothing, or too little to prove
    /// it, with what is missing.
    pub fn in_fields<'f>(
        field: impl Fn(&'static str) -> Option<&'f str>,
    ) -> (Option<Self>, Vec<EvidenceProblem>) {
        let said = |name| field(name).map(str::trim).filter(|text| !text.is_empty());
        let mut problems = Vec::new();
        if !EVIDENCE.into_iter().any(|name| said(name).is_some()) {
            return (None, problems);
        }
        let mut day = |field| -> Option<Date> {
            let day = said(field)?.parse().ok();
            if day.is_none() {
                problems.push(EvidenceProblem { field, remedy: DAY });
            }
            day
        };
        let (given_on, until) = (day("optin_date"), day("optin_until"));
        let withdrawn_on = day("optin_withdrawn");
        let basis = said("optin_basis").map_or(Some(Basis::Consent), |word| word.parse().ok());
        if basis.is_none() {
            let remedy = "is no ground: write consent, customer or directory";
            let field = "optin_basis";
            problems.push(EvidenceProblem { field, remedy });
        }
        if said("optin_date").is_none() {
            let remedy = "is missing: without its day the opt-in does not count";
            let field = "optin_date";
            problems.push(EvidenceProblem { field, remedy });
        }
        let source = said("optin_source").or(said("optin_description"));
        if source.is_none() {
            let remedy = "is missing: say how and where it was given, or describe it in \
                          optin_description; the opt-in does not count without";
            let field = "optin_source";
            problems.push(EvidenceProblem { field, remedy });
        }
        if !problems.is_empty() {
            return (None, problems);
        }
        let consent = basis.zip(given_on).map(|(basis, given_on)| Self {
            basis,
            given_on,
            until,
            withdrawn_on,
        });
        (consent, problems)
    }
}

impl Consent {
    /// What keeps it from counting on that day although it can be proved.
    pub fn doubt(&self, today: Date) -> Option<EvidenceProblem> {
        let (field, remedy) = if self.given_on > today {
            let remedy = "lies in the future: the opt-in does not count before that day";
            ("optin_date", remedy)
        } else if self.until.is_some_and(|until| until < self.given_on) {
            let remedy = "lies before the day it was given: the opt-in never counts";
            ("optin_until", remedy)
        } else {
            return None;
        };
        Some(EvidenceProblem { field, remedy })
    }
}

#[cfg(test)]
mod tests;
