//! One table of a jurisdiction file, read key by key so that every wrong key is reported.

use super::problem::Problems;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub struct Section<'t> {
    table: &'t DeTable<'t>,
    span: Range<usize>,
    /// How problems call it, such as `hours.saturday`.
    pub place: String,
    asked: Vec<&'static str>,
}

/// What is wrong with a value and what to write instead.
pub type Wrong = (String, String);

impl<'t> Section<'t> {
    pub fn new(table: &'t DeTable<'t>, span: Range<usize>, place: &str) -> Self {
        Self {
            table,
            span,
            place: place.to_owned(),
            asked: Vec::new(),
        }
    }

    pub fn required<T>(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
        read: impl FnOnce(&'t DeValue<'t>) -> Result<T, Wrong>,
    ) -> Option<T> {
        if self.find(key).is_none() {
            self.asked.push(key);
            self.blame(
                problems,
                &format!("`{key}` is missing"),
                &format!("add `{key} = …`"),
            );
            return None;
        }
        self.optional(key, problems, read)
    }

    /// None where the key is absent or, after reporting it, wrong.
    pub fn optional<T>(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
        read: impl FnOnce(&'t DeValue<'t>) -> Result<T, Wrong>,
    ) -> Option<T> {
        self.asked.push(key);
        let value = self.find(key)?;
        match read(value.get_ref()) {
            Ok(value) => Some(value),
            Err((wrong, write)) => {
                problems.add(Some(value.span()), &self.place_of(key), &wrong, &write);
                None
            }
        }
    }

    /// The tables of `[[key]]`, in the order of the file.
    pub fn entries(&mut self, key: &'static str, problems: &mut Problems) -> Vec<Section<'t>> {
        let read = |value: &'t DeValue<'t>| {
            let entries = value.as_array().into_iter().flatten();
            let tables: Option<Vec<Section<'t>>> = entries
                .map(|entry| Some(Section::new(entry.get_ref().as_table()?, entry.span(), key)))
                .collect();
            tables
                .filter(|tables| !tables.is_empty())
                .ok_or_else(|| wrong("not a list of tables", &format!("write `[[{key}]]`")))
        };
        self.optional(key, problems, read).unwrap_or_default()
    }

    /// Reports the keys that nobody asked for.
    pub fn finish(&self, problems: &mut Problems) {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if !self.asked.contains(&name) {
                let write = format!("write one of {}", self.asked.join(", "));
                problems.add(
                    Some(key.span()),
                    &self.place_of(name),
                    "this key is not known",
                    &write,
                );
            }
        }
    }

    /// Reports something about the table as a whole.
    pub fn blame(&self, problems: &mut Problems, wrong: &str, write: &str) {
        problems.add(Some(self.span.clone()), &self.place, wrong, write);
    }

    /// The line of the file on which it begins, counted from 1.
    pub fn line(&self, problems: &Problems) -> usize {
        problems.line(self.span.start)
    }

    fn find(&self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.table
            .iter()
            .find(|(name, _)| name.get_ref() == key)
            .map(|(_, value)| value)
    }

    fn place_of(&self, key: &str) -> String {
        if self.place.is_empty() {
            key.to_owned()
        } else {
            format!("{}, {key}", self.place)
        }
    }
}

pub fn wrong(wrong: &str, write: &str) -> Wrong {
    (wrong.to_owned(), write.to_owned())
}
