//! Rows that change contacts which are there, and rows that stand twice.

use crate::support::{Floor, counts};
use serde_json::Value;
use std::collections::BTreeMap;

const FIRST: &str = "Klantnr;Naam;Telefoon;Plaats\n\
    K1;Ann;020 7946 0101;Leeds\n\
    K2;Bob;020 7946 0102;York\n\
    K3;Cas;020 7946 0103;Hull\n";

fn with_list() -> Floor {
    let floor = Floor::new();
    floor.write("first.csv", FIRST);
    assert_eq!(
        floor.import("--list a --create --purpose research --country GB first.csv"),
        (0, [3, 3, 0, 0, 0, 0, 0, 0])
    );
    floor
}

/// The contacts of a list by their key.
fn contacts(floor: &Floor) -> BTreeMap<String, Value> {
    let ran = floor.run("export --list a --format jsonl -o -");
    let lines = ran
        .out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines
        .map(|row| (row["key"].as_str().unwrap().to_owned(), row))
        .collect()
}

#[test]
fn an_update_changes_what_it_brings_and_nothing_else() {
    let floor = with_list();
    floor.write(
        "second.csv",
        "Klantnr;Telefoon;Plaats;Uitsluiten\nK1;020 7946 0101;Leeds;\nK2;020 7946 0102;Bath;\nK3;020 7946 0103;;ja\n\
         K4;020 7946 0104;Kent;\n;020 7946 0105;Deal;\n",
    );
    let (code, report) = floor.json("import --list a --mode update --key Klantnr second.csv");
    assert_eq!((code, counts(&report)), (1, [5, 1, 2, 1, 1, 0, 0, 0]));
    assert_eq!(
        report["problems"],
        serde_json::json!([{ "line": 6, "column": "Klantnr", "value": "",
            "reason": "is empty: an update finds its contact by it, fill it in" }])
    );
    let after = contacts(&floor);
    assert_eq!(
        (&after["K2"]["city"], &after["K2"]["name"]),
        (&"Bath".into(), &"Bob".into())
    );
    assert!(
        after["K3"]["city"].as_str().unwrap_or_default().is_empty(),
        "an empty cell clears"
    );
    let codes: Vec<&str> = after
        .values()
        .map(|row| row["code"].as_str().unwrap())
        .collect();
    // K3 is excluded by its owner.
    assert_eq!(codes, ["000", "000", "220", "000"]);
    assert_eq!(after["K3"]["state"], "closed");
    assert_eq!(floor.run("doctor").code, 0);
}

#[test]
fn the_same_update_again_changes_nothing() {
    let floor = with_list();
    let update = "--list a --mode update --key reference first.csv";
    assert_eq!(floor.import(update), (0, [3, 0, 0, 3, 0, 0, 0, 0]));
}

#[test]
fn an_update_corrects_the_number_that_is_dialled() {
    let floor = with_list();
    floor.write("second.csv", "Klantnr;Telefoon\nK1;020 7946 0199\n");
    let (code, report) = floor.json("import --list a --mode update --key reference second.csv");
    assert_eq!((code, counts(&report)), (0, [1, 0, 1, 0, 0, 0, 0, 0]));
    assert_eq!(contacts(&floor)["K1"]["phone"], "+442079460199");
    let told = floor.run("explain --contact K1").out;
    assert!(told.contains("numbers were changed"), "{told}");
    floor.write("third.csv", "Klantnr;Telefoon\nK1;020 7946 0199\n");
    let (code, report) = floor.json("import --list a --mode update --key reference third.csv");
    assert_eq!((code, counts(&report)), (0, [1, 0, 0, 1, 0, 0, 0, 0]));
    assert_eq!(floor.run("doctor").code, 0);
}

#[test]
fn duplicates_are_stored_with_their_code_or_rejected() {
    let floor = with_list();
    floor.write(
        "more.csv",
        "Klantnr;Telefoon\nK5;+44 20 7946 0101\nK6;020 7946 0106\nK7;02079460106\nK8;12\n",
    );
    let (code, report) = floor.json("import --list a more.csv");
    assert_eq!((code, counts(&report)), (1, [4, 4, 0, 0, 0, 1, 2, 0]));
    let reasons: Vec<&str> = report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|there| there["reason"].as_str().unwrap())
        .collect();
    assert_eq!(reasons[0], "is in the list already: a duplicate");
    assert_eq!(reasons[1], "stands in line 3 already: a duplicate");
    let after = contacts(&floor);
    let code = |key: &str| after[key]["code"].as_str().unwrap().to_owned();
    assert_eq!(
        [code("K5"), code("K6"), code("K7"), code("K8")],
        ["231", "000", "231", "230"]
    );

    let floor = with_list();
    floor.write(
        "more.csv",
        "Klantnr;Telefoon\nK5;+44 20 7946 0101\nK6;020 7946 0106\nK7;02079460106\nK8;12\n",
    );
    let rejecting = floor.import("--list a --duplicate reject --invalid reject more.csv");
    assert_eq!(rejecting, (1, [4, 1, 0, 0, 3, 1, 2, 0]));
    assert_eq!(contacts(&floor).len(), 4);
}

#[test]
fn new_columns_become_fields_of_the_list() {
    let floor = with_list();
    floor.write(
        "more.csv",
        "Klantnr;Telefoon;Kleur\nK5;020 7946 0105;rood\n",
    );
    assert_eq!(floor.import("--list a more.csv").0, 0);
    let header = floor.run("export --list a --format csv -o -").out;
    assert_eq!(
        header.lines().next().unwrap(),
        "id;key;state;code;kind;due_at;owner;attempts;unreached_run;last_attempt_at;reference;name;phone;city;kleur"
    );
}

#[test]
fn a_sync_closes_whom_the_whole_file_does_not_name() {
    let floor = with_list();
    let without_k3 = "Klantnr;Naam;Telefoon;Plaats\nK1;Ann;020 7946 0101;Leeds\nK2;Bob;12;Bath\n";
    floor.write("all.csv", without_k3);
    let ran = floor.run("import --list a --mode sync --key Klantnr all.csv");
    assert_eq!(ran.code, 2);
    assert!(
        ran.err
            .contains("1 of 3 open contacts are not in the file, 34 %, and no more than 20 %"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("say --absent-up-to 34"), "{}", ran.err);
    assert!(
        contacts(&floor).values().all(|row| row["code"] == "000"),
        "nothing was changed"
    );

    let line = "import --list a --mode sync --absent-up-to 34 --key Klantnr all.csv";
    let (code, report) = floor.json(line);
    assert_eq!((code, report["absent"].as_u64()), (1, Some(1)));
    let after = contacts(&floor);
    let codes: Vec<&str> = after
        .values()
        .map(|row| row["code"].as_str().unwrap())
        .collect();
    assert_eq!(
        codes,
        ["000", "000", "220"],
        "K2 is there, however bad its row"
    );
    let (code, report) = floor.json(line);
    assert_eq!(
        (code, &report["absent"]),
        (1, &Value::Null),
        "nobody is left to close"
    );
    assert_eq!(floor.run("doctor").code, 0);
}
