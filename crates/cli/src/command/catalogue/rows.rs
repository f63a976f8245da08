//! The rows of a product: which code comes about by which steps, or what it waits for.

use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    pub catalogue: String,
    /// The language its people speak.
    pub language: String,
    /// What the program has to do for each sentence; `{}` stands for a figure or a code.
    pub sentence: BTreeMap<String, String>,
    #[serde(rename = "row")]
    pub rows: Vec<Row>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub code: String,
    /// What sets it off.
    pub trigger: Option<String>,
    pub steps: Option<Vec<String>>,
    /// The ability that is not built yet.
    pub waits_for: Option<String>,
}
