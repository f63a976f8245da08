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

#[test]
fn what_is_not_certain_in_the_law_is_told_with_line_source_and_remedy() {
    let floor = Floor::new();
    for line in ["law check NL", "catalogue check NL"] {
        let ran = floor.run(line);
        assert_eq!(ran.code, 1, "{line}: {}", ran.err);
        assert!(
            ran.out
                .contains("nl.min_gap: not certain: At least 10 minutes"),
            "{}",
            ran.out
        );
        assert!(ran.out.contains("NL, line ") && ran.out.contains("ask a lawyer"));
    }
    let (code, checked) = floor.json("law check NL");
    assert_eq!(code, 1);
    assert!(checked["warnings"][0]["line"].as_u64().unwrap() > 1);
    floor.write("broken.toml", "country = \"XX\"\nversion = \"1\"\n");
    let ran = floor.run("catalogue check broken.toml");
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("zone"), "{}", ran.out);
}

#[test]
fn the_law_of_a_day_is_shown_with_its_sources() {
    let floor = Floor::new();
    let (code, shown) = floor.json("law show NL --on 2026-06-30");
    assert_eq!(code, 0);
    assert_eq!(shown["next_change"], "2026-07-01");
    let says = |day: &str| floor.run(&format!("law show nl --on {day}")).out;
    assert!(says("2026-06-30").contains("only with consent, or as customers"));
    assert!(says("2026-07-01").contains("Telecommunicatiewet art. 11.7 as amended"));
    assert_eq!(floor.run("law show XX").code, 2);
}

#[test]
fn one_vocabulary_in_the_words_of_another_and_back() {
    let floor = Floor::new();
    let ran = floor.run("catalogue crosswalk callpro contact-expert --language en");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let busy = ran.out.lines().find(|line| line.starts_with("130 "));
    assert!(busy.unwrap().contains("33/3"), "{}", ran.out);
    assert!(ran.out.contains("callpro in contact-expert: "));
    assert!(ran.out.contains("contact-expert in callpro: "));
    let (code, shown) = floor.json("catalogue crosswalk stucc stucc");
    let only = &shown["directions"][0];
    assert_eq!((code, &only["lossy"]), (0, &serde_json::json!({})));
    assert_eq!(only["whole"], only["codes"].as_array().unwrap().len());
    assert_eq!(floor.run("catalogue crosswalk callpro gone").code, 2);
}

#[test]
fn what_is_doubtful_is_told_and_blocks_nothing() {
    let floor = Floor::new();
    let ran = floor.run("catalogue check callpro");
    assert_eq!(
        (ran.code, ran.out.contains("warning")),
        (0, false),
        "{}",
        ran.out
    );
    // What is meant so is said with its reason; without it, it is doubtful.
    let text = shipped("callpro.toml");
    let said = |line: &&str| !line.starts_with("accepted = ");
    let unsaid: Vec<&str> = text.lines().filter(said).collect();
    floor.write("unsaid.toml", &unsaid.join("\n"));
    let ran = floor.run("catalogue check unsaid.toml");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let told = ran.out.lines().find(|line| line.contains("`785`"));
    assert!(
        told.unwrap().contains("unsaid.toml: warning: line "),
        "{}",
        ran.out
    );
    let late = shipped("callpro.toml").replacen("TimeAdd=4h", "Time=23:00", 1);
    floor.write("late.toml", &late);
    let of_law = |line: &str| {
        let (code, checked) = floor.json(line);
        let all = checked["warnings"].as_array().unwrap().clone();
        let about = all
            .iter()
            .filter(|one| one["field"] == "follow_up.expression");
        (code, about.count())
    };
    assert_eq!(of_law("catalogue check late.toml"), (0, 0));
    assert_eq!(of_law("catalogue check late.toml --country NL"), (0, 1));
    assert_eq!(floor.run("catalogue check late.toml --country XX").code, 2);
}
