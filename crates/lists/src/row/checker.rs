//! The check of one record after the other.

use super::binding::{Binding, Rows, bind};
use super::likeness::Likeness;
use super::{CheckedRow, Verdict};
use crate::country::Country;
use crate::definition::{Definition, Field, FieldType};
use crate::fault::Faults;
use crate::folding::folded;
use crate::kind::ContactKind;
use crate::phone;
use crate::problem::Problem;
use crate::sheet::Record;
use crate::value;
use engine::Consent;
use engine::number::Number;
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

/// More than there are; a file full of invented ones must not fill the memory.
const MOST_ZONES: usize = 1_000;

/// Checks the records of one file.
#[derive(Debug)]
pub struct Checker {
    definition: Definition,
    headers: Vec<String>,
    binding: Binding,
    country: Country,
    list_zone: Arc<str>,
    /// Zones that turned out to exist, by name.
    zones: HashMap<String, Option<Arc<str>>>,
    likeness: Likeness,
    found: Vec<(usize, Number)>,
    today: Option<Date>,
}

/// Where a number of a row is dialled from when it has no country code.
#[derive(Clone, Copy)]
struct Home {
    country: Country,
    /// The country column names a country whose numbers Dispo does not know.
    unknown: bool,
}

impl Checker {
    /// Finds the definition's columns in the file. `country` is the list's, unless the
    /// definition names one.
    pub fn new(
        definition: &Definition,
        headers: &[String],
        country: Country,
    ) -> Result<Self, Faults> {
        Self::bound(definition, headers, country, Rows::Contacts)
    }

    /// The same for other values of contacts that are there: they have their numbers, and
    /// need no column with new ones.
    pub fn of_changes(
        definition: &Definition,
        headers: &[String],
        country: Country,
    ) -> Result<Self, Faults> {
        Self::bound(definition, headers, country, Rows::Changes)
    }

    fn bound(
        definition: &Definition,
        headers: &[String],
        country: Country,
        rows: Rows,
    ) -> Result<Self, Faults> {
        let country = definition.country.unwrap_or(country);
        let zone = definition.zone.as_deref().unwrap_or(country.zone());
        Ok(Self {
            binding: bind(definition, headers, country, rows)?,
            headers: headers.to_vec(),
            definition: definition.clone(),
            country,
            list_zone: Arc::from(zone),
            zones: HashMap::new(),
            likeness: Likeness::default(),
            found: Vec::new(),
            today: None,
        })
    }

    /// Also says what cannot hold on this day yet.
    #[must_use]
    pub fn on(mut self, today: Date) -> Self {
        self.today = Some(today);
        self
    }

    pub fn definition(&self) -> &Definition {
        &self.definition
    }

    /// The list's own clock.
    pub fn list_zone(&self) -> &str {
        &self.list_zone
    }

    /// Fills `row` from the record, whatever was in it before.
    pub fn check(&mut self, record: &Record, row: &mut CheckedRow) {
        row.line = record.line;
        row.key = None;
        row.numbers.clear();
        row.fields.clear();
        row.problems.clear();
        row.verdict = Verdict::Fit;
        let home = self.home(record, row);
        self.check_fields(record, home, row);
        self.gather_numbers(record, row);
        row.kind = self.kind(record, row);
        row.zone = self.zone(record, home, row);
        self.read_consent(record, row);
        row.excluded = self.is_excluded(record);
        row.owner = self.owner(record);
        row.key = self
            .binding
            .key
            .map(|field| row.fields.get(field))
            .filter(|key| !key.is_empty())
            .map(str::to_owned);
        row.selected = match &self.binding.filter {
            Some(test) => test.passes(&|field| row.fields.get(field)),
            None => true,
        };
        row.dedupe = self.likeness_of(row);
    }

    fn home(&self, record: &Record, row: &mut CheckedRow) -> Home {
        let list = Home {
            country: self.country,
            unknown: false,
        };
        let Some(column) = self.binding.country else {
            return list;
        };
        let named = record.cell(column).trim();
        if named.is_empty() {
            return list;
        }
        match Country::named(named) {
            Some(country) => Home { country, ..list },
            None => {
                let reason = "is a country whose numbers Dispo does not know: write the \
                              telephone numbers with + and country code";
                self.note(record, column, named, reason.to_owned(), row);
                Home {
                    unknown: true,
                    ..list
                }
            }
        }
    }

