//! One condition: a field, what is asked of it, and the values it is compared with.

use crate::definition::Entry;
use serde::Serialize;
use toml::Value;

/// What is asked of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Op {
    #[serde(rename = "=")]
    Equal,
    #[serde(rename = "!=")]
    Other,
    #[serde(rename = "<")]
    Less,
    #[serde(rename = "<=")]
    AtMost,
    #[serde(rename = ">")]
    More,
    #[serde(rename = ">=")]
    AtLeast,
    #[serde(rename = "contains")]
    Contains,
    #[serde(rename = "in")]
    In,
    #[serde(rename = "empty")]
    Empty,
}

impl Op {
    pub const ALL: [Self; 9] = [
        Self::Equal,
        Self::Other,
        Self::Less,
        Self::AtMost,
        Self::More,
        Self::AtLeast,
        Self::Contains,
        Self::In,
        Self::Empty,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Other => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Contains => "contains",
            Self::In => "in",
            Self::Empty => "empty",
        }
    }

    pub(super) fn orders(self) -> bool {
        matches!(self, Self::Less | Self::AtMost | Self::More | Self::AtLeast)
    }
}

/// `field op value`. `In` takes several values, `Empty` none, the others one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Condition {
    pub field: String,
    pub op: Op,
    #[serde(
        rename = "value",
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "one_or_many"
    )]
    pub values: Vec<String>,
}

impl Condition {
    pub(super) fn read(entry: &mut Entry<'_>) -> Option<Self> {
        let field = entry.text("field");
        if entry.value("op").is_none() {
            entry.fault("op", "is missing");
        }
        let op = entry.word("op", &Op::ALL, Op::code);
        let values = match entry.value("value") {
            None => Some(Vec::new()),
            Some(Value::Array(items)) => items.iter().map(plain).collect(),
            Some(value) => plain(value).map(|text| vec![text]),
        };
        if values.is_none() {
            entry.fault(
                "value",
                "must be a text, a figure, a date, true or false, or an array of these",
            );
        }
        let (field, op, values) = (field?, op?, values?);
        let wrong = match op {
            Op::Empty if !values.is_empty() => Some("must be left out with empty"),
            Op::In if values.is_empty() => Some("must be an array of values with in"),
            Op::Empty | Op::In => None,
            _ if values.len() != 1 => Some("must be one value"),
            _ => None,
        };
        if let Some(reason) = wrong {
            entry.fault("value", reason);
            return None;
        }
        Some(Self { field, op, values })
    }
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(figure) => Some(figure.to_string()),
        Value::Float(figure) => Some(figure.to_string()),
        Value::Boolean(truth) => Some(truth.to_string()),
        Value::Datetime(moment) => Some(moment.to_string()),
        Value::Array(_) | Value::Table(_) => None,
    }
}

fn one_or_many<S: serde::Serializer>(values: &[String], to: S) -> Result<S::Ok, S::Error> {
    match values {
        [one] => to.serialize_str(one),
        many => to.collect_seq(many),
    }
}
