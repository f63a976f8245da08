//! Files as people send them, and for each row of each exactly what becomes of it.
#![allow(clippy::unwrap_used, reason = "the helpers belong to the tests")]

use lists::definition::recognise;
use lists::row::{CheckedRow, Checker};
use lists::sheet::{Options, Reader};
use lists::{Country, Problem};
use std::path::Path;

fn open(name: &str) -> Reader {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name);
    Reader::open(&path, &Options::default()).unwrap()
}

/// One line per row and per problem: `line verdict numbers zone kind key | values`.
fn report(name: &str, country: Country) -> Vec<String> {
    let reader = open(name);
    let definition = recognise(reader.headers());
    let mut checker = Checker::new(&definition, reader.headers(), country).unwrap();
    let mut row = CheckedRow::default();
    let mut report: Vec<String> = reader.problems().iter().map(Problem::to_string).collect();
    for next in reader {
        match next {
            Err(problem) => report.push(problem.to_string()),
            Ok(record) => {
                checker.check(&record, &mut row);
                let numbers: Vec<String> = row.numbers.iter().map(ToString::to_string).collect();
                let values: Vec<&str> = row.fields.iter().map(|(_, value)| value).collect();
                report.push(format!(
                    "{} {:?} [{}] {} {} {} | {}",
                    row.line,
                    row.verdict,
                    numbers.join(" "),
                    row.zone,
                    row.kind.code(),
                    row.key.as_deref().unwrap_or("-"),
                    values.join(", "),
                ));
                report.extend(row.problems.iter().map(Problem::to_string));
            }
        }
    }
    report
}

/// `format encoding marked delimiter sheet`
fn description(name: &str) -> String {
    let reader = open(name);
    let description = reader.description();
    format!(
        "{} {} {} {:?} {}",
        description.format,
        description.encoding.unwrap_or("-"),
        description.marked,
        description.delimiter.unwrap_or('-'),
        description.sheet.as_deref().unwrap_or("-"),
    )
}

#[test]
fn utf16_with_a_mark_and_without() {
    assert_eq!(description("utf16le.txt"), r"CSV UTF-16LE true '\t' -");
    assert_eq!(
        description("utf16be-unmarked.csv"),
        "CSV UTF-16BE false ';' -"
    );
    let expected = [
        "2 Fit [+31205700101] Europe/Amsterdam consumer - | Zoë Jansen, +31205700101, Amsterdam",
        "3 Fit [+31205700102] Europe/Amsterdam consumer - | Łukasz de Boer, +31205700102, ’s-Gravenhage",
        "4 Invalid [] Europe/Amsterdam consumer - | Fout, 20570, Assen",
        "line 4, Telefoon `20570`: is too short for NL: a Dutch number has 9 digits after the 0",
    ];
    assert_eq!(report("utf16le.txt", Country::Nl), expected);
    assert_eq!(report("utf16be-unmarked.csv", Country::Nl), expected);
}

#[test]
fn windows_1252_from_germany() {
    assert_eq!(
        description("windows-1252.csv"),
        "CSV windows-1252 false ';' -"
    );
    assert_eq!(
        report("windows-1252.csv", Country::De),
        [
            "2 Fit [+493023125001] Europe/Berlin company - | Müller & Söhne GmbH, Jörg Groß, Hauptstraße 1, 10115, Berlin, +493023125001, info@example.org, GmbH",
            "3 Reject [+493023125002] Europe/Berlin consumer - | Änne Weiß, Am Öhrchen 3, 10117, Berlin, +493023125002, keine, Privat",
            "line 3, E-Mail `keine`: is not one e-mail address: write it as name@example.org",
            "4 Fit [+493023125004] Europe/Berlin sole_trader - | Café – Bar “Zur Post”, Ring 5, 10119, Berlin, 49 30 23125003, +493023125004, Einzelunternehmer",
            "line 4, Telefon `49 30 23125003`: has the country code without a plus: write +49",
            "5 Invalid [] Europe/Berlin company - | Ohne Nummer AG, Weg 6, 10119, Berlin, Firma",
            "line 5, Telefon: there is no telephone number: fill one in",
        ]
    );
}