    fn check_fields(&mut self, record: &Record, home: Home, row: &mut CheckedRow) {
        self.found.clear();
        let columns = self.binding.columns.iter().zip(&self.binding.tries);
        let fields = self.definition.fields.iter().zip(columns);
        for (index, (field, (&column, &place))) in fields.enumerate() {
            let text = record.cell(column).trim();
            if text.is_empty() {
                if field.required {
                    let reason = "is required: fill it in".to_owned();
                    self.note(record, column, "", reason, row);
                    row.verdict = Verdict::Reject;
                }
                continue;
            }
            if field.kind == FieldType::Phone {
                match read_phone(text, home) {
                    Ok(number) => {
                        row.fields.push(index, &number.to_string());
                        self.found.extend(place.map(|place| (place, number)));
                    }
                    // One bad number does not condemn the row: the others may do.
                    Err(reason) => {
                        row.fields.push(index, text);
                        self.note(record, column, text, reason, row);
                    }
                }
                continue;
            }
            match value::kept(text, field, home.country) {
                Ok(kept) => {
                    let kept = self.within_length(record, column, field, kept, row);
                    row.fields.push(index, &kept);
                }
                Err(reason) => {
                    row.fields.push(index, text);
                    self.note(record, column, text, reason, row);
                    row.verdict = Verdict::Reject;
                }
            }
        }
    }

