//! What cannot be done, leaves nothing behind and says what to do.

use crate::support::Floor;

#[track_caller]
fn refused(floor: &Floor, line: &str, says: &[&str]) {
    let ran = floor.run(line);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{line}: {}", ran.err);
    for words in says {
        assert!(ran.err.contains(words), "{line}: {} lacks {words}", ran.err);
    }
}

const FILE: &str = "Klantnr;Telefoon\nK1;020 7946 0101\n";

#[test]
fn nothing_is_made_for_a_file_that_cannot_be_imported() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    floor.write("page.csv", "<html><table></table></html>");
    floor.write("bytes.csv", "PK\u{3}\u{4}not a workbook at all");
    floor.write("none.csv", "naam;plaats\nAnn;Leeds\n");
    floor.write(
        "wrong.toml",
        "key = \"nummer\"\n[[field]]\nname = \"phone\"\ntype = \"fone\"\n",
    );
    floor.write("other.toml", "[[field]]\nname = \"phone\"\ncolumn = \"Tel\"\ntype = \"phone\"\n[[field]]\nname = \"name\"\ncolumn = \"Naam\"\n");
    let before = floor.files();
    let import = "import --list a --create --purpose research";
    refused(
        &floor,
        &format!("{import} missing.csv"),
        &["missing.csv", "cannot be read"],
    );
    refused(&floor, &format!("{import} ."), &["cannot be read"]);
    refused(
        &floor,
        &format!("{import} page.csv"),
        &["page.csv", "save it as XLSX or CSV"],
    );
    refused(&floor, &format!("{import} bytes.csv"), &["bytes.csv"]);
    refused(
        &floor,
        &format!("{import} none.csv"),
        &["no column holds telephone numbers"],
    );
    refused(
        &floor,
        &format!("{import} --definition wrong.toml list.csv"),
        &["wrong.toml: key", "field[1].type"],
    );
    refused(
        &floor,
        &format!("{import} --definition other.toml list.csv"),
        &["no column `Tel`", "no column `Naam`", "Klantnr, Telefoon"],
    );
    refused(
        &floor,
        &format!("{import} --definition gone.toml list.csv"),
        &["gone.toml"],
    );
    assert_eq!(floor.files(), before, "no database was made");
}

#[test]
fn nothing_is_made_for_words_that_make_no_sense() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    floor.write("other.toml", "name = \"mine\"\n");
    let before = floor.files();
    let import = "import --list a --create --purpose research";
    refused(
        &floor,
        &format!("{import} --key nummer list.csv"),
        &["`nummer` is no field", "reference, phone"],
    );
    refused(
        &floor,
        &format!("{import} --catalogue nonsense list.csv"),
        &["`nonsense` is no catalogue", "callpro"],
    );
    refused(
        &floor,
        &format!("{import} --catalogue other.toml list.csv"),
        &["other.toml"],
    );
    refused(
        &floor,
        &format!("{import} --invalid 231 list.csv"),
        &["write `reject` or `230`"],
    );
    refused(
        &floor,
        &format!("{import} --country FR list.csv"),
        &["NL, DE, CH, HU, GB, US"],
    );
    refused(
        &floor,
        "--db mysql:x import --list a --create --purpose research list.csv",
        &["sqlite:FILE"],
    );
    refused(
        &floor,
        "--db sqlite:no/such/folder.db import --list a --create --purpose research list.csv",
        &["no/such"],
    );
    assert_eq!(floor.files(), before, "no database was made");
}

#[test]
fn an_update_needs_a_key() {
    let floor = Floor::new();
    floor.write("list.csv", "Telefoon;Plaats\n020 7946 0101;Leeds\n");
    refused(
        &floor,
        "import --list a --create --purpose research --mode update list.csv",
        &["--key", "phone, city"],
    );
}

#[test]
fn a_missing_database_is_not_made_by_a_question() {
    let floor = Floor::new();
    for question in [
        "report --list a",
        "doctor",
        "suppress list",
        "explain --contact 1",
        "imports --list a",
        "export --list a --format csv -o -",
    ] {
        refused(&floor, question, &["there is no database dispo.db", "--db"]);
    }
    assert_eq!(floor.files(), Vec::<String>::new());
}

#[test]
fn a_missing_list_is_told_with_those_there_are() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    floor.run("import --list spring --create --purpose research --country GB list.csv");
    for line in [
        "import --list sprong list.csv",
        "report --list sprong",
        "move --from sprong --to spring",
        "move --from spring --to sprong",
        "export --list sprong --format csv -o -",
    ] {
        refused(&floor, line, &["no list `sprong`", "`spring`"]);
    }
}

#[test]
fn a_list_keeps_its_catalogue() {
    let floor = Floor::new();
    floor.write("list.csv", FILE);
    floor.run(
        "import --list a --create --purpose research --catalogue callpro --country GB list.csv",
    );
    refused(
        &floor,
        "import --list a --create --purpose research --catalogue stucc list.csv",
        &["exists with catalogue `callpro`"],
    );
}

#[test]
fn help_teaches_by_example() {
    let floor = Floor::new();
    for command in [
        "",
        "import",
        "suppress add",
        "suppress import",
        "suppress list",
        "export",
        "report",
        "explain",
        "simulate",
        "doctor",
        "catalogue check",
        "catalogue show",
        "migrate",
        "move",
        "imports",
        "undo",
        "cancel",
    ] {
        let ran = floor.run(&format!("{command} --help"));
        assert_eq!(ran.code, 0, "{command}");
        assert!(ran.out.contains("Example"), "{command}: {}", ran.out);
        assert!(
            ran.out
                .contains(&format!("dispo {command}").trim().to_owned()),
            "{command}: {}",
            ran.out
        );
    }
}
