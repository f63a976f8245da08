//! A file as a stream of records, whatever its format, encoding and delimiter.
//!
//! ```
//! use lists::sheet::{Options, Reader, Record};
//! let bytes = b"naam;telefoon\nJansen;0507070720\n".to_vec();
//! let mut reader = Reader::from_bytes(bytes, &Options::default()).unwrap();
//! assert_eq!(reader.headers(), ["naam", "telefoon"]);
//! let record: Record = reader.next().unwrap().unwrap();
//! assert_eq!((record.line, record.cell(1)), (2, "0507070720"));
//! ```

mod archive;
mod cell;
mod delimiter;
mod encoding;
mod header;
mod lines;
mod quoting;
mod record;
mod refusal;
mod workbook;
mod xls;

pub(crate) use delimiter::may_delimit;
pub use record::Record;
pub use refusal::OpenError;

pub use crate::problem::ReadError;

use crate::problem::Problem;
use encoding_rs::Encoding;
use lines::Lines;
use serde::Serialize;
use std::fmt;
use std::fs::File;
use std::io::{Cursor, Read, Seek};
use std::path::Path;

/// The most characters a cell of a spreadsheet holds; a longer one is a damaged row.
const MOST_CHARACTERS: usize = 32_767;

/// How files begin that are sent by mistake: PDF, PNG, JPEG, GIF, gzip, 7-Zip, RAR, SQLite.
const OTHER_FILES: [&[u8]; 8] = [
    b"%PDF-",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"\x1F\x8B",
    b"7z\xBC\xAF",
    b"Rar!",
    b"SQLite format 3",
];

/// What the file says about itself less reliably than the person who has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// A label such as `windows-1250`; found from the bytes when absent.
    pub encoding: Option<String>,
    /// Found from the rows when absent.
    pub delimiter: Option<char>,
    /// The sheet of a workbook; the first one that holds anything when absent.
    pub sheet: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    Csv,
    Xlsx,
    Xls,
    Ods,
}

/// How the file turned out to be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Description {
    pub format: Format,
    /// Text files only: for instance `UTF-8` or `windows-1252`.
    pub encoding: Option<&'static str>,
    /// Whether a byte order mark says so.
    pub marked: bool,
    /// `None` also for a text of one column.
    pub delimiter: Option<char>,
    pub sheet: Option<String>,
}

/// How far a file has been read, in bytes for a text and in rows for a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Progress {
    pub done: u64,
    pub total: u64,
}

/// A list that is being read.
pub struct Reader {
    headers: Vec<String>,
    problems: Vec<Problem>,
    description: Description,
    /// The sheets of a workbook that a person can see.
    sheets: Vec<String>,
    total: u64,
    rows: Rows,
}

enum Rows {
    Text(Box<Lines>),
    Grid(std::vec::IntoIter<Record>),
}

trait Source: Read + Seek + Send {}
impl<T: Read + Seek + Send> Source for T {}

impl Reader {
    /// Opens a file; its name decides nothing, its content everything.
    pub fn open(path: &Path, options: &Options) -> Result<Self, OpenError> {
        Self::new(Box::new(File::open(path)?), options)
    }

    pub fn from_bytes(bytes: Vec<u8>, options: &Options) -> Result<Self, OpenError> {
        Self::new(Box::new(Cursor::new(bytes)), options)
    }

    fn new(mut source: Box<dyn Source>, options: &Options) -> Result<Self, OpenError> {
        let mut start = Vec::new();
        source.by_ref().take(4096).read_to_end(&mut start)?;
        source.rewind()?;
        match format_of(&start)? {
            Format::Csv => Self::text(source, options),
            format => Self::workbook(source, format, options),
        }
    }

