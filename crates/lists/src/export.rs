//! Rows written to a file as CSV, XLSX or JSON lines, one after the other.
//!
//! ```
//! use lists::export::{Cell, Format, Options, Writer};
//! let mut file = Vec::new();
//! let mut writer = Writer::new(Format::Csv, &mut file, &["naam", "tel"], &Options::default()).unwrap();
//! writer.row(&[Cell::Text("=Jansen"), Cell::Text("+31507070720")]).unwrap();
//! writer.finish().unwrap();
//! assert_eq!(file, b"naam;tel\r\n'=Jansen;'+31507070720\r\n");
//! ```

mod selection;
mod text;
mod workbook;

pub use selection::Selection;

use std::fmt;
use std::io::Write;
use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    Csv,
    Xlsx,
    JsonLines,
}

/// One value of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    Empty,
    Text(&'a str),
    Int(i64),
    /// A moment as text in ISO 8601.
    Instant(&'a str),
}

/// How a CSV is written. For Dutch, German and Hungarian spreadsheets the semicolon is usual.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    pub delimiter: u8,
    /// Whether the file begins with a byte order mark, which some spreadsheets need.
    pub mark: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("the file cannot be written: {0}")]
    Io(#[from] std::io::Error),
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    #[error("a row has {found} cells where there are {columns} columns")]
    Width { columns: usize, found: usize },
    #[error("`{0}` is no format: write one of csv, xlsx, jsonl")]
    UnknownFormat(String),
    #[error("a workbook holds 1,048,575 rows below its header: export as csv")]
    TooManyRows,
    #[error(
        "row {row}: `{column}` has more than the 32,767 characters a workbook cell holds: export as csv"
    )]
    TooLong { row: u32, column: String },
    #[error("byte {0} cannot be a delimiter: take ; or , or a tab")]
    BadDelimiter(u8),
}

/// A file that is being written.
pub struct Writer<W: Write + Send> {
    columns: usize,
    body: Body<W>,
}

enum Body<W: Write + Send> {
    Csv(Box<text::Csv<W>>),
    JsonLines(text::JsonLines<W>),
    Xlsx(Box<workbook::Book<W>>),
}

impl<W: Write + Send> Writer<W> {
    /// Begins a file with these column names.
    pub fn new(
        format: Format,
        output: W,
        columns: &[&str],
        options: &Options,
    ) -> Result<Self, ExportError> {
        let body = match format {
            Format::Csv => Body::Csv(Box::new(text::Csv::new(output, columns, options)?)),
            Format::JsonLines => Body::JsonLines(text::JsonLines::new(output, columns)),
            Format::Xlsx => Body::Xlsx(Box::new(workbook::Book::new(output, columns)?)),
        };
        Ok(Self {
            columns: columns.len(),
            body,
        })
    }

    /// Adds a row with one cell per column.
    pub fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), ExportError> {
        if cells.len() != self.columns {
            return Err(ExportError::Width {
                columns: self.columns,
                found: cells.len(),
            });
        }
        match &mut self.body {
            Body::Csv(csv) => csv.row(cells),
            Body::JsonLines(lines) => lines.row(cells),
            Body::Xlsx(book) => book.row(cells),
        }
    }

    /// Completes the file; without this it is not whole.
    pub fn finish(self) -> Result<(), ExportError> {
        match self.body {
            Body::Csv(csv) => csv.finish(),
            Body::JsonLines(lines) => lines.finish(),
            Body::Xlsx(book) => book.finish(),
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            delimiter: b';',
            mark: false,
        }
    }
}

impl Format {
    pub const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::JsonLines];

    pub fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::JsonLines => "jsonl",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Format {
    type Err = ExportError;

    fn from_str(text: &str) -> Result<Self, ExportError> {
        let found = Self::ALL.into_iter().find(|format| format.code() == text);
        found.ok_or_else(|| ExportError::UnknownFormat(text.to_owned()))
    }
}
