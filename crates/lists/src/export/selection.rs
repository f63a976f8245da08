//! Which columns of what there is are exported, under which names, and which rows.

use crate::country::Country;
use crate::definition::{Definition, Field};
use crate::fault::{Fault, Faults};
use crate::filter::Test;

/// A definition applied to the fields that can be exported.
#[derive(Debug, Clone)]
pub struct Selection {
    columns: Vec<(usize, String)>,
    test: Option<Test>,
}

impl Selection {
    /// All that is available, under its own names.
    pub fn all(available: &[Field]) -> Self {
        let columns = available.iter().map(|field| field.name.clone());
        Self {
            columns: columns.enumerate().collect(),
            test: None,
        }
    }

    /// The definition's fields in their order under their external names; its filter may ask
    /// for any field that is available. What does not exist is told at once.
    pub fn new(
        definition: &Definition,
        available: &[Field],
        country: Country,
    ) -> Result<Self, Faults> {
        let mut faults = Vec::new();
        let mut columns = Vec::new();
        for field in &definition.fields {
            match available.iter().position(|other| other.name == field.name) {
                Some(index) => columns.push((index, field.column.clone())),
                None => {
                    let names: Vec<&str> = available.iter().map(|f| f.name.as_str()).collect();
                    let reason = format!("is not in the list: it has {}", names.join(", "));
                    faults.push(Fault::new(format!("field `{}`", field.name), reason));
                }
            }
        }
        let test = definition
            .filter
            .as_ref()
            .map(|filter| filter.test(available, country));
        let test = test.transpose().unwrap_or_else(|found| {
            faults.extend(found.0);
            None
        });
        Faults::unless_any(faults, Self { columns, test })
    }

    /// The names that head the columns.
    pub fn names(&self) -> Vec<&str> {
        self.columns.iter().map(|(_, name)| name.as_str()).collect()
    }

    /// For each column of the export, the index of its field among those available.
    pub fn fields(&self) -> impl Iterator<Item = usize> {
        self.columns.iter().map(|&(index, _)| index)
    }

    /// Whether a row is exported; `value_of` gives its kept values by the index of the field.
    pub fn passes<'a>(&self, value_of: &dyn Fn(usize) -> &'a str) -> bool {
        self.test.as_ref().is_none_or(|test| test.passes(value_of))
    }
}
