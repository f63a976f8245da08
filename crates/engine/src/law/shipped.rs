//! The jurisdiction files that are part of the program.

pub const CH: &str = include_str!("../../../../jurisdictions/ch.toml");
pub const DE: &str = include_str!("../../../../jurisdictions/de.toml");
pub const GB: &str = include_str!("../../../../jurisdictions/gb.toml");
pub const HU: &str = include_str!("../../../../jurisdictions/hu.toml");
pub const NL: &str = include_str!("../../../../jurisdictions/nl.toml");
pub const US: &str = include_str!("../../../../jurisdictions/us.toml");

/// The text of a country's file, by its two letters in either case.
pub fn shipped(country: &str) -> Option<&'static str> {
    match country.to_ascii_uppercase().as_str() {
        "CH" => Some(CH),
        "DE" => Some(DE),
        "GB" => Some(GB),
        "HU" => Some(HU),
        "NL" => Some(NL),
        "US" => Some(US),
        _ => None,
    }
}

/// The countries that have a file.
pub const COUNTRIES: [&str; 6] = ["CH", "DE", "GB", "HU", "NL", "US"];
