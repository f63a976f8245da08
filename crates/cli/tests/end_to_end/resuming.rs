//! An import that is stopped, gone on with, given up, or taken back.

use crate::support::{Floor, counts};
use std::fmt::Write;

/// What an export shows without the instants, which differ from run to run.
const COLUMNS: &str = "[[field]]\nname = \"id\"\n[[field]]\nname = \"state\"\n[[field]]\nname = \"code\"\n\
    [[field]]\nname = \"reference\"\n[[field]]\nname = \"phone\"\n[[field]]\nname = \"name\"\n";

const DEFINITION: &str = "key = \"reference\"\ndedupe = [\"reference\"]\n\
    [[field]]\nname = \"reference\"\n[[field]]\nname = \"phone\"\ntype = \"phone\"\n[[field]]\nname = \"name\"\n";

/// Every 100th row has no number, every 250th repeats the row of 1,249 rows before, if there is
/// one, and one row has a quote that is never closed.
fn file(rows: u32) -> String {
    let mut text = String::from("reference;phone;name\n");
    for row in 1..=rows {
        let reference = if row % 250 == 0 && row > 1_250 {
            row - 1_249
        } else {
            row
        };
        let phone = if row % 100 == 7 {
            String::new()
        } else {
            format!("+44207946{:04}", row % 1_000)
        };
        let name = if row == 4_001 { "\"open" } else { "Ann" };
        writeln!(text, "K{reference};{phone};{name}").unwrap();
    }
    text
}

fn prepared() -> Floor {
    let floor = Floor::new();
    floor.write("list.csv", &file(5_000));
    floor.write("list.toml", DEFINITION);
    floor.write("columns.toml", COLUMNS);
    floor
}

const IMPORT: &str =
    "import --list a --create --purpose research --country GB --definition list.toml list.csv";
const EXPORT: &str = "export --list a --format csv --definition columns.toml -o out.csv";

#[test]
fn stopped_at_half_and_gone_on_with_is_as_if_never_stopped() {
    let whole = prepared();
    let (code, uninterrupted) = whole.json(IMPORT);
    // Repeats: 1500, 1750, … 5000 are 15. Without a number: 7, 107, … 4907 are 50.
    assert_eq!(
        (code, counts(&uninterrupted)),
        (1, [5_000, 4_999, 0, 0, 1, 50, 15, 0])
    );
    assert_eq!(
        uninterrupted["problems"].as_array().unwrap().len(),
        1 + 50 + 15
    );
    assert_eq!(whole.run(EXPORT).code, 0);

    let halves = prepared();
    let (code, first) = halves.json(&format!("{IMPORT} --stop-after 2500"));
    assert_eq!((code, &first["state"]), (2, &"staging".into()));
    assert_eq!(first["rows"], 2_500);
    assert_eq!(
        halves.json("report --list a").1["contacts"],
        0,
        "nothing is seen before the end"
    );
    let (code, second) = halves.json(IMPORT);
    assert_eq!((code, second), (1, uninterrupted));
    assert_eq!(halves.run(EXPORT).code, 0);
    assert_eq!(halves.read("out.csv"), whole.read("out.csv"));
    assert_eq!(
        halves.json("imports --list a").1.as_array().unwrap().len(),
        1
    );
    assert_eq!(halves.run("doctor").code, 0);
}

#[test]
fn an_update_stopped_at_half_ends_the_same() {
    let floor = prepared();
    floor.write("first.csv", &file(100));
    floor.run(
        "import --list a --create --purpose research --country GB --definition list.toml first.csv",
    );
    floor.write("second.csv", "reference;phone;name\nK1;+442079460001;Bob\nK2;+442079460002;Ann\nK2;+442079460002;Eve\nK900;+442079460900;New\n");
    let update = "import --list a --mode update --definition list.toml second.csv";
    assert_eq!(floor.json(&format!("{update} --stop-after 2")).0, 2);
    let (code, report) = floor.json(update);
    // K1 is changed, K2 is not, its repetition is refused, K900 is new.
    assert_eq!((code, counts(&report)), (1, [4, 1, 1, 1, 1, 0, 1, 0]));
    assert_eq!(
        report["problems"][0]["reason"],
        "stands in line 3 already: keep one of the two"
    );
}

#[test]
fn a_stopped_import_can_be_given_up() {
    let floor = prepared();
    floor.json(&format!("{IMPORT} --stop-after 2500"));
    assert_eq!(floor.run("cancel --import 1").code, 0);
    assert_eq!(floor.json("imports --list a").1[0]["state"], "cancelled");
    let again = floor.run("cancel --import 1");
    assert_eq!(again.code, 2);
    assert!(again.err.contains("it is cancelled"), "{}", again.err);
    let (_, report) = floor.json(IMPORT);
    assert_eq!(
        (&report["import"], &report["rows"], &report["duplicate"]),
        (&2.into(), &5_000.into(), &15.into())
    );
}

#[test]
fn an_import_that_is_undone_leaves_nothing_and_can_be_repeated() {
    let floor = prepared();
    let (_, first) = floor.json(IMPORT);
    let undone = floor.json("undo --import 1");
    assert_eq!(
        undone.1,
        serde_json::json!({ "import": 1, "state": "undone", "kept": 0 })
    );
    assert_eq!(floor.run(EXPORT).code, 0);
    assert_eq!(
        floor.read("out.csv"),
        "id;state;code;reference;phone;name\r\n"
    );
    let (_, second) = floor.json(IMPORT);
    assert_eq!(counts(&second), counts(&first));
    assert_eq!(floor.json("report --list a").1["contacts"], 4_999);
}
