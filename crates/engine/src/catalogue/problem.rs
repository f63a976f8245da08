//! One thing found in a catalogue: where, what, and what to write instead. Its reason is a word
//! that programs know, and the sentence is said in any language by it.

use super::sentence::say;
use std::fmt;

/// What a sentence speaks of, by name.
pub type Parts = Vec<(&'static str, String)>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueProblem {
    pub line: Option<usize>,
    /// The code it concerns, or empty for the file itself.
    pub code: String,
    pub field: String,
    /// Stable: a doubt is accepted by it.
    pub reason: &'static str,
    pub parts: Parts,
    /// In English.
    pub text: String,
    pub remedy: String,
}

impl CatalogueProblem {
    pub fn new(
        code: &str,
        field: &str,
        reason: &'static str,
        parts: &[(&'static str, &str)],
    ) -> Self {
        let owned = parts
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()));
        Self {
            line: None,
            code: code.to_owned(),
            field: field.to_owned(),
            reason,
            parts: owned.collect(),
            text: say(reason, "", parts),
            remedy: say(reason, "-do", parts),
        }
    }
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

/// The record something was found in, by its place in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    File,
    Group(usize),
    Disposition(usize),
    Cause(usize),
}

#[derive(Debug)]
pub(super) struct Found {
    pub spot: Spot,
    pub problem: CatalogueProblem,
}

/// Collects what is found in one record.
pub(super) struct Place<'p> {
    pub spot: Spot,
    pub code: &'p str,
    pub problems: &'p mut Vec<Found>,
}

impl<'p> Place<'p> {
    pub fn new(spot: Spot, problems: &'p mut Vec<Found>) -> Self {
        Self {
            spot,
            code: "",
            problems,
        }
    }

    pub fn of_code(index: usize, code: &'p str, problems: &'p mut Vec<Found>) -> Self {
        Self {
            spot: Spot::Disposition(index),
            code,
            problems,
        }
    }

    pub fn blame(&mut self, field: &str, reason: &'static str, parts: &[(&'static str, &str)]) {
        self.problems.push(Found {
            spot: self.spot,
            problem: CatalogueProblem::new(self.code, field, reason, parts),
        });
    }
}
