//! What is written comes back as it was, by way of every format.
#![allow(clippy::unwrap_used, reason = "the helpers belong to the tests")]

use lists::export::{Cell, ExportError, Format, Options, Selection, Writer};
use lists::sheet::{self, Reader};
use lists::{Country, Definition, definition::Field, definition::FieldType};
use proptest::prelude::*;

fn written(format: Format, options: &Options, columns: &[&str], rows: &[Vec<Cell<'_>>]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut writer = Writer::new(format, &mut file, columns, options).unwrap();
    for row in rows {
        writer.row(row).unwrap();
    }
    writer.finish().unwrap();
    file
}

fn read(file: Vec<u8>) -> Vec<Vec<String>> {
    let reader = Reader::from_bytes(file, &sheet::Options::default()).unwrap();
    let rows = reader.map(|record| record.unwrap().cells().map(str::to_owned).collect());
    rows.collect()
}

const RISKY: [&str; 8] = [
    "=1+1",
    "+31507070720",
    "-5",
    "@SUM(A1)",
    "\ttab",
    "\rreturn",
    "'=quoted",
    "'s-Gravenhage",
];

#[test]
fn formulas_are_made_harmless_in_csv_and_restored() {
    let rows: Vec<Vec<Cell<'_>>> = RISKY
        .iter()
        .map(|text| vec![Cell::Text(text), Cell::Int(-5)])
        .collect();
    let file = written(Format::Csv, &Options::default(), &["=a", "b"], &rows);
    let text = String::from_utf8(file.clone()).unwrap();
    assert_eq!(
        text,
        "'=a;b\r\n'=1+1;-5\r\n'+31507070720;-5\r\n'-5;-5\r\n'@SUM(A1);-5\r\n'\ttab;-5\r\n\
         \"'\rreturn\";-5\r\n''=quoted;-5\r\n's-Gravenhage;-5\r\n"
    );
    let back: Vec<String> = read(file).into_iter().map(|row| row.concat()).collect();
    assert_eq!(back, RISKY.map(|text| format!("{text}-5")));
}

#[test]
fn a_workbook_holds_text_as_text_and_figures_as_figures() {
    let row = vec![
        Cell::Text("=1+1"),
        Cell::Text("+31507070720"),
        Cell::Text("0507070720"),
        Cell::Int(-42),
        Cell::Int(9_007_199_254_740_993),
        Cell::Empty,
        Cell::Instant("2021-07-01T14:30:00Z"),
    ];
    let columns = ["a", "b", "c", "d", "e", "f", "g"];
    let file = written(Format::Xlsx, &Options::default(), &columns, &[row]);
    assert_eq!(
        read(file),
        [[
            "=1+1",
            "+31507070720",
            "0507070720",
            "-42",
            "9007199254740993",
            "",
            "2021-07-01T14:30:00Z"
        ]]
    );
}

/// Office programs keep texts in a table of their own, our writer in the cells: both are read.
#[test]
fn a_workbook_with_a_table_of_texts_is_read() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(["naam", "telefoon"]) {
        sheet.write_string(0, column, name).unwrap();
    }
    for row in 1..4 {
        sheet.write_string(row, 0, "Zoë").unwrap();
        sheet.write_number(row, 1, 507_070_720.0).unwrap();
    }
    let file = book.save_to_buffer().unwrap();
    assert_eq!(read(file), vec![["Zoë", "507070720"]; 3]);
}

#[test]
fn json_lines_keep_types_and_the_order_of_columns() {
    let rows = [
        vec![Cell::Text("Zoë \"x\"\n"), Cell::Int(3), Cell::Empty],
        vec![
            Cell::Text("=1"),
            Cell::Int(-3),
            Cell::Instant("2021-07-01T14:30:00Z"),
        ],
    ];
    let file = written(
        Format::JsonLines,
        &Options::default(),
        &["z", "a\"", "due_at"],
        &rows,
    );
    assert_eq!(
        String::from_utf8(file).unwrap(),
        "{\"z\":\"Zoë \\\"x\\\"\\n\",\"a\\\"\":3,\"due_at\":null}\n\
         {\"z\":\"=1\",\"a\\\"\":-3,\"due_at\":\"2021-07-01T14:30:00Z\"}\n"
    );
}

