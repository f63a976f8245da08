//! The columns a definition names, found in the header of a file.

use crate::country::Country;
use crate::definition::{Definition, Field, FieldType, SYSTEM_COLUMNS};
use crate::fault::{Fault, Faults};
use crate::filter::Test;
use crate::folding::folded;
use engine::EVIDENCE;

/// Where everything stands in a record.
#[derive(Debug)]
pub(super) struct Binding {
    /// The column of each field.
    pub(super) columns: Vec<usize>,
    /// The place of each field among the numbers that are tried; phones that are not, have none.
    pub(super) tries: Vec<Option<usize>>,
    pub(super) key: Option<usize>,
    pub(super) dedupe: Vec<usize>,
    pub(super) country: Option<usize>,
    pub(super) zone: Option<usize>,
    pub(super) kind: Option<usize>,
    pub(super) exclude: Option<usize>,
    pub(super) owner: Option<usize>,
    pub(super) filter: Option<Test>,
    /// The fields that carry evidence of a ground, with their places among the fields.
    pub(super) evidence: Vec<(&'static str, usize)>,
}

/// What the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rows {
    /// Contacts that need a number to be called.
    Contacts,
    /// Other values for contacts that have their numbers.
    Changes,
}

struct Header<'a> {
    names: &'a [String],
    faults: Vec<Fault>,
}

pub(super) fn bind(
    definition: &Definition,
    headers: &[String],
    country: Country,
    rows: Rows,
) -> Result<Binding, Faults> {
    let mut header = Header {
        names: headers,
        faults: Vec::new(),
    };
    let mut columns = Vec::new();
    for field in &definition.fields {
        let place = format!("field `{}`", field.name);
        columns.push(header.find(&place, &field.column));
        if SYSTEM_COLUMNS.contains(&field.name.as_str()) {
            let reason = "is a name Dispo uses itself: give the field another one";
            header.faults.push(Fault::new(place, reason));
        }
    }
    let numbers = definition.number_fields();
    let fields = definition.fields.iter().enumerate();
    let tries = fields.map(|(index, _)| numbers.iter().position(|&number| number == index));
    let exclude = definition
        .exclude
        .as_ref()
        .map(|exclude| exclude.column.as_str());
    let filter = definition
        .filter
        .as_ref()
        .map(|filter| filter.test(&definition.fields, country));
    let filter = filter.transpose().unwrap_or_else(|found| {
        header.faults.extend(found.0);
        None
    });
    let binding = Binding {
        tries: tries.collect(),
        key: definition
            .key
            .as_ref()
            .and_then(|name| definition.field(name)),
        dedupe: definition
            .dedupe
            .iter()
            .filter_map(|name| definition.field(name))
            .collect(),
        country: header.find_if("country_column", definition.country_column.as_deref()),
        zone: header.find_if("zone_column", definition.zone_column.as_deref()),
        kind: header.find_if(
            "contact_type_column",
            definition.contact_type_column.as_deref(),
        ),
        exclude: header.find_if("exclude", exclude),
        owner: header.find_if("owner_column", definition.owner_column.as_deref()),
        columns: columns.into_iter().flatten().collect(),
        filter,
        evidence: EVIDENCE
            .into_iter()
            .filter_map(|name| Some((name, definition.field(name)?)))
            .collect(),
    };
    let phones = |field: &Field| field.kind == FieldType::Phone;
    if rows == Rows::Contacts && !definition.fields.iter().any(phones) {
        let reason = "no column holds telephone numbers: name one in a definition, or call it `telefoon` or `phone`";
        header.faults.push(Fault::new("numbers", reason));
    }
    if definition.fields.len() > usize::from(u16::MAX) {
        header
            .faults
            .push(Fault::new("field", "there are more than 65,535 fields"));
    }
    Faults::unless_any(header.faults, binding)
}

impl Header<'_> {
    fn find_if(&mut self, place: &str, column: Option<&str>) -> Option<usize> {
        self.find(place, column?)
    }

    /// By its exact name, else by the only name that differs in case, spaces or accents alone.
    fn find(&mut self, place: &str, column: &str) -> Option<usize> {
        let exact = self.names.iter().position(|name| name == column);
        let found = exact.or_else(|| {
            let wanted = folded(column);
            let alike = self
                .names
                .iter()
                .enumerate()
                .filter(|(_, name)| folded(name) == wanted);
            let alike: Vec<usize> = alike.map(|(index, _)| index).collect();
            match alike.as_slice() {
                [one] if !wanted.is_empty() => Some(*one),
                _ => None,
            }
        });
        if found.is_none() {
            let reason = format!(
                "the file has no column `{column}`: it has {}",
                self.names.join(", ")
            );
            self.faults.push(Fault::new(place, reason));
        }
        found
    }
}
