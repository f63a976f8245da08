//! A filter bound to the fields of a list, ready to be put to one row after the other.

use super::Filter;
use super::condition::{Condition, Op};
use crate::country::Country;
use crate::definition::{Field, FieldType};
use crate::fault::{Fault, Faults};
use crate::value;
use std::cmp::Ordering;

/// Says of a row whether it is meant.
#[derive(Debug, Clone)]
pub struct Test(Node);

#[derive(Debug, Clone)]
enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Is(Bound),
}

#[derive(Debug, Clone)]
struct Bound {
    field: usize,
    kind: FieldType,
    op: Op,
    /// In the kept form of the field's type; lower case where case does not count.
    values: Vec<String>,
}

impl Test {
    pub(super) fn new(filter: &Filter, fields: &[Field], country: Country) -> Result<Self, Faults> {
        let mut faults = Vec::new();
        let node = bind(filter, "filter", fields, country, &mut faults);
        Faults::unless_any(faults, Self(node))
    }

    /// Whether a row is meant; `value_of` gives the kept value of a field by its index, empty
    /// where there is none.
    pub fn passes<'a>(&self, value_of: &dyn Fn(usize) -> &'a str) -> bool {
        passes(&self.0, value_of)
    }
}

fn bind(
    filter: &Filter,
    place: &str,
    fields: &[Field],
    country: Country,
    faults: &mut Vec<Fault>,
) -> Node {
    let mut bind_all = |parts: &[Filter], key: &str| {
        let bind_one = |(index, part)| {
            let place = format!("{place}.{key}[{}]", index + 1);
            bind(part, &place, fields, country, faults)
        };
        parts.iter().enumerate().map(bind_one).collect()
    };
    match filter {
        Filter::All(parts) => Node::All(bind_all(parts, "all")),
        Filter::Any(parts) => Node::Any(bind_all(parts, "any")),
        Filter::Is(condition) => match Bound::new(condition, place, fields, country) {
            Ok(bound) => Node::Is(bound),
            Err(found) => {
                faults.extend(found);
                Node::Any(Vec::new())
            }
        },
    }
}

impl Bound {
    fn new(
        condition: &Condition,
        place: &str,
        fields: &[Field],
        country: Country,
    ) -> Result<Self, Vec<Fault>> {
        let found = fields
            .iter()
            .enumerate()
            .find(|(_, field)| field.name == condition.field);
        let Some((index, field)) = found else {
            let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
            let reason = format!(
                "`{}` is no field: write one of {}",
                condition.field,
                names.join(", ")
            );
            return Err(vec![Fault::new(format!("{place}.field"), reason)]);
        };
        let mut faults = Vec::new();
        if !makes_sense(condition.op, field.kind) {
            let reason = format!(
                "`{}` cannot be asked of a {}",
                condition.op.code(),
                field.kind.code()
            );
            faults.push(Fault::new(format!("{place}.op"), reason));
        }
        let mut values = Vec::new();
        for text in &condition.values {
            match comparable(text, condition.op, field, country) {
                Ok(value) => values.push(value),
                Err(reason) => {
                    let reason = format!("`{text}` {reason}");
                    faults.push(Fault::new(format!("{place}.value"), reason));
                }
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Self {
            field: index,
            kind: field.kind,
            op: condition.op,
            values,
        })
    }

    fn holds(&self, value: &str) -> bool {
        match self.op {
            Op::Empty => value.is_empty(),
            Op::Equal | Op::In => self.values.iter().any(|other| self.equals(value, other)),
            Op::Other => !self.values.iter().any(|other| self.equals(value, other)),
            Op::Contains => {
                let value = value.to_lowercase();
                self.values.iter().any(|part| value.contains(part))
            }
            Op::Less => self.order(value).is_some_and(Ordering::is_lt),
            Op::AtMost => self.order(value).is_some_and(Ordering::is_le),
            Op::More => self.order(value).is_some_and(Ordering::is_gt),
            Op::AtLeast => self.order(value).is_some_and(Ordering::is_ge),
        }
    }

    fn equals(&self, value: &str, other: &str) -> bool {
        match self.kind {
            FieldType::Integer | FieldType::Decimal if !value.is_empty() && !other.is_empty() => {
                figures(value, other) == Some(Ordering::Equal)
            }
            _ => value == other || value.to_lowercase() == *other,
        }
    }

    /// How the row's value stands to the condition's; an empty one stands nowhere.
    fn order(&self, value: &str) -> Option<Ordering> {
        let other = self.values.first().filter(|_| !value.is_empty())?;
        match self.kind {
            FieldType::Integer | FieldType::Decimal => figures(value, other),
            _ => Some(value.to_lowercase().as_str().cmp(other)),
        }
    }
}

fn figures(left: &str, right: &str) -> Option<Ordering> {
    match (left.parse::<i64>(), right.parse::<i64>()) {
        (Ok(left), Ok(right)) => Some(left.cmp(&right)),
        _ => left.parse::<f64>().ok()?.partial_cmp(&right.parse().ok()?),
    }
}

/// The value as rows hold it, so that both are compared in one form.
fn comparable(text: &str, op: Op, field: &Field, country: Country) -> Result<String, String> {
    if text.is_empty() || op == Op::Contains {
        return Ok(text.to_lowercase());
    }
    // In a definition figures are written as programs write them, whatever the list's country.
    let figure = matches!(field.kind, FieldType::Integer | FieldType::Decimal);
    let country = if figure { Country::Us } else { country };
    value::kept(text, field, country).map(|kept| kept.to_lowercase())
}

fn makes_sense(op: Op, kind: FieldType) -> bool {
    let ordered = !matches!(
        kind,
        FieldType::Bool | FieldType::Phone | FieldType::Email | FieldType::Choice
    );
    let holds_text = matches!(
        kind,
        FieldType::Text | FieldType::Email | FieldType::Phone | FieldType::Choice
    );
    match op {
        Op::Contains => holds_text,
        op if op.orders() => ordered,
        _ => true,
    }
}

fn passes<'a>(node: &Node, value_of: &dyn Fn(usize) -> &'a str) -> bool {
    match node {
        Node::All(parts) => parts.iter().all(|part| passes(part, value_of)),
        Node::Any(parts) => parts.iter().any(|part| passes(part, value_of)),
        Node::Is(bound) => bound.holds(value_of(bound.field)),
    }
}
