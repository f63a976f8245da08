//! The names of the columns, made usable: none empty, no two alike.

use super::OpenError;
use super::record::Record;
use crate::problem::Problem;
use std::collections::HashMap;

/// No list has more; a damaged workbook may claim any number.
const MOST_COLUMNS: usize = 4_096;

/// The names given so far, in lower case, and for each how often it was asked for.
#[derive(Default)]
struct Given(HashMap<String, u32>);

/// The column names of a header row, and what was wrong with it. Empty cells at its end are no
/// columns.
pub(super) fn names(header: &Record) -> Result<(Vec<String>, Vec<Problem>), OpenError> {
    let last = header
        .cells()
        .enumerate()
        .filter(|(_, cell)| !cell.trim().is_empty())
        .last();
    let width = last.map_or(0, |(column, _)| column + 1);
    if width > MOST_COLUMNS {
        return Err(OpenError::TooWide(width));
    }
    let mut given = Given::default();
    let mut names = Vec::with_capacity(width);
    let mut problems = Vec::new();
    for (column, cell) in (1..).zip(header.cells().take(width)) {
        let written = cell.trim();
        let (name, reason) = if written.is_empty() {
            let name = given.free(&format!("column {column}"));
            let reason = format!("column {column} has no name: it is called `{name}` here");
            (name, Some(reason))
        } else {
            let name = given.free(written);
            let reason = (name != written).then(|| {
                format!("two columns are called `{written}`: the second is `{name}` here")
            });
            (name, reason)
        };
        if let Some(reason) = reason {
            problems.push(Problem::of_cell(header.line, &name, written, reason));
        }
        names.push(name);
    }
    Ok((names, problems))
}

/// What is wrong with a file that has a header and nothing else.
pub(super) fn alone(header: &Record) -> Problem {
    Problem::of_line(
        header.line,
        "there are no rows below the header: add a line per contact",
    )
}

impl Given {
    /// The name itself, or with a figure behind it if it is given already.
    fn free(&mut self, name: &str) -> String {
        let lower = name.to_lowercase();
        let mut count = self.0.get(&lower).copied().unwrap_or(0);
        let mut free = name.to_owned();
        let mut key = lower.clone();
        while self.0.contains_key(&key) {
            count = count.max(1) + 1;
            free = format!("{name} ({count})");
            key = free.to_lowercase();
        }
        self.0.insert(lower, count.max(1));
        self.0.entry(key).or_insert(1);
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_gets_a_name_of_its_own() {
        let header = Record::of(1, ["Tel", " ", "tel", "Tel (2)", "", ""]);
        let (names, problems) = names(&header).unwrap();
        assert_eq!(names, ["Tel", "column 2", "tel (2)", "Tel (2) (2)"]);
        let reasons: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            reasons,
            [
                "line 1, column 2: column 2 has no name: it is called `column 2` here",
                "line 1, tel (2) `tel`: two columns are called `tel`: the second is `tel (2)` here",
                "line 1, Tel (2) (2) `Tel (2)`: two columns are called `Tel (2)`: the second is `Tel (2) (2)` here",
            ]
        );
    }
}
