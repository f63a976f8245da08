//! A report in the words of another vocabulary: what several own codes become there is one
//! line, and what has no code there keeps its own.

use super::{CodeCount, ListReport};
use engine::Catalogue;
use engine::crosswalk::counterpart;
use std::collections::BTreeMap;

impl ListReport {
    /// The same figures under the codes of another catalogue, with labels in a language.
    pub fn in_words_of(self, own: &Catalogue, there: &Catalogue, language: &str) -> Self {
        if own.name() == there.name() {
            return self;
        }
        let mut codes: BTreeMap<String, CodeCount> = BTreeMap::new();
        for count in self.codes {
            let found = own
                .find(&count.code)
                .and_then(|code| counterpart(code, there));
            let shown = match found.map(|found| found.disposition) {
                Some(found) => CodeCount {
                    code: found.code.to_string(),
                    label: found.label_in(language).to_owned(),
                    group: found.group.clone(),
                    own: vec![count.code],
                    ..count
                },
                None => CodeCount {
                    label: format!("no code ({} {})", count.code, count.label),
                    code: String::new(),
                    group: String::new(),
                    own: vec![count.code],
                    ..count
                },
            };
            // Codes without a counterpart stand last, each by itself.
            let key = match shown.code.is_empty() {
                true => format!("\u{10ffff}{}", shown.own.concat()),
                false => shown.code.clone(),
            };
            codes
                .entry(key)
                .and_modify(|line| line.add(&shown))
                .or_insert(shown);
        }
        Self {
            codes: codes.into_values().collect(),
            ..self
        }
    }
}

impl CodeCount {
    fn add(&mut self, other: &Self) {
        self.own.extend(other.own.iter().cloned());
        self.contacts = self.contacts.saturating_add(other.contacts);
        self.open = self.open.saturating_add(other.open);
    }
}
