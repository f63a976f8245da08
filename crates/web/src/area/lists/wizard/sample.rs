//! What is in a file: how it is written, its columns, its first rows.

use super::how::Reading;
use super::trouble::Trouble;
use lists::sheet::{Description, ReadError, Reader, Record};
use std::path::Path;

/// Rows that are shown.
const SHOWN: usize = 5;
/// Rows that are counted before somebody is kept waiting: the check counts all of them.
const COUNTED: u64 = 50_000;

/// The beginning of a file.
#[derive(Debug)]
pub struct Sample {
    pub description: Description,
    pub sheets: Vec<String>,
    pub headers: Vec<String>,
    /// Names of columns that had to be made usable.
    pub renamed: usize,
    pub rows: Vec<Vec<String>>,
    pub count: u64,
    /// Whether there are more than were counted.
    pub more: bool,
    /// Rows among them that cannot be used as they are.
    pub odd: u64,
    /// Where reading ends before the file does.
    pub breaks_off: Option<Trouble>,
}

impl Sample {
    /// The beginning of a file with rows below its header.
    pub fn read(file: &Path, reading: &Reading) -> Result<Self, Trouble> {
        let (sample, odd_at) = Self::begin(file, reading)?;
        match (sample.count, sample.odd) {
            (0, 0) => Err(sample.breaks_off.unwrap_or_else(|| Trouble::new("no-rows"))),
            (0, _) => {
                let otherwise = Trouble::at("odd-rows", odd_at, "");
                Err(sample.breaks_off.unwrap_or(otherwise))
            }
            _ => Ok(sample),
        }
    }

    /// The same of a file whose first line may be all there is, with the last odd row.
    pub fn begin(file: &Path, reading: &Reading) -> Result<(Self, u64), Trouble> {
        let mut reader =
            Reader::open(file, &reading.options()).map_err(|error| Trouble::from(&error))?;
        let mut sample = Self {
            description: reader.description().clone(),
            sheets: reader.sheets().to_vec(),
            headers: reader.headers().to_vec(),
            renamed: reader.problems().len(),
            rows: Vec::new(),
            count: 0,
            more: false,
            odd: 0,
            breaks_off: None,
        };
        let (mut record, mut odd_at) = (Record::default(), 0);
        loop {
            match reader.read(&mut record) {
                Ok(true) => sample.take(&record),
                Ok(false) => break,
                Err(ReadError::Row(problem)) => {
                    sample.odd += 1;
                    odd_at = odd_at.max(problem.line);
                }
                Err(ReadError::Fatal(problem)) => {
                    let trouble = Trouble::at("breaks-off", problem.line, problem.value);
                    sample.breaks_off = Some(trouble);
                    break;
                }
            }
            if sample.count + sample.odd >= COUNTED {
                sample.more = true;
                break;
            }
        }
        Ok((sample, odd_at))
    }

    fn take(&mut self, record: &Record) {
        self.count += 1;
        if self.rows.len() < SHOWN {
            self.rows.push(record.cells().map(str::to_owned).collect());
        }
    }

    /// What stands in a column, without what is empty.
    pub fn values(&self, column: usize) -> Vec<String> {
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        let filled = cells
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty());
        filled.map(str::to_owned).collect()
    }
}

/// The sheets of a workbook, also where the chosen one is not among them.
pub fn sheets(file: &Path) -> Vec<String> {
    let found = Reader::open(file, &lists::sheet::Options::default());
    found.map_or_else(|_| Vec::new(), |reader| reader.sheets().to_vec())
}
