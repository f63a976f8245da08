//! The rows of a product: which code comes about by which steps, or what it waits for.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

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

pub const PRODUCTS: [&str; 3] = ["callpro", "callmonkey", "stucc"];

pub fn product(name: &str) -> Product {
    let text = std::fs::read_to_string(folder().join(format!("{name}.toml"))).unwrap();
    toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../catalogues/scenarios")
}

impl Product {
    /// What a sentence asks of the program.
    pub fn meant(&self, sentence: &str) -> Result<String, String> {
        let fitting = self.sentence.iter().filter_map(|(pattern, command)| {
            let Some((before, after)) = pattern.split_once("{}") else {
                return (pattern == sentence).then(|| (pattern.len(), command.clone()));
            };
            let said = sentence.strip_prefix(before)?.strip_suffix(after)?;
            Some((pattern.len(), command.replace("{}", said)))
        });
        // The one that says most of it.
        let found = fitting.max().map(|(_, command)| command);
        found.ok_or_else(|| format!("no `sentence` says what `{sentence}` means"))
    }
}
