//! Files that are damaged, odd or hostile: each fault is told with its place, and none is fatal
//! for the rows around it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the helpers belong to the tests"
)]

use lists::sheet::{Format, OpenError, Options, Reader};
use proptest::prelude::*;

fn read(bytes: impl Into<Vec<u8>>) -> Vec<String> {
    let reader = Reader::from_bytes(bytes.into(), &Options::default()).unwrap();
    let rows = reader.map(|next| match next {
        Ok(record) => format!(
            "{}: {}",
            record.line,
            record.cells().collect::<Vec<_>>().join("|")
        ),
        Err(problem) => format!("! {problem}"),
    });
    rows.collect()
}

fn refused(bytes: impl Into<Vec<u8>>) -> OpenError {
    Reader::from_bytes(bytes.into(), &Options::default())
        .err()
        .unwrap()
}

#[test]
fn every_kind_of_line_end_is_understood_and_counted() {
    assert_eq!(read("a;b\n1;2\n3;4"), ["2: 1|2", "3: 3|4"]);
    assert_eq!(read("a;b\r\n1;2\r\n\r\n3;4\r\n"), ["2: 1|2", "4: 3|4"]);
    assert_eq!(read("a;b\r1;2\r3;4\r"), ["2: 1|2", "3: 3|4"]);
    assert_eq!(read("\n\na;b\n;\n1;2\n \n"), ["5: 1|2"]);
}

#[test]
fn a_mark_and_an_announced_delimiter_are_not_part_of_the_header() {
    let reader = Reader::from_bytes(
        "\u{feff}sep=|\r\nnaam|tel\r\nx|1\r\n".into(),
        &Options::default(),
    );
    let mut reader = reader.unwrap();
    assert_eq!(reader.headers(), ["naam", "tel"]);
    assert!(reader.description().marked);
    assert_eq!(reader.description().delimiter, Some('|'));
    assert_eq!(reader.next().unwrap().unwrap().line, 3);
}

#[test]
fn a_row_of_another_width_is_told_unless_only_empty_cells_are_too_many() {
    assert_eq!(
        read("a;b;\n1;2;;;\n1;2;3\n1\n1;2\n"),
        [
            "2: 1|2",
            "! line 3 `3`: the row has 3 cells where the header has 2: quote the delimiters that belong to the text",
            "! line 4 `1`: the row has 1 cells where the header has 2: quote line breaks and delimiters that belong to the text",
            "5: 1|2",
        ]
    );
}

#[test]
fn a_quote_that_is_never_closed_costs_its_own_line_only() {
    let tail = "x;y\n".repeat(5_000);
    let rows = read(format!("a;b\n\"open;1\n{tail}"));
    assert_eq!(
        rows[0],
        "! line 2 `\"open;1`: a quote is opened and never closed: close it, or double it where it belongs to the text"
    );
    assert_eq!(rows.len(), 5_001);
    assert_eq!(rows[5_000], "5002: x|y");
}

#[test]
fn damaged_cells_are_told_by_their_column() {
    let long = "x".repeat(32_768);
    let fits = "é".repeat(32_767);
    assert_eq!(
        read(format!("a;b\n1;n\0l\n2;{long}\n3;{fits}\n")),
        [
            "! line 2, b `n␀l`: the cell holds a null character: the file is damaged, save it again".to_owned(),
            format!("! line 3, b `{}…`: the cell is longer than 32,767 characters: shorten it", "x".repeat(79)),
            format!("4: 3|{fits}"),
        ]
    );
}

#[test]
fn a_line_without_end_is_told_and_passed() {
    let rows = read(format!("a;b\n{}\n1;2\n", "x".repeat(3_000_000)));
    assert_eq!(rows.len(), 2);
    assert!(
        rows[0].ends_with("the line is longer than 1 MB: it is no row of a list"),
        "{}",
        rows[0]
    );
    assert_eq!(rows[1], "3: 1|2");
}

