//! What is wrong with a jurisdiction file, where, and what to write instead.

use std::fmt;
use std::ops::Range;

/// One thing that is wrong with a jurisdiction file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct LawProblem {
    pub file: String,
    /// Counted from 1.
    pub line: Option<usize>,
    /// Such as `hours.saturday, close`; empty where the whole file is meant.
    pub place: String,
    pub wrong: String,
    /// What to write instead; empty where `wrong` says it.
    pub write: String,
}

/// The problems of one file while it is read.
pub struct Problems<'t> {
    file: &'t str,
    text: &'t str,
    pub list: Vec<LawProblem>,
}

impl<'t> Problems<'t> {
    pub fn new(file: &'t str, text: &'t str) -> Self {
        Self {
            file,
            text,
            list: Vec::new(),
        }
    }

    pub fn add(&mut self, span: Option<Range<usize>>, place: &str, wrong: &str, write: &str) {
        self.list.push(LawProblem {
            file: self.file.to_owned(),
            line: span.map(|span| self.line(span.start)),
            place: place.to_owned(),
            wrong: wrong.to_owned(),
            write: write.to_owned(),
        });
    }

    pub fn line(&self, offset: usize) -> usize {
        let before = self.text.bytes().take(offset);
        1 + before.filter(|byte| *byte == b'\n').count()
    }
}

impl fmt::Display for LawProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if !self.place.is_empty() {
            write!(f, ", {}", self.place)?;
        }
        write!(f, ": {}", self.wrong)?;
        if !self.write.is_empty() {
            write!(f, "; {}", self.write)?;
        }
        Ok(())
    }
}
