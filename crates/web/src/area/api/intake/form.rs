//! What was sent, checked as a row of a file is: by the fields of the list.

use super::super::problem::{Fault, Problem};
use engine::{ContactKind, Number, Zone};
use import::{definition_of, kept};
use jiff::Timestamp;
use jiff::civil::Date;
use lists::definition::recognise;
use lists::row::{CheckedRow, Checker, Verdict};
use lists::sheet::Record;
use lists::{Country, Definition};
use std::collections::BTreeMap;
use store::{Field, List};

/// Values under the headings of the list, as if they were a row of a file.
pub struct Form {
    definition: Definition,
    country: Country,
    headings: Vec<String>,
    cells: Vec<String>,
    /// The name under which each value was sent, by heading.
    sent: BTreeMap<String, String>,
    key: Option<String>,
    today: Option<Date>,
}

/// A row that was found to be in order.
pub struct Checked {
    pub key: Option<String>,
    pub dedupe: Option<i64>,
    pub zone: Zone,
    pub kind: ContactKind,
    pub numbers: Vec<Number>,
    /// The values that were sent, in their kept form; an empty one clears its field.
    pub values: BTreeMap<String, String>,
    pub warnings: Vec<Fault>,
}

impl Checked {
    /// The values that say something.
    pub fn filled(&self) -> BTreeMap<String, String> {
        let filled = self.values.iter().filter(|(_, value)| !value.is_empty());
        filled
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }
}

impl Form {
    /// Finds the field of the list that each value is for. A list without fields takes those
    /// that are sent.
    pub fn of(
        list: &List,
        key: Option<String>,
        values: BTreeMap<String, String>,
    ) -> Result<Self, Problem> {
        let headings: Vec<String> = if list.fields.is_empty() {
            values.keys().cloned().collect()
        } else {
            let external = list.fields.iter().map(|field| field.external.clone());
            external.collect()
        };
        let mut form = Self {
            definition: definition(list, &headings),
            country: list.country.parse().unwrap_or(Country::Nl),
            cells: vec![String::new(); headings.len()],
            headings,
            sent: BTreeMap::new(),
            key,
            today: None,
        };
        let mut faults = Vec::new();
        for (name, value) in values {
            if let Err(fault) = form.place(name, value) {
                faults.push(fault);
            }
        }
        form.place_key(&mut faults);
        if faults.is_empty() {
            Ok(form)
        } else {
            Err(Problem::invalid(faults))
        }
    }

    /// Also says what cannot hold yet.
    pub fn on(self, now: Timestamp) -> Self {
        let zone = self.country.zone().parse::<Zone>().ok();
        Self {
            today: zone.map(|zone| zone.local(now).date()),
            ..self
        }
    }

    fn place(&mut self, name: String, value: String) -> Result<(), Fault> {
        let fields = self.definition.fields.iter().zip(&self.headings);
        let place = fields
            .enumerate()
            .find(|(_, (field, heading))| field.name == name || **heading == name)
            .map(|(place, (_, heading))| (place, heading.clone()));
        let at = format!("fields.{name}");
        let Some((place, heading)) = place else {
            let names: Vec<&str> = self
                .definition
                .fields
                .iter()
                .map(|f| f.name.as_str())
                .collect();
            let detail = format!("the list has no such field; it has {}", names.join(", "));
            return Err(Fault::new(at, "unknown", detail));
        };
        if self.sent.insert(heading, name).is_some() {
            return Err(Fault::new(at, "repeated", "this field is named twice"));
        }
        if let Some(cell) = self.cells.get_mut(place) {
            *cell = value;
        }
        Ok(())
    }

    /// The key may be sent beside the fields, or as the field that holds it.
    fn place_key(&mut self, faults: &mut Vec<Fault>) {
        let name = self.definition.key.as_deref();
        let Some(place) = name.and_then(|name| self.definition.field(name)) else {
            return;
        };
        let (Some(cell), Some(key)) = (self.cells.get_mut(place), &self.key) else {
            return;
        };
        if cell.trim().is_empty() {
            cell.clone_from(key);
        } else if cell.trim() != key {
            let detail = "is not the same as the field that holds the key";
            faults.push(Fault::new("key", "differs", detail));
        }
    }

