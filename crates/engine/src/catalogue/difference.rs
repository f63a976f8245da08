//! Two catalogues field by field: what was added, taken away or changed.

use super::CatalogueFile;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// One field that is not the same. Without a side the field, or all of what it belongs to, is
/// not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// `disposition 130`, `group 1`, or empty for the file itself.
    pub of: String,
    /// Dotted, such as `label.nl`; empty for the whole record.
    pub field: String,
    pub here: Option<String>,
    pub there: Option<String>,
}

/// In the order of the files: first the header, then each kind of record.
pub fn differences(here: &CatalogueFile, there: &CatalogueFile) -> Vec<Difference> {
    let (mut ours, mut theirs) = (table(here), table(there));
    let mut found = Vec::new();
    let kinds = [("group", "key"), ("disposition", "code"), ("cause", "code")];
    for (kind, key) in kinds {
        let (ours, theirs) = (
            records(&mut ours, kind, key),
            records(&mut theirs, kind, key),
        );
        for name in in_order(&ours, &theirs) {
            let of = format!("{kind} {name}");
            let sides = (find(&ours, name), find(&theirs, name));
            compare(&of, sides, &mut found);
        }
    }
    let mut header = Vec::new();
    compare("", (Some(&ours), Some(&theirs)), &mut header);
    header.extend(found);
    header
}

fn table(file: &CatalogueFile) -> Table {
    // INVARIANT: a file is a record of named fields, which is what a table is.
    match Value::try_from(file) {
        Ok(Value::Table(table)) => table,
        _ => Table::new(),
    }
}

type Records = Vec<(String, Table)>;

fn records(table: &mut Table, kind: &str, key: &str) -> Records {
    let Some(Value::Array(all)) = table.remove(kind) else {
        return Vec::new();
    };
    all.into_iter()
        .filter_map(|record| match record {
            Value::Table(record) => {
                let name = record.get(key).and_then(Value::as_str)?.to_owned();
                Some((name, record))
            }
            _ => None,
        })
        .collect()
}

fn find<'r>(records: &'r Records, name: &str) -> Option<&'r Table> {
    let mut records = records.iter();
    records
        .find(|(known, _)| known == name)
        .map(|(_, record)| record)
}

fn in_order<'r>(ours: &'r Records, theirs: &'r Records) -> Vec<&'r str> {
    let added = theirs.iter().filter(|(name, _)| find(ours, name).is_none());
    ours.iter()
        .chain(added)
        .map(|(name, _)| name.as_str())
        .collect()
}

fn compare(of: &str, sides: (Option<&Table>, Option<&Table>), found: &mut Vec<Difference>) {
    let mut say = |field: &str, here: Option<String>, there: Option<String>| {
        found.push(Difference {
            of: of.to_owned(),
            field: field.to_owned(),
            here,
            there,
        });
    };
    match sides {
        (Some(here), Some(there)) => {
            let (here, there) = (flat(here), flat(there));
            let mut fields: Vec<&String> = here.keys().chain(there.keys()).collect();
            fields.sort_unstable();
            fields.dedup();
            for field in fields {
                let (one, other) = (here.get(field), there.get(field));
                if one != other {
                    say(field, one.cloned(), other.cloned());
                }
            }
        }
        (Some(_), None) => say("", Some("there".to_owned()), None),
        (None, Some(_)) => say("", None, Some("there".to_owned())),
        (None, None) => {}
    }
}

/// Every value by its dotted name.
fn flat(table: &Table) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    gather("", table, &mut values);
    values
}

fn gather(before: &str, table: &Table, values: &mut BTreeMap<String, String>) {
    for (name, value) in table {
        let name = match before {
            "" => name.clone(),
            before => format!("{before}.{name}"),
        };
        match value {
            Value::Table(inner) => gather(&name, inner, values),
            Value::String(text) => {
                values.insert(name, text.clone());
            }
            other => {
                values.insert(name, other.to_string());
            }
        }
    }
}
