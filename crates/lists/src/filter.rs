//! Which rows are meant: typed conditions on fields, joined by all or any.
//!
//! In TOML a filter is `{ field = "postcode", op = ">=", value = "9700" }`, or
//! `{ all = [ … ] }`, or `{ any = [ … ] }`, to any depth.

mod condition;
mod test;

pub use condition::{Condition, Op};
pub use test::Test;

use crate::country::Country;
use crate::definition::{Entry, Field};
use crate::fault::{Fault, Faults};
use serde::Serialize;

/// Deeper than any filter a person writes; keeps a hostile one from exhausting the stack.
const DEEPEST: usize = 32;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Filter {
    /// Every part holds; an empty list holds.
    All(Vec<Filter>),
    /// At least one part holds; an empty list does not.
    Any(Vec<Filter>),
    #[serde(untagged)]
    Is(Condition),
}

impl Filter {
    /// Reads a filter that stands alone in a file.
    pub fn parse(text: &str) -> Result<Self, Faults> {
        let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
            Faults(vec![Fault::new("filter", error.to_string())])
        })?;
        Self::alone(&table)
    }

    /// The same of a JSON object, as programs write it.
    pub fn of_json(object: &serde_json::Map<String, serde_json::Value>) -> Result<Self, Faults> {
        let table = toml::Table::try_from(object).map_err(|_| {
            let reason = "may hold texts, figures, true, false, arrays and objects, no null";
            Faults(vec![Fault::new("filter", reason)])
        })?;
        Self::alone(&table)
    }

    fn alone(table: &toml::Table) -> Result<Self, Faults> {
        let mut entry = Entry::new(table, "filter");
        let filter = Self::read(&mut entry);
        let faults = entry.finish();
        let filter = Faults::unless_any(faults, filter)?;
        filter.ok_or_else(|| Faults(vec![Fault::new("filter", "is empty")]))
    }

    /// How many conditions it has.
    pub fn conditions(&self) -> usize {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().map(Self::conditions).sum(),
            Self::Is(_) => 1,
        }
    }

    /// The filter as it stands in a file.
    pub fn text(&self) -> String {
        // All of it are tables and texts, which can always be written.
        toml::to_string(self).unwrap_or_default()
    }

    /// Binds the filter to fields; every unknown field and every bad value is named.
    pub fn test(&self, fields: &[Field], country: Country) -> Result<Test, Faults> {
        Test::new(self, fields, country)
    }

    pub(crate) fn read(entry: &mut Entry<'_>) -> Option<Self> {
        Self::read_to_depth(entry, DEEPEST)
    }

    fn read_to_depth(entry: &mut Entry<'_>, depth: usize) -> Option<Self> {
        let Some(deeper) = depth.checked_sub(1) else {
            entry.fault("", "is nested too deeply");
            return None;
        };
        let all = entry.value("all").is_some();
        let any = entry.value("any").is_some();
        let is = entry.value("field").is_some();
        match (all, any, is) {
            (true, false, false) => Some(Self::All(Self::parts(entry, "all", deeper))),
            (false, true, false) => Some(Self::Any(Self::parts(entry, "any", deeper))),
            (false, false, true) => Condition::read(entry).map(Self::Is),
            _ => {
                entry.fault("", "must have exactly one of all, any, field");
                None
            }
        }
    }

    fn parts(entry: &mut Entry<'_>, key: &'static str, depth: usize) -> Vec<Self> {
        let mut parts = Vec::new();
        for mut part in entry.tables(key) {
            parts.extend(Self::read_to_depth(&mut part, depth));
            entry.absorb(part);
        }
        parts
    }
}
