//! The catalogues that are part of the program.

use crate::failure::Failure;
use std::fs;
use std::path::Path;

const CATALOGUES: [(&str, &str); 4] = [
    ("callpro", include_str!("../../../catalogues/callpro.toml")),
    (
        "callmonkey",
        include_str!("../../../catalogues/callmonkey.toml"),
    ),
    (
        "contact-expert",
        include_str!("../../../catalogues/contact-expert.toml"),
    ),
    ("stucc", include_str!("../../../catalogues/stucc.toml")),
];

/// The text of a catalogue: a shipped one by its name, any other by the path of its file.
pub fn catalogue(wanted: &str) -> Result<String, Failure> {
    if let Some((_, text)) = CATALOGUES.iter().find(|(name, _)| *name == wanted) {
        return Ok((*text).to_owned());
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
