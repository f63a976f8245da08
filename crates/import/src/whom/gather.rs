//! All whom a file names, and all that is wrong with it.

use super::Meter;
use super::columns::{Home, Names, is_headed, named_by, read};
use crate::failure::ImportFailure;
use engine::Number;
use lists::definition::recognise;
use lists::sheet::{Options, ReadError, Reader, Record};
use lists::{Country, Problem};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use store::Subject;

/// A file that names people, opened.
pub struct WhomFile {
    reader: Reader,
    headers: Vec<String>,
    names: Vec<Names>,
    /// The column that says of which country the numbers of a row are.
    country_column: Option<usize>,
    country: Country,
}

/// What a file held.
#[derive(Debug, Default)]
pub struct Gathered {
    pub rows: u64,
    /// Each once, in order.
    pub subjects: Vec<Subject>,
    pub problems: Vec<Problem>,
    /// How often somebody was named once more.
    pub repeated: u64,
}

/// Rows after which it is told how far it is.
const TOLD: u64 = 5_000;

impl WhomFile {
    /// Opens a file. Its headings say what the columns name, unless somebody has said it.
    pub fn open(
        path: &Path,
        options: &Options,
        country: Country,
        said: Option<&[Names]>,
    ) -> Result<Self, ImportFailure> {
        let reader = Reader::open(path, options)?;
        let headers = reader.headers().to_vec();
        let mut names = named_by(&headers, country);
        if let Some(said) = said {
            names = said.to_vec();
            names.resize(headers.len(), Names::Nothing);
        }
        let country_column = recognise(&headers).country_column;
        let country_column =
            country_column.and_then(|name| headers.iter().position(|header| *header == name));
        let file = Self {
            reader,
            headers,
            names,
            country_column,
            country,
        };
        file.naming_somebody()
    }

    fn naming_somebody(self) -> Result<Self, ImportFailure> {
        match self.names.iter().all(|there| *there == Names::Nothing) {
            true => Err(ImportFailure::NobodyNamed),
            false => Ok(self),
        }
    }

    /// Numbers alone: a register holds nothing else.
    pub fn of_numbers(mut self) -> Result<Self, ImportFailure> {
        for names in &mut self.names {
            *names = match names {
                Names::Number | Names::Any => Names::Number,
                Names::Person | Names::Domain | Names::Nothing => Names::Nothing,
            };
        }
        self.naming_somebody()
    }

    /// Reads all of it; nothing where somebody asked to stop. A file that cannot be read to its
    /// end is none: what lies behind that place is not known.
    pub fn gather(
        mut self,
        stop: &AtomicBool,
        tell: &mut dyn FnMut(Meter),
    ) -> Result<Option<Gathered>, ImportFailure> {
        let mut found = Gathered {
            problems: self.reader.problems().to_vec(),
            ..Gathered::default()
        };
        if !is_headed(&self.headers, self.country) {
            found.problems.clear();
            let first = Record::of(1, self.headers.iter().map(String::as_str));
            self.take(&first, &mut found);
        }
        let mut record = Record::default();
        loop {
            match self.reader.read(&mut record) {
                Ok(true) => self.take(&record, &mut found),
                Ok(false) => break,
                Err(ReadError::Row(problem)) => {
                    found.rows += 1;
                    found.problems.push(problem);
                }
                Err(ReadError::Fatal(problem)) => return Err(ImportFailure::BreaksOff(problem)),
            }
            if found.rows.is_multiple_of(TOLD) {
                if stop.load(Ordering::Relaxed) {
                    return Ok(None);
                }
                let read = self.reader.progress();
                tell(Meter::reading(found.rows, read.done, read.total));
            }
        }
        found.sort();
        Ok(Some(found))
    }

    fn take(&self, record: &Record, found: &mut Gathered) {
        found.rows += 1;
        let home = self.home(record, found);
        let (before, faults) = (found.subjects.len(), found.problems.len());
        for (column, names) in self.names.iter().enumerate() {
            let cell = record.cell(column);
            match read(*names, cell, home) {
                Ok(subject) => found.subjects.extend(subject),
                Err(reason) => {
                    let heading = self.headers.get(column).map_or("", String::as_str);
                    let problem = Problem::of_cell(record.line, heading, cell.trim(), reason);
                    found.problems.push(problem);
                }
            }
        }
        if found.subjects.len() == before && found.problems.len() == faults {
            let reason = "names nobody: fill in a number, an e-mail address or a domain";
            found.problems.push(Problem::of_line(record.line, reason));
        }
    }

    fn home(&self, record: &Record, found: &mut Gathered) -> Home {
        let Some(column) = self.country_column else {
            return Some(self.country);
        };
        let named = record.cell(column).trim();
        if named.is_empty() {
            return Some(self.country);
        }
        let home = Country::named(named);
        if home.is_none() {
            let heading = self.headers.get(column).map_or("", String::as_str);
            let reason = "is a country whose numbers Dispo does not know: write the \
                          telephone numbers with + and country code";
            let problem = Problem::of_cell(record.line, heading, named, reason);
            found.problems.push(problem);
        }
        home
    }
}

impl Gathered {
    fn sort(&mut self) {
        let all = self.subjects.len();
        self.subjects.sort_unstable();
        self.subjects.dedup();
        self.repeated = all.saturating_sub(self.subjects.len()) as u64;
    }

    /// The numbers, in rising order.
    pub fn numbers(&self) -> Vec<Number> {
        self.subjects.iter().filter_map(Subject::number).collect()
    }
}