#[test]
fn a_mark_and_another_delimiter_are_written_when_asked_for() {
    let options = Options {
        delimiter: b'\t',
        mark: true,
    };
    let file = written(
        Format::Csv,
        &options,
        &["a", "b"],
        &[vec![Cell::Text("x;y"), Cell::Empty]],
    );
    assert_eq!(
        String::from_utf8(file).unwrap(),
        "\u{feff}a\tb\r\nx;y\t\r\n"
    );
    let refused = Writer::new(
        Format::Csv,
        Vec::new(),
        &["a"],
        &Options {
            delimiter: b'"',
            mark: false,
        },
    );
    assert!(matches!(
        refused.err(),
        Some(ExportError::BadDelimiter(b'"'))
    ));
}

#[test]
fn what_cannot_be_written_is_refused() {
    let mut writer =
        Writer::new(Format::Csv, Vec::new(), &["a", "b"], &Options::default()).unwrap();
    assert_eq!(
        writer.row(&[Cell::Empty]).unwrap_err().to_string(),
        "a row has 1 cells where there are 2 columns"
    );
    let mut writer = Writer::new(Format::Xlsx, Vec::new(), &["a"], &Options::default()).unwrap();
    let refused = writer.row(&[Cell::Text(&"x".repeat(32_768))]).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "row 1: `a` has more than the 32,767 characters a workbook cell holds: export as csv"
    );
    assert_eq!(
        "ods".parse::<Format>().unwrap_err().to_string(),
        "`ods` is no format: write one of csv, xlsx, jsonl"
    );
}

#[test]
fn a_definition_chooses_columns_names_and_rows() {
    let available = ["id", "code", "naam"].map(|name| Field::new(name, name, FieldType::Text));
    let definition = Definition::parse(
        "filter = { field = \"code\", op = \"=\", value = \"700\" }\n\
         [[field]]\nname = \"naam\"\ncolumn = \"Relatie\"\n\
         [[field]]\nname = \"code\"\ncolumn = \"Resultaat\"\n",
    )
    .unwrap();
    let selection = Selection::new(&definition, &available, Country::Nl).unwrap();
    assert_eq!(selection.names(), ["Relatie", "Resultaat"]);
    assert_eq!(selection.fields().collect::<Vec<_>>(), [2, 1]);
    assert!(selection.passes(&|field| if field == 1 { "700" } else { "" }));
    assert!(!selection.passes(&|_| "120"));
    let refused = Selection::new(&definition, &available[..1], Country::Nl).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "field `naam`: is not in the list: it has id\n\
         field `code`: is not in the list: it has id\n\
         filter.field: `code` is no field: write one of id"
    );
    assert_eq!(Selection::all(&available).names(), ["id", "code", "naam"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_text_comes_back_from_csv(
        texts in prop::collection::vec("['=+@\t\r\n\";,a-zé -]{0,8}", 1..12),
        delimiter in prop::sample::select(vec![b';', b',', b'\t']),
    ) {
        // The second column keeps rows of blank text from being taken for blank lines.
        let rows: Vec<Vec<Cell<'_>>> =
            texts.iter().map(|text| vec![Cell::Text(text), Cell::Int(1)]).collect();
        let options = Options { delimiter, mark: true };
        let back = read(written(Format::Csv, &options, &["a", "b"], &rows));
        let expected: Vec<Vec<String>> =
            texts.iter().map(|text| vec![text.clone(), "1".to_owned()]).collect();
        prop_assert_eq!(back, expected);
    }
}
