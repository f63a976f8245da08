//! One thing wrong with a catalogue: where, what, and what to write instead.

use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueProblem {
    pub line: Option<usize>,
    /// The code it concerns, or empty for the file itself.
    pub code: String,
    pub field: String,
    pub text: String,
    pub remedy: String,
}

impl fmt::Display for CatalogueProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        if !self.code.is_empty() {
            write!(f, "disposition `{}`: ", self.code)?;
        }
        write!(f, "`{}`: {}; {}", self.field, self.text, self.remedy)
    }
}

/// A problem and the disposition it was found in, by its place in the file.
#[derive(Debug)]
pub(super) struct Found {
    pub index: Option<usize>,
    pub problem: CatalogueProblem,
}

/// Collects what is wrong with one disposition, or with the file itself.
pub(super) struct Place<'p> {
    pub index: Option<usize>,
    pub code: &'p str,
    pub problems: &'p mut Vec<Found>,
}

impl Place<'_> {
    pub fn blame(&mut self, field: &str, text: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(Found {
            index: self.index,
            problem: CatalogueProblem {
                line: None,
                code: self.code.to_owned(),
                field: field.to_owned(),
                text: text.into(),
                remedy: remedy.into(),
            },
        });
    }
}
