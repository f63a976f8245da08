//! The only two types that travel to and from the database, and a row of them.

use crate::error::{Result, StoreError};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    Null,
    Int(i64),
    Text(String),
}

impl Value {
    fn kind(&self) -> &'static str {
        match self {
            Value::Null => "nothing",
            Value::Int(_) => "an integer",
            Value::Text(_) => "a text",
        }
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Int(number)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Value {
        Value::Int(number.into())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Value {
        Value::Int(number.into())
    }
}

/// Truth is stored as 0 or 1.
impl From<bool> for Value {
    fn from(truth: bool) -> Value {
        Value::Int(truth.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(maybe: Option<T>) -> Value {
        maybe.map_or(Value::Null, Into::into)
    }
}

/// One row of a result. Columns are asked for by position, counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    statement: &'static str,
    values: Vec<Value>,
}

impl Row {
    pub(crate) fn new(statement: &'static str, values: Vec<Value>) -> Row {
        Row { statement, values }
    }

    pub fn int(&self, column: usize) -> Result<i64> {
        match self.value(column)? {
            Value::Int(number) => Ok(*number),
            other => Err(self.corrupt(column, "an integer", other.kind())),
        }
    }

    pub fn maybe_int(&self, column: usize) -> Result<Option<i64>> {
        match self.value(column)? {
            Value::Null => Ok(None),
            _ => self.int(column).map(Some),
        }
    }

    pub fn text(&self, column: usize) -> Result<&str> {
        match self.value(column)? {
            Value::Text(text) => Ok(text),
            other => Err(self.corrupt(column, "a text", other.kind())),
        }
    }

    pub fn maybe_text(&self, column: usize) -> Result<Option<&str>> {
        match self.value(column)? {
            Value::Null => Ok(None),
            _ => self.text(column).map(Some),
        }
    }

    pub fn values(&self) -> &[Value] {
        &self.values
    }

    pub fn into_values(self) -> Vec<Value> {
        self.values
    }

    fn value(&self, column: usize) -> Result<&Value> {
        self.values
            .get(column)
            .ok_or_else(|| self.corrupt(column, "a column", "none"))
    }

    fn corrupt(&self, column: usize, wanted: &str, found: &str) -> StoreError {
        StoreError::Corrupt {
            table: format!("result of {}", self.statement),
            column: format!("column {}", column.saturating_add(1)),
            row: self.numbers(),
            problem: format!("{wanted} was expected, {found} was found"),
        }
    }

    /// The integers of the row identify it; its texts may be personal.
    fn numbers(&self) -> String {
        let numbers: Vec<String> = self
            .values
            .iter()
            .map(|value| match value {
                Value::Int(number) => number.to_string(),
                Value::Text(_) => "…".to_owned(),
                Value::Null => "–".to_owned(),
            })
            .collect();
        format!("({})", numbers.join(", "))
    }
}