#[test]
fn one_broken_byte_in_a_utf8_file_costs_its_own_line_only() {
    let mut bytes = "a;b\nZoë;é\nJosé;ü\n".as_bytes().to_vec();
    bytes.extend(b"Jos\xE9;1\nx;2\n");
    assert_eq!(
        read(bytes),
        [
            "2: Zoë|é",
            "3: José|ü",
            "! line 4 `Jos\u{fffd};1`: the line holds bytes that are not UTF-8 like the rest of the file: save the file anew as UTF-8",
            "5: x|2",
        ]
    );
}

#[test]
fn the_person_who_has_the_file_knows_better() {
    // Hungarian in Windows-1250: the byte F5 is ő there and õ in Windows-1252.
    let bytes = b"n\xE9v,x;tel\nD\xF5ri,y;1\n".to_vec();
    let options = Options {
        encoding: Some("windows-1250".to_owned()),
        delimiter: Some(','),
        sheet: None,
    };
    let mut reader = Reader::from_bytes(bytes, &options).unwrap();
    assert_eq!(reader.headers(), ["név", "x;tel"]);
    assert_eq!(reader.next().unwrap().unwrap().cell(0), "Dőri");
}

#[test]
fn what_is_no_list_is_refused_with_the_remedy() {
    assert!(matches!(refused(""), OpenError::Empty));
    assert!(matches!(refused("\n \n\r\n"), OpenError::Empty));
    assert!(matches!(refused("<html><table>"), OpenError::Markup));
    assert!(matches!(
        refused(b"\x89PNG\r\n\x1a\n\x00\x00"),
        OpenError::NotAList
    ));
    assert!(matches!(
        refused(b"PK\x03\x04rubbish"),
        OpenError::Unreadable {
            format: Format::Xlsx,
            ..
        }
    ));
    assert!(matches!(
        refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rubbish"),
        OpenError::Unreadable {
            format: Format::Xls,
            ..
        }
    ));
    assert_eq!(
        refused("a;\"b\n1;2\n").to_string(),
        "the header cannot be read: line 1 `a;\"b`: a quote is opened and never closed: close it, or double it where it belongs to the text"
    );
    let options = |encoding: Option<&str>, delimiter| Options {
        encoding: encoding.map(str::to_owned),
        delimiter,
        sheet: None,
    };
    for (options, message) in [
        (
            options(Some("ebcdic"), None),
            "`ebcdic` is no encoding: write for instance utf-8, utf-16le, windows-1252 or windows-1250",
        ),
        (
            options(None, Some('x')),
            "`x` cannot be a delimiter: write one of ; , | or a tab",
        ),
    ] {
        let refused = Reader::from_bytes(b"a;b\n".to_vec(), &options)
            .err()
            .unwrap();
        assert_eq!(refused.to_string(), message);
    }
}

#[test]
fn a_sheet_can_be_asked_for_by_name() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/list.xlsx");
    let options = |sheet: &str| Options {
        sheet: Some(sheet.to_owned()),
        ..Options::default()
    };
    let reader = Reader::open(path.as_ref(), &options("Versteckt")).unwrap();
    assert_eq!(reader.headers(), ["geheim"]);
    let refused = Reader::open(path.as_ref(), &options("Blad1"))
        .err()
        .unwrap();
    assert_eq!(
        refused.to_string(),
        "the workbook has no sheet `Blad1`: it has Leer, Versteckt, Kunden"
    );
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!(
        "{}/tests/fixtures/{name}",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap()
}

/// The place of the only record of this kind with these first bytes.
fn record_at(file: &[u8], kind: u16, first: [u8; 4]) -> usize {
    let found: Vec<usize> = (0..file.len() - 8)
        .filter(|&at| file[at..at + 2] == kind.to_le_bytes() && file[at + 4..at + 8] == first)
        .collect();
    assert_eq!(found.len(), 1);
    found[0]
}

