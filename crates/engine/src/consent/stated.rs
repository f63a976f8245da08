//! What a client states of a whole list: what it is called for, and on which ground. It comes as
//! words from a form, a command or a program; all that is wrong with them is told at once.

use super::{Basis, Purpose};
use crate::rules::{ListBasis, Settings};
use jiff::civil::Date;
use std::fmt;

/// Most characters of a source.
pub const LONGEST_SOURCE: usize = 500;

/// The words as they were written; an empty one says nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Words<'w> {
    pub purpose: &'w str,
    pub basis: &'w str,
    pub given_on: &'w str,
    pub until: &'w str,
    pub source: &'w str,
}

/// What a list is called for, and the ground that holds for all of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stated {
    pub purpose: Purpose,
    pub basis: Option<ListBasis>,
}

/// Which of the words a fault is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Purpose,
    Basis,
    GivenOn,
    Until,
    Source,
}

/// What is wrong with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// It is missing, and has to be there.
    Missing,
    /// It is none of the known ones.
    Unknown,
    /// It is no day.
    NoDay,
    /// The ground ends before it begins.
    Before,
    TooLong,
    /// It speaks of a ground that is not named.
    Alone,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    pub part: Part,
    pub wrong: Wrong,
}

impl Part {
    pub const ALL: [Self; 5] = [
        Self::Purpose,
        Self::Basis,
        Self::GivenOn,
        Self::Until,
        Self::Source,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Purpose => "purpose",
            Self::Basis => "basis",
            Self::GivenOn => "given_on",
            Self::Until => "until",
            Self::Source => "source",
        }
    }
}

impl Stated {
    pub fn read(words: Words<'_>) -> Result<Self, Vec<Fault>> {
        let mut reading = Reading { faults: Vec::new() };
        let purpose = reading.purpose(words.purpose.trim());
        let basis = reading.basis(words);
        match purpose {
            Some(purpose) if reading.faults.is_empty() => Ok(Self { purpose, basis }),
            _ => Err(reading.faults),
        }
    }

    /// Whether the ground begins only after that day: until then it does not count.
    pub fn begins_later(&self, today: Date) -> bool {
        let basis = self.basis.as_ref();
        basis.is_some_and(|basis| basis.consent.given_on > today)
    }

    /// The settings of a list that states this, otherwise as they were.
    pub fn settings(self, settings: &Settings) -> Settings {
        Settings {
            purpose: Some(self.purpose),
            basis: self.basis,
            ..settings.clone()
        }
    }
}

struct Reading {
    faults: Vec<Fault>,
}

impl Reading {
    fn fault<T>(&mut self, part: Part, wrong: Wrong) -> Option<T> {
        self.faults.push(Fault { part, wrong });
        None
    }

    fn purpose(&mut self, word: &str) -> Option<Purpose> {
        if word.is_empty() {
            return self.fault(Part::Purpose, Wrong::Missing);
        }
        let read = word.parse().ok();
        read.or_else(|| self.fault(Part::Purpose, Wrong::Unknown))
    }

    fn basis(&mut self, words: Words<'_>) -> Option<ListBasis> {
        let [basis, given_on, until, source] =
            [words.basis, words.given_on, words.until, words.source].map(str::trim);
        if basis.is_empty() {
            let said = [given_on, until, source]
                .iter()
                .any(|word| !word.is_empty());
            return said
                .then(|| self.fault(Part::Basis, Wrong::Alone))
                .flatten();
        }
        let basis: Option<Basis> = basis.parse().ok();
        if basis.is_none() {
            self.fault::<()>(Part::Basis, Wrong::Unknown);
        }
        let given_on = match given_on {
            "" => self.fault(Part::GivenOn, Wrong::Missing),
            word => self.day(Part::GivenOn, word),
        };
        let until = match until {
            "" => None,
            word => self.day(Part::Until, word),
        };
        if until < given_on && until.is_some() {
            self.fault::<()>(Part::Until, Wrong::Before);
        }
        if source.is_empty() {
            self.fault::<()>(Part::Source, Wrong::Missing);
        } else if source.chars().count() > LONGEST_SOURCE {
            self.fault::<()>(Part::Source, Wrong::TooLong);
        }
        let mut said = ListBasis::new(basis?, given_on?, source);
        said.consent.until = until;
        Some(said)
    }