    /// The key it goes by, before anything is checked.
    pub fn key(&self) -> Option<String> {
        let name = self.definition.key.as_deref();
        let place = name.and_then(|name| self.definition.field(name));
        let cell = place.and_then(|place| self.cells.get(place));
        let text = cell.map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        text.map(str::to_owned).or_else(|| self.key.clone())
    }

    /// Checks the values. A new contact needs a number that can be dialled; one that is there
    /// has its numbers, but takes no bad one.
    pub fn check(&self, is_new: bool) -> Result<Checked, Problem> {
        let open = match is_new {
            true => Checker::new,
            false => Checker::of_changes,
        };
        let opened = open(&self.definition, &self.headings, self.country);
        let mut checker = opened.map_err(|faults| {
            let detail = faults.to_string();
            Problem::invalid(vec![Fault::new("fields", "invalid", detail)])
        })?;
        if let Some(today) = self.today {
            checker = checker.on(today);
        }
        let mut row = CheckedRow::default();
        let cells = self.cells.iter().map(String::as_str);
        checker.check(&Record::of(1, cells), &mut row);
        let faults = self.faults(&row, is_new);
        let refused = row.verdict != Verdict::Fit && (is_new || !faults.is_empty());
        if refused && faults.is_empty() {
            let detail = "there is no telephone number: send one in a field for numbers";
            return Err(Problem::invalid(vec![Fault::new(
                "fields",
                "no_number",
                detail,
            )]));
        }
        if refused {
            return Err(Problem::invalid(faults));
        }
        Ok(Checked {
            key: self.key(),
            dedupe: row.dedupe.map(u64::cast_signed),
            zone: Zone::new(&row.zone).unwrap_or(Zone::UTC),
            kind: match row.kind {
                lists::ContactKind::Consumer => ContactKind::Consumer,
                lists::ContactKind::SoleTrader => ContactKind::SoleTrader,
                lists::ContactKind::Company => ContactKind::Company,
            },
            values: self.values(&row),
            numbers: row.numbers,
            warnings: faults,
        })
    }

    /// What is wrong, by the names under which it was sent. What was not sent is missing only
    /// from a new contact.
    fn faults(&self, row: &CheckedRow, is_new: bool) -> Vec<Fault> {
        let asked = row.problems.iter().filter(|problem| {
            let was_sent = self.sent.contains_key(&problem.column);
            is_new || (was_sent && (!problem.value.is_empty() || self.is_required(&problem.column)))
        });
        asked
            .map(|problem| {
                let name = self.sent.get(&problem.column).unwrap_or(&problem.column);
                Fault::new(format!("fields.{name}"), "invalid", problem.reason.clone())
            })
            .collect()
    }

    fn is_required(&self, column: &str) -> bool {
        let mut fields = self.definition.fields.iter();
        fields.any(|field| field.column == column && field.required)
    }

    fn values(&self, row: &CheckedRow) -> BTreeMap<String, String> {
        let kept: BTreeMap<usize, &str> = row.fields.iter().collect();
        let fields = self.definition.fields.iter().zip(&self.headings);
        let sent = fields.enumerate().filter(|(place, (field, heading))| {
            let is_key = self.definition.key.as_deref() == Some(field.name.as_str());
            self.sent.contains_key(*heading) || (is_key && kept.contains_key(place))
        });
        sent.map(|(place, (field, _))| {
            let value = kept.get(&place).copied().unwrap_or_default();
            (field.name.clone(), value.to_owned())
        })
        .collect()
    }

    /// The names of the fields with numbers, in the order in which they are tried.
    pub fn number_fields(&self) -> Vec<&str> {
        let places = self.definition.number_fields();
        let fields = places
            .iter()
            .filter_map(|&place| self.definition.fields.get(place));
        fields.map(|field| field.name.as_str()).collect()
    }

    /// The fields as a list keeps them.
    pub fn fields(&self) -> Vec<Field> {
        self.definition.fields.iter().map(kept).collect()
    }
}

/// What the headings mean, by the names under which the list keeps its fields.
fn definition(list: &List, headings: &[String]) -> Definition {
    match list.fields.is_empty() {
        true => recognise(headings),
        false => definition_of(&list.fields),
    }
}
