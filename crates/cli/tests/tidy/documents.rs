//! The documents: short enough to be read, and complete where the program points to them.

use engine::catalogue::Band;
use engine::{LimitKind, Outcome, Trigger};

pub const ARCHITECTURE: &str = "docs/ARCHITECTURE.md";
pub const GLOSSARY: &str = "docs/GLOSSARY.md";

const ARCHITECTURE_MOST: usize = 200;

pub fn architecture(text: &str) -> Option<String> {
    let lines = text.lines().count();
    let too_long = lines > ARCHITECTURE_MOST;
    too_long.then(|| format!("{ARCHITECTURE}: {lines} lines, {ARCHITECTURE_MOST} are allowed"))
}

/// The words of every closed list, as they are written in catalogues, journal and JSON.
pub fn closed_words() -> Vec<String> {
    let triggers = Trigger::all()
        .into_iter()
        .map(|trigger| trigger.to_string());
    let outcomes = Outcome::ALL.iter().map(|outcome| outcome.word().to_owned());
    let limits = LimitKind::ALL.iter().map(|limit| limit.word().to_owned());
    let bands = Band::OFFERED.into_iter().chain([Band::Processed]);
    let bands =
        bands.filter_map(|band| serde_json::to_value(band).ok()?.as_str().map(str::to_owned));
    triggers
        .chain(outcomes)
        .chain(limits)
        .chain(bands)
        .collect()
}

pub fn unexplained(glossary: &str, words: &[String]) -> Vec<String> {
    let missing = words
        .iter()
        .filter(|word| !glossary.contains(&format!("`{word}`")));
    missing
        .map(|word| format!("{GLOSSARY}: `{word}` is not explained"))
        .collect()
}

/// Every document another one links to is there.
pub fn dead_links(path: &str, text: &str, exists: impl Fn(&str) -> bool) -> Vec<String> {
    let directory = path.rsplit_once('/').map_or("", |(directory, _)| directory);
    let targets = text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    let files = targets.filter(|target| !target.contains("://") && !target.starts_with('#'));
    let mut dead = Vec::new();
    for target in files {
        let file = target.split('#').next().unwrap_or_default();
        if !exists(&resolved(directory, file)) {
            dead.push(format!("{path}: there is no {target}"));
        }
    }
    dead
}

fn resolved(directory: &str, file: &str) -> String {
    let mut parts: Vec<&str> = directory
        .split('/')
        .filter(|part| !part.is_empty())
        .collect();
    for part in file.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_too_many_is_found() {
        assert_eq!(architecture(&"x\n".repeat(ARCHITECTURE_MOST)), None);
        assert!(architecture(&"x\n".repeat(ARCHITECTURE_MOST + 1)).is_some());
    }

    #[test]
    fn a_word_without_explanation_is_found() {
        let words = ["line.busy".to_owned(), "total".to_owned()];
        assert_eq!(unexplained("| `line.busy` | engaged |", &words).len(), 1);
        assert!(unexplained("`line.busy`, `total`", &words).is_empty());
        let closed = closed_words();
        assert!(closed.contains(&"line.never_rang".to_owned()));
        assert!(closed.contains(&"answered".to_owned()));
        assert!(closed.contains(&"not_reached_low".to_owned()));
        // 56 triggers, 15 outcomes, 10 limits, 6 bands.
        assert_eq!(closed.len(), 56 + 15 + 10 + 6);
    }

    #[test]
    fn a_link_to_nowhere_is_found() {
        let exists = |path: &str| path == "docs/GLOSSARY.md" || path == "README.md";
        let text = "[a](GLOSSARY.md#words) [b](../README.md) [c](https://example.org) [d](#here)";
        assert!(dead_links("docs/A.md", text, exists).is_empty());
        assert_eq!(
            dead_links("docs/A.md", "[a](missing.md)", exists),
            ["docs/A.md: there is no missing.md"]
        );
    }
}