    fn day(&mut self, part: Part, word: &str) -> Option<Date> {
        let day = word.parse().ok();
        day.or_else(|| self.fault(part, Wrong::NoDay))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let choices = |words: &[&str]| words.join(", ");
        let purposes = choices(&Purpose::ALL.map(Purpose::word));
        let bases = choices(&Basis::ALL.map(Basis::word));
        match (self.part, self.wrong) {
            (Part::Purpose, Wrong::Missing) => {
                write!(f, "is missing: say what the list is called for: {purposes}")
            }
            (Part::Purpose, _) => write!(f, "is no purpose: write one of {purposes}"),
            (Part::Basis, Wrong::Alone) => write!(
                f,
                "is missing: a day or a source speaks of a ground: name it, one of {bases}"
            ),
            (Part::Basis, _) => write!(f, "is no ground: write one of {bases}"),
            (Part::GivenOn, Wrong::Missing) => f.write_str(
                "is missing: say on which day the ground was given; it does not count without",
            ),
            (Part::Source, Wrong::Missing) => f.write_str(
                "is missing: say how and where the ground was given; it does not count without",
            ),
            (Part::Until, Wrong::Before) => {
                f.write_str("lies before the day on which the ground was given")
            }
            (_, Wrong::TooLong) => write!(f, "is longer than {LONGEST_SOURCE} characters"),
            _ => f.write_str("is no day: write it as YYYY-MM-DD"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn faults(words: Words<'_>) -> Vec<(&'static str, Wrong)> {
        let faults = Stated::read(words).unwrap_err();
        let told = faults.iter().map(|fault| (fault.part.word(), fault.wrong));
        told.collect()
    }

    #[test]
    fn a_purpose_alone_will_do_and_a_ground_needs_its_day_and_its_source() {
        let stated = Stated::read(Words {
            purpose: " sales ",
            ..Words::default()
        });
        let only = Stated {
            purpose: Purpose::Sales,
            basis: None,
        };
        assert_eq!(stated, Ok(only));
        let stated = Stated::read(Words {
            purpose: "charity",
            basis: "customer",
            given_on: "2026-01-02",
            until: "2027-01-01",
            source: "gifts of 2025",
        });
        let stated = stated.unwrap();
        let basis = ListBasis::new(Basis::Customer, date(2026, 1, 2), "gifts of 2025")
            .until(date(2027, 1, 1));
        assert_eq!(stated.basis, Some(basis));
        assert!(stated.begins_later(date(2026, 1, 1)) && !stated.begins_later(date(2026, 1, 2)));
        let settings = stated.settings(&Settings::default());
        assert_eq!(settings.purpose, Some(Purpose::Charity));
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once_and_names_the_choices() {
        assert_eq!(faults(Words::default()), [("purpose", Wrong::Missing)]);
        let words = Words {
            purpose: "fun",
            basis: "friend",
            given_on: "soon",
            until: "2026-02-30",
            source: " ",
        };
        assert_eq!(
            faults(words),
            [
                ("purpose", Wrong::Unknown),
                ("basis", Wrong::Unknown),
                ("given_on", Wrong::NoDay),
                ("until", Wrong::NoDay),
                ("source", Wrong::Missing),
            ]
        );
        let words = Words {
            purpose: "sales",
            source: "a form",
            ..Words::default()
        };
        assert_eq!(faults(words), [("basis", Wrong::Alone)]);
        let long = "x".repeat(LONGEST_SOURCE + 1);
        let words = Words {
            purpose: "sales",
            basis: "consent",
            given_on: "2026-01-02",
            until: "2026-01-01",
            source: &long,
        };
        assert_eq!(
            faults(words),
            [("until", Wrong::Before), ("source", Wrong::TooLong)]
        );
        let missing = Stated::read(Words::default()).unwrap_err()[0].to_string();
        assert!(missing.contains("sales, charity, charity_lottery, press, research, service"));
    }
}
