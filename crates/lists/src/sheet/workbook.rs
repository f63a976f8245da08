//! The rows of the first sheet that holds any, from XLSX, XLS and ODS.
//!
//! These formats cannot be read row by row, so the sheet is held in memory, within limits. What
//! a broken file makes the parser do, panics included, ends as an error here.

use super::cell;
use super::record::Record;
use super::{Format, OpenError, archive, xls};
use calamine::{Cell, DataRef, Ods, Reader, Sheet, SheetVisible, Xls, Xlsx, XlsxError};
use std::borrow::Cow;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

type Bytes = Cursor<Vec<u8>>;

/// More cells than a full sheet of forty columns.
const MOST_CELLS: usize = 50_000_000;

/// All text together, in bytes: one long text that many cells share is counted for each.
const MOST_TEXT: usize = 1 << 30;

/// The rows of one sheet, blank ones left out.
pub(super) struct Grid {
    pub(super) sheet: String,
    /// All sheets a person can see.
    pub(super) sheets: Vec<String>,
    pub(super) rows: Vec<Record>,
    cells: usize,
    text: usize,
}

/// Reads the sheet of that name, or the first one that holds anything.
pub(super) fn read(
    bytes: Vec<u8>,
    format: Format,
    wanted: Option<&str>,
) -> Result<Grid, OpenError> {
    let parse = || match format {
        Format::Xls => from_xls(bytes, wanted),
        Format::Ods => from_ods(bytes, wanted),
        Format::Xlsx | Format::Csv => from_xlsx(bytes, wanted),
    };
    catch_unwind(AssertUnwindSafe(parse)).unwrap_or_else(|_| {
        let why = "its structure is broken".to_owned();
        Err(OpenError::Unreadable { format, why })
    })
}

fn from_xlsx(bytes: Vec<u8>, wanted: Option<&str>) -> Result<Grid, OpenError> {
    let unreadable = |error: XlsxError| match error {
        XlsxError::Password => OpenError::Protected,
        other => unreadable(Format::Xlsx, &other),
    };
    archive::guard(&bytes, Format::Xlsx)?;
    let mut book: Xlsx<Bytes> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let sheets = names(book.sheets_metadata(), None)?;
    for name in names(book.sheets_metadata(), wanted)? {
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(unreadable(error)),
        };
        let mut grid = Grid::new(name, &sheets);
        while let Some(found) = cells.next_cell().map_err(unreadable)? {
            grid.place(&found)?;
        }
        if let Some(grid) = grid.unless_blank() {
            return Ok(grid);
        }
    }
    Err(OpenError::Empty)
}

fn from_xls(bytes: Vec<u8>, wanted: Option<&str>) -> Result<Grid, OpenError> {
    if is_encrypted_xlsx(&bytes) {
        return Err(OpenError::Protected);
    }
    xls::guard(&bytes)?;
    let book: Result<Xls<Bytes>, _> = Xls::new(Cursor::new(bytes));
    let book = book.map_err(|error| match error {
        calamine::XlsError::Password => OpenError::Protected,
        other => unreadable(Format::Xls, &other),
    })?;
    from_ranges(book, Format::Xls, wanted)
}

fn from_ods(bytes: Vec<u8>, wanted: Option<&str>) -> Result<Grid, OpenError> {
    archive::guard(&bytes, Format::Ods)?;
    let book: Result<Ods<Bytes>, _> = Ods::new(Cursor::new(bytes));
    let book = book.map_err(|error| match error {
        calamine::OdsError::Password => OpenError::Protected,
        other => unreadable(Format::Ods, &other),
    })?;
    from_ranges(book, Format::Ods, wanted)
}

fn from_ranges<B>(mut book: B, format: Format, wanted: Option<&str>) -> Result<Grid, OpenError>
where
    B: Reader<Bytes>,
    B::Error: std::fmt::Display,
{
    let sheets = names(book.sheets_metadata(), None)?;
    for name in names(book.sheets_metadata(), wanted)? {
        let range = book
            .worksheet_range(&name)
            .map_err(|error| unreadable(format, &error))?;
        let (top, left) = range.start().unwrap_or_default();
        let mut grid = Grid::new(name, &sheets);
        for (below, row) in (top..).zip(range.rows()) {
            for (column, value) in (left..).zip(row) {
                grid.put(below, column, cell::owned_text(value))?;
            }
        }
        if let Some(grid) = grid.unless_blank() {
            return Ok(grid);
        }
    }
    Err(OpenError::Empty)
}

/// The sheets to look into: the one that is asked for, or all that a person can see.
fn names(sheets: &[Sheet], wanted: Option<&str>) -> Result<Vec<String>, OpenError> {
    let Some(wanted) = wanted else {
        let visible = sheets
            .iter()
            .filter(|sheet| sheet.visible == SheetVisible::Visible);
        return Ok(visible.map(|sheet| sheet.name.clone()).collect());
    };
    if sheets.iter().any(|sheet| sheet.name == wanted) {
        return Ok(vec![wanted.to_owned()]);
    }
    let present: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    Err(OpenError::NoSuchSheet {
        wanted: wanted.to_owned(),
        present: present.join(", "),
    })
}

/// A workbook with a password is wrapped in the container that XLS uses.
fn is_encrypted_xlsx(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    bytes.windows(name.len()).any(|window| window == name)
}

fn unreadable(format: Format, error: &dyn std::fmt::Display) -> OpenError {
    let why = error.to_string();
    OpenError::Unreadable { format, why }
}

impl Grid {
    fn new(sheet: String, sheets: &[String]) -> Self {
        Self {
            sheet,
            sheets: sheets.to_vec(),
            rows: Vec::new(),
            cells: 0,
            text: 0,
        }
    }

    fn place(&mut self, found: &Cell<DataRef<'_>>) -> Result<(), OpenError> {
        let (row, column) = found.get_position();
        self.put(row, column, cell::text(found.get_value()))
    }

    /// Cells come row by row and from left to right; empty ones only take room where they lie
    /// between others.
    fn put(&mut self, row: u32, column: u32, text: Cow<'_, str>) -> Result<(), OpenError> {
        if text.is_empty() {
            return Ok(());
        }
        let line = u64::from(row) + 1;
        if self.rows.last().is_none_or(|last| last.line < line) {
            self.rows.push(Record::of(line, []));
        }
        let Some(record) = self.rows.last_mut().filter(|last| last.line == line) else {
            return Err(OpenError::OutOfOrder);
        };
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        let gap = column
            .checked_sub(record.len())
            .ok_or(OpenError::OutOfOrder)?;
        self.cells = self.cells.saturating_add(gap).saturating_add(1);
        self.text = self.text.saturating_add(text.len());
        if self.cells > MOST_CELLS || self.text > MOST_TEXT {
            return Err(OpenError::TooLarge);
        }
        record.set_width(column);
        record.push(&text);
        Ok(())
    }

    fn unless_blank(mut self) -> Option<Self> {
        self.rows.retain(|row| !row.is_blank());
        (!self.rows.is_empty()).then_some(self)
    }
}
