//! From the text of a catalogue to its records; a wrong field does not hide the next one.
//!
//! A record that does not fit is mended with a stand-in and read again, so that all its
//! fields are looked at. What was mended is never used: one problem and nothing loads.

use super::problem::{CatalogueProblem, Found, Spot};
use super::{Catalogue, CatalogueFile, Examined, Hours, check, doubt};
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// Stand-ins for the fields that every record must have.
const STAND_INS: &str = r#"
name = "?"
version = 0
title = "?"
languages = []
own_language = "?"
offering = "bands"
code = "?"
label = {}
group = "?"
meaning = "?"
kind = "new"
key = "?"
report_name = "?"
"#;

pub(super) fn read(text: &str) -> Result<CatalogueFile, Vec<CatalogueProblem>> {
    let read = whole(text)?;
    if read.problems.is_empty() {
        Ok(read.file)
    } else {
        Err(read.problems)
    }
}

/// What is wrong, and what is doubtful where nothing is wrong with the record itself.
pub(super) fn examine(text: &str, hours: &[Hours]) -> Examined {
    let read = match whole(text) {
        Ok(read) => read,
        Err(problems) => {
            return Examined {
                catalogue: None,
                file: None,
                problems,
                warnings: Vec::new(),
            };
        }
    };
    let is_blamed = |code: &str| read.problems.iter().any(|problem| problem.code == code);
    let doubts = doubt::doubts(&read.file, hours);
    let mut warnings: Vec<_> = doubts
        .into_iter()
        .filter(|found| !is_blamed(&found.problem.code))
        .map(|found| read.places.told(text, found))
        .collect();
    warnings.sort_by_key(|warning| warning.line);
    Examined {
        file: read.is_whole.then(|| read.file.clone()),
        catalogue: read
            .problems
            .is_empty()
            .then(|| Catalogue::checked(read.file)),
        problems: read.problems,
        warnings,
    }
}

/// A file as far as it could be read.
struct Read {
    file: CatalogueFile,
    places: Places,
    /// No record had to be mended.
    is_whole: bool,
    problems: Vec<CatalogueProblem>,
}

fn whole(text: &str) -> Result<Read, Vec<CatalogueProblem>> {
    let (document, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(errors.iter().map(|error| of_syntax(text, error)).collect());
    }
    let mut reader = Reader {
        text,
        problems: Vec::new(),
    };
    let (file, places) = reader.file(document);
    let mended = reader.problems;
    let checked = check::check(&file).into_iter();
    let checked = checked.map(|found| places.told(text, found));
    let mut problems: Vec<_> = checked
        .filter(|problem| !follows_from(problem, &mended))
        .chain(mended.iter().cloned())
        .collect();
    problems.sort_by_key(|problem| problem.line);
    Ok(Read {
        is_whole: mended.is_empty(),
        file,
        places,
        problems,
    })
}

/// Whether a problem may only be there because another field was mended: the stand-in is
/// to blame, or what the file as a whole lacks stood in that field.
fn follows_from(problem: &CatalogueProblem, mended: &[CatalogueProblem]) -> bool {
    let is_stand_in = |other: &CatalogueProblem| {
        let same_field = first_part(&problem.field) == first_part(&other.field);
        same_field && (problem.code == other.code || problem.code == "?")
    };
    !mended.is_empty() && (problem.code.is_empty() || mended.iter().any(is_stand_in))
}

fn of_syntax(text: &str, error: &toml::de::Error) -> CatalogueProblem {
    let parts = [("message", error.message())];
    CatalogueProblem {
        line: error.span().map(|span| line_of(text, span.start)),
        ..CatalogueProblem::new("", "file", "syntax", &parts)
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    let before = text.bytes().take(offset);
    before.filter(|byte| *byte == b'\n').count() + 1
}

/// Where the fields of each disposition, and of the file, begin.
#[derive(Default)]
struct Places {
    file: Fields,
    groups: Vec<Fields>,
    dispositions: Vec<Fields>,
    causes: Vec<Fields>,
}

#[derive(Default)]
struct Fields {
    start: usize,
    offsets: Vec<(String, usize)>,
}

impl Fields {
    fn of(table: &DeTable<'_>, start: usize) -> Self {
        let keys = table.keys();
        Self {
            start,
            offsets: keys
                .map(|key| (key.get_ref().to_string(), key.span().start))
                .collect(),
        }
    }
}

impl Places {
    /// A finding with the line it stands on.
    fn told(&self, text: &str, found: Found) -> CatalogueProblem {
        let offset = self.offset(&found);
        CatalogueProblem {
            line: offset.map(|offset| line_of(text, offset)),
            ..found.problem
        }
    }

    /// Where the field stands, or the disposition begins that lacks it.
    fn offset(&self, found: &Found) -> Option<usize> {
        let fields = match found.spot {
            Spot::File => &self.file,
            Spot::Group(index) => self.groups.get(index)?,
            Spot::Disposition(index) => self.dispositions.get(index)?,
            Spot::Cause(index) => self.causes.get(index)?,
        };
        let field = first_part(&found.problem.field);
        let own = fields.offsets.iter().find(|(name, _)| name == field);
        let is_record = found.spot != Spot::File;
        own.map(|(_, offset)| *offset)
            .or(is_record.then_some(fields.start))
    }
}

struct Reader<'t> {
    text: &'t str,
    problems: Vec<CatalogueProblem>,
}

