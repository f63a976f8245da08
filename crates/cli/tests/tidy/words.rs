//! Words that must not be anywhere: places and machines of whoever built this.

use super::tree::TextFile;

/// Put together, so that this file does not contain what it looks for.
const PLACES: [&str; 5] = [
    concat!("/wo", "rk/"),
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/Us", "ers/"),
    concat!("C:\\Us", "ers"),
];

/// What makes a package manager ask another registry than everybody's.
const DETOURS: [&str; 6] = [
    concat!("replace", "-with"),
    concat!("index", "-url"),
    concat!("regis", "try ="),
    concat!("regis", "try=http"),
    concat!("GOPR", "OXY"),
    concat!("[sou", "rce."),
];

const LOCKED_FROM: &str = "registry+https://github.com/rust-lang/crates.io-index";

pub fn places(file: &TextFile) -> Vec<String> {
    let mut wrong = Vec::new();
    for (number, line) in (1..).zip(file.text.lines()) {
        let found = PLACES
            .iter()
            .chain(&DETOURS)
            .filter(|mark| line.contains(**mark));
        wrong.extend(found.map(|mark| format!("{}:{number}: `{mark}`", file.path)));
    }
    wrong
}

/// Every locked crate comes from where everybody's comes from.
pub fn lock(text: &str) -> Vec<String> {
    let sources = text
        .lines()
        .filter_map(|line| line.strip_prefix("source = "));
    let other = sources.filter(|source| source.trim_matches('"') != LOCKED_FROM);
    other
        .map(|source| format!("Cargo.lock: {source}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_of_whoever_built_it_is_found() {
        let of = |text: &str| places(&TextFile::sample("README.md", text)).len();
        assert_eq!(of(&format!("see {}anna/dispo\n", PLACES[1])), 1);
        assert_eq!(of(&format!("{} = \"mirror\"\n", DETOURS[0])), 1);
        assert_eq!(of("see docs/ and $home/data\n"), 0);
    }

    #[test]
    fn a_crate_from_elsewhere_is_found() {
        let ours = format!("source = \"{LOCKED_FROM}\"\n");
        assert!(lock(&ours).is_empty());
        assert_eq!(lock("source = \"git+https://example.org/x\"\n").len(), 1);
    }
}
