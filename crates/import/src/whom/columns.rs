//! What the columns of a file name, as far as their headings say it.

use engine::Number;
use lists::definition::{FieldType, recognise};
use lists::{Country, phone};
use serde::{Deserialize, Serialize};
use store::Subject;

/// What a column names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Names {
    Number,
    Person,
    Domain,
    /// Any of the three, told apart value by value.
    Any,
    Nothing,
}

impl Names {
    pub const ALL: [Self; 5] = [
        Self::Number,
        Self::Person,
        Self::Domain,
        Self::Any,
        Self::Nothing,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Person => "person",
            Self::Domain => "domain",
            Self::Any => "any",
            Self::Nothing => "nothing",
        }
    }
}

/// Usual headings of a column with domains, in small letters without anything between them.
const DOMAINS: [&str; 9] = [
    "domain",
    "domains",
    "domein",
    "domeinen",
    "domäne",
    "domänen",
    "domén",
    "doménnév",
    "emaildomain",
];

/// What each column names, by its usual heading. A single column nobody knows may name anything.
pub fn named_by(headers: &[String], country: Country) -> Vec<Names> {
    if !is_headed(headers, country) {
        return headers
            .iter()
            .map(|cell| match read_any(cell, country) {
                Ok(Some(_)) => Names::Any,
                Ok(None) | Err(_) => Names::Nothing,
            })
            .collect();
    }
    let known = recognise(headers).fields;
    let names = |header: &String| {
        let field = known.iter().find(|field| field.column == *header);
        match field.map(|field| field.kind) {
            Some(FieldType::Phone) => Names::Number,
            Some(FieldType::Email) => Names::Person,
            _ if DOMAINS.contains(&plain(header).as_str()) => Names::Domain,
            _ => Names::Nothing,
        }
    };
    let all: Vec<Names> = headers.iter().map(names).collect();
    match all.as_slice() {
        [Names::Nothing] => vec![Names::Any],
        _ => all,
    }
}

/// Whether the first line is a heading, and not somebody who is named already.
pub fn is_headed(headers: &[String], country: Country) -> bool {
    let is_named = |cell: &String| match read_any(cell, country) {
        Ok(Some(Subject::Domain(..))) => headers.len() == 1 && !is_known(cell),
        Ok(Some(Subject::Number(_) | Subject::Person(_))) => true,
        Ok(None) | Err(_) => false,
    };
    !headers.iter().any(is_named)
}

/// `tel.nr` looks like a domain.
fn is_known(header: &str) -> bool {
    let known = recognise(std::slice::from_ref(&header.to_owned())).fields;
    known.iter().any(|field| field.kind != FieldType::Text)
}

fn plain(header: &str) -> String {
    let letters = header.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Where a number without a country is dialled from; none where a row names a country we do not
/// know.
pub(super) type Home = Option<Country>;

/// Who stands in a cell of such a column: nobody where it is empty, or why it cannot be read.
pub(super) fn read(names: Names, cell: &str, home: Home) -> Result<Option<Subject>, String> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Ok(None);
    }
    match names {
        Names::Nothing => Ok(None),
        Names::Number => number(cell, home).map(Subject::Number).map(Some),
        Names::Person => match Subject::person(cell) {
            Some(person) => Ok(Some(person)),
            None => Err("is not one e-mail address: write it as name@example.org".to_owned()),
        },
        Names::Domain => match Subject::domain(cell) {
            Some(domain) => Ok(Some(domain)),
            None => {
                Err("is no domain of one company: name the e-mail addresses one by one".to_owned())
            }
        },
        Names::Any => read(told_apart(cell), cell, home),
    }
}

fn read_any(cell: &str, country: Country) -> Result<Option<Subject>, String> {
    read(Names::Any, cell, Some(country))
}

/// What has neither an @ nor a full stop between letters is a number.
fn told_apart(cell: &str) -> Names {
    let name = cell.strip_prefix('@').unwrap_or(cell);
    match (name.contains('@'), name.contains('.')) {
        (true, _) => Names::Person,
        (false, true) if name.contains(char::is_alphabetic) => Names::Domain,
        _ => Names::Number,
    }
}

fn number(cell: &str, home: Home) -> Result<Number, String> {
    let bare = cell.trim_start_matches(['\'', '(', ' ']);
    let is_whole = bare.starts_with('+') || bare.starts_with("00");
    let country = match home {
        Some(country) => country,
        None if is_whole => Country::Nl,
        None => {
            let why = "has no country code, and the country is unknown: write it with +";
            return Err(why.to_owned());
        }
    };
    phone::parse(cell, country).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(headers: &[&str]) -> Vec<Names> {
        let headers: Vec<String> = headers.iter().map(|&header| header.to_owned()).collect();
        named_by(&headers, Country::Nl)
    }

    #[test]
    fn columns_are_known_by_their_headings() {
        assert_eq!(
            of(&["Klantnr", "Telefoon", "Handy", "E-mail", "Domein"]),
            [
                Names::Nothing,
                Names::Number,
                Names::Number,
                Names::Person,
                Names::Domain
            ]
        );
        assert_eq!(of(&["tel.nr"]), [Names::Number]);
        assert_eq!(of(&["wie niet"]), [Names::Any]);
    }

    #[test]
    fn a_file_may_begin_without_a_heading() {
        assert_eq!(of(&["020 123 4567"]), [Names::Any]);
        assert_eq!(
            of(&["ada@example.org", "Ada"]),
            [Names::Any, Names::Nothing]
        );
        assert_eq!(of(&["example.org"]), [Names::Any]);
    }

    #[test]
    fn values_are_told_apart() {
        let read = |cell| read(Names::Any, cell, Some(Country::Nl));
        assert_eq!(read(" "), Ok(None));
        assert_eq!(
            read("Ada@Example.org"),
            Ok(Subject::person("ada@example.org"))
        );
        assert_eq!(read("@example.org"), Ok(Subject::domain("example.org")));
        assert_eq!(
            read("0201234567"),
            Ok(Some(Subject::Number(Number::new(31_201_234_567).unwrap())))
        );
        assert!(read("gmail.com").unwrap_err().contains("no domain of one"));
        assert!(read("ada@").unwrap_err().contains("e-mail address"));
        assert!(read("12").unwrap_err().contains("too short"));
    }

    #[test]
    fn a_number_of_an_unknown_country_has_its_code() {
        assert!(number("0201234567", None).is_err());
        assert!(number("+31201234567", None).is_ok());
    }
}