    fn text(mut source: Box<dyn Source>, options: &Options) -> Result<Self, OpenError> {
        let total = source.seek(std::io::SeekFrom::End(0))?;
        source.rewind()?;
        let found = encoding::detect(&mut source)?;
        source.rewind()?;
        let encoding = match &options.encoding {
            None => found.encoding,
            Some(label) => Encoding::for_label(label.as_bytes())
                .ok_or_else(|| OpenError::UnknownEncoding(label.clone()))?,
        };
        let delimiter = options.delimiter.map(delimiter_byte).transpose()?;
        let skipped = match (found.marked, encoding) {
            (true, encoding) if encoding == encoding_rs::UTF_8 => 3,
            _ => 0,
        };
        source.seek(std::io::SeekFrom::Start(skipped))?;
        let input: Box<dyn Read + Send> = Box::new(source);
        let mut lines = Lines::new(encoding::AsUtf8::new(input, encoding), delimiter);
        let header = first_row(&mut lines)?;
        let (headers, mut problems) = header::names(&header)?;
        problems.extend(lines.is_at_end().then(|| header::alone(&header)));
        Ok(Self {
            headers,
            problems,
            description: Description {
                format: Format::Csv,
                encoding: Some(encoding.name()),
                marked: found.marked,
                delimiter: lines.delimiter(),
                sheet: None,
            },
            sheets: Vec::new(),
            total,
            rows: Rows::Text(Box::new(lines)),
        })
    }

    fn workbook(
        mut source: Box<dyn Source>,
        format: Format,
        options: &Options,
    ) -> Result<Self, OpenError> {
        let mut bytes = Vec::new();
        source.read_to_end(&mut bytes)?;
        let grid = workbook::read(bytes, format, options.sheet.as_deref())?;
        let total = u64::try_from(grid.rows.len()).unwrap_or(u64::MAX);
        let mut rows = grid.rows.into_iter();
        let header = rows.next().ok_or(OpenError::Empty)?;
        let (headers, mut problems) = header::names(&header)?;
        problems.extend((rows.len() == 0).then(|| header::alone(&header)));
        Ok(Self {
            headers,
            problems,
            description: Description {
                format,
                encoding: None,
                marked: false,
                delimiter: None,
                sheet: Some(grid.sheet),
            },
            sheets: grid.sheets,
            total,
            rows: Rows::Grid(rows),
        })
    }

    /// The column names, none empty and no two alike.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    pub fn description(&self) -> &Description {
        &self.description
    }

    /// The sheets of a workbook that a person can see; none of a text.
    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// What is odd about the header; the list can be read all the same.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    pub fn progress(&self) -> Progress {
        let done = match &self.rows {
            Rows::Text(lines) => lines.bytes_read(),
            Rows::Grid(rows) => {
                let left = u64::try_from(rows.len()).unwrap_or(u64::MAX);
                self.total.saturating_sub(left)
            }
        };
        Progress {
            done,
            total: self.total,
        }
    }

    /// Fills `record` with the next row that is not blank; `false` at the end. Behind a row that
    /// cannot be used reading goes on; a fatal error is the last of the file.
    pub fn read(&mut self, record: &mut Record) -> Result<bool, ReadError> {
        loop {
            let found = match &mut self.rows {
                Rows::Text(lines) => lines.read(record)?,
                Rows::Grid(rows) => match rows.next() {
                    Some(mut row) => {
                        // A sheet says nothing about the cells behind the last filled one.
                        row.set_width(row.len().max(self.headers.len()));
                        *record = row;
                        true
                    }
                    None => false,
                },
            };
            if !found {
                return Ok(false);
            }
            if !record.is_blank() {
                let shape = self.check_shape(record);
                return shape.map(|()| true).map_err(ReadError::Row);
            }
        }
    }

    fn check_shape(&self, record: &mut Record) -> Result<(), Problem> {
        let width = self.headers.len();
        if record.len() < width {
            let reason = format!(
                "the row has {} cells where the header has {width}: quote line breaks and \
                 delimiters that belong to the text",
                record.len()
            );
            let filled = record.cells().filter(|cell| !cell.trim().is_empty());
            let value = filled.collect::<Vec<_>>().join(" | ");
            return Err(Problem::of_cell(record.line, "", &value, reason));
        }
        if let Some(extra) = record
            .cells()
            .skip(width)
            .find(|cell| !cell.trim().is_empty())
        {
            let reason = format!(
                "the row has {} cells where the header has {width}: quote the delimiters that \
                 belong to the text",
                record.len()
            );
            return Err(Problem::of_cell(record.line, "", extra, reason));
        }
        record.set_width(width);
        for (name, cell) in self.headers.iter().zip(record.cells()) {
            if let Some(reason) = self.damage(cell) {
                let value = cell.replace('\0', "␀");
                return Err(Problem::of_cell(record.line, name, &value, reason));
            }
        }
        Ok(())
    }

    fn damage(&self, cell: &str) -> Option<&'static str> {
        if cell.contains('\0') {
            return Some("the cell holds a null character: the file is damaged, save it again");
        }
        if cell.len() > MOST_CHARACTERS && cell.chars().count() > MOST_CHARACTERS {
            return Some("the cell is longer than 32,767 characters: shorten it");
        }
        let may_be_replaced = self
            .description
            .encoding
            .is_some_and(|name| name != "UTF-8");
        if may_be_replaced && cell.contains(char::REPLACEMENT_CHARACTER) {
            return Some("the cell holds characters that cannot be decoded: save the file again");
        }
        None
    }
}

