//! A person asks what is held, then to be forgotten; the trail says who did what.

use crate::support::Floor;

const FILE: &str =
    "Name,Phone,E-mail\nXyloquartz,+31612345678,xq@vexwold.test\nAnna,+31612345679,\n";

fn house() -> Floor {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    let ran = floor.run("import --list a --create --purpose research --country NL list.csv");
    assert_eq!(ran.code, 0, "{}", ran.err);
    floor
}

/// Files of the house in which a text stands.
fn holding(floor: &Floor, text: &str) -> Vec<String> {
    let holds = |name: &String| {
        let bytes = std::fs::read(floor.path(name)).unwrap();
        bytes
            .windows(text.len())
            .any(|part| part == text.as_bytes())
    };
    let files = floor.files().into_iter();
    files
        .filter(|name| name != "list.csv" && floor.path(name).is_file())
        .filter(holds)
        .collect()
}

#[test]
fn nothing_goes_without_a_yes() {
    let floor = house();
    let ran = floor.run("erase --number +31612345678");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--dry-run"), "{}", ran.err);
    let (code, seen) = floor.json("erase --number +31612345678 --dry-run");
    assert_eq!((code, &seen["contacts"]), (0, &1.into()));
    assert_ne!(holding(&floor, "Xyloquartz"), [""; 0]);
}

#[test]
fn what_is_held_is_told_and_what_is_erased_is_gone() {
    let floor = house();
    let told = floor.run("access --number +31612345678 --language nl --out held.html");
    assert_eq!(told.code, 0, "{}", told.err);
    let page = floor.read("held.html");
    assert!(page.contains("Alles wat wij van u bewaren") && page.contains("Xyloquartz"));
    std::fs::remove_file(floor.path("held.html")).unwrap();
    let (code, gone) = floor.json("erase --number +31612345678 --yes");
    assert_eq!((code, &gone["numbers"]), (0, &1.into()));
    assert_eq!(holding(&floor, "Xyloquartz"), [""; 0]);
    assert_eq!(floor.run("doctor").code, 0);
    let (code, trail) = floor.json("audit show --contact 1:1");
    let words: Vec<&str> = trail
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["word"].as_str().unwrap())
        .collect();
    assert_eq!((code, words), (0, vec!["erased", "exported"]));
}

#[test]
fn an_anchor_proves_the_trail() {
    let floor = house();
    let head = floor.run("audit head").out.trim().to_owned();
    let verified = floor.words(&["audit", "verify", "--head", &head]);
    assert_eq!(verified.code, 0, "{}", verified.out);
    let (seq, _) = head.split_once(':').unwrap();
    let other = format!("{seq}:{}", "0".repeat(64));
    assert_eq!(floor.words(&["audit", "verify", "--head", &other]).code, 1);
}

#[test]
fn a_list_is_not_erased_while_it_is_called() {
    let floor = house();
    let refused = floor.run("retain --list a --expires 2100-03-31 --erase 2100-03-31");
    assert_eq!(refused.code, 2);
    let (_, shown) = floor.json("retain --list a --expires 2100-03-31 --erase 2100-04-30");
    assert_eq!(shown["expires_on"], "2100-03-31");
    assert_eq!(shown["erase_on"], "2100-04-30");
}
