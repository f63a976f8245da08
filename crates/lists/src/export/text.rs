//! The two formats that are text: CSV and JSON lines.

use super::{Cell, ExportError, Options};
use crate::neutral;
use std::io::{BufWriter, Write};

/// Rows between delimiters. Text that a spreadsheet would take for a formula is made harmless.
pub(super) struct Csv<W: Write> {
    output: csv::Writer<W>,
    scratch: String,
}

impl<W: Write> Csv<W> {
    pub(super) fn new(
        mut output: W,
        columns: &[&str],
        options: &Options,
    ) -> Result<Self, ExportError> {
        if !crate::sheet::may_delimit(options.delimiter) {
            return Err(ExportError::BadDelimiter(options.delimiter));
        }
        if options.mark {
            output.write_all("\u{feff}".as_bytes())?;
        }
        let output = csv::WriterBuilder::new()
            .delimiter(options.delimiter)
            .terminator(csv::Terminator::CRLF)
            .from_writer(output);
        let scratch = String::new();
        let mut csv = Self { output, scratch };
        for column in columns {
            csv.text(column)?;
        }
        csv.end_row()?;
        Ok(csv)
    }

    pub(super) fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), ExportError> {
        for cell in cells {
            match cell {
                Cell::Empty => self.field("")?,
                Cell::Text(text) => self.text(text)?,
                Cell::Int(figure) => self.field(&figure.to_string())?,
                Cell::Instant(moment) => self.field(moment)?,
            }
        }
        self.end_row()
    }

    pub(super) fn finish(mut self) -> Result<(), ExportError> {
        Ok(self.output.flush()?)
    }

    fn text(&mut self, text: &str) -> Result<(), ExportError> {
        if !neutral::is_risky(text) {
            return self.field(text);
        }
        self.scratch.clear();
        self.scratch.push('\'');
        self.scratch.push_str(text);
        Ok(self.output.write_field(&self.scratch).map_err(io)?)
    }

    fn field(&mut self, text: &str) -> Result<(), ExportError> {
        Ok(self.output.write_field(text).map_err(io)?)
    }

    fn end_row(&mut self) -> Result<(), ExportError> {
        Ok(self.output.write_record(None::<&[u8]>).map_err(io)?)
    }
}

fn io(error: csv::Error) -> std::io::Error {
    error.into()
}

/// One object per line, its keys in the order of the columns.
pub(super) struct JsonLines<W: Write> {
    output: BufWriter<W>,
    /// `"name":` of each column.
    keys: Vec<String>,
}

impl<W: Write> JsonLines<W> {
    pub(super) fn new(output: W, columns: &[&str]) -> Self {
        let keys = columns
            .iter()
            .map(|column| format!("{}:", serde_json::Value::from(*column)));
        Self {
            output: BufWriter::new(output),
            keys: keys.collect(),
        }
    }

    pub(super) fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), ExportError> {
        let mut separator = '{';
        for (key, cell) in self.keys.iter().zip(cells) {
            write!(self.output, "{separator}{key}")?;
            separator = ',';
            match cell {
                Cell::Empty => self.output.write_all(b"null")?,
                Cell::Int(figure) => write!(self.output, "{figure}")?,
                Cell::Text(text) | Cell::Instant(text) => {
                    serde_json::to_writer(&mut self.output, text).map_err(std::io::Error::from)?;
                }
            }
        }
        let opened = if self.keys.is_empty() { "{" } else { "" };
        Ok(writeln!(self.output, "{opened}}}")?)
    }

    pub(super) fn finish(mut self) -> Result<(), ExportError> {
        Ok(self.output.flush()?)
    }
}
