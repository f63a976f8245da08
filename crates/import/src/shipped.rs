//! The catalogues that are part of the program, and the rules a new list is made with.

use engine::{Catalogue, Law, Settings, Stated, law};
use lists::Country;
use store::NewRules;

/// Name and text of each.
pub const CATALOGUES: [(&str, &str); 4] = [
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

/// The text of a shipped catalogue.
pub fn catalogue(name: &str) -> Option<&'static str> {
    let mut all = CATALOGUES.iter();
    all.find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// A catalogue and the law of a country as the rules of a new list, with what it is called for.
/// `name` is what the catalogue is called where something is wrong with it.
pub fn rules_of(
    name: &str,
    text: String,
    country: Country,
    stated: Stated,
) -> Result<NewRules, Vec<String>> {
    let mut wrong = Vec::new();
    let usual = match Catalogue::parse(&text) {
        Ok(catalogue) => Settings::usual(&catalogue),
        Err(problems) => {
            wrong.extend(problems.iter().map(|problem| format!("{name}: {problem}")));
            Settings::default()
        }
    };
    let law = law::shipped::shipped(country.code()).map(str::to_owned);
    if let Some(Err(problems)) = law.as_ref().map(|text| Law::parse(text, country.code())) {
        wrong.extend(problems.iter().map(ToString::to_string));
    }
    match wrong.is_empty() {
        true => Ok(NewRules {
            catalogue: text,
            law,
            settings: stated.settings(&usual),
        }),
        false => Err(wrong),
    }
}
