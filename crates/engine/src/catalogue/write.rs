//! A catalogue as a file of its own: nothing of it is lost but comments.

use super::CatalogueFile;
use toml::{Table, Value};

/// The order in which people read a disposition; fields that are not here come after.
const DISPOSITION: [&str; 41] = [
    "code",
    "name",
    "aliases",
    "former",
    "label",
    "group",
    "meaning",
    "also_means",
    "cause",
    "kind",
    "kind_on",
    "final_for",
    "on",
    "set_by",
    "system",
    "canonical",
    "credit",
    "reached",
    "counts",
    "band",
    "priority",
    "contact_priority",
    "follow_up",
    "revive_on",
    "roster",
    "roster_lines",
    "owner",
    "max_run",
    "sticky",
    "suppress",
    "requires",
    "reasons",
    "choices",
    "actions",
    "reopen",
    "talk_seconds",
    "hotkey",
    "order",
    "pop_up",
    "report_column",
    "accepted",
];
const HEADER: [&str; 8] = [
    "name",
    "version",
    "title",
    "languages",
    "own_language",
    "offering",
    "reserved",
    "reserved_causes",
];
const OTHERS: [&str; 4] = ["key", "code", "name", "label"];

pub(super) fn write(file: &CatalogueFile) -> String {
    // INVARIANT: a file is a record of named fields, which is what a table is.
    let Ok(Value::Table(mut table)) = Value::try_from(file) else {
        return String::new();
    };
    let records = ["group", "disposition", "cause"].map(|kind| (kind, table.remove(kind)));
    let limits = table.remove("limits");
    let mut text = String::new();
    lines(&table, &HEADER, &mut text);
    if let Some(Value::Table(limits)) = limits {
        text.push_str("\n[limits]\n");
        lines(&limits, &[], &mut text);
    }
    for (kind, found) in records {
        let order: &[&str] = match kind {
            "disposition" => &DISPOSITION,
            _ => &OTHERS,
        };
        let Some(Value::Array(found)) = found else {
            continue;
        };
        for record in found {
            if let Value::Table(record) = record {
                text.push_str(&format!("\n[[{kind}]]\n"));
                lines(&record, order, &mut text);
            }
        }
    }
    text
}

fn lines(table: &Table, order: &[&str], text: &mut String) {
    let others = table.keys().map(String::as_str);
    let others = others.filter(|name| !order.contains(name));
    for name in order.iter().copied().chain(others) {
        if let Some(value) = table.get(name) {
            text.push_str(&format!("{name} = {value}\n"));
        }
    }
}
