//! Why a file cannot be taken in, in a form that is kept and said in the visitor's language.

use crate::words::Words;
use import::ImportFailure;
use import::whom::TakeFailure;
use lists::sheet::OpenError;
use serde::{Deserialize, Serialize};
use store::RegisterRefusal;

/// What is wrong with a file as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// `file-trouble-…` says what, with `-remedy` what to do.
    pub key: String,
    /// Where, and what was found, as far as that is known.
    #[serde(default)]
    pub line: u64,
    #[serde(default)]
    pub detail: String,
}

impl Trouble {
    pub fn new(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            line: 0,
            detail: String::new(),
        }
    }

    fn with(key: &str, detail: impl ToString) -> Self {
        Self {
            detail: detail.to_string(),
            ..Self::new(key)
        }
    }

    pub fn at(key: &str, line: u64, detail: impl ToString) -> Self {
        Self {
            line,
            ..Self::with(key, detail)
        }
    }

    pub fn what(&self, words: &Words) -> String {
        let line = words.number(self.line);
        let parts = [("line", line.as_str()), ("detail", self.detail.as_str())];
        words.with(&format!("file-trouble-{}", self.key), parts)
    }

    pub fn remedy(&self, words: &Words) -> String {
        words.t(&format!("file-trouble-{}-remedy", self.key))
    }
}

impl From<&OpenError> for Trouble {
    fn from(error: &OpenError) -> Self {
        match error {
            OpenError::Io(_) => Self::new("gone"),
            OpenError::Empty => Self::new("empty"),
            OpenError::Unreadable { format, .. } => Self::with("unreadable", format),
            OpenError::Protected => Self::new("protected"),
            OpenError::OutOfOrder => Self::with("unreadable", "XLSX"),
            OpenError::TooLarge | OpenError::Oversized { .. } => Self::new("too-large"),
            OpenError::TooWide(columns) => Self::with("too-wide", columns),
            OpenError::NoSuchSheet { wanted, .. } => Self::with("no-sheet", wanted),
            OpenError::Markup => Self::new("markup"),
            OpenError::NotAList => Self::new("not-a-list"),
            OpenError::UnknownEncoding(label) => Self::with("encoding", label),
            OpenError::BadDelimiter(letter) => Self::with("delimiter", letter),
            OpenError::Header(problem) => Self::at("header", problem.line, &problem.value),
        }
    }
}

impl From<&ImportFailure> for Trouble {
    fn from(failure: &ImportFailure) -> Self {
        match failure {
            ImportFailure::Open(error) => error.into(),
            ImportFailure::NoRows => Self::new("no-rows"),
            ImportFailure::Definition(faults) => Self::with("definition", faults),
            // Here any share is allowed: whoever confirmed it saw how many there are.
            ImportFailure::Store(_)
            | ImportFailure::ReaderGone
            | ImportFailure::TooManyAbsent { .. } => Self::new("broken-off"),
            ImportFailure::NobodyNamed => Self::new("nobody-named"),
            ImportFailure::Broken(problem) | ImportFailure::BreaksOff(problem) => {
                Self::at("breaks-off", problem.line, &problem.value)
            }
        }
    }
}

impl From<&TakeFailure> for Trouble {
    fn from(failure: &TakeFailure) -> Self {
        match failure {
            TakeFailure::Register(RegisterRefusal::Unknown(name)) => {
                Self::with("register-unknown", name)
            }
            TakeFailure::Register(RegisterRefusal::Older { name, .. }) => {
                Self::with("register-older", name)
            }
            TakeFailure::Register(RegisterRefusal::ToCome(_)) => Self::new("register-to-come"),
            TakeFailure::Register(RegisterRefusal::Overtaken(name)) => {
                Self::with("register-overtaken", name)
            }
            TakeFailure::Register(RegisterRefusal::Store(_)) | TakeFailure::Store(_) => {
                Self::new("broken-off")
            }
        }
    }
}
