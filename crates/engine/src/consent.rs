//! On what ground somebody may be called: what the call is for, what the person agreed to.
//!
//! No personal data: who said what, where and how stays with the contact's fields. The engine
//! needs the ground, the day and what has become of it.

mod evidence;
mod purpose;
pub mod stated;

pub use evidence::{EVIDENCE, EvidenceProblem};
pub use purpose::Purpose;
pub use stated::Stated;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What makes a call to somebody lawful where the law asks for a ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The person agreed beforehand.
    Consent,
    /// The person is or was a customer; the day is that of the last contract or gift.
    Customer,
    /// The number stands in a directory, without a mark against advertising.
    Directory,
}

/// The ground on which a contact may be called.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Consent {
    pub basis: Basis,
    /// When it was given, or last renewed.
    pub given_on: Date,
    /// The term stated when it was given; the law's own holds otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// It was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_on: Option<Date>,
}

/// A word that names none of them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` is not known: write {known}")]
pub struct UnknownWord {
    word: String,
    known: String,
}

impl Basis {
    pub const ALL: [Self; 3] = [Self::Consent, Self::Customer, Self::Directory];

    pub fn word(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Customer => "customer",
            Self::Directory => "directory",
        }
    }
}

impl Consent {
    /// Consent or another ground, given on that day without a term of its own.
    pub fn given(basis: Basis, given_on: Date) -> Self {
        Self {
            basis,
            given_on,
            until: None,
            withdrawn_on: None,
        }
    }

    /// Whether it was there on that day, as far as it says itself.
    pub fn stands(&self, on: Date) -> bool {
        self.given_on <= on
            && self.until.is_none_or(|until| on <= until)
            && self.withdrawn_on.is_none_or(|withdrawn| on < withdrawn)
    }
}

impl FromStr for Basis {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let named = Self::ALL.into_iter().find(|basis| basis.word() == text);
        named.ok_or_else(|| unknown(text, Self::ALL.map(Self::word).as_slice()))
    }
}

fn unknown(word: &str, known: &[&str]) -> UnknownWord {
    UnknownWord {
        word: word.to_owned(),
        known: known.join(", "),
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn words_are_the_same_in_text_and_in_serde() {
        for purpose in Purpose::ALL {
            assert_eq!(purpose.word().parse(), Ok(purpose));
            let json = serde_json::to_string(&purpose).unwrap();
            assert_eq!(json, format!("\"{purpose}\""));
        }
        for basis in Basis::ALL {
            assert_eq!(basis.word().parse(), Ok(basis));
            let json = serde_json::to_string(&basis).unwrap();
            assert_eq!(json, format!("\"{basis}\""));
        }
        let refused = "friend".parse::<Basis>().unwrap_err().to_string();
        assert_eq!(
            refused,
            "`friend` is not known: write consent, customer, directory"
        );
    }

    #[test]
    fn a_ground_stands_from_its_day_to_its_term_or_until_it_is_taken_back() {
        let mut consent = Consent::given(Basis::Consent, date(2026, 1, 10));
        assert!(!consent.stands(date(2026, 1, 9)) && consent.stands(date(2026, 1, 10)));
        consent.until = Some(date(2026, 3, 1));
        assert!(consent.stands(date(2026, 3, 1)) && !consent.stands(date(2026, 3, 2)));
        consent.withdrawn_on = Some(date(2026, 2, 1));
        assert!(consent.stands(date(2026, 1, 31)) && !consent.stands(date(2026, 2, 1)));
    }
}