#[test]
fn quoted_line_breaks_and_quotes_that_were_forgotten() {
    assert_eq!(description("quoted-breaks.csv"), "CSV UTF-8 false ',' -");
    assert_eq!(
        report("quoted-breaks.csv", Country::Nl),
        [
            "2 Fit [+31205700111] Europe/Amsterdam consumer - | Jansen, belt \"later\" terug,\nna zes uur, +31205700111",
            "5 Fit [+31205700112] Europe/Amsterdam consumer - | de Vries, drie\r\nregels\r\nlang, +31205700112",
            "line 8 `Bakker,\"vergeten te sluiten,020 570 0113`: text follows a closing quote: double the quotes that belong to the text, or close the one that is open",
            "9 Fit [+31205700114] Europe/Amsterdam consumer - | Visser, gewoon, +31205700114",
            "line 10 `020 570 0115`: the row has 4 cells where the header has 3: quote the delimiters that belong to the text",
            "line 11 `Mulder | 020 570 0116`: the row has 2 cells where the header has 3: quote line breaks and delimiters that belong to the text",
            "12 Fit [+31205700117] Europe/Amsterdam consumer - | Bos, goed, +31205700117",
        ]
    );
}

#[test]
fn two_hundred_columns() {
    let mut reader = open("columns-200.csv");
    assert_eq!(reader.headers().len(), 200);
    let record = reader.next().unwrap().unwrap();
    assert_eq!((record.line, record.cell(0)), (2, "020 570 0121"));
    for column in 1..200 {
        assert_eq!(record.cell(column), format!("antwoord {}", column + 1));
    }
    assert_eq!(
        report("columns-200.csv", Country::Nl)[1..],
        [
            "3 Fit [+31205700122] Europe/Amsterdam consumer - | +31205700122, laatste",
            "line 4 `020 570 0123`: the row has 198 cells where the header has 200: quote line breaks and delimiters that belong to the text",
        ]
    );
}

/// Its first sheet is empty, and the header stands on the third line of the second.
#[test]
fn xls_from_the_netherlands() {
    assert_eq!(description("list.xls"), "XLS - false '-' Adressen");
    assert_eq!(
        report("list.xls", Country::Nl),
        [
            "4 Fit [+31205700131 +31612345678] Europe/Amsterdam consumer - | Zoë Jansen, +31205700131, +31612345678, 2021-07-01, 2024-03-31T14:30:00, true, 12.5",
            "line 4, optin_date `2021-07-01`: optin_source is missing: say how and where it was given, or describe it in optin_description; the opt-in does not count without",
            "6 Invalid [] Europe/Amsterdam consumer - | Piet, 020 570 013, 1000",
            "line 6, Telefoon `020 570 013`: is too short for NL: a Dutch number has 9 digits after the 0",
        ]
    );
}

/// Its first sheet is empty and its second hidden; a telephone number is stored as a figure.
#[test]
fn xlsx_from_germany() {
    assert_eq!(description("list.xlsx"), "XLSX - false '-' Kunden");
    assert_eq!(
        report("list.xlsx", Country::De),
        [
            "2 Fit [+493023125011] Europe/Berlin consumer 4711 | Jörg Groß, +493023125011, 1980-02-29, 4711, true, 09:05:00",
            "3 Fit [+493023125012] Europe/Berlin consumer 0815 | Änne, +493023125012, 0815",
            "5 Reject [] Europe/Berlin consumer #N/A | Ohne, #N/A",
            "line 5, Kundennr `#N/A`: is the error of a formula: mend the formula, or empty the cell",
            "line 5, Telefon: there is no telephone number: fill one in",
        ]
    );
}

/// Three empty rows are stored as one that is repeated, and a million follow at the end.
#[test]
fn ods_from_hungary() {
    assert_eq!(description("list.ods"), "ODS - false '-' Lista");
    assert_eq!(
        report("list.ods", Country::Hu),
        [
            "2 Fit [+3615550141] Europe/Budapest consumer - | Őri Ágnes, +3615550141, 1011, 1990-05-04",
            "6 Fit [+36205550143] Europe/Budapest consumer - | Kiss Béla, 36 1 555 0142, +36205550143, 1012",
            "line 6, Telefonszám `36 1 555 0142`: has the country code without a plus: write +36",
            "7 Invalid [] Europe/Budapest consumer - | Nagy Űr, 01 555 0144",
            "line 7, Telefonszám `01 555 0144`: begins with 0 but not with the prefix of HU: a Hungarian number has 8 or 9 digits after the 06",
        ]
    );
}

#[test]
fn an_empty_file_and_one_with_a_header_alone() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/empty.csv");
    let refused = Reader::open(&path, &Options::default()).err().unwrap();
    assert_eq!(
        refused.to_problem().to_string(),
        "line 0: the file is empty: it needs a header line and a line per contact"
    );
    assert_eq!(
        report("header-only.csv", Country::Nl),
        ["line 1: there are no rows below the header: add a line per contact"]
    );
}
