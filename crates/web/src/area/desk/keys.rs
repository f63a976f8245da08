//! One key for every code of a group: the catalogue's own, or the first letter that is free.

use engine::catalogue::Disposition;

const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";

/// The keys of a group's codes, in their order. A catalogue's hotkey goes first; two codes of
/// a group never share a key. A group of more than 26 leaves the last ones without.
pub fn of_group(codes: &[&Disposition], language: &str) -> Vec<Option<char>> {
    let mut keys: Vec<Option<char>> = Vec::new();
    for code in codes {
        let hotkey = code.hotkey.map(|key| key.to_ascii_lowercase());
        let free = hotkey.filter(|key| LETTERS.contains(*key) && !keys.contains(&Some(*key)));
        keys.push(free);
    }
    for (index, code) in codes.iter().enumerate() {
        if keys.get(index).copied().flatten().is_some() {
            continue;
        }
        let label = code.label_in(language).to_lowercase();
        let wanted: Vec<char> = label.chars().chain(LETTERS.chars()).collect();
        let free = wanted
            .into_iter()
            .find(|key| LETTERS.contains(*key) && !keys.contains(&Some(*key)));
        if let Some(place) = keys.get_mut(index) {
            *place = free;
        }
    }
    keys
}
