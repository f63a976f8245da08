//! The rows of each product as the program reads them, and what its sentences mean.

#[path = "../../src/command/catalogue/rows.rs"]
mod read;

pub use read::Product;
use std::path::PathBuf;

pub const PRODUCTS: [&str; 4] = ["callpro", "callmonkey", "contact-expert", "stucc"];

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
