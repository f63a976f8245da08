//! What the columns of a file mean, as a form holds it: from a definition and back.

use super::columns::Column;
use super::how::{How, Reading};
use lists::definition::{Exclude, FieldType};
use lists::{ContactKind, Country, Definition};

/// The form. Columns are named by their place in the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entered {
    pub columns: Vec<Column>,
    pub key: Option<usize>,
    /// Columns in which two rows of one contact agree; the first number when empty.
    pub dedupe: Vec<usize>,
    pub country: Country,
    pub contact_type: ContactKind,
    pub country_column: Option<usize>,
    pub zone_column: Option<usize>,
    pub kind_column: Option<usize>,
    pub owner_column: Option<usize>,
    pub exclude_column: Option<usize>,
    pub exclude_values: String,
    pub truncate: bool,
    pub mode: String,
    pub invalid: String,
    pub duplicate: String,
    pub key_error: Option<&'static str>,
    pub numbers_error: Option<&'static str>,
}

impl Entered {
    /// As a definition says, as far as the file has its columns.
    pub fn of(definition: &Definition, how: &How, headers: &[String], country: Country) -> Self {
        let place = |column: &str| headers.iter().position(|header| header == column);
        let of_field = |name: &String| {
            let field = definition.fields.get(definition.field(name)?)?;
            place(&field.column)
        };
        let some = |column: &Option<String>| column.as_deref().and_then(place);
        let exclude = definition.exclude.as_ref();
        let columns = headers.iter().enumerate();
        Self {
            columns: columns
                .map(|(index, header)| Column::of(definition, index, header))
                .collect(),
            key: definition.key.as_ref().and_then(of_field),
            dedupe: definition.dedupe.iter().filter_map(of_field).collect(),
            country: how.country.or(definition.country).unwrap_or(country),
            contact_type: definition.contact_type,
            country_column: some(&definition.country_column),
            zone_column: some(&definition.zone_column),
            kind_column: some(&definition.contact_type_column),
            owner_column: some(&definition.owner_column),
            exclude_column: exclude.and_then(|exclude| place(&exclude.column)),
            exclude_values: exclude.map_or_else(String::new, |exclude| exclude.values.join(", ")),
            truncate: definition.truncate,
            mode: how.mode.clone(),
            invalid: how.invalid.clone(),
            duplicate: how.duplicate.clone(),
            key_error: None,
            numbers_error: None,
        }
    }

    /// Takes what a browser sent. What it says nothing of keeps its place.
    pub fn take(&mut self, pairs: &[(String, String)]) {
        for column in &mut self.columns {
            column.required = false;
        }
        self.dedupe.clear();
        self.truncate = false;
        let most = self.columns.len();
        let place = |value: &str| value.parse().ok().filter(|&index: &usize| index < most);
        for (name, value) in pairs {
            let value = value.trim();
            match name.as_str() {
                "key" => self.key = place(value),
                "dedupe" => self.dedupe.extend(place(value)),
                "country" => self.country = value.parse().unwrap_or(self.country),
                "contact_type" => {
                    self.contact_type = ContactKind::named(value).unwrap_or(self.contact_type);
                }
                "country_column" => self.country_column = place(value),
                "zone_column" => self.zone_column = place(value),
                "kind_column" => self.kind_column = place(value),
                "owner_column" => self.owner_column = place(value),
                "exclude_column" => self.exclude_column = place(value),
                "exclude_values" => self.exclude_values = value.to_owned(),
                "truncate" => self.truncate = true,
                "mode" => self.mode = one_of(value, ["append", "update", "sync"]),
                "invalid" => self.invalid = one_of(value, ["code", "reject"]),
                "duplicate" => self.duplicate = one_of(value, ["code", "reject"]),
                _ => self.take_of_column(name, value),
            }
        }
    }

    fn take_of_column(&mut self, name: &str, value: &str) {
        let Some((what, index)) = name.rsplit_once('-') else {
            return;
        };
        let index = index.parse::<usize>().ok();
        if let Some(column) = index.and_then(|index| self.columns.get_mut(index)) {
            column.take(what, value);
        }
    }

    /// Finds all that is wrong, each beside its place; says whether nothing is.
    pub fn check(&mut self) -> bool {
        let names: Vec<String> = self.columns.iter().map(Column::taken_name).collect();
        for (index, column) in self.columns.iter_mut().enumerate() {
            let earlier = names.get(..index).unwrap_or_default();
            column.check(earlier);
        }
        let is_kept = |index: usize| self.columns.get(index).is_some_and(Column::is_kept);
        self.dedupe.retain(|&index| is_kept(index));
        self.key_error = match self.key {
            Some(key) if !is_kept(key) => Some("columns-key-left-out"),
            None if self.mode != "append" => Some("columns-key-needed"),
            _ => None,
        };
        let has_numbers = self
            .columns
            .iter()
            .any(|column| column.kind == Some(FieldType::Phone));
        self.numbers_error = (!has_numbers).then_some("columns-no-numbers");
        let columns_are_right = self.columns.iter().all(|column| column.errors.is_empty());
        columns_are_right && self.key_error.is_none() && self.numbers_error.is_none()
    }

