//! Catalogues by the name of a shipped one, or by the path of a file.

use crate::failure::Failure;
use import::CATALOGUES;
use std::fs;
use std::path::Path;

/// The text of a catalogue: a shipped one by its name, any other by the path of its file.
pub fn catalogue(wanted: &str) -> Result<String, Failure> {
    if let Some(text) = import::catalogue(wanted) {
        return Ok(text.to_owned());
    }
    let is_path = wanted.contains(['/', '\\', '.']) || Path::new(wanted).exists();
    if !is_path {
        return Err(Failure::of(format!(
            "`{wanted}` is no catalogue: write {}, or the path of a TOML file",
            names()
        )));
    }
    fs::read_to_string(wanted)
        .map_err(|error| Failure::of(format!("{wanted}: the catalogue cannot be read: {error}")))
}

fn names() -> String {
    CATALOGUES.map(|(name, _)| name).join(", ")
}
