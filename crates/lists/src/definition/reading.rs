//! From TOML to a definition, with every fault of the text and of its sense.

use super::{DateForm, Definition, Entry, Exclude, Field, FieldType};
use crate::country::Country;
use crate::fault::{Fault, Faults};
use crate::filter::Filter;
use crate::kind::ContactKind;

pub(super) fn read(text: &str) -> Result<Definition, Faults> {
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        Faults(vec![Fault::new("definition", error.to_string())])
    })?;
    let mut entry = Entry::new(&table, "");
    let definition = top(&mut entry);
    let mut faults = entry.finish();
    faults.extend(senseless(&definition));
    Faults::unless_any(faults, definition)
}

fn top(entry: &mut Entry<'_>) -> Definition {
    let mut definition = Definition {
        encoding: entry.text("encoding"),
        delimiter: delimiter(entry),
        sheet: entry.text("sheet"),
        country: entry.word("country", &Country::ALL, Country::code),
        zone: entry.text("zone"),
        truncate: entry.flag("truncate"),
        key: entry.text("key"),
        numbers: entry.texts("numbers"),
        dedupe: entry.texts("dedupe"),
        country_column: entry.text("country_column"),
        zone_column: entry.text("zone_column"),
        contact_type_column: entry.text("contact_type_column"),
        contact_type: entry
            .word("contact_type", &ContactKind::ALL, ContactKind::code)
            .unwrap_or_default(),
        owner_column: entry.text("owner_column"),
        ..Definition::default()
    };
    if let Some(mut part) = entry.table("exclude") {
        definition.exclude = exclude(&mut part);
        entry.absorb(part);
    }
    if let Some(mut part) = entry.table("filter") {
        definition.filter = Filter::read(&mut part);
        entry.absorb(part);
    }
    for mut part in entry.tables("field") {
        definition.fields.extend(field(&mut part));
        entry.absorb(part);
    }
    definition
}

/// Not through `text`: a tab alone is a delimiter.
fn delimiter(entry: &mut Entry<'_>) -> Option<char> {
    let written = entry.value("delimiter")?.as_str().unwrap_or_default();
    let mut letters = written.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Some(letter),
        _ => {
            entry.fault(
                "delimiter",
                "must be one character, such as \";\" or \"\\t\"",
            );
            None
        }
    }
}

fn exclude(entry: &mut Entry<'_>) -> Option<Exclude> {
    let column = entry.needed_text("column");
    let values = entry.texts("values");
    Some(Exclude {
        column: column?,
        values,
    })
}

fn field(entry: &mut Entry<'_>) -> Option<Field> {
    let name = entry.needed_text("name");
    let column = entry.text("column");
    let field = Field {
        name: String::new(),
        column: String::new(),
        kind: entry
            .word("type", &FieldType::ALL, FieldType::code)
            .unwrap_or_default(),
        max: entry.count("max"),
        required: entry.flag("required"),
        choices: entry.texts("choices"),
        form: entry.word("form", &DateForm::ALL, DateForm::code),
    };
    if (field.kind == FieldType::Choice) == field.choices.is_empty() {
        entry.fault(
            "choices",
            "belongs to the type choice, and that type needs it",
        );
    }
    let is_date = matches!(field.kind, FieldType::Date | FieldType::DateTime);
    if field.form.is_some() && !is_date {
        entry.fault("form", "belongs to the types date and datetime");
    }
    let name = name?;
    let column = column.unwrap_or_else(|| name.clone());
    Some(Field {
        name,
        column,
        ..field
    })
}

/// What each entry for itself cannot know.
fn senseless(definition: &Definition) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, field) in definition.fields.iter().enumerate() {
        let earlier = definition.fields.iter().take(index);
        if earlier.clone().any(|other| other.name == field.name) {
            let place = format!("field[{}].name", index + 1);
            faults.push(Fault::new(
                place,
                format!("`{}` is there twice", field.name),
            ));
        }
    }
    let all = definition.fields.iter().map(|field| field.name.as_str());
    let all = all.collect::<Vec<_>>().join(", ");
    let mut known = |place: &str, name: &str| {
        let index = definition.field(name);
        if index.is_none() {
            let reason = format!("`{name}` is no field: write one of {all}");
            faults.push(Fault::new(place, reason));
        }
        index.and_then(|index| definition.fields.get(index))
    };
    if let Some(key) = &definition.key {
        known("key", key);
    }
    for name in &definition.dedupe {
        known("dedupe", name);
    }
    let mut no_phones = Vec::new();
    for name in &definition.numbers {
        let field = known("numbers", name);
        if field.is_some_and(|field| field.kind != FieldType::Phone) {
            no_phones.push(Fault::new(
                "numbers",
                format!("`{name}` must be of type phone"),
            ));
        }
    }
    faults.extend(no_phones);
    if let Some(zone) = &definition.zone
        && jiff::tz::TimeZone::get(zone).is_err()
    {
        let reason = format!("`{zone}` is no time zone: write for instance Europe/Amsterdam");
        faults.push(Fault::new("zone", reason));
    }
    if let Some(filter) = &definition.filter {
        let country = definition.country.unwrap_or(Country::Nl);
        let test = filter.test(&definition.fields, country);
        faults.extend(test.err().map(|found| found.0).unwrap_or_default());
    }
    faults
}
