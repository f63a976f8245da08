//! A filter as the rows of a form: fields, what is asked of them, values; all or any.

use crate::words::Words;
use import::membership;
use lists::definition::{Field, FieldType};
use lists::filter::{Condition, Filter, Op};
use store::List;

/// More conditions than anybody reads.
const MOST: usize = 20;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    pub field: String,
    pub op: String,
    pub value: String,
    /// What is wrong with it.
    pub error: Option<String>,
}

/// The form as it was sent.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    pub any: bool,
    pub rows: Vec<Row>,
}

impl Rows {
    pub fn of_form(pairs: &[(String, String)]) -> Self {
        let all = |wanted: &str| {
            let those = pairs.iter().filter(|(name, _)| name == wanted);
            those
                .map(|(_, value)| value.trim().to_owned())
                .collect::<Vec<_>>()
        };
        let (ops, values) = (all("op"), all("value"));
        let rows = all("field")
            .into_iter()
            .enumerate()
            .map(|(place, field)| Row {
                field,
                op: ops.get(place).cloned().unwrap_or_default(),
                value: values.get(place).cloned().unwrap_or_default(),
                error: None,
            });
        Self {
            any: all("join").first().is_some_and(|join| join == "any"),
            rows: rows.take(MOST).collect(),
        }
    }

    /// A kept filter; nothing where it is more than one list of conditions.
    pub fn of_text(text: &str) -> Option<Self> {
        let (any, parts) = match Filter::parse(text).ok()? {
            Filter::All(parts) => (false, parts),
            Filter::Any(parts) => (true, parts),
            single @ Filter::Is(_) => (false, vec![single]),
        };
        let mut rows = Vec::new();
        for part in parts {
            let Filter::Is(Condition { field, op, values }) = part else {
                return None;
            };
            rows.push(Row {
                field,
                op: op.code().to_owned(),
                value: values.join("; "),
                error: None,
            });
        }
        Some(Self { any, rows })
    }

    /// Rows that say something.
    pub fn drop_empty(&mut self) {
        self.rows
            .retain(|row| !row.field.is_empty() || !row.value.is_empty());
    }

    /// The filter, if every row is in order; else each row says what is wrong with it.
    pub fn filter(&mut self, list: &List, words: &Words) -> Option<Filter> {
        let fields = membership::fields(list);
        let kind_of = |name: &str| {
            let mut fields = fields.iter();
            fields
                .find(|field| field.name == name)
                .map(|field| field.kind)
        };
        let mut parts = Vec::new();
        for row in &mut self.rows {
            match part(row, list, words, &kind_of) {
                Ok(part) => parts.push(part),
                Err(error) => row.error = Some(error),
            }
        }
        let whole = self.rows.iter().all(|row| row.error.is_none());
        (whole && !parts.is_empty()).then_some(match self.any {
            true => Filter::Any(parts),
            false => Filter::All(parts),
        })
    }
}

fn part(
    row: &Row,
    list: &List,
    words: &Words,
    kind_of: &dyn Fn(&str) -> Option<FieldType>,
) -> Result<Filter, String> {
    if row.field.is_empty() {
        return Err(words.t("filter-choose-field"));
    }
    let Some(kind) = kind_of(&row.field) else {
        return Err(words.with("filter-unknown-field", [("field", row.field.as_str())]));
    };
    let op = Op::ALL.into_iter().find(|op| op.code() == row.op);
    let op = op.ok_or_else(|| words.t("filter-choose-op"))?;
    let values: Vec<String> = match op {
        Op::Empty => Vec::new(),
        Op::In => {
            let parts = row.value.split(';').map(str::trim);
            parts
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect()
        }
        _ => vec![row.value.clone()],
    };
    if op != Op::Empty && values.iter().all(String::is_empty) {
        return Err(words.t("filter-value-missing"));
    }
    let filter = Filter::Is(Condition {
        field: row.field.clone(),
        op,
        values,
    });
    let faults = membership::faults_of(list, &filter);
    match faults.first() {
        None => Ok(filter),
        Some(fault) if fault.place.ends_with(".op") => Err(words.with(
            "filter-bad-op",
            [
                ("op", op_label(op, words).as_str()),
                ("kind", &kind_label(kind, words)),
            ],
        )),
        Some(_) => {
            let remedy = words.t(&format!("filter-remedy-{}", kind.code()));
            Err(words.with(
                "filter-bad-value",
                [("value", row.value.as_str()), ("remedy", &remedy)],
            ))
        }
    }
}

pub fn op_label(op: Op, words: &Words) -> String {
    words.t(match op {
        Op::Equal => "op-equal",
        Op::Other => "op-other",
        Op::Less => "op-less",
        Op::AtMost => "op-at-most",
        Op::More => "op-more",
        Op::AtLeast => "op-at-least",
        Op::Contains => "op-contains",
        Op::In => "op-in",
        Op::Empty => "op-empty",
    })
}

fn kind_label(kind: FieldType, words: &Words) -> String {
    words.t(&format!("field-type-{}", kind.code()))
}

/// Columns that are ours are told in the visitor's words, fields by what the list calls them.
pub fn field_label(field: &Field, words: &Words) -> String {
    match membership::COLUMNS.contains(&field.name.as_str()) {
        true => words.t(&format!("column-{}", field.name.replace('_', "-"))),
        false if field.column.trim().is_empty() => field.name.clone(),
        false => field.column.trim().to_owned(),
    }
}

/// A kept filter in one line.
pub fn summary(text: &str, list: &List, words: &Words) -> String {
    let fields = membership::fields(list);
    let Some(rows) = Rows::of_text(text) else {
        return words.t("filter-by-hand");
    };
    let joint = words.t(if rows.any { "filter-or" } else { "filter-and" });
    let told: Vec<String> = rows
        .rows
        .iter()
        .map(|row| {
            let op = Op::ALL.into_iter().find(|op| op.code() == row.op);
            let op = op.map_or_else(String::new, |op| op_label(op, words));
            let field = fields.iter().find(|field| field.name == row.field);
            let field = field.map_or_else(|| row.field.clone(), |field| field_label(field, words));
            format!("{field} {op} {}", row.value).trim().to_owned()
        })
        .collect();
    told.join(&format!(" {joint} "))
}
