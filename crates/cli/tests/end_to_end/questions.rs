//! What a list and a contact have to say: report, explain, doctor.

use crate::support::Floor;

fn with_lists() -> Floor {
    let floor = Floor::new();
    floor.write(
        "list.csv",
        "Klantnr;Telefoon\nK1;020 7946 0101\nK2;12\nK3;020 7946 0103\nK4;020 7946 0101\n",
    );
    floor.run("import --list a --create --purpose research --country GB list.csv");
    floor.write("other.csv", "Klantnr;Telefoon\nK1;020 7946 0104\n");
    floor.run("import --list b --create --purpose research --country GB other.csv");
    floor
}

#[test]
fn the_report_counts_every_contact() {
    let floor = with_lists();
    let (code, report) = floor.json("report --list a");
    assert_eq!(
        (
            code,
            &report["contacts"],
            &report["to_call"],
            &report["drop_out"]
        ),
        (0, &4.into(), &2.into(), &2.into())
    );
    assert_eq!(
        (&report["no_interest"], &report["positive"]),
        (&0.into(), &0.into())
    );
    let shown = floor.run("report --list a").out;
    let figure = |name: &str| {
        shown
            .lines()
            .find_map(|line| line.strip_prefix(name))
            .map(str::trim)
    };
    assert_eq!(
        (figure("to call"), figure("drop-out"), figure("contacts")),
        (Some("2"), Some("2"), Some("4")),
        "{shown}"
    );
    assert!(
        shown
            .lines()
            .any(|line| line.starts_with("230") && line.ends_with("1     0")),
        "{shown}"
    );
}

#[test]
fn a_contact_says_why_it_stands_where_it_stands() {
    let floor = with_lists();
    let (code, there) = floor.json("explain --contact K2");
    assert_eq!(
        (code, &there["state"], &there["code"]),
        (0, &"closed".into(), &"230".into())
    );
    assert_eq!(
        (&there["because"][0]["kind"], &there["because"][0]["ref"]),
        (&"catalogue".into(), &"import.invalid".into())
    );
    assert!(there["next_offer_at"].is_null());
    let (_, open) = floor.json("explain --contact K3");
    assert_eq!(
        (&open["state"], &open["code"]),
        (&"new".into(), &"000".into())
    );
    assert!(
        open["due_at"].is_string() && open["next_offer_at"].is_string(),
        "{open}"
    );
    assert!(floor.run("explain --contact K3").out.contains("because"));
}

#[test]
fn an_ambiguous_key_names_the_candidates() {
    let floor = with_lists();
    let ran = floor.run("explain --contact K1");
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("--contact 1 --list 'a'") && ran.err.contains("--list 'b'"),
        "{}",
        ran.err
    );
    assert_eq!(floor.json("explain --contact K1 --list b").0, 0);
    assert_eq!(floor.run("explain --contact nobody").code, 2);
}

#[test]
fn the_doctor_finds_nothing_in_a_fresh_list() {
    let floor = with_lists();
    let (code, found) = floor.json("doctor");
    assert_eq!(
        (code, &found["contacts"], &found["differences"]),
        (0, &5.into(), &serde_json::json!([]))
    );
}

#[test]
fn migrating_twice_is_migrating_once() {
    let floor = Floor::new();
    assert_eq!(floor.run("migrate").code, 0);
    assert_eq!(floor.run("migrate").code, 0);
}
