//! Catalogues that are checked and shown.

use crate::support::Floor;
use std::path::Path;

fn shipped(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../catalogues")
        .join(name);
    std::fs::read_to_string(file).unwrap()
}

#[test]
fn a_catalogue_in_order() {
    let floor = Floor::new();
    floor.write("mine.toml", &shipped("callpro.toml"));
    let (code, checked) = floor.json("catalogue check mine.toml");
    assert_eq!(
        (code, &checked["name"], &checked["dispositions"]),
        (0, &"callpro".into(), &65.into())
    );
}

#[test]
fn everything_wrong_is_told_at_once_with_line_code_and_remedy() {
    let floor = Floor::new();
    let text = shipped("callpro.toml");
    let broken = text
        .replacen("kind = \"new\"", "kind = \"fresh\"", 1)
        .replacen("group = \"2\"", "group = \"twee\"", 1);
    let line = |word: &str| 1 + broken.lines().position(|line| line.contains(word)).unwrap();
    floor.write("mine.toml", &broken);
    let (code, checked) = floor.json("catalogue check mine.toml");
    let problems = checked["problems"].as_array().unwrap();
    assert_eq!(code, 1);
    for (field, word) in [("kind", "kind = \"fresh\""), ("group", "group = \"twee\"")] {
        let found = problems
            .iter()
            .find(|there| there["field"] == field)
            .unwrap_or_else(|| panic!("{field}: {checked}"));
        let told = found["line"].as_u64().unwrap();
        let stands = u64::try_from(line(word)).unwrap();
        assert!(
            told.abs_diff(stands) < 30,
            "{field} is at {stands}, told at {told}"
        );
        assert!(!found["remedy"].as_str().unwrap().is_empty(), "{field}");
    }
    assert_eq!(floor.run("catalogue check gone.toml").code, 2);
}

#[test]
fn labels_are_shown_in_the_language_asked_for() {
    let floor = Floor::new();
    assert!(
        floor
            .run("catalogue show callpro")
            .out
            .contains("Nieuwe belopdracht")
    );
    assert!(
        floor
            .run("catalogue show callpro --language de")
            .out
            .contains("Neuer Kontakt")
    );
    let ran = floor.run("catalogue show callpro --language fr");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("nl, en, de, hu"), "{}", ran.err);
    for name in ["callmonkey", "contact-expert", "stucc"] {
        assert_eq!(
            floor.run(&format!("catalogue show {name}")).code,
            0,
            "{name}"
        );
    }
}
