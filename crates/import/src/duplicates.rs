//! Which rows are a contact that is there already.

use std::collections::{HashMap, HashSet};

#[derive(Debug, Default)]
pub(crate) struct Duplicates {
    /// What was in the list before this import.
    stored: HashSet<i64>,
    /// The line at which this file brought it.
    of_file: HashMap<i64, u64>,
    keys: HashMap<String, u64>,
}

/// Where the first one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum First {
    InList,
    InLine(u64),
}

impl Duplicates {
    pub fn new(stored: HashSet<i64>) -> Self {
        Self {
            stored,
            ..Self::default()
        }
    }

    pub fn first(&self, likeness: i64) -> Option<First> {
        let in_file = self.of_file.get(&likeness).map(|&line| First::InLine(line));
        in_file.or_else(|| self.stored.contains(&likeness).then_some(First::InList))
    }

    /// Remembers a row that is stored; the first one stays the first.
    pub fn remember(&mut self, likeness: i64, line: u64) {
        self.of_file.entry(likeness).or_insert(line);
    }

    /// Takes note of a key; gives the line that had it before.
    pub fn key_again(&mut self, key: &str, line: u64) -> Option<u64> {
        if let Some(&before) = self.keys.get(key) {
            return Some(before);
        }
        self.keys.insert(key.to_owned(), line);
        None
    }
}

impl First {
    pub fn reason(self) -> String {
        match self {
            Self::InList => "is in the list already".to_owned(),
            Self::InLine(line) => format!("stands in line {line} already"),
        }
    }
}
