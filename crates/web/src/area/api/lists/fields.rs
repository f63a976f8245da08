//! The fields of a new list: checked one by one, and against each other.

use super::super::entry::Entry;
use lists::definition::{BadFieldName, FieldType, LONGEST_NAME, bad_name, recognise};
use store::Field;

/// Most fields of a list, most choices of a field.
const MOST: usize = 200;
const LONGEST_EXTERNAL: usize = 100;
const LONGEST_CHOICE: usize = 200;
/// Most characters of a value.
const LONGEST_VALUE: i64 = 10_000;

/// Reads `fields`, in their order.
pub fn read(entry: &mut Entry) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for mut part in entry.parts("fields", MOST) {
        if let Some(field) = field(&mut part) {
            let same_name = fields.iter().any(|known| known.name == field.name);
            let same_external = fields.iter().any(|known| known.external == field.external);
            for (wrong, name) in [(same_name, "name"), (same_external, "external")] {
                if wrong {
                    let detail = "is another field's already".to_owned();
                    part.fault::<()>(name, "repeated", detail);
                }
            }
            fields.push(field);
        }
        entry.absorb(part);
    }
    fields
}

fn field(part: &mut Entry) -> Option<Field> {
    let name = part.needed_text("name", LONGEST_NAME);
    let name = name.and_then(|name| named(part, name));
    let external = match part.names("external") {
        true => part.needed_text("external", LONGEST_EXTERNAL),
        false => name.clone(),
    };
    let kind = part.one_of("kind", &FieldType::ALL, FieldType::code);
    let max = part.figure("max", 1..=LONGEST_VALUE);
    let required = part.flag("required").unwrap_or(false);
    let choices = part.texts("choices", MOST, LONGEST_CHOICE);
    let (name, external) = (name?, external?);
    // What it is shall not depend on what another column will be called.
    let kind = kind.or_else(|| usual(&external)).unwrap_or_default();
    if (kind == FieldType::Choice) == choices.is_empty() {
        let detail = "belongs to the kind choice, and that kind needs it".to_owned();
        return part.fault("choices", "invalid", detail);
    }
    Some(Field {
        name,
        external,
        kind: Some(kind.code().to_owned()),
        max: max.and_then(|max| u32::try_from(max).ok()),
        required,
        choices,
    })
}

fn named(part: &mut Entry, name: String) -> Option<String> {
    let (code, detail) = match bad_name(&name) {
        None => return Some(name),
        Some(BadFieldName::Empty) => ("required", "is empty: fill it in".to_owned()),
        Some(BadFieldName::Long) => ("too_long", format!("may have {LONGEST_NAME} characters")),
        Some(BadFieldName::Letters) => {
            let detail = "must be letters, digits and underscores, a letter first";
            ("invalid", detail.to_owned())
        }
        Some(BadFieldName::Ours) => {
            let detail = "is a column that every contact has: take another";
            ("invalid", detail.to_owned())
        }
    };
    part.fault("name", code, detail)
}

/// What a column of that name usually holds.
fn usual(external: &str) -> Option<FieldType> {
    let definition = recognise(&[external.to_owned()]);
    definition.fields.first().map(|field| field.kind)
}
