//! Records against a definition: what is kept, what is wrong, and what becomes of the row.
#![allow(clippy::unwrap_used, reason = "the helpers belong to the tests")]

use jiff::civil::date;
use lists::definition::recognise;
use lists::row::{CheckedRow, Checker, Verdict};
use lists::sheet::Record;
use lists::{ContactKind, Country, Definition, Problem};

const DEFINITION: &str = r#"
key = "nr"
numbers = ["mobiel", "vast"]
dedupe = ["naam", "postcode"]
country_column = "Land"
zone_column = "Zone"
contact_type_column = "Soort"
exclude = { column = "Blokkade", values = ["geblokkeerd"] }
filter = { field = "waarde", op = ">=", value = 10 }

[[field]]
name = "nr"
column = "Nr"
required = true

[[field]]
name = "naam"
column = "Naam"
max = 5

[[field]]
name = "postcode"
column = "Postcode"

[[field]]
name = "vast"
column = "Vast"
type = "phone"

[[field]]
name = "mobiel"
column = "Mobiel"
type = "phone"

[[field]]
name = "waarde"
column = "Waarde"
type = "integer"

[[field]]
name = "sinds"
column = "Sinds"
type = "date"
"#;

const HEADERS: [&str; 11] = [
    "Nr", "Naam", "Postcode", "Vast", "Mobiel", "Waarde", "Sinds", "Land", "Zone", "Soort",
    "Blokkade",
];

fn check_with(definition: &str, cells: [&str; 11]) -> CheckedRow {
    let definition = Definition::parse(definition).unwrap();
    let headers = HEADERS.map(str::to_owned);
    let mut checker = Checker::new(&definition, &headers, Country::Nl).unwrap();
    let mut row = CheckedRow::default();
    checker.check(&Record::of(9, cells), &mut row);
    row
}

fn check(cells: [&str; 11]) -> CheckedRow {
    check_with(DEFINITION, cells)
}

fn numbers(row: &CheckedRow) -> Vec<String> {
    row.numbers.iter().map(ToString::to_string).collect()
}

fn problems(row: &CheckedRow) -> Vec<String> {
    row.problems.iter().map(Problem::to_string).collect()
}

#[test]
fn a_good_row_is_kept_in_one_form() {
    let row = check([
        "17",
        " José ",
        "9701 AB",
        "050-7070720",
        "0612345678",
        "12",
        "1-7-2021",
        "",
        "",
        "ZZP",
        "",
    ]);
    assert_eq!(row.line, 9);
    assert_eq!(row.key.as_deref(), Some("17"));
    // In the order of `numbers`, not of the columns.
    assert_eq!(numbers(&row), ["+31612345678", "+31507070720"]);
    let values: Vec<(usize, &str)> = row.fields.iter().collect();
    assert_eq!(
        values,
        [
            (0, "17"),
            (1, "José"),
            (2, "9701 AB"),
            (3, "+31507070720"),
            (4, "+31612345678"),
            (5, "12"),
            (6, "2021-07-01"),
        ]
    );
    assert_eq!(row.kind, ContactKind::SoleTrader);
    assert_eq!(&*row.zone, "Europe/Amsterdam");
    assert!(row.selected && !row.excluded);
    assert_eq!((row.verdict, problems(&row)), (Verdict::Fit, vec![]));
}

#[test]
fn all_that_is_wrong_is_told_at_once_and_the_row_is_rejected() {
    let row = check([
        "",
        "Johannes",
        "",
        "31 507070720",
        "abc",
        "veel",
        "31-02-2021",
        "Atlantis",
        "Mars/Base",
        "vriend",
        "nee",
    ]);
    assert_eq!(row.verdict, Verdict::Reject);
    assert_eq!(
        problems(&row),
        [
            "line 9, Land `Atlantis`: is a country whose numbers Dispo does not know: write the telephone numbers with + and country code",
            "line 9, Nr: is required: fill it in",
            "line 9, Naam `Johannes`: has 8 characters where 5 are allowed: shorten it",
            "line 9, Vast `31 507070720`: has no country code, and the country is unknown: write it with +",
            "line 9, Mobiel `abc`: has no country code, and the country is unknown: write it with +",
            "line 9, Waarde `veel`: is not a whole number: write digits only",
            "line 9, Sinds `31-02-2021`: is not a date: write it as 31-07-2021 or 2021-07-31",
            "line 9, Soort `vriend`: is no contact type: write consumer, sole_trader or company; taken as consumer",
            "line 9, Zone `Mars/Base`: is no time zone: write for instance Europe/Amsterdam; the zone of the number is taken",
        ]
    );
}

