//! The codes an agent may choose, in their groups, each with its key.

use super::beside::Beside;
use super::keys;
use engine::catalogue::{CatalogueFile, Disposition, Setter};

pub struct Group {
    /// The digit that opens it.
    pub key: char,
    pub hue: usize,
    pub label: String,
    pub codes: Vec<CodeButton>,
}

pub struct CodeButton {
    pub code: String,
    pub label: String,
    pub key: Option<char>,
    /// Shown in italics: the code takes no note.
    pub is_plain: bool,
    /// What it is called in the vocabulary she reads, where that is another.
    pub beside: Option<Beside>,
}

/// The groups that hold a code an agent may choose.
pub fn groups(file: &CatalogueFile, language: &str) -> Vec<Group> {
    let mut groups = Vec::new();
    for group in &file.groups {
        let codes: Vec<&Disposition> = ordered(file, &group.key);
        if codes.is_empty() {
            continue;
        }
        let keys = keys::of_group(&codes, &file.own_language);
        let buttons = codes.iter().zip(keys).map(|(found, key)| CodeButton {
            code: found.code.to_string(),
            label: found.label_in(language).to_owned(),
            key,
            is_plain: !found.pop_up,
            beside: None,
        });
        let label = group.label.get(language).or(group.label.values().next());
        groups.push(Group {
            key: digit(&group.key, groups.len()),
            hue: hue(file, &group.key),
            label: label.cloned().unwrap_or_default(),
            codes: buttons.collect(),
        });
    }
    groups
}

/// One of the ten hues: the group's own digit, or its place in the catalogue.
pub fn hue(file: &CatalogueFile, group: &str) -> usize {
    let place = || file.groups.iter().position(|known| known.key == group);
    match group.parse::<usize>() {
        Ok(digit) if digit < 10 => digit,
        _ => place().unwrap_or_default().saturating_add(1) % 10,
    }
}

fn digit(key: &str, place: usize) -> char {
    let mut letters = key.chars();
    match (letters.next(), letters.next()) {
        (Some(digit), None) if digit.is_ascii_digit() => digit,
        _ => u32::try_from(place.saturating_add(1))
            .ok()
            .and_then(|place| char::from_digit(place, 10))
            .unwrap_or('0'),
    }
}

fn ordered<'a>(file: &'a CatalogueFile, group: &str) -> Vec<&'a Disposition> {
    let mut codes: Vec<&Disposition> = file
        .dispositions
        .iter()
        .filter(|found| found.group == group && found.set_by.contains(&Setter::Agent))
        .collect();
    codes.sort_by_key(|found| found.order.unwrap_or(u32::MAX));
    codes
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::Catalogue;
    use std::collections::BTreeSet;

    const SHIPPED: [&str; 4] = [
        include_str!("../../../../../catalogues/callpro.toml"),
        include_str!("../../../../../catalogues/callmonkey.toml"),
        include_str!("../../../../../catalogues/contact-expert.toml"),
        include_str!("../../../../../catalogues/stucc.toml"),
    ];

    #[test]
    fn every_code_has_a_key_and_none_collides() {
        for text in SHIPPED {
            let catalogue = Catalogue::parse(text).unwrap();
            let groups = groups(catalogue.file(), "nl");
            assert!(!groups.is_empty(), "{}", catalogue.name());
            let digits: BTreeSet<char> = groups.iter().map(|group| group.key).collect();
            assert_eq!(digits.len(), groups.len(), "{}", catalogue.name());
            for group in groups {
                let keys: BTreeSet<char> = group.codes.iter().filter_map(|code| code.key).collect();
                assert_eq!(
                    keys.len(),
                    group.codes.len(),
                    "{} {}",
                    catalogue.name(),
                    group.label
                );
            }
        }
    }

    #[test]
    fn the_catalogues_own_hotkeys_hold() {
        for text in SHIPPED {
            let catalogue = Catalogue::parse(text).unwrap();
            for group in groups(catalogue.file(), "nl") {
                for button in group.codes {
                    let own = catalogue.find(&button.code).and_then(|found| found.hotkey);
                    assert!(own.is_none() || own == button.key, "{}", button.code);
                }
            }
        }
    }
}