impl<'t> Reader<'t> {
    fn file(&mut self, document: Spanned<DeTable<'t>>) -> (CatalogueFile, Places) {
        let span = document.span();
        let mut root = document.into_inner();
        let mut places = Places {
            file: Fields::of(&root, span.start),
            ..Places::default()
        };
        let groups = self.tables(&mut root, "group");
        let dispositions = self.tables(&mut root, "disposition");
        let causes = self.tables(&mut root, "cause");
        let mut file: CatalogueFile = self.record(root, span).unwrap_or_else(empty);
        self.records(groups, &mut file.groups, &mut places.groups);
        let codes = &mut file.dispositions;
        self.records(dispositions, codes, &mut places.dispositions);
        self.records(causes, &mut file.causes, &mut places.causes);
        (file, places)
    }

    /// Reads the records of one sort, each with its place.
    fn records<T: DeserializeOwned>(
        &mut self,
        tables: Vec<(DeTable<'t>, Range<usize>)>,
        into: &mut Vec<T>,
        places: &mut Vec<Fields>,
    ) {
        for (table, span) in tables {
            let fields = Fields::of(&table, span.start);
            if let Some(record) = self.record(table, span) {
                into.push(record);
                places.push(fields);
            }
        }
    }

    /// Takes the array of tables of that name out of the file.
    fn tables(&mut self, root: &mut DeTable<'t>, name: &str) -> Vec<(DeTable<'t>, Range<usize>)> {
        let Some(value) = root.remove(name) else {
            return Vec::new();
        };
        let span = value.span();
        let items: Vec<_> = match value.into_inner() {
            DeValue::Array(items) => items.into_iter().collect(),
            other => vec![Spanned::new(span.clone(), other)],
        };
        let mut tables = Vec::with_capacity(items.len());
        for item in items {
            let span = item.span();
            if let DeValue::Table(table) = item.into_inner() {
                tables.push((table, span));
            } else {
                let found = CatalogueProblem::new("", name, "no-record", &[("name", name)]);
                self.blame(found, Some(span.start));
            }
        }
        tables
    }

    /// Reads one record; each field that does not fit is blamed and mended.
    fn record<T: DeserializeOwned>(
        &mut self,
        mut table: DeTable<'t>,
        span: Range<usize>,
    ) -> Option<T> {
        let code = table
            .get("code")
            .and_then(|code| code.get_ref().as_str())
            .unwrap_or_default()
            .to_owned();
        let stand_ins = DeTable::parse(STAND_INS).ok()?.into_inner();
        // Every round mends a field, so there are no more rounds than fields.
        for _ in 0..table.len() + stand_ins.len() {
            let value = Spanned::new(span.clone(), DeValue::Table(table.clone()));
            let error = match T::deserialize(ValueDeserializer::from(value)) {
                Ok(record) => return Some(record),
                Err(error) => error,
            };
            let at = error.span().unwrap_or(span.clone());
            let wrong = table.iter().find_map(|(key, value)| path(key, value, &at));
            let message = error.message();
            let (field, reason) = match &wrong {
                Some(field) => (field.clone(), "unread"),
                None => {
                    let field = message.split('`').nth(1).unwrap_or("record");
                    (field.to_owned(), "missing")
                }
            };
            // What the file as a whole lacks stands on no line.
            let offset = Some(at.start).filter(|_| wrong.is_some() || span.start > 0);
            let parts = [("message", message), ("field", field.as_str())];
            let found = CatalogueProblem::new(&code, &field, reason, &parts);
            self.blame(found, offset);
            let key = first_part(&field);
            if wrong.is_some() {
                table.remove(key);
            }
            if let Some((key, value)) = stand_ins.get_key_value(key) {
                table.insert(key.clone(), value.clone());
            } else if wrong.is_none() {
                return None;
            }
        }
        None
    }

    fn blame(&mut self, found: CatalogueProblem, offset: Option<usize>) {
        let line = offset.map(|offset| line_of(self.text, offset));
        self.problems.push(CatalogueProblem { line, ..found });
    }
}

/// The dotted name of what stands there, if it is this entry or a part of it.
fn path(
    key: &Spanned<Cow<'_, str>>,
    value: &Spanned<DeValue<'_>>,
    at: &Range<usize>,
) -> Option<String> {
    let parts = value.get_ref().as_table();
    let part = parts.and_then(|table| table.iter().find_map(|(key, value)| path(key, value, at)));
    match part {
        Some(part) => Some(format!("{}.{part}", key.get_ref())),
        None => (covers(key, at) || covers(value, at)).then(|| key.get_ref().to_string()),
    }
}

fn first_part(field: &str) -> &str {
    field.split('.').next().unwrap_or_default()
}

fn covers<T>(part: &Spanned<T>, at: &Range<usize>) -> bool {
    let own = part.span();
    own.start <= at.start && at.end <= own.end
}

fn empty() -> CatalogueFile {
    CatalogueFile {
        name: String::new(),
        version: 0,
        title: String::new(),
        languages: Vec::new(),
        own_language: String::new(),
        offering: super::Offering::Bands,
        reserved: Vec::new(),
        reserved_causes: Vec::new(),
        contact_gap: crate::period::Period::ZERO,
        callback_timeout: crate::period::Period::ZERO,
        accepted: super::Accepted::new(),
        limits: crate::limits::Limits::default(),
        groups: Vec::new(),
        dispositions: Vec::new(),
        causes: Vec::new(),
    }
}
