//! What kind a problem is of: for counting, and for saying it in other languages.
//!
//! Reports keep a problem as the sentence that was written when it was found. The sentences are
//! a closed list, so the kind is read from their unchanging parts.

use serde::{Deserialize, Serialize};

/// A kind of problem, with what its sentences have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemKind {
    NoNumber,
    NumberWritten,
    NumberShort,
    NumberLong,
    NumberUnknown,
    NumberPrefix,
    NumberScientific,
    Required,
    TooLong,
    Cut,
    Date,
    Figure,
    Email,
    Truth,
    Choice,
    Formula,
    Country,
    ContactType,
    Ground,
    Zone,
    Cells,
    Quotes,
    Encoding,
    Header,
    KeyEmpty,
    KeyTwice,
    DuplicateInFile,
    DuplicateInList,
    Suppressed,
    Locked,
    Domain,
    NamesNobody,
    NotChanged,
    OwnerUnknown,
    OwnerGone,
    OwnerElsewhere,
    Other,
}

use ProblemKind as Kind;

/// Part of a sentence, and the kind it tells; the first that is found holds.
const SIGNS: &[(&str, Kind)] = &[
    ("there is no telephone number", Kind::NoNumber),
    ("already: keep one of the two", Kind::KeyTwice),
    ("is in the list already", Kind::DuplicateInList),
    ("already: a duplicate", Kind::DuplicateInFile),
    ("is suppressed", Kind::Suppressed),
    ("is barred by the telephone provider", Kind::Locked),
    ("is no domain of one company", Kind::Domain),
    ("names nobody", Kind::NamesNobody),
    ("an update finds its contact by it", Kind::KeyEmpty),
    ("could not be changed", Kind::NotChanged),
    ("is required", Kind::Required),
    ("it was cut", Kind::Cut),
    ("are allowed: shorten it", Kind::TooLong),
    ("longer than 32,767 characters", Kind::TooLong),
    ("longer than 1 MB", Kind::TooLong),
    ("scientific notation", Kind::NumberScientific),
    ("is too short for", Kind::NumberShort),
    ("is too long for", Kind::NumberLong),
    ("too many digits for any", Kind::NumberLong),
    ("has no area or network", Kind::NumberUnknown),
    ("is not a number that exists under", Kind::NumberUnknown),
    ("begins with no country code", Kind::NumberPrefix),
    ("begins with 0 but not with", Kind::NumberPrefix),
    ("begins with 00 but", Kind::NumberPrefix),
    ("may lack its area code", Kind::NumberPrefix),
    ("has the country code without a plus", Kind::NumberPrefix),
    (
        "has no country code, and the country is unknown",
        Kind::NumberPrefix,
    ),
    ("holds no digits", Kind::NumberWritten),
    ("holds letters", Kind::NumberWritten),
    ("with digits, spaces and dashes only", Kind::NumberWritten),
    ("has a plus between the digits", Kind::NumberWritten),
    ("is not a date", Kind::Date),
    ("is not a whole number", Kind::Figure),
    ("is not a figure", Kind::Figure),
    ("is not one e-mail address", Kind::Email),
    ("is no agent:", Kind::OwnerUnknown),
    ("is the name of several agents", Kind::OwnerUnknown),
    ("is an agent who has left", Kind::OwnerGone),
    ("is an agent who works for no", Kind::OwnerElsewhere),
    ("is neither yes nor no", Kind::Truth),
    ("is none of the choices", Kind::Choice),
    ("is the error of a formula", Kind::Formula),
    ("is a country whose numbers", Kind::Country),
    ("is no contact type", Kind::ContactType),
    ("the opt-in does not count", Kind::Ground),
    ("the opt-in never counts", Kind::Ground),
    ("is no ground", Kind::Ground),
    ("is no time zone", Kind::Zone),
    ("cells where the header has", Kind::Cells),
    ("a quote is opened and never closed", Kind::Quotes),
    ("text follows a closing quote", Kind::Quotes),
    ("not UTF-8 like the rest", Kind::Encoding),
    ("cannot be decoded", Kind::Encoding),
    ("null character", Kind::Encoding),
    ("has no name: it is called", Kind::Header),
    ("two columns are called", Kind::Header),
    ("no rows below the header", Kind::Header),
];

impl ProblemKind {
    /// The kind of a problem, by its sentence.
    pub fn of(reason: &str) -> Self {
        let mut signs = SIGNS.iter();
        let found = signs.find(|(part, _)| reason.contains(part));
        found.map_or(Self::Other, |(_, kind)| *kind)
    }

    /// The kind in a word, such as `number-short`.
    pub fn word(self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::String(word)) => word,
            _ => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lists::row::{CheckedRow, Checker};
    use lists::sheet::Record;
    use lists::{Country, Definition};

    /// The kinds of what is wrong with one cell of a field.
    fn kinds(field: &str, cell: &str) -> Vec<ProblemKind> {
        let text = format!(
            "truncate = false\n[[field]]\nname = \"tel\"\ntype = \"phone\"\n\
             [[field]]\nname = \"it\"\n{field}\n"
        );
        let definition = Definition::parse(&text).unwrap();
        let headers = ["tel", "it"].map(str::to_owned);
        let mut checker = Checker::new(&definition, &headers, Country::Nl).unwrap();
        let mut row = CheckedRow::default();
        checker.check(&Record::of(2, ["0501234567", cell]), &mut row);
        let kinds = row.problems.iter();
        kinds
            .map(|problem| ProblemKind::of(&problem.reason))
            .collect()
    }

    #[test]
    fn the_sentences_of_the_check_are_known() {
        for (field, cell, kind) in [
            ("required = true", "", Kind::Required),
            ("max = 3", "four", Kind::TooLong),
            ("type = \"date\"", "soon", Kind::Date),
            ("type = \"datetime\"", "soon", Kind::Date),
            ("type = \"integer\"", "1,5", Kind::Figure),
            ("type = \"decimal\"", "much", Kind::Figure),
            ("type = \"email\"", "a@b", Kind::Email),
            ("type = \"bool\"", "perhaps", Kind::Truth),
            ("type = \"choice\"\nchoices = [\"a\"]", "b", Kind::Choice),
            ("", "#N/A", Kind::Formula),
            ("type = \"phone\"", "none", Kind::NumberWritten),
            ("type = \"phone\"", "050-12", Kind::NumberShort),
            ("type = \"phone\"", "050 123 45 67 89", Kind::NumberLong),
            ("type = \"phone\"", "050+1234567", Kind::NumberWritten),
            ("type = \"phone\"", "3,15E+10", Kind::NumberScientific),
            ("type = \"phone\"", "/", Kind::NumberWritten),
        ] {
            assert_eq!(kinds(field, cell), [kind], "{field} `{cell}`");
        }
    }

    #[test]
    fn a_kind_has_a_word() {
        assert_eq!(
            ProblemKind::of("stands in line 4 already: a duplicate").word(),
            "duplicate-in-file"
        );
        assert_eq!(
            ProblemKind::of("is in the list already: a duplicate").word(),
            "duplicate-in-list"
        );
        assert_eq!(ProblemKind::of("what nobody has said yet").word(), "other");
    }
}
