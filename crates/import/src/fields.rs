//! A row's values as the JSON object that is kept: keys in alphabetical order, empty values
//! left out, so that equal contents are equal texts.

use lists::Definition;
use lists::row::Fields;
use std::collections::BTreeMap;

pub(crate) type Values = BTreeMap<String, String>;

#[derive(Debug)]
pub(crate) struct Writer {
    /// Field and its written key, in the order of the keys.
    keys: Vec<(usize, String)>,
    /// Start and end of each value; cleared and filled for each row.
    values: Vec<(u32, u32)>,
    text: String,
}

impl Writer {
    pub fn new(definition: &Definition) -> Self {
        let mut names: Vec<(&str, usize)> = definition
            .fields
            .iter()
            .enumerate()
            .map(|(index, field)| (field.name.as_str(), index))
            .collect();
        names.sort_unstable();
        let written = |name: &str| {
            let mut key = String::new();
            write_string(name, &mut key);
            key.push(':');
            key
        };
        Self {
            values: vec![(0, 0); names.len()],
            keys: names
                .into_iter()
                .map(|(name, index)| (index, written(name)))
                .collect(),
            text: String::new(),
        }
    }

    pub fn json(&mut self, fields: &Fields) -> String {
        self.values.fill((0, 0));
        self.text.clear();
        for (index, value) in fields.iter() {
            let start = self.text.len();
            self.text.push_str(value);
            if let Some(place) = self.values.get_mut(index) {
                *place = (narrow(start), narrow(self.text.len()));
            }
        }
        let mut json = String::with_capacity(
            self.text
                .len()
                .saturating_add(fields.len().saturating_mul(16)),
        );
        json.push('{');
        for (index, key) in &self.keys {
            let value = self.values.get(*index).map_or("", |&(start, end)| {
                self.text.get(wide(start)..wide(end)).unwrap_or_default()
            });
            if value.is_empty() {
                continue;
            }
            if json.len() > 1 {
                json.push(',');
            }
            json.push_str(key);
            write_string(value, &mut json);
        }
        json.push('}');
        json
    }
}

/// The object written the same way.
pub(crate) fn json_of(values: &Values) -> String {
    let mut json = String::from("{");
    for (name, value) in values.iter().filter(|(_, value)| !value.is_empty()) {
        if json.len() > 1 {
            json.push(',');
        }
        write_string(name, &mut json);
        json.push(':');
        write_string(value, &mut json);
    }
    json.push('}');
    json
}

fn write_string(text: &str, json: &mut String) {
    json.push('"');
    let mut plain = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0x00..=0x1F => "",
            _ => continue,
        };
        json.push_str(text.get(plain..at).unwrap_or_default());
        if escape.is_empty() {
            json.push_str(&format!("\\u{byte:04x}"));
        } else {
            json.push_str(escape);
        }
        plain = at.saturating_add(1);
    }
    json.push_str(text.get(plain..).unwrap_or_default());
    json.push('"');
}

fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn wide(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lists::Country;
    use lists::definition::recognise;
    use lists::row::{CheckedRow, Checker};
    use lists::sheet::Record;

    #[test]
    fn keys_stand_in_order_and_signs_are_escaped() {
        let headers = ["Telefoon", "Naam", "Bedrijf"].map(str::to_owned);
        let definition = recognise(&headers);
        let mut checker = Checker::new(&definition, &headers, Country::Gb).unwrap();
        let mut row = CheckedRow::default();
        checker.check(
            &Record::of(2, ["020 7946 0123", "a\"b\\\u{1}é\nc", ""]),
            &mut row,
        );
        let json = Writer::new(&definition).json(&row.fields);
        assert_eq!(
            json,
            "{\"name\":\"a\\\"b\\\\\\u0001é\\nc\",\"phone\":\"+442079460123\"}"
        );
        let values: Values = serde_json::from_str(&json).unwrap();
        assert_eq!(json_of(&values), json);
    }
}
