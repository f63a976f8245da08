//! What goes out, and what comes back in.

use crate::support::{Floor, counts};

const FILE: &str = "Klantnr;Naam;Telefoon;Opmerking\n\
    K1;\"=SUM(A1)\";020 7946 0101;'s-Gravenhage\n\
    K2;@home;020 7946 0102;\"two\nlines; \"\"quoted\"\"\"\n\
    K3;-5;020 7946 0103;''=literal\n";

#[test]
fn an_export_reads_back_to_the_same_fields() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    assert_eq!(
        floor
            .import("--list a --create --purpose research --country GB list.csv")
            .0,
        0
    );
    floor.write(
        "all.toml",
        &["reference", "name", "phone", "note"]
            .map(|name| format!("[[field]]\nname = \"{name}\"\n"))
            .concat(),
    );
    for (format, file) in [("csv", "a.csv"), ("xlsx", "a.xlsx")] {
        assert_eq!(
            floor
                .run(&format!("export --list a --format {format} -o {file}"))
                .code,
            0
        );
        let (code, report) = floor.json(&format!(
            "import --list {format} --create --purpose research --country GB {file}"
        ));
        assert_eq!(
            (code, counts(&report)),
            (0, [3, 3, 0, 0, 0, 0, 0, 0]),
            "{format}"
        );
        let fields = |list: &str| {
            floor
                .run(&format!(
                    "export --list {list} --format jsonl --definition all.toml -o -"
                ))
                .out
        };
        assert_eq!(fields(format), fields("a"), "{format}");
    }
    let csv = floor.read("a.csv");
    assert!(
        csv.contains(";'=SUM(A1);") && csv.contains(";'@home;") && csv.contains(";'-5;"),
        "{csv}"
    );
    assert!(
        csv.contains(";''=literal") && csv.contains(";'s-Gravenhage"),
        "{csv}"
    );
}

#[test]
fn the_usual_columns_say_how_a_contact_stands() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    floor.run("import --list a --create --purpose research --country GB list.csv");
    let row: serde_json::Value = serde_json::from_str(
        floor
            .run("export --list a --format jsonl -o -")
            .out
            .lines()
            .next()
            .unwrap(),
    )
    .unwrap();
    assert_eq!(
        (&row["id"], &row["key"], &row["state"]),
        (&1.into(), &"K1".into(), &"new".into())
    );
    assert_eq!(
        (&row["code"], &row["kind"], &row["attempts"]),
        (&"000".into(), &"new".into(), &0.into())
    );
    assert!(row["due_at"].as_str().unwrap().ends_with('Z'), "{row}");
    assert!(
        row["owner"].is_null() && row["last_attempt_at"].is_null(),
        "{row}"
    );
}

#[test]
fn a_definition_chooses_columns_names_and_rows() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    floor.run("import --list a --create --purpose research --country GB list.csv");
    floor.write(
        "some.toml",
        "[[field]]\nname = \"phone\"\ncolumn = \"Tel\"\n[[field]]\nname = \"code\"\n[filter]\nfield = \"reference\"\nop = \"=\"\nvalue = \"K2\"\n\
         [[field]]\nname = \"reference\"\n",
    );
    let ran = floor.run("export --list a --format csv --definition some.toml -o -");
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "Tel;code;reference\r\n'+442079460102;000;K2\r\n"),
        "{}",
        ran.err
    );
}

#[test]
fn a_failed_export_leaves_the_old_file() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    floor.run("import --list a --create --purpose research --country GB list.csv");
    floor.write("old.csv", "old");
    floor.write(
        "wrong.toml",
        "[[field]]\nname = \"fone\"\n[[field]]\nname = \"nam\"\n",
    );
    let ran = floor.run("export --list a --format csv --definition wrong.toml -o old.csv");
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("field `fone`") && ran.err.contains("field `nam`"),
        "{}",
        ran.err
    );
    assert_eq!(floor.read("old.csv"), "old");
    assert_eq!(
        floor
            .run("export --list a --format csv -o no/such/folder.csv")
            .code,
        2
    );
}

#[test]
fn codes_go_out_in_the_words_the_client_reads() {
    let floor = Floor::new();
    floor.write(
        "list.csv",
        "Klantnr;Telefoon\nK1;020 7946 0101\nK2;nonsense\n",
    );
    let ran = floor.import("--list a --create --purpose research --country GB list.csv");
    assert_eq!(ran.0, 1, "{:?}", ran.1);
    let shown = floor.run("export --list a --format csv --vocabulary stucc -o -");
    assert_eq!(shown.code, 0, "{}", shown.err);
    assert!(shown.out.contains(";open/$none;new;"), "{}", shown.out);
    assert!(
        shown.out.contains(";failed/$wrong_number;final;"),
        "{}",
        shown.out
    );
    assert!(
        floor
            .run("export --list a --format csv -o -")
            .out
            .contains(";230;")
    );
    let (code, report) = floor.json("report --list a --vocabulary stucc --language de");
    let wrong = &report["codes"][0];
    assert_eq!((code, &wrong["code"]), (0, &"failed/$wrong_number".into()));
    assert_eq!(wrong["label"], "Ungültige Nummer");
    assert_eq!(wrong["own"], serde_json::json!(["230"]));
    assert_eq!(floor.run("report --list a --vocabulary gone").code, 2);
}
