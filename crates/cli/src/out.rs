//! What is shown: JSON for programs, tables and sentences for people.
//!
//! Results go to standard output, everything else to standard error. A reader that has gone
//! away, such as `head`, is no error.

use crate::failure::Failure;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Debug, Clone, Copy)]
pub struct Out {
    pub json: bool,
}

impl Out {
    /// Shows a result: the value itself, or the text a person reads.
    pub fn show<T: Serialize>(
        self,
        value: &T,
        text: impl FnOnce(&T) -> String,
    ) -> Result<(), Failure> {
        let shown = if self.json {
            serde_json::to_string(value)
                .map_err(|error| Failure::of(format!("the result cannot be shown: {error}")))?
        } else {
            text(value)
        };
        print(shown.trim_end());
        Ok(())
    }
}

/// Something to know that is no result.
pub fn note(text: impl AsRef<str>) {
    // Nobody is left to be told when standard error is closed.
    let _ = writeln!(io::stderr(), "{}", text.as_ref());
}

/// Tells what goes wrong while a program runs on, the same thing in a row only once.
#[derive(Debug, Default)]
pub struct Problems {
    last: String,
}

impl Problems {
    pub fn tell(&mut self, problem: impl ToString) {
        let problem = problem.to_string();
        if problem != self.last {
            note(format!("dispo: {problem}"));
            self.last = problem;
        }
    }
}

fn print(text: &str) {
    // A pipe whose reader has left takes nothing more, and nobody misses it.
    let _ = writeln!(io::stdout(), "{text}");
}

/// On which side of its column a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

/// Rows under a header, as wide as their widest cell.
#[derive(Debug, Clone)]
pub struct Table {
    columns: Vec<(String, Align)>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub fn new<'a>(columns: impl IntoIterator<Item = (&'a str, Align)>) -> Self {
        let columns = columns
            .into_iter()
            .map(|(name, align)| (name.to_owned(), align));
        Self {
            columns: columns.collect(),
            rows: Vec::new(),
        }
    }

    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    pub fn text(&self) -> String {
        let header: Vec<String> = self.columns.iter().map(|(name, _)| name.clone()).collect();
        let mut text = String::new();
        if header.iter().any(|name| !name.is_empty()) {
            text.push_str(&self.line(&header));
        }
        for row in &self.rows {
            text.push_str(&self.line(row));
        }
        text
    }

    fn line(&self, cells: &[String]) -> String {
        let mut line = String::new();
        for (index, ((_, align), cell)) in self.columns.iter().zip(cells).enumerate() {
            let gap = " ".repeat(self.width(index).saturating_sub(cell.chars().count()));
            match align {
                Align::Left => line.push_str(&format!("{cell}{gap}")),
                Align::Right => line.push_str(&format!("{gap}{cell}")),
            }
            line.push_str("  ");
        }
        format!("{}\n", line.trim_end())
    }

    fn width(&self, column: usize) -> usize {
        let header = self
            .columns
            .get(column)
            .map_or(0, |(name, _)| name.chars().count());
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        cells
            .map(|cell| cell.chars().count())
            .fold(header, usize::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_under_each_other() {
        let mut table = Table::new([("code", Align::Left), ("contacts", Align::Right)]);
        table.row(["785".to_owned(), "12".to_owned()]);
        table.row(["é".to_owned(), "1345".to_owned()]);
        assert_eq!(
            table.text(),
            "code  contacts\n785         12\né         1345\n"
        );
    }
}
