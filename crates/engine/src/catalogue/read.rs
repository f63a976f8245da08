//! From the text of a catalogue to its records; a wrong field does not hide the next one.
//!
//! A record that does not fit is mended with a stand-in and read again, so that all its
//! fields are looked at. What was mended is never used: one problem and nothing loads.

use super::problem::{CatalogueProblem, Found, Place};
use super::{CatalogueFile, check};
use serde::de::DeserializeOwned;
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
    let (document, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(errors.iter().map(|error| of_syntax(text, error)).collect());
    }
    let mut reader = Reader {
        text,
        problems: Vec::new(),
    };
    let (file, places) = reader.file(document);
    let mut problems = reader.problems;
    // A field that was mended must not be blamed a second time for its stand-in.
    let mended = problems.clone();
    let consequence = |found: &CatalogueProblem| {
        let is_of = |other: &CatalogueProblem| {
            other.line == found.line || found.field.starts_with(&other.field)
        };
        !mended.is_empty()
            && (found.code.is_empty()
                || mended
                    .iter()
                    .any(|other| other.code == found.code && is_of(other)))
    };
    let checked = check::check(&file).into_iter().map(|found| Found {
        problem: CatalogueProblem {
            line: places.line(&found),
            ..found.problem
        },
        ..found
    });
    problems.extend(
        checked
            .map(|found| found.problem)
            .filter(|problem| !consequence(problem)),
    );
    problems.sort_by_key(|problem| problem.line);
    if problems.is_empty() {
        Ok(file)
    } else {
        Err(problems)
    }
}

fn of_syntax(text: &str, error: &toml::de::Error) -> CatalogueProblem {
    CatalogueProblem {
        line: error.span().map(|span| line_of(text, span.start)),
        code: String::new(),
        field: "file".to_owned(),
        text: error.message().to_owned(),
        remedy: "write `key = value`, texts in quotes".to_owned(),
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    let before = text.bytes().take(offset);
    before.filter(|byte| *byte == b'\n').count() + 1
}

/// The lines on which the fields of each disposition, and of the file, stand.
#[derive(Default)]
struct Places {
    file: Lines,
    dispositions: Vec<Lines>,
}

#[derive(Default)]
struct Lines {
    start: usize,
    fields: Vec<(String, usize)>,
}

impl Places {
    fn line(&self, found: &Found) -> Option<usize> {
        let lines = match found.index {
            Some(index) => self.dispositions.get(index)?,
            None => &self.file,
        };
        let field = found.problem.field.split('.').next().unwrap_or_default();
        let own = lines.fields.iter().find(|(name, _)| name == field);
        match own {
            Some((_, line)) => Some(*line),
            None => found.index.map(|_| lines.start),
        }
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
            file: self.lines(&root, span.clone()),
            dispositions: Vec::new(),
        };
        let groups = self.tables(&mut root, "group");
        let dispositions = self.tables(&mut root, "disposition");
        let causes = self.tables(&mut root, "cause");
        let mut file: CatalogueFile = self.record(root, span).unwrap_or_else(empty);
        for (table, span) in groups {
            file.groups.extend(self.record(table, span));
        }
        for (table, span) in dispositions {
            let lines = self.lines(&table, span.clone());
            if let Some(disposition) = self.record(table, span) {
                file.dispositions.push(disposition);
                places.dispositions.push(lines);
            }
        }
        for (table, span) in causes {
            file.causes.extend(self.record(table, span));
        }
        (file, places)
    }

    fn lines(&self, table: &DeTable<'_>, span: Range<usize>) -> Lines {
        let line = |key: &Spanned<_>| line_of(self.text, key.span().start);
        Lines {
            start: line_of(self.text, span.start),
            fields: table
                .keys()
                .map(|key| (key.get_ref().to_string(), line(key)))
                .collect(),
        }
    }

    /// Takes the array of tables of that name out of the file.
    fn tables(&mut self, root: &mut DeTable<'t>, name: &str) -> Vec<(DeTable<'t>, Range<usize>)> {
        let Some(value) = root.remove(name) else {
            return Vec::new();
        };
        let span = value.span();
        let items = match value.into_inner() {
            DeValue::Array(items) => items.into_iter().collect(),
            _ => Vec::new(),
        };
        let tables: Vec<(DeTable<'t>, Range<usize>)> = items
            .into_iter()
            .filter_map(|item| {
                let span = item.span();
                match item.into_inner() {
                    DeValue::Table(table) => Some((table, span)),
                    _ => None,
                }
            })
            .collect();
        if tables.is_empty() {
            let remedy = format!("begin each with `[[{name}]]` on a line of its own");
            self.blame("", name, "is no list of records", &remedy, span.start);
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
            let wrong = table
                .iter()
                .find(|(key, value)| covers(key, &at) || covers(value, &at))
                .map(|(key, _)| key.get_ref().to_string());
            let message = error.message();
            let (field, remedy) = match &wrong {
                Some(field) => (
                    field.clone(),
                    "the fields and their values are listed in docs/catalogue.md".to_owned(),
                ),
                None => {
                    let field = message.split('`').nth(1).unwrap_or("record").to_owned();
                    let remedy = format!("add `{field} = …`");
                    (field, remedy)
                }
            };
            self.blame(&code, &field, message, &remedy, at.start);
            if wrong.is_some() {
                table.remove(field.as_str());
            }
            if let Some((key, value)) = stand_ins.get_key_value(field.as_str()) {
                table.insert(key.clone(), value.clone());
            } else if wrong.is_none() {
                return None;
            }
        }
        None
    }

    fn blame(&mut self, code: &str, field: &str, text: &str, remedy: &str, offset: usize) {
        let mut found = Vec::new();
        Place {
            index: None,
            code,
            problems: &mut found,
        }
        .blame(field, text, remedy);
        let line = Some(line_of(self.text, offset));
        self.problems
            .extend(found.into_iter().map(|found| CatalogueProblem {
                line,
                ..found.problem
            }));
    }
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
        limits: crate::limits::Limits::default(),
        groups: Vec::new(),
        dispositions: Vec::new(),
        causes: Vec::new(),
    }
}
