//! What is wrong with one cell or one line of a file, in a form a report can show.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The longest value a problem repeats, in characters; more would drown the report.
const VALUE_LIMIT: usize = 80;

/// One thing that is wrong: where, what stood there, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Physical line where the record starts; the header is usually 1. 0 = the file as a whole.
    pub line: u64,
    /// The column's name as it stands in the file; empty when the whole line is meant.
    pub column: String,
    /// What stood there, clipped to 80 characters.
    pub value: String,
    /// Why it cannot be used, and the remedy.
    pub reason: String,
}

/// Why a row was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// One row cannot be used; those behind it can.
    #[error("{0}")]
    Row(Problem),
    /// The file cannot be read further: what came of it so far is not the whole list.
    #[error("{0}")]
    Fatal(Problem),
}

impl ReadError {
    pub fn into_problem(self) -> Problem {
        match self {
            Self::Row(problem) | Self::Fatal(problem) => problem,
        }
    }
}

impl Problem {
    /// A problem of one cell.
    pub fn of_cell(line: u64, column: &str, value: &str, reason: impl Into<String>) -> Self {
        Self {
            line,
            column: column.to_owned(),
            value: clip(value),
            reason: reason.into(),
        }
    }

    /// A problem of a whole line.
    pub fn of_line(line: u64, reason: impl Into<String>) -> Self {
        Self::of_cell(line, "", "", reason)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if !self.column.is_empty() {
            write!(f, ", {}", self.column)?;
        }
        if !self.value.is_empty() {
            write!(f, " `{}`", self.value)?;
        }
        write!(f, ": {}", self.reason)
    }
}

fn clip(value: &str) -> String {
    match value.char_indices().nth(VALUE_LIMIT) {
        None => value.to_owned(),
        Some(_) => value.chars().take(VALUE_LIMIT - 1).chain(['…']).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_value_is_clipped_to_eighty_characters_not_bytes() {
        let problem = Problem::of_cell(7, "Naam", &"é".repeat(81), "too long");
        assert_eq!(problem.value, format!("{}…", "é".repeat(79)));
        let problem = Problem::of_cell(7, "Naam", &"é".repeat(80), "too long");
        assert_eq!(problem.value, "é".repeat(80));
    }

    #[test]
    fn it_reads_as_one_line() {
        let cell = Problem::of_cell(3, "Tel", "12", "too short");
        assert_eq!(cell.to_string(), "line 3, Tel `12`: too short");
        let line = Problem::of_line(4, "no cells");
        assert_eq!(line.to_string(), "line 4: no cells");
    }
}