/// For those whom every row helps that can be read: that the rest of the file cannot is one more
/// problem here. Who needs the whole file uses [`Reader::read`].
impl Iterator for Reader {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut record = Record::default();
        match self.read(&mut record) {
            Ok(true) => Some(Ok(record)),
            Ok(false) => None,
            Err(error) => Some(Err(error.into_problem())),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Csv => "CSV",
            Self::Xlsx => "XLSX",
            Self::Xls => "XLS",
            Self::Ods => "ODS",
        })
    }
}

fn format_of(start: &[u8]) -> Result<Format, OpenError> {
    let holds = |word: &[u8]| start.windows(word.len()).any(|window| window == word);
    if start.starts_with(b"PK\x03\x04") {
        let is_ods = holds(b"application/vnd.oasis.opendocument.spreadsheet");
        return Ok(if is_ods { Format::Ods } else { Format::Xlsx });
    }
    if start.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return Ok(Format::Xls);
    }
    if OTHER_FILES
        .into_iter()
        .any(|signature| start.starts_with(signature))
    {
        return Err(OpenError::NotAList);
    }
    let text = start.trim_ascii_start();
    let begins = |word: &str| {
        let first = text.get(..word.len()).unwrap_or_default();
        first.eq_ignore_ascii_case(word.as_bytes())
    };
    if ["<!doctype", "<html", "<table", "<?xml"]
        .into_iter()
        .any(begins)
    {
        return Err(OpenError::Markup);
    }
    Ok(Format::Csv)
}

fn delimiter_byte(delimiter: char) -> Result<u8, OpenError> {
    u8::try_from(delimiter)
        .ok()
        .filter(|&byte| delimiter::may_delimit(byte))
        .ok_or(OpenError::BadDelimiter(delimiter))
}

/// The header: the first row that is not blank.
fn first_row(lines: &mut Lines) -> Result<Record, OpenError> {
    let mut record = Record::default();
    while lines
        .read(&mut record)
        .map_err(|error| OpenError::Header(error.into_problem()))?
    {
        if record.cells().any(|cell| cell.chars().any(is_binary)) {
            return Err(OpenError::NotAList);
        }
        if !record.is_blank() {
            return Ok(record);
        }
    }
    Err(OpenError::Empty)
}

fn is_binary(letter: char) -> bool {
    letter.is_control() && !letter.is_whitespace()
}