    pub fn definition(&self, reading: &Reading, headers: &[String]) -> Definition {
        let name = |index: usize| {
            let column = self.columns.get(index).filter(|column| column.is_kept());
            column.map(|column| column.name.clone())
        };
        let header = |index: Option<usize>| headers.get(index?).cloned();
        let kept = self.columns.iter().filter(|column| column.is_kept());
        Definition {
            encoding: reading.encoding.clone(),
            delimiter: reading.delimiter,
            sheet: reading.sheet.clone(),
            country: Some(self.country),
            zone: None,
            truncate: self.truncate,
            key: self.key.and_then(name),
            numbers: self.numbers(),
            dedupe: self.dedupe.iter().copied().filter_map(name).collect(),
            country_column: header(self.country_column),
            zone_column: header(self.zone_column),
            contact_type_column: header(self.kind_column),
            contact_type: self.contact_type,
            owner_column: header(self.owner_column),
            exclude: header(self.exclude_column).map(|column| Exclude {
                column,
                values: words(&self.exclude_values),
            }),
            filter: None,
            fields: kept.map(Column::field).collect(),
        }
    }

    /// Fields with numbers, in the order in which they are tried.
    fn numbers(&self) -> Vec<String> {
        let phones = self.columns.iter().enumerate();
        let mut phones: Vec<(u32, usize, &Column)> = phones
            .filter(|(_, column)| column.kind == Some(FieldType::Phone))
            .map(|(index, column)| (column.order.parse().unwrap_or(u32::MAX), index, column))
            .collect();
        phones.sort_by_key(|(order, index, _)| (*order, *index));
        let names = phones.into_iter().map(|(_, _, column)| column.name.clone());
        names.collect()
    }

    pub fn how(&self) -> How {
        How {
            mode: self.mode.clone(),
            invalid: self.invalid.clone(),
            duplicate: self.duplicate.clone(),
            country: Some(self.country),
        }
    }
}

fn one_of<const N: usize>(value: &str, words: [&str; N]) -> String {
    let mut all = words.iter();
    all.find(|word| **word == value)
        .or(words.first())
        .map_or_else(String::new, |word| (*word).to_owned())
}

/// Words between commas.
pub fn words(text: &str) -> Vec<String> {
    let words = text.split([',', ';']).map(str::trim);
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers() -> Vec<String> {
        ["Klantnr", "Naam", "Bereikbaar op", "Mobiel", "Soort"]
            .map(str::to_owned)
            .to_vec()
    }

    fn entered() -> Entered {
        let headers = headers();
        let definition = import::recognised(&headers);
        Entered::of(&definition, &How::default(), &headers, Country::Nl)
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        pairs.iter().map(owned).collect()
    }

    #[test]
    fn a_definition_comes_back_from_its_form() {
        let mut entered = entered();
        entered.take(&pairs(&[
            ("type-2", "phone"),
            ("name-2", "reached_at"),
            ("order-2", "2"),
            ("order-3", "1"),
            ("type-4", "choice"),
            ("choices-4", "goud, zilver"),
            ("required-1", "on"),
            ("dedupe", "0"),
            ("dedupe", "3"),
            ("exclude_column", "4"),
            ("exclude_values", "brons; tin"),
            ("mode", "update"),
        ]));
        assert!(entered.check(), "{entered:?}");
        let definition = entered.definition(&Reading::default(), &headers());
        assert_eq!(definition.numbers, ["mobile", "reached_at"]);
        assert_eq!(definition.dedupe, ["reference", "mobile"]);
        assert_eq!(definition.key.as_deref(), Some("reference"));
        let text = definition.to_toml().unwrap();
        let again = Definition::parse(&text).unwrap();
        assert_eq!(again, definition);
        let back = Entered::of(&again, &entered.how(), &headers(), Country::De);
        assert_eq!(back.definition(&Reading::default(), &headers()), definition);
        assert_eq!(back.country, Country::Nl);
    }

    #[test]
    fn what_is_wrong_stands_beside_its_column() {
        let mut entered = entered();
        entered.take(&pairs(&[
            ("name-0", "naam van wie"),
            ("name-1", "state"),
            ("name-2", "mobile"),
            ("type-4", "choice"),
            ("max-4", "none"),
            ("mode", "update"),
            ("key", "77"),
        ]));
        assert!(!entered.check());
        let errors: Vec<&[&str]> = entered
            .columns
            .iter()
            .map(|column| column.errors.as_slice())
            .collect();
        assert_eq!(errors[0], ["columns-name-letters"]);
        assert_eq!(errors[1], ["columns-name-ours"]);
        assert!(errors[2].is_empty());
        assert_eq!(errors[3], ["columns-name-twice"]);
        assert_eq!(errors[4], ["columns-max-bad", "columns-choices-empty"]);
        assert_eq!(entered.key_error, Some("columns-key-needed"));
    }

    #[test]
    fn without_numbers_there_is_nobody_to_call() {
        let mut entered = entered();
        entered.take(&pairs(&[("type-3", "")]));
        assert!(!entered.check());
        assert_eq!(entered.numbers_error, Some("columns-no-numbers"));
    }
}
