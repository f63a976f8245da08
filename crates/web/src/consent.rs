//! What is known of the ground on which somebody is called, so that it can be read out: who gave
//! it, when, how and where, in which words; which ground this call uses, and by which rule.

mod letter;
mod report;

pub use report::{ConsentReport, consent_report, language_of};

use crate::area::{basis_label, purpose_label};
use crate::words::Words;
use askama::Template;
use engine::{Basis, Consent, Contact, Rules};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The evidence: name of the field, and what it is called.
const EVIDENCE: [(&str, &str); 11] = [
    ("optin_basis", "consent-basis"),
    ("optin_who", "consent-who"),
    ("optin_date", "consent-date"),
    ("optin_source", "consent-source"),
    ("optin_text", "consent-text"),
    ("optin_purpose", "consent-purpose"),
    ("optin_channel", "consent-channel"),
    ("optin_id", "consent-id"),
    ("optin_description", "consent-description"),
    ("optin_until", "consent-until"),
    ("optin_withdrawn", "consent-withdrawn"),
];

#[derive(Template)]
#[template(path = "consent.html")]
pub struct Told {
    words: Words,
    /// Sentences for the person on the line.
    pub aloud: Vec<String>,
    /// The evidence as it came: label and value.
    pub facts: Vec<(String, String)>,
    pub use_of_it: Use,
    /// The rule that asks for a ground, and where it stands.
    pub rule: Option<(String, String)>,
}

/// What the law says of calling now.
pub enum Use {
    /// Nobody has said what the list is called for.
    NoPurpose,
    /// For that purpose no ground is asked for.
    Free,
    /// This ground answers.
    Ground(String),
    /// None does.
    Missing,
}

impl Told {
    /// Whether the law asks for a ground at all, as far as that is known.
    fn is_asked_for(&self) -> bool {
        !matches!(self.use_of_it, Use::Free)
    }

    /// Whether calling is in order as far as grounds go.
    pub fn is_good(&self) -> bool {
        matches!(self.use_of_it, Use::Free | Use::Ground(_))
    }
}

/// Told of a contact, by name where nobody has said who gave the opt-in.
pub fn told(
    rules: &Rules,
    contact: &Contact,
    (name, values): (&str, &BTreeMap<String, String>),
    now: Timestamp,
    words: &Words,
) -> Told {
    let today = contact.zone.local(now).date();
    let settings = &rules.settings;
    let asks = settings
        .purpose
        .and_then(|purpose| rules.law.asks(today, contact.kind, purpose));
    let ground = rules.ground(contact, today);
    let used = ground.as_ref().ok().copied().flatten();
    let own = contact.consent.as_ref();
    let said = Said {
        words,
        name,
        values,
    };
    let mut aloud = Vec::new();
    let lists = settings.basis.as_ref();
    match (used.or(own), lists) {
        (Some(consent), Some(basis)) if used == Some(&basis.consent) && used != own => {
            aloud.push(said.ground(consent, &basis.source));
        }
        (Some(consent), _) => aloud.extend(said.own(consent)),
        (None, _) => {}
    }
    if let Some(purpose) = settings.purpose {
        let purpose = purpose_label(purpose, words);
        aloud.push(words.with("consent-aloud-purpose", [("purpose", purpose.as_str())]));
    }
    Told {
        words: words.clone(),
        aloud,
        facts: facts(values, words),
        use_of_it: match (settings.purpose, &ground) {
            (None, _) => Use::NoPurpose,
            (_, Ok(Some(consent))) => Use::Ground(use_line(consent, words)),
            (_, Ok(None)) => Use::Free,
            (_, Err(_)) => Use::Missing,
        },
        rule: match &ground {
            Err(rule) => Some((rule.text().to_owned(), rule.source().to_owned())),
            Ok(_) => asks.map(|rule| (rule.text().to_owned(), rule.source().to_owned())),
        },
    }
}

fn use_line(consent: &Consent, words: &Words) -> String {
    let (basis, day) = (
        basis_label(consent.basis, words),
        words.day(consent.given_on),
    );
    words.with(
        "because-ground",
        [("basis", basis.as_str()), ("day", day.as_str())],
    )
}

/// The evidence that is there; days as the language writes them.
pub fn facts(values: &BTreeMap<String, String>, words: &Words) -> Vec<(String, String)> {
    EVIDENCE
        .into_iter()
        .filter_map(|(name, label)| {
            let value = values.get(name).filter(|value| !value.is_empty())?;
            let shown = match (name, value.parse::<Basis>(), value.parse::<Date>()) {
                ("optin_basis", Ok(basis), _) => basis_label(basis, words),
                (_, _, Ok(day)) => words.day(day),
                _ => value.clone(),
            };
            Some((words.t(label), shown))
        })
        .collect()
}

/// What the fields say, as sentences.
struct Said<'a> {
    words: &'a Words,
    name: &'a str,
    values: &'a BTreeMap<String, String>,
}

impl Said<'_> {
    fn field(&self, name: &str) -> Option<&str> {
        let value = self.values.get(name).map(|value| value.trim());
        value.filter(|value| !value.is_empty())
    }

    /// The contact's own ground.
    fn own(&self, consent: &Consent) -> Vec<String> {
        let source = self.field("optin_source");
        let source = source.or_else(|| self.field("optin_description"));
        let mut aloud = vec![self.ground(consent, source.unwrap_or_default())];
        if let Some(text) = self.field("optin_text") {
            aloud.push(self.words.with("consent-aloud-text", [("text", text)]));
        }
        if let Some(id) = self.field("optin_id") {
            aloud.push(self.words.with("consent-aloud-id", [("id", id)]));
        }
        if let Some(withdrawn) = consent.withdrawn_on {
            let day = self.words.day(withdrawn);
            let parts = [("day", day.as_str())];
            aloud.push(self.words.with("consent-aloud-withdrawn", parts));
        }
        aloud
    }

    fn ground(&self, consent: &Consent, source: &str) -> String {
        let who = self.field("optin_who").unwrap_or(self.name);
        let day = self.words.day(consent.given_on);
        let parts = [("who", who), ("day", day.as_str()), ("source", source)];
        self.words.with(
            match consent.basis {
                Basis::Consent => "consent-aloud",
                Basis::Customer => "consent-aloud-customer",
                Basis::Directory => "consent-aloud-directory",
            },
            parts,
        )
    }
}
