//! The jurisdiction files that are part of the program.

pub const NL: &str = include_str!("../../../../jurisdictions/nl.toml");
pub const DE: &str = include_str!("../../../../jurisdictions/de.toml");

/// The text of a country's file, by its two letters in either case.
pub fn shipped(country: &str) -> Option<&'static str> {
    match country.to_ascii_uppercase().as_str() {
        "NL" => Some(NL),
        "DE" => Some(DE),
        _ => None,
    }
}

/// The countries that have a file.
pub const COUNTRIES: [&str; 2] = ["DE", "NL"];
