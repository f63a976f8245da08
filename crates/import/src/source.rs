//! The file of an import, opened and understood before anything is written.

use crate::failure::ImportFailure;
use crate::{digest, order::Order};
use engine::Zone;
use jiff::civil::Date;
use lists::definition::{SYSTEM_COLUMNS, recognise};
use lists::fault::{Fault, Faults};
use lists::row::Checker;
use lists::sheet::{Options, ReadError, Reader, Record};
use lists::{Country, Definition, Problem};
use std::path::{Path, PathBuf};
use store::Store;

pub struct Source {
    path: PathBuf,
    /// What people call the file, where that is not its name on this disk.
    called: Option<String>,
    reader: Reader,
    definition: Definition,
    /// Read ahead, to know that there is one.
    first: Option<Result<Record, Problem>>,
}

/// What came of reading one row.
pub(crate) enum Read {
    Row,
    Unusable(Problem),
    /// The rest of the file cannot be read.
    Broken(Problem),
    End,
}

impl Source {
    /// Opens a file with its definition, or with the one its header suggests. `key` names the
    /// field that identifies a contact, by its own name or by that of its column.
    pub fn open(
        path: &Path,
        definition: Option<Definition>,
        key: Option<&str>,
    ) -> Result<Self, ImportFailure> {
        let options = definition
            .as_ref()
            .map_or_else(Options::default, Definition::options);
        let mut reader = Reader::open(path, &options)?;
        let mut definition = definition.unwrap_or_else(|| recognised(reader.headers()));
        if let Some(key) = key {
            definition.key = Some(field_called(&definition, key)?);
        }
        Checker::new(&definition, reader.headers(), Country::Nl)?;
        let mut record = Record::default();
        let first = match reader.read(&mut record) {
            Ok(true) => Ok(record),
            Ok(false) => return Err(ImportFailure::NoRows),
            Err(ReadError::Row(problem)) => Err(problem),
            Err(ReadError::Fatal(problem)) => return Err(ImportFailure::Broken(problem)),
        };
        Ok(Self {
            path: path.to_owned(),
            called: None,
            reader,
            definition,
            first: Some(first),
        })
    }

    pub fn definition(&self) -> &Definition {
        &self.definition
    }

    pub fn headers(&self) -> &[String] {
        self.reader.headers()
    }

    /// The same file under the name people know it by.
    pub fn called(self, name: &str) -> Self {
        Self {
            called: Some(name.to_owned()),
            ..self
        }
    }

    /// The file's own name, without the folders it lies in.
    pub fn name(&self) -> String {
        if let Some(called) = &self.called {
            return called.clone();
        }
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        name.to_string_lossy().into_owned()
    }

    /// Equal for the same content imported in the same way.
    pub fn digest(&self, country: Country, order: &Order) -> Result<String, ImportFailure> {
        let definition = self.definition.to_toml()?;
        let how = format!(
            "{country} {} {:?} {:?}",
            order.mode.word(),
            order.invalid,
            order.duplicate
        );
        Ok(digest::of(&self.path, &[&definition, &how])?)
    }

    /// What is odd about the header.
    pub(crate) fn header_problems(&self) -> &[Problem] {
        self.reader.problems()
    }

    pub(crate) fn progress(&self) -> lists::sheet::Progress {
        self.reader.progress()
    }

    pub(crate) fn read(&mut self, record: &mut Record) -> Read {
        match self.first.take() {
            Some(Ok(first)) => {
                *record = first;
                Read::Row
            }
            Some(Err(problem)) => Read::Unusable(problem),
            None => match self.reader.read(record) {
                Ok(true) => Read::Row,
                Ok(false) => Read::End,
                Err(ReadError::Row(problem)) => Read::Unusable(problem),
                Err(ReadError::Fatal(problem)) => Read::Broken(problem),
            },
        }
    }
}

/// The day it is where the list is.
pub(crate) fn today(store: &Store, country: Country) -> Date {
    let zone = country.zone().parse().unwrap_or(Zone::UTC);
    zone.local(store.clock().now()).date()
}

/// What the columns of these names probably mean. An export of ours begins with columns that say
/// how a contact stands; they are no fields.
pub fn recognised(headers: &[String]) -> Definition {
    match headers.get(..SYSTEM_COLUMNS.len()) {
        Some(begin) if begin.iter().eq(SYSTEM_COLUMNS.iter()) => {
            recognise(headers.get(SYSTEM_COLUMNS.len()..).unwrap_or_default())
        }
        _ => recognise(headers),
    }
}

fn field_called(definition: &Definition, key: &str) -> Result<String, Faults> {
    let fields = &definition.fields;
    let by_name = fields.iter().find(|field| field.name == key);
    let found = by_name.or_else(|| fields.iter().find(|field| field.column == key));
    found.map(|field| field.name.clone()).ok_or_else(|| {
        let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        let reason = format!(
            "`{key}` is no field of the file: it has {}",
            names.join(", ")
        );
        Faults(vec![Fault {
            place: "key".to_owned(),
            reason,
        }])
    })
}
