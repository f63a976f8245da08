//! Workbooks made to exhaust whoever opens them, each refused before it does.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the helpers belong to the tests"
)]

use lists::sheet::{OpenError, Options, Reader};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn fixture(name: &str) -> Vec<u8> {
    let folder = env!("CARGO_MANIFEST_DIR");
    std::fs::read(format!("{folder}/tests/fixtures/{name}")).unwrap()
}

/// The fixture with one part put in, or in place of the one of that name.
fn with_part(fixture_name: &str, name: &str, content: &[u8]) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(fixture(fixture_name))).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index).unwrap();
        let kept = part.name().unwrap().to_string();
        if kept != name {
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            let stored =
                SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
            to.start_file(kept, stored).unwrap();
            to.write_all(&bytes).unwrap();
        }
    }
    to.start_file(name, SimpleFileOptions::default()).unwrap();
    to.write_all(content).unwrap();
    to.finish().unwrap().into_inner()
}

fn outcome(bytes: Vec<u8>) -> Result<Vec<String>, String> {
    let reader =
        Reader::from_bytes(bytes, &Options::default()).map_err(|e: OpenError| e.to_string())?;
    Ok(reader
        .map(|row| row.unwrap().cells().collect::<Vec<_>>().join("|"))
        .collect())
}

fn xlsx_with_texts(texts: &str) -> Vec<u8> {
    with_part("list.xlsx", "xl/sharedStrings.xml", texts.as_bytes())
}

/// An ODS with these rows, in the first table.
fn ods_with_rows(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:body><office:spreadsheet>\
         <table:table table:name=\"a\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    with_part("list.ods", "content.xml", content.as_bytes())
}

fn cell(text: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
    )
}

#[test]
fn a_workbook_written_anew_opens_as_before() {
    let texts = "<sst count=\"1\" uniqueCount=\"1\"><si><t>a</t></si></sst>";
    assert_eq!(
        outcome(xlsx_with_texts(texts)),
        outcome(fixture("list.xlsx"))
    );
    let rows = format!(
        "<!-- a > b --><table:table-row>{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"2\">{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
        cell("naam"),
        cell("x<text:s text:c=\"2\"/>y")
    );
    assert_eq!(outcome(ods_with_rows(&rows)).unwrap(), ["x  y", "x  y"]);
}

#[test]
fn more_shared_texts_than_the_part_can_hold_are_refused() {
    for (count, shown) in [
        ("4000000000000", "4000000000000"),
        ("99999999999999999999999", "18446744073709551615"),
    ] {
        for texts in [
            format!("<sst uniqueCount=\"{count}\"></sst>"),
            format!("<!-- <sst uniqueCount=\"1\"> --><x:sst a='>' uniqueCount = '{count}'/>"),
        ] {
            assert_eq!(
                outcome(xlsx_with_texts(&texts)).unwrap_err(),
                format!(
                    "the part `xl/sharedStrings.xml` of the workbook claims {shown} texts, more than it can hold: save the sheet as CSV"
                )
            );
        }
    }
    // The parser would find the claim behind the change of alphabet.
    let hidden = "<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?><sst unique\u{1b}(BCount=\"4000000000000\"/>";
    assert_eq!(
        outcome(xlsx_with_texts(hidden)).unwrap_err(),
        "the file is no XLSX Dispo can read (its XML is damaged): open it in a spreadsheet and save it again"
    );
}

#[test]
fn a_part_that_unpacks_to_far_more_than_its_size_is_refused() {
    let spaces = vec![b' '; 65 << 20];
    for (book, part) in [("list.xlsx", "xl/media/a.xml"), ("list.ods", "a.xml")] {
        assert_eq!(
            outcome(with_part(book, part, &spaces)).unwrap_err(),
            format!(
                "the part `{part}` of the workbook unpacks to more than 200 times its size: save the sheet as CSV"
            )
        );
        assert!(outcome(with_part(book, part, &spaces[..60 << 20])).is_ok());
    }
}

#[test]
fn a_workbook_that_unpacks_to_more_than_a_list_can_be_is_refused() {
    let mut book = with_part("list.xlsx", "xl/media/a.xml", &[b' '; 54_321]);
    let size = 54_321_u32.to_le_bytes();
    let places: Vec<usize> = (0..book.len() - 4)
        .filter(|&at| book[at..at + 4] == size)
        .collect();
    for at in places {
        book[at..at + 4].copy_from_slice(&0x8000_0001_u32.to_le_bytes());
    }
    assert_eq!(
        outcome(book).unwrap_err(),
        "the part `xl/media/a.xml` of the workbook unpacks the workbook to more than 2 GiB: save the sheet as CSV"
    );
}

#[test]
fn an_ods_that_repeats_without_measure_is_refused() {
    let refused = |rows: &str, what: &str| {
        assert_eq!(
            outcome(ods_with_rows(rows)).unwrap_err(),
            format!("the part `content.xml` of the workbook {what}: save the sheet as CSV")
        );
    };
    let cells = "repeats its cells to more than 50,000,000";
    let wide = "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"16384\"/>";
    // 16,384 times 4,000 are 65 million.
    let row = format!("<table:table-row>{wide}</table:table-row>");
    refused(&row.repeat(4_000), cells);
    let once =
        format!("<table:table-row table:number-rows-repeated=\"4000\">{wide}</table:table-row>");
    refused(&once, cells);
    // The last cell of an otherwise empty sheet.
    let corner = format!(
        "<table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell/></table:table-row>\
         <table:table-row><table:table-cell table:number-columns-repeated=\"16383\"/>{}</table:table-row>",
        cell("x")
    );
    refused(&corner, cells);
    let text = "repeats its text to more than 1 GiB";
    let blanks = cell("<text:s text:c=\"4000000000\"/>");
    refused(
        &format!("<table:table-row>{blanks}</table:table-row>"),
        text,
    );
    // A text of 100,000 bytes in 16,384 cells.
    let long = cell(&"x".repeat(100_000)).replacen(
        "<table:table-cell",
        "<table:table-cell table:number-columns-repeated=\"16384\"",
        1,
    );
    refused(&format!("<table:table-row>{long}</table:table-row>"), text);
}

#[test]
fn an_ods_that_stops_within_a_table_is_refused() {
    for content in [
        "<office:spreadsheet><table:table table:name=\"a\">",
        "<a><table:table table:name=\"a\"></a>",
        "<a><table:table table:name=\"a\"><!-- </table:table></a>",
    ] {
        assert_eq!(
            outcome(with_part("list.ods", "content.xml", content.as_bytes())).unwrap_err(),
            "the file is no ODS Dispo can read (its XML is damaged): open it in a spreadsheet and save it again"
        );
    }
}