#[test]
fn a_bad_number_beside_a_good_one_is_a_problem_and_no_more() {
    let row = check(["1", "", "", "12", "0612345678", "10", "", "", "", "", ""]);
    assert_eq!(row.verdict, Verdict::Fit);
    assert_eq!(numbers(&row), ["+31612345678"]);
    assert_eq!(row.fields.get(3), "12");
    assert_eq!(
        problems(&row),
        ["line 9, Vast `12`: is too short for NL: a Dutch number has 9 digits after the 0"]
    );
}

#[test]
fn a_row_without_a_number_is_invalid() {
    let row = check(["1", "", "", "", "", "10", "", "", "", "", ""]);
    assert_eq!(row.verdict, Verdict::Invalid);
    assert_eq!(
        problems(&row),
        ["line 9, Vast: there is no telephone number: fill one in"]
    );
    let row = check(["1", "", "", "", "061234567", "10", "", "", "", "", ""]);
    assert_eq!((row.verdict, row.problems.len()), (Verdict::Invalid, 1));
}

#[test]
fn one_number_twice_is_one_number() {
    let row = check([
        "1",
        "",
        "",
        "0612345678",
        "+31 6 12345678",
        "10",
        "",
        "",
        "",
        "",
        "",
    ]);
    assert_eq!(numbers(&row), ["+31612345678"]);
}

#[test]
fn a_definition_may_cut_what_is_too_long() {
    let definition = format!("truncate = true\n{DEFINITION}");
    let row = check_with(
        &definition,
        [
            "1",
            "Émile Zola",
            "",
            "",
            "0612345678",
            "10",
            "",
            "",
            "",
            "",
            "",
        ],
    );
    assert_eq!((row.verdict, row.fields.get(1)), (Verdict::Fit, "Émile"));
    assert_eq!(
        problems(&row),
        ["line 9, Naam `Émile Zola`: has 10 characters where 5 are allowed: it was cut"]
    );
}

#[test]
fn the_row_says_where_it_belongs() {
    let zone = |number, land, zone| {
        let row = check(["1", "", "", "", number, "10", "", land, zone, "", ""]);
        (row.zone.to_string(), numbers(&row).concat())
    };
    let pair = |zone: &str, number: &str| (zone.to_owned(), number.to_owned());
    assert_eq!(
        zone("030 23125 123", "Duitsland", ""),
        pair("Europe/Berlin", "+493023125123")
    );
    assert_eq!(
        zone("+44 20 7946 0123", "", ""),
        pair("Europe/London", "+442079460123")
    );
    assert_eq!(
        zone("0612345678", "", "america/chicago"),
        pair("America/Chicago", "+31612345678")
    );
    // +1 has many zones: the country's usual one where the row names it, else the list's.
    assert_eq!(
        zone("202-555-0123", "USA", ""),
        pair("America/New_York", "+12025550123")
    );
    assert_eq!(
        zone("+1 202-555-0123", "", ""),
        pair("Europe/Amsterdam", "+12025550123")
    );
    assert_eq!(
        zone("+32 470 12 34 56", "België", ""),
        pair("Europe/Amsterdam", "+32470123456")
    );
}

#[test]
fn the_client_excludes_and_the_filter_selects() {
    let row = |value, mark| check(["1", "", "", "", "0612345678", value, "", "", "", "", mark]);
    assert!(row("10", "Geblokkeerd").excluded);
    assert!(!row("10", "ja").excluded);
    assert!(row("10", "").selected);
    assert!(!row("9", "").selected);
    assert!(!row("", "").selected);
}

#[test]
fn rows_of_one_contact_are_alike() {
    let of = |name, postcode, number| {
        check(["1", name, postcode, "", number, "10", "", "", "", "", ""]).dedupe
    };
    assert_eq!(
        of("José", "9701 AB", "0612345678"),
        of("JOSE", "9701ab", "0507070720")
    );
    assert_ne!(
        of("José", "9701 AB", "0612345678"),
        of("José", "9701 AC", "0612345678")
    );
    assert_eq!(of("", "", "0612345678"), None);
    // Without dedupe fields the first number decides.
    let plain = DEFINITION.replace("dedupe = [\"naam\", \"postcode\"]", "");
    let of = |name, number| {
        check_with(
            &plain,
            ["1", name, "", "", number, "10", "", "", "", "", ""],
        )
        .dedupe
    };
    assert_eq!(of("Jan", "0612345678"), of("Piet", "+31 6 12345678"));
    assert_ne!(of("Jan", "0612345678"), of("Jan", "0612345679"));
    assert_eq!(of("Jan", ""), None);
}

