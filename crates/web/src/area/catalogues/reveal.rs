//! Which fields a code's form shows: what its group offers, and what was ticked before, reveal
//! the next ones. The page's script reads the same conditions, so that it happens at once there.
//!
//! A condition is alternatives (`;`) of terms that all hold (`&`): `kind=unreached,callback` is
//! a field with one of these values, `suppress.subject` one with any.

use super::form::Pairs;
use engine::catalogue::{CatalogueFile, Group, GroupOption, Offering, Setter};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What nothing reveals.
const NEVER: &str = "!";

/// A condition with all that the vocabulary decides already said: its groups by their keys.
pub fn concrete(when: &str, file: &CatalogueFile) -> String {
    let mut kept = Vec::new();
    for alternative in when.split(';') {
        let terms: Option<Vec<String>> = alternative
            .split('&')
            .map(|term| of_file(term, file))
            .collect();
        let Some(terms) = terms else { continue };
        let terms: Vec<String> = terms.into_iter().filter(|term| !term.is_empty()).collect();
        if terms.is_empty() {
            return String::new();
        }
        kept.push(terms.join("&"));
    }
    match kept.is_empty() {
        true => NEVER.to_owned(),
        false => kept.join(";"),
    }
}

/// One term: empty where it always holds, none where it never does.
fn of_file(term: &str, file: &CatalogueFile) -> Option<String> {
    let Some((word, rest)) = term.split_once(':') else {
        return Some(term.to_owned());
    };
    let scores = file.offering == Offering::Score;
    let always = |holds: bool| holds.then(String::new);
    match word {
        "offers" => {
            let option: GroupOption = read(rest)?;
            groups(file, |group| group.offers(option))
        }
        "open" => groups(file, |group| group.options.is_none()),
        "by" => {
            let setter: Setter = read(rest)?;
            groups(file, |group| group.allows(setter))
        }
        "scored" if !scores => None,
        "scored" => groups(file, |group| group.scored).or(Some(String::new())),
        "unscored" => always(!scores),
        "bands" => always(file.offering == Offering::Bands),
        "causes" => always(!file.causes.is_empty()),
        _ => None,
    }
}

fn groups(file: &CatalogueFile, fits: impl Fn(&Group) -> bool) -> Option<String> {
    let fitting: Vec<&str> = file
        .groups
        .iter()
        .filter(|group| fits(group))
        .map(|group| group.key.as_str())
        .collect();
    match fitting.len() {
        0 => None,
        all if all == file.groups.len() => Some(String::new()),
        _ => Some(format!("group={}", fitting.join(","))),
    }
}

fn read<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(Value::from(word)).ok()
}

/// Whether a condition holds for what stands in a form.
pub fn holds(when: &str, pairs: &Pairs) -> bool {
    let has = |name: &str, values: Option<&str>| {
        let mut entered = pairs.iter().filter(|(known, _)| known == name);
        entered.any(|(_, value)| match values {
            Some(values) => values.split(',').any(|one| one == value),
            None => !value.is_empty(),
        })
    };
    let term = |term: &str| match term.split_once('=') {
        Some((name, values)) => has(name, Some(values)),
        None => has(term, None),
    };
    when.is_empty() || when != NEVER && when.split(';').any(|all| all.split('&').all(term))
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::Catalogue;

    fn file(name: &str) -> CatalogueFile {
        let text = import::catalogue(name).unwrap();
        Catalogue::parse(text).unwrap().file().clone()
    }

    #[test]
    fn what_the_vocabulary_decides_is_said_at_once() {
        let (monkey, callpro) = (file("callmonkey"), file("callpro"));
        assert_eq!(
            concrete(
                "offers:remind&contact_priority=6;unscored:&kind=callback",
                &monkey
            ),
            "group=4&contact_priority=6"
        );
        assert_eq!(
            concrete(
                "offers:remind&contact_priority=6;unscored:&kind=callback",
                &callpro
            ),
            "contact_priority=6;kind=callback"
        );
        assert_eq!(concrete("scored:", &monkey), "group=4");
        assert_eq!(concrete("scored:", &callpro), NEVER);
        assert_eq!(concrete("bands:", &callpro), "");
        assert_eq!(concrete("by:agent", &monkey), "group=2,3,4,5,6,7");
        assert_eq!(concrete("open:", &monkey), NEVER);
    }

    #[test]
    fn alternatives_and_what_must_all_hold() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let pairs = [
            pair("group", "4"),
            pair("contact_priority", "6"),
            pair("hotkey", ""),
        ];
        assert!(holds("", &pairs));
        assert!(holds("group=4&contact_priority=6", &pairs));
        assert!(!holds("group=4&contact_priority=1,3", &pairs));
        assert!(holds("kind=final;contact_priority=3,6", &pairs));
        assert!(!holds("hotkey", &pairs));
        assert!(!holds(NEVER, &pairs));
    }
}