#[test]
fn a_workbook_that_claims_more_than_a_sheet_holds_is_refused() {
    // The figure in row 4, column 2 is moved to row 65,536, column 65,536: an area of four
    // thousand million cells.
    let mut file = fixture("list.xls");
    let at = record_at(&file, 0x027E, [3, 0, 1, 0]);
    file[at + 4..at + 8].copy_from_slice(&[0xFF; 4]);
    assert_eq!(
        refused(file).to_string(),
        "the file is no XLS Dispo can read (its cells are damaged): open it in a spreadsheet and save it again"
    );
    // The directory's chain leads back to its own first sector.
    let mut file = fixture("list.xls");
    let word = |file: &[u8], at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap());
    let (table, directory) = (word(&file, 76), word(&file, 48));
    let place = (table as usize + 1) * 512 + directory as usize * 4;
    file[place..place + 4].copy_from_slice(&directory.to_le_bytes());
    assert_eq!(
        refused(file).to_string(),
        "the file is no XLS Dispo can read (its container is damaged): open it in a spreadsheet and save it again"
    );
}

#[test]
fn a_list_has_a_limit_of_columns() {
    let header = |columns: usize| vec!["a"; columns].join(";");
    let reader = Reader::from_bytes(header(4_096).into_bytes(), &Options::default()).unwrap();
    assert_eq!(reader.headers()[4_095], "a (4096)");
    assert_eq!(
        refused(header(4_097)).to_string(),
        "the list has 4097 columns where 4,096 are the most: remove those that nobody needs"
    );
}

#[test]
fn progress_ends_at_the_whole() {
    let bytes = format!("a;b\n{}", "1;2\n".repeat(50_000));
    let mut reader = Reader::from_bytes(bytes.clone().into_bytes(), &Options::default()).unwrap();
    assert_eq!(reader.progress().total, bytes.len() as u64);
    assert!(reader.progress().done < reader.progress().total);
    assert_eq!(reader.by_ref().count(), 50_000);
    assert_eq!(reader.progress().done, reader.progress().total);
}

fn drain(bytes: Vec<u8>) {
    if let Ok(reader) = Reader::from_bytes(bytes, &Options::default()) {
        let width = reader.headers().len();
        for record in reader.flatten() {
            assert_eq!(record.len(), width);
        }
    }
}

/// A file that opens, with some of its bytes changed.
fn spoilt(name: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).unwrap();
    let places = prop::collection::vec((0..bytes.len(), any::<u8>()), 1..12);
    places.prop_map(move |places| {
        let mut bytes = bytes.clone();
        for (place, byte) in places {
            bytes[place] = byte;
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        drain(bytes);
    }

    #[test]
    fn random_delimited_text_never_panics(text in "[a\"';,\t\r\n|é\0=+-]{0,300}") {
        drain(text.clone().into_bytes());
        drain(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    }

    #[test]
    fn a_spoilt_workbook_never_panics(
        bytes in prop_oneof![spoilt("list.xls"), spoilt("list.xlsx"), spoilt("list.ods")],
    ) {
        drain(bytes);
    }

    /// Whatever is written by the rules of CSV is read back as it was.
    #[test]
    fn quoted_cells_come_back(
        rows in prop::collection::vec(prop::collection::vec("[a-z\";,\r\n é]{0,8}", 3), 1..20),
    ) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(";") + "\r\n";
        let text: String = rows.iter().map(line).collect();
        let reader = Reader::from_bytes(format!("a;b;c\r\n{text}").into_bytes(), &Options::default()).unwrap();
        let read: Vec<Vec<String>> = reader
            .map(|record| record.unwrap().cells().map(str::to_owned).collect())
            .collect();
        let filled = |row: &&Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
        let expected: Vec<Vec<String>> = rows.iter().filter(filled).cloned().collect();
        prop_assert_eq!(read, expected);
    }
}
