//! Reading a table of a definition entry by entry, so that every fault is found at once.
//!
//! A deserialiser stops at the first fault; whoever mends a definition wants them all.

use crate::fault::Fault;
use toml::{Table, Value};

/// One table that is being read; what is not asked for is a fault when it is finished.
pub(crate) struct Entry<'a> {
    table: &'a Table,
    place: String,
    known: Vec<&'static str>,
    pub(crate) faults: Vec<Fault>,
}

impl<'a> Entry<'a> {
    pub(crate) fn new(table: &'a Table, place: impl Into<String>) -> Self {
        Self {
            table,
            place: place.into(),
            known: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// Where a key stands, such as `field[2].max`.
    pub(crate) fn place(&self, key: &str) -> String {
        match (self.place.is_empty(), key.is_empty()) {
            (true, _) => key.to_owned(),
            (false, true) => self.place.clone(),
            (false, false) => format!("{}.{key}", self.place),
        }
    }

    pub(crate) fn fault(&mut self, key: &str, reason: impl Into<String>) {
        let place = self.place(key);
        self.faults.push(Fault::new(place, reason));
    }

    pub(crate) fn value(&mut self, key: &'static str) -> Option<&'a Value> {
        self.known.push(key);
        self.table.get(key)
    }

    pub(crate) fn text(&mut self, key: &'static str) -> Option<String> {
        match self.value(key)? {
            Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
            _ => {
                self.fault(key, "must be a text that is not empty");
                None
            }
        }
    }

    /// A text that must be there.
    pub(crate) fn needed_text(&mut self, key: &'static str) -> Option<String> {
        if !self.table.contains_key(key) {
            self.known.push(key);
            self.fault(key, "is missing");
            return None;
        }
        self.text(key)
    }

    pub(crate) fn texts(&mut self, key: &'static str) -> Vec<String> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let texts = value.as_array().and_then(|items| {
            let texts = items.iter().map(|item| item.as_str().map(str::to_owned));
            texts.collect::<Option<Vec<String>>>()
        });
        texts.unwrap_or_else(|| {
            self.fault(key, "must be an array of texts");
            Vec::new()
        })
    }

    pub(crate) fn flag(&mut self, key: &'static str) -> bool {
        match self.value(key) {
            None => false,
            Some(Value::Boolean(flag)) => *flag,
            Some(_) => {
                self.fault(key, "must be true or false");
                false
            }
        }
    }

    pub(crate) fn count(&mut self, key: &'static str) -> Option<usize> {
        let value = self.value(key)?;
        let count = value
            .as_integer()
            .and_then(|count| usize::try_from(count).ok());
        if count.is_none_or(|count| count == 0) {
            self.fault(key, "must be a whole number above 0");
            return None;
        }
        count
    }

    /// One of a closed list of words.
    pub(crate) fn word<T: Copy>(
        &mut self,
        key: &'static str,
        all: &[T],
        code: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let written = self.text(key)?;
        let found = all.iter().copied().find(|&item| code(item) == written);
        if found.is_none() {
            let words: Vec<&str> = all.iter().map(|&item| code(item)).collect();
            let reason = format!("`{written}` is unknown: write one of {}", words.join(", "));
            self.fault(key, reason);
        }
        found
    }

    pub(crate) fn table(&mut self, key: &'static str) -> Option<Entry<'a>> {
        match self.value(key)? {
            Value::Table(table) => Some(Entry::new(table, self.place(key))),
            _ => {
                self.fault(key, "must be a table");
                None
            }
        }
    }

    /// An array of tables; each knows its place, counted from 1.
    pub(crate) fn tables(&mut self, key: &'static str) -> Vec<Entry<'a>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(items) = value.as_array() else {
            self.fault(key, "must be an array of tables");
            return Vec::new();
        };
        let mut entries = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let place = format!("{}[{}]", self.place(key), index + 1);
            match item {
                Value::Table(table) => entries.push(Entry::new(table, place)),
                _ => self.faults.push(Fault::new(place, "must be a table")),
            }
        }
        entries
    }

    /// Takes over what was found in a part of this table.
    pub(crate) fn absorb(&mut self, part: Entry<'_>) {
        self.faults.extend(part.finish());
    }

    /// All faults, with those keys that nobody asked for.
    pub(crate) fn finish(mut self) -> Vec<Fault> {
        let mut known = self.known.clone();
        known.sort_unstable();
        known.dedup();
        for key in self.table.keys() {
            if !known.contains(&key.as_str()) {
                let reason = format!("is unknown: write one of {}", known.join(", "));
                self.fault(key, reason);
            }
        }
        self.faults
    }
}