    fn within_length<'a>(
        &self,
        record: &Record,
        column: usize,
        field: &Field,
        kept: Cow<'a, str>,
        row: &mut CheckedRow,
    ) -> Cow<'a, str> {
        let Some(max) = field.max.filter(|&max| kept.len() > max) else {
            return kept;
        };
        let Some((cut, _)) = kept.char_indices().nth(max) else {
            return kept;
        };
        let length = kept.chars().count();
        let cuts = self.definition.truncate && field.kind == FieldType::Text;
        let remedy = if cuts { "it was cut" } else { "shorten it" };
        let reason = format!("has {length} characters where {max} are allowed: {remedy}");
        self.note(record, column, &kept, reason, row);
        if cuts {
            return Cow::Owned(kept.get(..cut).unwrap_or_default().trim_end().to_owned());
        }
        row.verdict = Verdict::Reject;
        kept
    }

    /// Puts the numbers in the order in which they are tried, and says if there are none.
    fn gather_numbers(&mut self, record: &Record, row: &mut CheckedRow) {
        self.found.sort_by_key(|&(place, _)| place);
        for &(_, number) in &self.found {
            if !row.numbers.contains(&number) {
                row.numbers.push(number);
            }
        }
        if !row.numbers.is_empty() {
            return;
        }
        if row.verdict == Verdict::Fit {
            row.verdict = Verdict::Invalid;
        }
        let tried = self.binding.columns.iter().zip(&self.binding.tries);
        let mut tried = tried
            .filter(|(_, place)| place.is_some())
            .map(|(&column, _)| column);
        let first = tried.clone().next();
        if let Some(first) = first
            && tried.all(|column| record.cell(column).trim().is_empty())
        {
            let reason = "there is no telephone number: fill one in".to_owned();
            self.note(record, first, "", reason, row);
        }
    }

    fn kind(&self, record: &Record, row: &mut CheckedRow) -> ContactKind {
        let Some(column) = self.binding.kind else {
            return self.definition.contact_type;
        };
        let named = record.cell(column).trim();
        if named.is_empty() {
            return self.definition.contact_type;
        }
        ContactKind::named(named).unwrap_or_else(|| {
            let reason = "is no contact type: write consumer, sole_trader or company; \
                          taken as consumer";
            self.note(record, column, named, reason.to_owned(), row);
            ContactKind::Consumer
        })
    }

    /// A ground that cannot be proved does not count; the row is stored all the same.
    fn read_consent(&self, record: &Record, row: &mut CheckedRow) {
        let place = |name| {
            let mut fields = self.binding.evidence.iter();
            fields
                .find(|(known, _)| *known == name)
                .map(|(_, field)| *field)
        };
        let (consent, mut problems) =
            Consent::in_fields(|name| place(name).map(|field| row.fields.get(field)));
        let given = consent.as_ref().zip(self.today);
        problems.extend(given.and_then(|(consent, today)| consent.doubt(today)));
        row.consent = consent;
        // A row that is not stored has said what is wrong with it.
        if row.verdict == Verdict::Reject {
            return;
        }
        for problem in problems {
            let first = self.binding.evidence.first().map(|(_, field)| *field);
            let column = place(problem.field)
                .or(first)
                .and_then(|field| self.binding.columns.get(field));
            let Some(&column) = column else { continue };
            let reason = format!("{} {}", problem.field, problem.remedy);
            let value = record.cell(column).trim();
            self.note(record, column, value, reason, row);
        }
    }

    /// The row's own zone, else that of its first number's country, else that of its country,
    /// else the list's.
    fn zone(&mut self, record: &Record, home: Home, row: &mut CheckedRow) -> Arc<str> {
        if let Some(column) = self.binding.zone {
            let named = record.cell(column).trim();
            if !named.is_empty() {
                if let Some(zone) = self.known_zone(named) {
                    return zone;
                }
                let reason = "is no time zone: write for instance Europe/Amsterdam; the zone of \
                              the number is taken";
                self.note(record, column, named, reason.to_owned(), row);
            }
        }
        let of_number = row
            .numbers
            .first()
            .and_then(|&number| phone::zone_of(number));
        let of_row = (home.country != self.country).then(|| home.country.zone());
        match of_number.or(of_row) {
            Some(zone) => self
                .known_zone(zone)
                .unwrap_or_else(|| self.list_zone.clone()),
            None => self.list_zone.clone(),
        }
    }

    fn known_zone(&mut self, name: &str) -> Option<Arc<str>> {
        if let Some(known) = self.zones.get(name) {
            return known.clone();
        }
        let zone = jiff::tz::TimeZone::get(name).ok();
        let zone = zone.and_then(|zone| zone.iana_name().map(Arc::from));
        if self.zones.len() < MOST_ZONES {
            self.zones.insert(name.to_owned(), zone.clone());
        }
        zone
    }

    fn is_excluded(&self, record: &Record) -> bool {
        let (Some(column), Some(exclude)) = (self.binding.exclude, &self.definition.exclude) else {
            return false;
        };
        let text = record.cell(column).trim();
        if text.is_empty() {
            return false;
        }
        if exclude.values.is_empty() {
            return value::says_yes(text);
        }
        let text = folded(text);
        exclude.values.iter().any(|value| folded(value) == text)
    }

    fn owner(&self, record: &Record) -> Option<String> {
        let named = record.cell(self.binding.owner?).trim();
        (!named.is_empty()).then(|| named.to_owned())
    }

    fn likeness_of(&mut self, row: &CheckedRow) -> Option<u64> {
        self.likeness.start();
        if self.binding.dedupe.is_empty() {
            row.numbers
                .iter()
                .take(1)
                .for_each(|&number| self.likeness.take_number(number));
        }
        for &field in &self.binding.dedupe {
            self.likeness.take(row.fields.get(field));
        }
        self.likeness.finish()
    }

    fn note(
        &self,
        record: &Record,
        column: usize,
        value: &str,
        reason: String,
        row: &mut CheckedRow,
    ) {
        let name = self.headers.get(column).map_or("", String::as_str);
        row.problems
            .push(Problem::of_cell(record.line, name, value, reason));
    }
}

fn read_phone(text: &str, home: Home) -> Result<Number, String> {
    let bare = text.trim_start_matches(['\'', '(', ' ']);
    if home.unknown && !bare.starts_with('+') && !bare.starts_with("00") {
        return Err("has no country code, and the country is unknown: write it with +".to_owned());
    }
    phone::parse(text, home.country).map_err(|error| error.to_string())
}
