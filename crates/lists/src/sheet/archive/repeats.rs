//! How large the tables of an ODS become when its repeated cells, rows and blanks are written
//! out, and whether its tags close what they open.

use super::tags::{Fault, Tag, Tags};
use std::io::BufRead;

/// As many as a list may have: a full sheet of forty columns.
const MOST_CELLS: u64 = 50_000_000;
/// All text together, in bytes.
const MOST_TEXT: u64 = 1 << 30;
/// The parser goes no further in one row, and in one table.
const COLUMNS: u64 = 16_384;
const ROWS: u64 = 1_048_576;
/// Deeper than any table is nested.
const MOST_DEPTH: usize = 256;

#[derive(Default)]
pub(super) struct Repeats {
    open: Vec<Vec<u8>>,
    /// Cells of all tables, and the bytes in them.
    cells: u64,
    text: u64,
    table: Table,
    row: Row,
    cell: Cell,
}

/// Rows up to the last filled one, and the columns of the widest.
#[derive(Default)]
struct Table {
    rows: u64,
    filled_rows: u64,
    columns: u64,
}

#[derive(Default)]
struct Row {
    times: u64,
    columns: u64,
    filled_columns: u64,
    text: u64,
}

#[derive(Default)]
struct Cell {
    times: u64,
    /// Where in the part it begins.
    begin: u64,
    blanks: u64,
}

impl Repeats {
    pub(super) fn take_all(&mut self, tags: &mut Tags<impl BufRead>) -> Result<(), Fault> {
        let mut before = 0;
        while let Some(tag) = tags.next()? {
            self.nest(tag)?;
            self.take(tag, before)?;
            before = tags.bytes_read();
            if self.excess().is_some() {
                return Ok(());
            }
        }
        if self.open.is_empty() {
            Ok(())
        } else {
            Err(Fault::Malformed)
        }
    }

    pub(super) fn excess(&self) -> Option<&'static str> {
        if self.cells > MOST_CELLS {
            Some("repeats its cells to more than 50,000,000")
        } else if self.text > MOST_TEXT {
            Some("repeats its text to more than 1 GiB")
        } else {
            None
        }
    }

    fn nest(&mut self, tag: Tag<'_>) -> Result<(), Fault> {
        let fits = if tag.is_end() {
            self.open.pop().is_some_and(|open| open == tag.name())
        } else if tag.is_whole() {
            true
        } else {
            self.open.push(tag.name().to_owned());
            self.open.len() <= MOST_DEPTH
        };
        if fits { Ok(()) } else { Err(Fault::Malformed) }
    }

    /// `at` is where in the part the text before the tag begins.
    fn take(&mut self, tag: Tag<'_>, at: u64) -> Result<(), Fault> {
        let (begins, ends) = (!tag.is_end(), tag.is_end() || tag.is_whole());
        match tag.name() {
            b"table:table" if begins => self.table = Table::default(),
            b"table:table-row" => {
                if begins {
                    let times = number(tag, b"table:number-rows-repeated")?.unwrap_or(1);
                    self.row = Row {
                        times,
                        ..Row::default()
                    };
                }
                if ends {
                    self.end_row();
                }
            }
            b"table:table-cell" | b"table:covered-table-cell" => {
                if begins {
                    self.begin_cell(tag, at)?;
                }
                if ends {
                    self.end_cell(at, tag);
                }
            }
            b"text:s" if begins => {
                let blanks = number(tag, b"text:c")?.unwrap_or(1);
                self.cell.blanks = self.cell.blanks.saturating_add(blanks);
                self.text = self.text.saturating_add(blanks);
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_cell(&mut self, tag: Tag<'_>, at: u64) -> Result<(), Fault> {
        let times = number(tag, b"table:number-columns-repeated")?.unwrap_or(1);
        self.row.columns = self.row.columns.saturating_add(times).min(COLUMNS);
        let mut filled = false;
        let mut length = 0;
        for attribute in tag.attributes() {
            let (name, value) = attribute?;
            filled |= name.starts_with(b"office:")
                || name.starts_with(b"calcext:")
                || name == b"table:formula";
            length += u64::try_from(value.len()).unwrap_or(u64::MAX);
        }
        self.cell = Cell {
            times: if filled { times.min(COLUMNS) } else { 0 },
            begin: at,
            blanks: length,
        };
        if filled {
            let fresh = self.row.columns - self.row.filled_columns;
            self.cells = self.cells.saturating_add(fresh);
            self.row.filled_columns = self.row.columns;
        }
        Ok(())
    }

    fn end_cell(&mut self, at: u64, tag: Tag<'_>) {
        let inside = if tag.is_whole() {
            0
        } else {
            at.saturating_sub(self.cell.begin)
        };
        let text = inside.saturating_add(self.cell.blanks);
        let more = self.cell.times.saturating_sub(1).saturating_mul(text);
        self.text = self.text.saturating_add(more);
        let text = self.cell.times.saturating_mul(text);
        self.row.text = self.row.text.saturating_add(text);
    }

    fn end_row(&mut self) {
        let table = &mut self.table;
        let times = self.row.times.min(ROWS - table.rows.min(ROWS));
        table.rows += times;
        if self.row.filled_columns == 0 {
            return;
        }
        let area = |table: &Table| table.filled_rows.saturating_mul(table.columns);
        let before = area(table);
        table.filled_rows = table.rows;
        table.columns = table.columns.max(self.row.filled_columns);
        self.cells = self.cells.saturating_add(area(table) - before);
        let more = times.saturating_sub(1).saturating_mul(self.row.text);
        self.text = self.text.saturating_add(more);
    }
}

/// The largest value of the attributes of that name.
fn number(tag: Tag<'_>, wanted: &[u8]) -> Result<Option<u64>, Fault> {
    let mut largest = None;
    for attribute in tag.attributes() {
        let (name, value) = attribute?;
        if name == wanted {
            let text = std::str::from_utf8(value).map_err(|_| Fault::Malformed)?;
            largest = largest.max(Some(text.parse().map_err(|_| Fault::Malformed)?));
        }
    }
    Ok(largest)
}
