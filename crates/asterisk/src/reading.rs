//! A table of TOML read key by key, so that everything wrong is told at once.

use crate::value::Remedy;
use toml::Value;

#[derive(Debug, Default)]
pub struct Faults(Vec<String>);

impl Faults {
    pub fn add(&mut self, place: &str, fault: &str) {
        self.0.push(format!("{place}: {fault}"));
    }

    pub fn unless_any<T>(self, value: T) -> Result<T, Vec<String>> {
        if self.0.is_empty() {
            Ok(value)
        } else {
            Err(self.0)
        }
    }
}

pub struct Table<'t> {
    table: Option<&'t toml::Table>,
    place: String,
    asked: Vec<&'static str>,
}

impl<'t> Table<'t> {
    pub fn of(table: &'t toml::Table, place: &str) -> Self {
        Self {
            table: Some(table),
            place: place.to_owned(),
            asked: Vec::new(),
        }
    }

    /// Nothing where the key is absent or, after saying so, wrong.
    pub fn text<T>(
        &mut self,
        key: &'static str,
        read: fn(&str) -> Result<T, Remedy>,
        faults: &mut Faults,
    ) -> Option<T> {
        let found = self.find(key)?;
        match found.as_str().map(read) {
            Some(Ok(value)) => return Some(value),
            Some(Err(remedy)) => faults.add(&self.at(key), &format!("{}: {remedy}", shown(found))),
            None => faults.add(
                &self.at(key),
                &format!("{} is no text: write it in quotes", shown(found)),
            ),
        }
        None
    }

    pub fn required(
        &mut self,
        key: &'static str,
        read: fn(&str) -> Result<String, Remedy>,
        faults: &mut Faults,
    ) -> String {
        if self.find(key).is_none() {
            faults.add(&self.at(key), &format!("is missing: add `{key} = \"…\"`"));
        }
        self.text(key, read, faults).unwrap_or_default()
    }

    pub fn texts(
        &mut self,
        key: &'static str,
        read: fn(&str) -> Result<String, Remedy>,
        faults: &mut Faults,
    ) -> Option<Vec<String>> {
        let found = self.find(key)?;
        let list = found.as_array().filter(|list| !list.is_empty());
        let Some(list) = list else {
            faults.add(
                &self.at(key),
                &format!("{} is no list: write [\"…\", \"…\"]", shown(found)),
            );
            return None;
        };
        let mut values = Vec::new();
        for entry in list {
            match entry.as_str().ok_or("write it in quotes").and_then(read) {
                Ok(value) => values.push(value),
                Err(remedy) => faults.add(&self.at(key), &format!("{}: {remedy}", shown(entry))),
            }
        }
        Some(values)
    }

    pub fn number(&mut self, key: &'static str, least: u16, faults: &mut Faults) -> Option<u16> {
        let found = self.find(key)?;
        let number = found
            .as_integer()
            .and_then(|number| u16::try_from(number).ok());
        let number = number.filter(|number| *number >= least);
        if number.is_none() {
            let remedy = format!(
                "{}: write a whole number from {least} to {}",
                shown(found),
                u16::MAX
            );
            faults.add(&self.at(key), &remedy);
        }
        number
    }

    pub fn flag(&mut self, key: &'static str, faults: &mut Faults) -> Option<bool> {
        let found = self.find(key)?;
        let flag = found.as_bool();
        if flag.is_none() {
            let remedy = format!("{}: write true or false, without quotes", shown(found));
            faults.add(&self.at(key), &remedy);
        }
        flag
    }

    /// A list, or a single text that stands for a list of one.
    pub fn one_or_more(
        &mut self,
        key: &'static str,
        read: fn(&str) -> Result<String, Remedy>,
        faults: &mut Faults,
    ) -> Option<Vec<String>> {
        match self.find(key)? {
            Value::String(_) => self.text(key, read, faults).map(|one| vec![one]),
            _ => self.texts(key, read, faults),
        }
    }

    /// A table that may be absent: then everything in it is.
    pub fn table(&mut self, key: &'static str, faults: &mut Faults) -> Self {
        let found = self.find(key);
        let table = found.and_then(Value::as_table);
        if found.is_some() && table.is_none() {
            faults.add(&self.at(key), &format!("is no table: write `[{key}]`"));
        }
        Self {
            table,
            place: self.at(key),
            asked: Vec::new(),
        }
    }

    pub fn tables<T>(
        &mut self,
        key: &'static str,
        faults: &mut Faults,
        read: fn(Table, &mut Faults) -> T,
    ) -> Vec<T> {
        let Some(found) = self.find(key) else {
            return Vec::new();
        };
        let list = found.as_array();
        let entries = list.map(Vec::as_slice).unwrap_or_default();
        let tables: Vec<&toml::Table> = entries.iter().filter_map(Value::as_table).collect();
        if list.is_none() || tables.len() < entries.len() {
            faults.add(
                &self.at(key),
                &format!("is no list of tables: write `[[{key}]]`"),
            );
        }
        let place = |number| format!("{}[{number}]", self.at(key));
        let numbered = (1..).zip(tables);
        numbered
            .map(|(number, table)| read(Table::of(table, &place(number)), faults))
            .collect()
    }

    pub fn blame(&self, fault: &str, faults: &mut Faults) {
        faults.add(&self.place, fault);
    }

    /// Tells of the keys that nobody asked for.
    pub fn finish(&self, faults: &mut Faults) {
        for key in self.table.into_iter().flat_map(toml::Table::keys) {
            if !self.asked.contains(&key.as_str()) {
                let known = self.asked.join(", ");
                faults.add(
                    &self.at(key),
                    &format!("is not known: write one of {known}"),
                );
            }
        }
    }

    fn find(&mut self, key: &'static str) -> Option<&'t Value> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.table?.get(key)
    }

    fn at(&self, key: &str) -> String {
        if self.place.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.place)
        }
    }
}

/// A value as it stands in the file, its beginning if it is long.
fn shown(value: &Value) -> String {
    let text: String = value
        .to_string()
        .chars()
        .filter(|letter| !letter.is_control())
        .take(40)
        .collect();
    format!("`{text}`")
}
