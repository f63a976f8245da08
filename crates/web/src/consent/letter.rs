//! The report as a letter to whoever asked, in her language.

use super::report::{ConsentReport, OfContact, Used};
use super::{basis_label, facts, purpose_label};
use crate::failure::Failure;
use crate::words::Words;
use engine::Consent;
use paper::{Part, pdf};

impl ConsentReport {
    /// The letter as a PDF.
    pub fn letter(&self, words: &Words) -> Result<Vec<u8>, Failure> {
        let title = words.t("letter-title");
        pdf(&title, self.language, &self.parts(words))
            .map_err(|error| Failure::Broken(error.to_string()))
    }

    fn parts(&self, words: &Words) -> Vec<Part> {
        let at = words.date(self.at);
        let mut parts = vec![
            Part::Title(words.t("letter-title")),
            Part::Fact(words.t("letter-from"), self.from.clone()),
            Part::Fact(words.t("letter-number"), self.number.clone()),
            Part::Fact(words.t("letter-date"), at),
        ];
        if self.contacts.is_empty() {
            parts.push(Part::Text(words.t("letter-nothing")));
        }
        for contact in &self.contacts {
            parts.extend(of_contact(contact, words));
        }
        parts.push(Part::Heading(words.t("letter-suppression")));
        if self.suppressions.is_empty() {
            parts.push(Part::Text(words.t("letter-not-suppressed")));
        }
        for there in &self.suppressions {
            let since = words.date(there.since);
            let key = match there.campaign {
                None => "letter-suppressed",
                Some(_) => "letter-suppressed-campaign",
            };
            parts.push(Part::Text(words.with(key, [("since", since.as_str())])));
        }
        parts.push(Part::Heading(words.t("letter-rights")));
        parts.push(Part::Text(words.t("letter-rights-text")));
        parts
    }
}

fn of_contact(contact: &OfContact, words: &Words) -> Vec<Part> {
    let list = [("list", contact.list.as_str())];
    let mut parts = vec![
        Part::Heading(words.with("letter-list", list)),
        Part::Fact(words.t("letter-name"), contact.name.clone()),
    ];
    if let Some(purpose) = contact.purpose {
        let label = words.t("ground-purpose");
        parts.push(Part::Fact(label, purpose_label(purpose, words)));
    }
    match (&contact.ground, &contact.list_ground) {
        (Some(ground), _) => parts.push(Part::Text(ground_line(ground, words))),
        (None, Some(basis)) => {
            parts.push(Part::Text(ground_line(&basis.consent, words)));
            parts.push(Part::Fact(words.t("consent-source"), basis.source.clone()));
        }
        (None, None) => parts.push(Part::Text(words.t("letter-no-ground"))),
    }
    let told = facts(&contact.evidence, words).into_iter();
    parts.extend(told.map(|(label, value)| Part::Fact(label, value)));
    parts.push(Part::Text(words.n("letter-uses", contact.uses.len())));
    parts.extend(contact.uses.iter().map(|used| use_line(used, words)));
    parts
}

fn ground_line(ground: &Consent, words: &Words) -> String {
    let (basis, day) = (basis_label(ground.basis, words), words.day(ground.given_on));
    let parts = [("basis", basis.as_str()), ("day", day.as_str())];
    words.with("letter-ground", parts)
}

/// When, for which campaign, on which ground.
fn use_line(used: &Used, words: &Words) -> Part {
    let at = format!("{} {}", words.date(used.at), words.time(used.at));
    let ground = used.ground.as_ref().map_or_else(
        || words.t("consent-free"),
        |ground| {
            let (basis, day) = (basis_label(ground.basis, words), words.day(ground.given_on));
            let parts = [("basis", basis.as_str()), ("day", day.as_str())];
            words.with("because-ground", parts)
        },
    );
    let campaign = used.campaign.clone().unwrap_or_else(|| "–".to_owned());
    Part::Fact(at, format!("{campaign}; {ground}"))
}
