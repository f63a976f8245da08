//! Files of every kind with the report each must give, row by row.

use crate::support::{Floor, fixture};
use serde_json::{Value, json};

fn report(country: &str, name: &str) -> (i32, Value) {
    let floor = Floor::new();
    floor.json(&format!(
        "import --list a --create --purpose research --country {country} {}",
        fixture(name)
    ))
}

fn expected(counts: [u64; 8], problems: &[(u64, &str, &str, &str)]) -> Value {
    let [
        rows,
        imported,
        updated,
        unchanged,
        rejected,
        invalid,
        duplicate,
        suppressed,
    ] = counts;
    let problems = problems.iter().map(|(line, column, value, reason)| {
        json!({ "line": line, "column": column, "value": value, "reason": reason })
    });
    json!({
        "import": 1, "rows": rows, "imported": imported, "updated": updated, "unchanged": unchanged,
        "rejected": rejected, "invalid": invalid, "duplicate": duplicate, "suppressed": suppressed,
        "problems": problems.collect::<Vec<_>>(),
    })
}

const NO_SOURCE: &str = "optin_source is missing: say how and where it was given, or describe it in optin_description; the opt-in does not count without";
const SHORT: &str = "is too short for NL: a Dutch number has 9 digits after the 0";

#[test]
fn utf16_with_and_without_a_mark() {
    for name in ["utf16le.txt", "utf16be-unmarked.csv"] {
        let wanted = expected([3, 3, 0, 0, 0, 1, 0, 0], &[(4, "Telefoon", "20570", SHORT)]);
        assert_eq!(report("NL", name), (1, wanted), "{name}");
    }
}

#[test]
fn windows_1252_in_german() {
    let wanted = expected(
        [4, 3, 0, 0, 1, 1, 0, 0],
        &[
            (
                3,
                "E-Mail",
                "keine",
                "is not one e-mail address: write it as name@example.org",
            ),
            (
                4,
                "Telefon",
                "49 30 23125003",
                "has the country code without a plus: write +49",
            ),
            (
                5,
                "Telefon",
                "",
                "there is no telephone number: fill one in",
            ),
        ],
    );
    assert_eq!(report("DE", "windows-1252.csv"), (1, wanted));
}

#[test]
fn quoted_line_breaks_and_what_a_forgotten_quote_costs() {
    let wanted = expected(
        [7, 4, 0, 0, 3, 0, 0, 0],
        &[
            (
                8,
                "",
                "Bakker,\"vergeten te sluiten,020 570 0113",
                "text follows a closing quote: double the quotes that belong to the text, or close the one that is open",
            ),
            (
                10,
                "",
                "020 570 0115",
                "the row has 4 cells where the header has 3: quote the delimiters that belong to the text",
            ),
            (
                11,
                "",
                "Mulder | 020 570 0116",
                "the row has 2 cells where the header has 3: quote line breaks and delimiters that belong to the text",
            ),
        ],
    );
    assert_eq!(report("NL", "quoted-breaks.csv"), (1, wanted));
}

#[test]
fn two_hundred_columns() {
    let wanted = expected(
        [3, 2, 0, 0, 1, 0, 0, 0],
        &[(
            4,
            "",
            "020 570 0123",
            "the row has 198 cells where the header has 200: quote line breaks and delimiters that belong to the text",
        )],
    );
    assert_eq!(report("NL", "columns-200.csv"), (1, wanted));
}

#[test]
fn an_old_workbook() {
    let wanted = expected(
        [2, 2, 0, 0, 0, 1, 0, 0],
        &[
            (4, "optin_date", "2021-07-01", NO_SOURCE),
            (6, "Telefoon", "020 570 013", SHORT),
        ],
    );
    assert_eq!(report("NL", "list.xls"), (1, wanted));
}

#[test]
fn an_open_document_in_hungarian() {
    let wanted = expected(
        [3, 3, 0, 0, 0, 1, 0, 0],
        &[
            (
                6,
                "Telefonszám",
                "36 1 555 0142",
                "has the country code without a plus: write +36",
            ),
            (
                7,
                "Telefonszám",
                "01 555 0144",
                "begins with 0 but not with the prefix of HU: a Hungarian number has 8 or 9 digits after the 06",
            ),
        ],
    );
    assert_eq!(report("HU", "list.ods"), (1, wanted));
}

#[test]
fn a_file_without_contacts_makes_no_list() {
    for (name, says) in [
        ("empty.csv", "the file is empty"),
        ("header-only.csv", "no contact below it"),
    ] {
        let floor = Floor::new();
        let ran = floor.run(&format!(
            "import --list a --create --purpose research {}",
            fixture(name)
        ));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{name}");
        assert!(
            ran.err.contains(says) && ran.err.contains(name),
            "{}",
            ran.err
        );
        assert_eq!(floor.files(), Vec::<String>::new(), "{name}");
    }
}
