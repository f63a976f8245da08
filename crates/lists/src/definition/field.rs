//! One field of a contact: its name in Dispo, its name in the file, and what may stand in it.

use super::SYSTEM_COLUMNS;
use serde::Serialize;

/// What may stand in a field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldType {
    #[default]
    Text,
    Integer,
    Decimal,
    Date,
    DateTime,
    Email,
    Phone,
    Bool,
    Choice,
}

impl FieldType {
    pub const ALL: [Self; 9] = [
        Self::Text,
        Self::Integer,
        Self::Decimal,
        Self::Date,
        Self::DateTime,
        Self::Email,
        Self::Phone,
        Self::Bool,
        Self::Choice,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Decimal => "decimal",
            Self::Date => "date",
            Self::DateTime => "datetime",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Bool => "bool",
            Self::Choice => "choice",
        }
    }
}

/// In which order day, month and year of a date stand. ISO is understood in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DateForm {
    /// `2021-07-01` and nothing else.
    Iso,
    /// `01-07-2021`
    Dmy,
    /// `07/01/2021`
    Mdy,
    /// `2021.07.01.`
    Ymd,
}

impl DateForm {
    pub const ALL: [Self; 4] = [Self::Iso, Self::Dmy, Self::Mdy, Self::Ymd];

    pub fn code(self) -> &'static str {
        match self {
            Self::Iso => "iso",
            Self::Dmy => "dmy",
            Self::Mdy => "mdy",
            Self::Ymd => "ymd",
        }
    }
}

/// What is wrong with the name of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadFieldName {
    Empty,
    /// A name is letters, digits and underscores, a letter first.
    Letters,
    Long,
    /// An export has a column of its own under that name.
    Ours,
}

/// Most characters of a field's name.
pub const LONGEST_NAME: usize = 64;

/// What is wrong with a name that somebody chose for a field.
pub fn bad_name(name: &str) -> Option<BadFieldName> {
    let mut letters = name.chars();
    let begins = letters.next().is_some_and(char::is_alphabetic);
    let is_plain = begins && letters.all(|letter| letter.is_alphanumeric() || letter == '_');
    match () {
        () if name.is_empty() => Some(BadFieldName::Empty),
        () if !is_plain => Some(BadFieldName::Letters),
        () if name.chars().count() > LONGEST_NAME => Some(BadFieldName::Long),
        () if SYSTEM_COLUMNS.contains(&name) => Some(BadFieldName::Ours),
        () => None,
    }
}

/// One field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Field {
    /// The name in Dispo.
    pub name: String,
    /// The external name: the column of the file, on the way in and on the way out.
    pub column: String,
    #[serde(rename = "type")]
    pub kind: FieldType,
    /// Most characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<usize>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// What may be chosen, for a choice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// How dates are written; as usual in the list's country when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<DateForm>,
}

impl Field {
    pub fn new(name: &str, column: &str, kind: FieldType) -> Self {
        Self {
            name: name.to_owned(),
            column: column.to_owned(),
            kind,
            ..Self::default()
        }
    }
}
