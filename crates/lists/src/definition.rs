//! What the columns of a file mean: a mapping that is saved as TOML, used on the way in and out.

mod entry;
mod field;
mod reading;
mod recognise;
mod usual;

pub(crate) use entry::Entry;
pub use field::{BadFieldName, DateForm, Field, FieldType, LONGEST_NAME, bad_name};
pub use recognise::recognise;
pub(crate) use usual::CALL_ORDER;

use crate::country::Country;
use crate::fault::{Fault, Faults};
use crate::filter::Filter;
use crate::kind::ContactKind;
use crate::sheet;
use serde::Serialize;

/// Columns an export has before the fields of the list; no field may be called like one.
pub const SYSTEM_COLUMNS: [&str; 10] = [
    "id",
    "key",
    "state",
    "code",
    "kind",
    "due_at",
    "owner",
    "attempts",
    "unreached_run",
    "last_attempt_at",
];

/// A saved mapping.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Definition {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The list's country, if the file is always of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// The list's clock; the country's when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Cut texts that are too long, instead of rejecting the row.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub truncate: bool,
    /// The field that identifies a contact for its owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The fields with numbers, in the order in which they are tried; all phone fields when empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<String>,
    /// The fields in which two rows of one contact agree; the first number when empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dedupe: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_column: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone_column: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_type_column: Option<String>,
    /// What contacts are when no column says so.
    pub contact_type: ContactKind,
    /// Says whose a contact is: the login of an agent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_column: Option<String>,
    /// How the client marks a contact that must not be called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exclude: Option<Exclude>,
    /// Which rows are meant; all when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter: Option<Filter>,
    #[serde(rename = "field", skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
}

/// A column, and the values in it that exclude a contact; any word for yes when none are given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Exclude {
    pub column: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
}

impl Definition {
    /// Reads a definition; all its faults are told at once.
    pub fn parse(text: &str) -> Result<Self, Faults> {
        reading::read(text)
    }

    /// The definition as it is saved.
    pub fn to_toml(&self) -> Result<String, Faults> {
        toml::to_string(self)
            .map_err(|error| Faults(vec![Fault::new("definition", error.to_string())]))
    }

    /// How the file is to be opened.
    pub fn options(&self) -> sheet::Options {
        sheet::Options {
            encoding: self.encoding.clone(),
            delimiter: self.delimiter,
            sheet: self.sheet.clone(),
        }
    }

    /// The fields with numbers in the order in which they are tried, by index.
    pub fn number_fields(&self) -> Vec<usize> {
        if self.numbers.is_empty() {
            let phones = self.fields.iter().enumerate();
            let phones = phones.filter(|(_, field)| field.kind == FieldType::Phone);
            return phones.map(|(index, _)| index).collect();
        }
        self.numbers
            .iter()
            .filter_map(|name| self.field(name))
            .collect()
    }

    /// The index of a field by its name.
    pub fn field(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }
}
