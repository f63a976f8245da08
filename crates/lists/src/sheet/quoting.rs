//! Where a row of delimited text ends, and where its cells do, quotes and line breaks in quotes
//! considered.
//!
//! A closing quote must be followed by a delimiter or the end of the line. Being strict here is
//! what keeps one forgotten quote from swallowing the rows below it.

use super::record::Record;
use crate::neutral;

/// A quoted cell of more lines than this is one whose closing quote was forgotten.
const MOST_LINES: u64 = 1_000;

/// The two bytes that give a text its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) delimiter: u8,
    /// Line feed, or carriage return in files of old machines.
    pub(super) line_end: u8,
}

/// What stands at the beginning of some bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// One row: its bytes, its line end included, and the physical lines it takes.
    Row { bytes: usize, lines: u64 },
    /// A row that goes on behind these bytes.
    Longer,
    /// A quote that is opened and not closed.
    Unclosed,
    /// A closing quote with something else behind it.
    Stray,
}

#[derive(Clone, Copy)]
enum Place {
    CellStart,
    Bare,
    Quoted,
    Closed,
}

impl Marks {
    /// Finds the end of the first row; `ended` = nothing follows these bytes.
    pub(super) fn frame(self, bytes: &[u8], ended: bool) -> Frame {
        match bytes.iter().position(|&byte| byte == self.line_end) {
            Some(end) if !bytes.get(..end).unwrap_or_default().contains(&b'"') => Frame::Row {
                bytes: end + 1,
                lines: 1,
            },
            _ => self.frame_quoted(bytes, ended),
        }
    }

    fn frame_quoted(self, bytes: &[u8], ended: bool) -> Frame {
        let mut place = Place::CellStart;
        let mut lines = 1;
        for (at, &byte) in bytes.iter().enumerate() {
            let ends_line = byte == self.line_end;
            place = match place {
                Place::Quoted if ends_line && lines == MOST_LINES => return Frame::Unclosed,
                Place::Quoted if ends_line => {
                    lines += 1;
                    Place::Quoted
                }
                Place::Quoted if byte == b'"' => Place::Closed,
                Place::Quoted => Place::Quoted,
                _ if ends_line => {
                    return Frame::Row {
                        bytes: at + 1,
                        lines,
                    };
                }
                _ if byte == self.delimiter => Place::CellStart,
                Place::CellStart | Place::Closed if byte == b'"' => Place::Quoted,
                Place::Closed if byte == b' ' || byte == b'\r' => Place::Closed,
                Place::Closed => return Frame::Stray,
                Place::CellStart | Place::Bare => Place::Bare,
            };
        }
        match place {
            _ if !ended => Frame::Longer,
            Place::Quoted => Frame::Unclosed,
            _ => Frame::Row {
                bytes: bytes.len(),
                lines,
            },
        }
    }

    /// Puts the cells of one framed row into the record.
    pub(super) fn split(self, row: &str, record: &mut Record) {
        let row = self.without_line_end(row);
        let delimiter = char::from(self.delimiter);
        if !row.contains('"') {
            for cell in row.split(delimiter) {
                record.push(neutral::restored(cell));
            }
            return;
        }
        let mut rest = Some(row);
        while let Some(text) = rest {
            let cell;
            (cell, rest) = match text.strip_prefix('"') {
                Some(quoted) => cut_quoted(quoted, delimiter),
                None => cut(text, delimiter),
            };
            if text.starts_with('"') && cell.contains("\"\"") {
                record.push(neutral::restored(&cell.replace("\"\"", "\"")));
            } else {
                record.push(neutral::restored(cell));
            }
        }
    }

    fn without_line_end(self, row: &str) -> &str {
        let row = row.strip_suffix(char::from(self.line_end)).unwrap_or(row);
        row.strip_suffix('\r').unwrap_or(row)
    }
}

fn cut(text: &str, delimiter: char) -> (&str, Option<&str>) {
    match text.split_once(delimiter) {
        Some((cell, rest)) => (cell, Some(rest)),
        None => (text, None),
    }
}

/// Cuts behind the closing quote; `text` begins behind the opening one.
fn cut_quoted(text: &str, delimiter: char) -> (&str, Option<&str>) {
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find('"')) {
        let quote = from + found;
        let behind = text.get(quote + 1..).unwrap_or_default();
        if behind.starts_with('"') {
            from = quote + 2;
            continue;
        }
        let cell = text.get(..quote).unwrap_or_default();
        return (cell, cut(behind, delimiter).1);
    }
    (text, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKS: Marks = Marks {
        delimiter: b';',
        line_end: b'\n',
    };

    fn cells(row: &str) -> Vec<String> {
        let mut record = Record::default();
        MARKS.split(row, &mut record);
        record.cells().map(str::to_owned).collect()
    }

    #[test]
    fn cells_are_split_and_unquoted() {
        assert_eq!(cells("a;b;\r\n"), ["a", "b", ""]);
        assert_eq!(cells("\"a;\"\"b\"\"\nc\";d\n"), ["a;\"b\"\nc", "d"]);
        assert_eq!(cells("\"a\" ;\"\";\"b\"\r\n"), ["a", "", "b"]);
        assert_eq!(
            cells("Piet \"de\" Vries;12\""),
            ["Piet \"de\" Vries", "12\""]
        );
        assert_eq!(cells("\"'+31507070720\";'=1"), ["+31507070720", "=1"]);
        assert_eq!(cells(""), [""]);
    }

    #[test]
    fn a_row_ends_where_its_quotes_allow() {
        let row = |bytes, lines| Frame::Row { bytes, lines };
        assert_eq!(MARKS.frame(b"a;b\nc", false), row(4, 1));
        assert_eq!(MARKS.frame(b"\"a\nb\";c\nd", false), row(8, 2));
        assert_eq!(MARKS.frame(b"\"a\nb\";c", false), Frame::Longer);
        assert_eq!(MARKS.frame(b"\"a\nb\";c", true), row(7, 2));
        assert_eq!(MARKS.frame(b"a \"b;c\n\"", true), row(7, 1));
    }

    #[test]
    fn a_forgotten_quote_is_noticed() {
        assert_eq!(MARKS.frame(b"\"a;b\n\"c\";d\n", true), Frame::Stray);
        assert_eq!(MARKS.frame(b"\"a;b\nc;d\n", true), Frame::Unclosed);
        let many = format!("\"{}", "a\n".repeat(1_001));
        assert_eq!(MARKS.frame(many.as_bytes(), false), Frame::Unclosed);
    }
}
