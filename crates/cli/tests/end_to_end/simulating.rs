//! Working days that are played, and what is left of them.

use crate::support::Floor;
use std::fmt::Write;

fn with_list() -> Floor {
    let floor = Floor::new();
    let mut text = String::from("Klantnr;Telefoon\n");
    for contact in 0..60 {
        writeln!(text, "K{contact};+44207946{contact:04}").unwrap();
    }
    floor.write("list.csv", &text);
    floor.run("import --list a --create --purpose research --country NL list.csv");
    for (file, copy) in [("dispo.db", "copy.db"), ("dispo.db-wal", "copy.db-wal")] {
        if floor.path(file).exists() {
            std::fs::copy(floor.path(file), floor.path(copy)).unwrap();
        }
    }
    floor
}

const DAY: &str = "--json simulate --agents 2 --days 1 --seed 11";

#[test]
fn the_same_seed_on_a_copy_plays_the_same_day() {
    let floor = with_list();
    let first = floor.run(DAY);
    let second = floor.run(&format!("--db sqlite:copy.db {DAY}"));
    assert_eq!((first.code, &first.out), (0, &second.out), "{}", first.err);
    let day: serde_json::Value = serde_json::from_str(&first.out).unwrap();
    let codes = day["codes"].as_array().unwrap();
    let attempts: i64 = codes
        .iter()
        .map(|code| code["attempts"].as_i64().unwrap())
        .sum();
    let contacts: i64 = codes
        .iter()
        .map(|code| code["contacts"].as_i64().unwrap())
        .sum();
    assert_eq!(
        (day["attempts"].as_i64().unwrap(), contacts),
        (attempts, 60)
    );
    assert!(attempts > 0, "{day}");
    assert_eq!(floor.json("doctor").0, 0);
    assert_eq!(floor.json("report --list a").1["contacts"], 60);
}

#[test]
fn a_contact_that_was_worked_on_outlives_the_undoing_of_its_import() {
    let floor = with_list();
    floor.run(DAY);
    let untouched = floor
        .run("export --list a --format jsonl -o -")
        .out
        .lines()
        .filter(|line| line.contains("\"state\":\"new\""))
        .count();
    let (code, undone) = floor.json("undo --import 1");
    assert_eq!(
        (code, undone["kept"].as_u64().unwrap()),
        (1, 60 - u64::try_from(untouched).unwrap())
    );
}

#[test]
fn nobody_can_play_without_agents_or_a_database() {
    let floor = Floor::new();
    let ran = floor.run(DAY);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("there is no database"), "{}", ran.err);
    let floor = with_list();
    assert_eq!(floor.run("simulate --agents 0 --days 1 --seed 1").code, 2);
}

#[test]
fn a_changed_catalogue_says_what_would_have_gone_differently() {
    let floor = with_list();
    floor.run(DAY);
    let file =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalogues/callpro.toml");
    let text = std::fs::read_to_string(file).unwrap();
    let sooner = text.replace("version = 2\n", "version = 3\n").replace(
        "expression = \"TimeAdd=3h\"",
        "expression = \"TimeAdd=30m\"",
    );
    floor.write("sooner.toml", &sooner);
    let (code, shown) = floor.json("catalogue diff callpro@2 sooner.toml --replay 7d");
    assert_eq!(code, 0, "{shown}");
    let fields = shown["differences"].as_array().unwrap();
    assert!(
        fields
            .iter()
            .any(|one| one["field"] == "follow_up.expression"
                && one["of"] == "disposition 120"
                && one["there"] == "TimeAdd=30m")
    );
    let replay = &shown["replay"];
    let sooner = replay["ways"]["due_earlier"].as_u64().unwrap();
    assert!(sooner > 0, "{replay}");
    // Nothing else differs, and what differs is what nobody answered.
    assert_eq!(replay["ways"], serde_json::json!({ "due_earlier": sooner }));
    assert_eq!(replay["different"], sooner);
    assert!(replay["decisions"].as_u64().unwrap() > sooner);
    let example = &replay["examples"][0];
    assert!(
        example["then"]
            .as_str()
            .unwrap()
            .starts_with("120 Geen gehoor, unreached, due")
    );
    let same = floor.json("catalogue diff callpro callpro@2 --replay 7d").1;
    assert_eq!(same["replay"]["different"], 0);
    assert_eq!(same["differences"], serde_json::json!([]));
    let ran = floor.run("catalogue diff callpro sooner.toml");
    assert!(ran.out.contains("TimeAdd=30m"), "{}", ran.out);
    assert_eq!(floor.run("catalogue diff callpro@9 callpro").code, 2);
    assert_eq!(
        floor
            .run("catalogue diff callpro callpro --replay soon")
            .code,
        2
    );
}