#[test]
fn a_filled_row_forgets_the_row_before_it() {
    let definition = Definition::parse(DEFINITION).unwrap();
    let mut checker = Checker::new(&definition, &HEADERS.map(str::to_owned), Country::Nl).unwrap();
    let mut row = CheckedRow::default();
    let bad = [
        "",
        "Johannes",
        "1",
        "12",
        "3",
        "x",
        "y",
        "z",
        "q",
        "w",
        "geblokkeerd",
    ];
    checker.check(&Record::of(2, bad), &mut row);
    let good = ["1", "", "", "", "0612345678", "10", "", "", "", "", ""];
    checker.check(&Record::of(3, good), &mut row);
    let fresh = check(good);
    assert_eq!(
        (row.line, &row.fields, &row.numbers),
        (3, &fresh.fields, &fresh.numbers)
    );
    assert_eq!(
        (row.verdict, row.excluded, row.key),
        (Verdict::Fit, false, Some("1".to_owned()))
    );
    assert_eq!((row.dedupe, row.problems), (fresh.dedupe, vec![]));
}

#[test]
fn opt_in_evidence_keeps_to_its_form() {
    let headers = ["telefoon", "optin_who", "optin_date", "optin_id"].map(str::to_owned);
    let definition = recognise(&headers);
    let mut checker = Checker::new(&definition, &headers, Country::Nl).unwrap();
    let mut row = CheckedRow::default();
    let who = "x".repeat(50);
    checker.check(
        &Record::of(2, ["0612345678", &who, "2021-07-01", "a"]),
        &mut row,
    );
    assert_eq!(row.verdict, Verdict::Fit);
    let (who, id) = ("x".repeat(51), "y".repeat(36));
    checker.check(
        &Record::of(3, ["0612345678", &who, "01-07-2021", &id]),
        &mut row,
    );
    assert_eq!(row.verdict, Verdict::Reject);
    let reasons: Vec<&str> = row
        .problems
        .iter()
        .map(|problem| &*problem.reason)
        .collect();
    assert_eq!(
        reasons,
        [
            "has 51 characters where 50 are allowed: shorten it",
            "is not a date: write it as 2021-07-31",
            "has 36 characters where 35 are allowed: shorten it",
        ]
    );
}

#[test]
fn a_file_that_lacks_columns_is_refused_with_all_of_them() {
    let definition = Definition::parse(DEFINITION).unwrap();
    let headers = [
        "NR",
        "naam",
        "Post-code",
        "Vast",
        "Waarde",
        "Sinds",
        "Land",
        "Zone",
    ];
    let refused = Checker::new(&definition, &headers.map(str::to_owned), Country::Nl).unwrap_err();
    let has = "it has NR, naam, Post-code, Vast, Waarde, Sinds, Land, Zone";
    assert_eq!(
        refused.to_string(),
        format!(
            "field `mobiel`: the file has no column `Mobiel`: {has}\n\
             contact_type_column: the file has no column `Soort`: {has}\n\
             exclude: the file has no column `Blokkade`: {has}"
        )
    );
    let refused = Checker::new(
        &recognise(&["a".to_owned()]),
        &["a".to_owned()],
        Country::Nl,
    );
    assert_eq!(
        refused.unwrap_err().to_string(),
        "numbers: no column holds telephone numbers: name one in a definition, or call it `telefoon` or `phone`"
    );
}

#[test]
fn a_problem_is_a_line_of_the_report() {
    let row = check(["1", "", "", "", "12", "10", "", "", "", "", ""]);
    assert_eq!(
        serde_json::to_string(&row.problems).unwrap(),
        r#"[{"line":9,"column":"Mobiel","value":"12","reason":"is too short for NL: a Dutch number has 9 digits after the 0"}]"#
    );
}

#[test]
fn an_opt_in_of_tomorrow_is_kept_and_said() {
    let headers = ["telefoon", "optin_source", "optin_date"].map(str::to_owned);
    let definition = recognise(&headers);
    let checker = Checker::new(&definition, &headers, Country::Nl).unwrap();
    let mut checker = checker.on(date(2026, 1, 5));
    let mut row = CheckedRow::default();
    for (day, said) in [("2026-01-05", 0), ("2026-01-06", 1)] {
        let cells = ["0612345678", "web form", day];
        checker.check(&Record::of(2, cells), &mut row);
        assert_eq!(row.verdict, Verdict::Fit);
        assert!(row.consent.is_some(), "{day}: it is the contact's ground");
        assert_eq!(row.problems.len(), said, "{day}: {:?}", row.problems);
    }
    assert!(row.problems[0].reason.contains("lies in the future"));
}
