//! What the agents of a centre that lives are called.

/// First names as one hears them on Dutch, German and Hungarian floors; nobody is meant.
const NAMES: [&str; 30] = [
    "Ada", "Bram", "Csilla", "Daan", "Emma", "Fenna", "Gergő", "Hanna", "Imre", "Jasmijn", "Kai",
    "Lotte", "Máté", "Noor", "Ole", "Petra", "Quinten", "Réka", "Sven", "Tess", "Uwe", "Vera",
    "Wout", "Xenia", "Yara", "Zoltán", "Anouk", "Bence", "Carla", "Dirk",
];

/// The name of an agent; past the last one they come again, numbered.
pub fn name(index: usize) -> String {
    let round = index.checked_div(NAMES.len()).unwrap_or_default();
    let name = NAMES.get(index % NAMES.len()).copied().unwrap_or("Agent");
    match round {
        0 => name.to_owned(),
        _ => format!("{name} {}", round.saturating_add(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_agents_have_one_name() {
        let names: BTreeSet<String> = (0..200).map(name).collect();
        assert_eq!(names.len(), 200);
        assert!(names.contains("Ada") && names.contains("Ada 2"));
    }
}
