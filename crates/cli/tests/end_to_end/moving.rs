//! Contacts go on in another list.

use crate::support::Floor;

const FILE: &str = "Klantnr;Telefoon;Plaats\nK1;020 7946 0101;Leeds\nK2;020 7946 0102;York\n\
                    K3;020 7946 0103;Leeds\n";

fn contacts(floor: &Floor, list: &str) -> u64 {
    let (_, report) = floor.json(&format!("report --list {list}"));
    report["contacts"].as_u64().unwrap()
}

#[test]
fn a_part_is_split_off_and_the_rest_is_merged() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    floor.run("import --list a --create --purpose research --country GB list.csv");
    let same = floor.run("move --from a --to a --dry-run");
    assert_eq!(same.code, 2);
    assert!(same.err.contains("in that list already"), "{}", same.err);
    let (code, moved) = floor.json("move --from a --to b --new --field city=leeds");
    assert_eq!((code, moved["moved"].as_u64()), (0, Some(2)));
    assert_eq!((contacts(&floor, "a"), contacts(&floor, "b")), (1, 2));
    let (code, seen) = floor.json("move --from a --to b --dry-run");
    assert_eq!((code, seen["contacts"].as_u64()), (0, Some(1)));
    let (code, moved) = floor.json("move --from a --to b");
    assert_eq!((code, moved["moved"].as_u64()), (0, Some(1)));
    assert_eq!((contacts(&floor, "a"), contacts(&floor, "b")), (0, 3));
    assert_eq!(floor.run("doctor").code, 0);
}

#[test]
fn what_is_there_already_stays_and_is_told() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    floor.run("import --list a --create --purpose research --country GB list.csv");
    floor.run("import --list b --create --purpose research --country GB list.csv");
    let (code, moved) = floor.json("move --from a --to b");
    assert_eq!((code, moved["refused"]["duplicate"].as_u64()), (1, Some(3)));
    let (code, moved) = floor.json("move --from a --to b --duplicates");
    assert_eq!((code, moved["moved"].as_u64()), (0, Some(3)));
}

#[test]
fn a_condition_that_makes_no_sense_is_refused() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    floor.run("import --list a --create --purpose research --country GB list.csv");
    for (words, says) in [
        ("--field leeds", "is no condition"),
        ("--field =leeds", "names no field"),
        ("--field colour=red", "has no field `colour`"),
        ("--state asleep", "unreached"),
    ] {
        let ran = floor.run(&format!("move --from a --to b --new {words}"));
        assert_eq!(ran.code, 2, "{words}");
        assert!(ran.err.contains(says), "{words}: {}", ran.err);
    }
}
