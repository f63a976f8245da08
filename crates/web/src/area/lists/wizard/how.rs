//! How a file is read and what becomes of its rows, as it is kept with an upload.

use crate::failure::Failure;
use import::{Handling, Order};
use lists::Country;
use lists::sheet::Options;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use store::Mode;

/// What somebody chose against what was found; empty where what was found holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    pub encoding: Option<String>,
    pub delimiter: Option<char>,
    pub sheet: Option<String>,
}

/// What becomes of the rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct How {
    /// `append`, `update` or `sync`.
    pub mode: String,
    /// `code` or `reject`.
    pub invalid: String,
    pub duplicate: String,
    /// Whose way of writing numbers holds; the list's where nothing is chosen.
    pub country: Option<Country>,
}

impl Default for How {
    fn default() -> Self {
        Self {
            mode: "append".to_owned(),
            invalid: "code".to_owned(),
            duplicate: "code".to_owned(),
            country: None,
        }
    }
}

impl Reading {
    pub fn options(&self) -> Options {
        Options {
            encoding: self.encoding.clone(),
            delimiter: self.delimiter,
            sheet: self.sheet.clone(),
        }
    }
}

impl How {
    pub fn order(&self) -> Order {
        let handling = |word: &str| match word {
            "reject" => Handling::Reject,
            _ => Handling::Code,
        };
        Order {
            mode: match self.mode.as_str() {
                "update" => Mode::Update,
                "sync" => Mode::Sync,
                _ => Mode::Append,
            },
            invalid: handling(&self.invalid),
            duplicate: handling(&self.duplicate),
            stop_after: None,
            // Somebody saw how many there are, and confirmed it.
            absent_most: 100,
        }
    }

    /// Whether rows find their contacts by key.
    pub fn is_by_key(&self) -> bool {
        self.order().mode.is_by_key()
    }
}

/// What was kept, or the default where an older program kept something else.
pub fn kept<T: DeserializeOwned + Default>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_default()
}

pub fn text<T: Serialize>(value: &T) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| Failure::Broken(error.to_string()))
}
