//! XLSX, written row by row to a temporary file so that a large list does not fill the memory.
//!
//! Text is stored as text, so no cell can become a formula and none needs an apostrophe.

use super::{Cell, ExportError};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use std::io::Write;

const LAST_ROW: u32 = 1_048_575;

pub(super) struct Book<W: Write + Send> {
    output: W,
    book: Workbook,
    columns: Vec<String>,
    row: u32,
}

impl<W: Write + Send> Book<W> {
    pub(super) fn new(output: W, columns: &[&str]) -> Result<Self, ExportError> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet_with_constant_memory()?;
        sheet.set_freeze_panes(1, 0)?;
        let bold = Format::new().set_bold();
        for (column, name) in (0_u16..).zip(columns) {
            sheet.write_string_with_format(0, column, *name, &bold)?;
        }
        Ok(Self {
            output,
            book,
            columns: columns.iter().map(|&name| name.to_owned()).collect(),
            row: 0,
        })
    }

    pub(super) fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), ExportError> {
        if self.row == LAST_ROW {
            return Err(ExportError::TooManyRows);
        }
        self.row += 1;
        let row = self.row;
        let sheet = self.book.worksheet_from_index(0)?;
        for (column, cell) in (0_u16..).zip(cells) {
            write_cell(sheet, row, column, *cell).map_err(|error| match error {
                XlsxError::MaxStringLengthExceeded => ExportError::TooLong {
                    row,
                    column: self
                        .columns
                        .get(usize::from(column))
                        .cloned()
                        .unwrap_or_default(),
                },
                other => ExportError::Workbook(other),
            })?;
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<(), ExportError> {
        let bytes = self.book.save_to_buffer()?;
        self.output.write_all(&bytes)?;
        Ok(self.output.flush()?)
    }
}

/// A figure beyond the 15 digits a spreadsheet keeps is written as text.
fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: Cell<'_>,
) -> Result<(), XlsxError> {
    const MOST_EXACT: u64 = 999_999_999_999_999;
    match cell {
        Cell::Empty => {}
        Cell::Text(text) | Cell::Instant(text) => {
            sheet.write_string(row, column, text)?;
        }
        Cell::Int(figure) if figure.unsigned_abs() <= MOST_EXACT => {
            sheet.write_number(row, column, figure as f64)?;
        }
        Cell::Int(figure) => {
            sheet.write_string(row, column, figure.to_string())?;
        }
    }
    Ok(())
}
