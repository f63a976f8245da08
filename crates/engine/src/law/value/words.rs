//! The values that are words of a closed list.

use crate::consent::{Basis, Purpose};
use crate::law::duty::{AbandonedOf, Kept};
use crate::law::section::{Wrong, wrong};
use crate::recording::Owed;
use toml::de::DeValue;

pub fn basis(value: &DeValue<'_>) -> Result<Basis, Wrong> {
    value
        .as_str()
        .and_then(|word| word.parse().ok())
        .ok_or_else(|| no_word("a ground", &Basis::ALL.map(Basis::word)))
}

pub fn bases(value: &DeValue<'_>) -> Result<Vec<Basis>, Wrong> {
    each(value).ok_or_else(|| no_word("grounds in a list", &Basis::ALL.map(Basis::word)))
}

pub fn purposes(value: &DeValue<'_>) -> Result<Vec<Purpose>, Wrong> {
    each(value).ok_or_else(|| no_word("purposes in a list", &Purpose::ALL.map(Purpose::word)))
}

/// The words of a list that is not empty.
fn each<T: std::str::FromStr>(value: &DeValue<'_>) -> Option<Vec<T>> {
    let entries = value.as_array().into_iter().flatten();
    let words: Option<Vec<T>> = entries
        .map(|word| word.get_ref().as_str()?.parse().ok())
        .collect();
    words.filter(|words| !words.is_empty())
}

pub fn abandoned_of(value: &DeValue<'_>) -> Result<AbandonedOf, Wrong> {
    match value.as_str() {
        Some("campaign") => Ok(AbandonedOf::Campaign),
        Some("centre") => Ok(AbandonedOf::Centre),
        _ => Err(no_word("what is measured", &["campaign", "centre"])),
    }
}

pub fn kept(value: &DeValue<'_>) -> Result<Kept, Wrong> {
    match value.as_str() {
        Some("consent") => Ok(Kept::Consent),
        Some("attempts") => Ok(Kept::Attempts),
        Some("recordings") => Ok(Kept::Recordings),
        _ => Err(no_word(
            "what is kept",
            &["consent", "attempts", "recordings"],
        )),
    }
}

pub fn owed(value: &DeValue<'_>) -> Result<Owed, Wrong> {
    let found = value.as_str().and_then(Owed::of);
    found.ok_or_else(|| no_word("what is owed", &Owed::ALL.map(Owed::word)))
}

fn no_word(what: &str, known: &[&str]) -> Wrong {
    let known: Vec<String> = known.iter().map(|word| format!("\"{word}\"")).collect();
    wrong(
        &format!("not {what}"),
        &format!("write {}", known.join(", ")),
    )
}
