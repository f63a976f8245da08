//! The fields of contacts: as a file defines them, and as the list keeps them.

use lists::Definition;
use lists::definition::{Field as FileField, FieldType, recognise};
use store::Field;

/// A field of a file as the list keeps it.
pub fn kept(field: &FileField) -> Field {
    Field {
        name: field.name.clone(),
        external: field.column.clone(),
        kind: Some(field.kind.code().to_owned()),
        max: field.max.and_then(|max| u32::try_from(max).ok()),
        required: field.required,
        choices: field.choices.clone(),
    }
}

/// What a list's fields mean, as if they were the columns of a file, under the names by which
/// the list keeps them. What a field is goes by what the list says, else by its usual name.
pub fn definition_of(fields: &[Field]) -> Definition {
    let headings: Vec<String> = fields.iter().map(|field| field.external.clone()).collect();
    let mut definition = recognise(&headings);
    let key = definition.key.take();
    for (field, there) in definition.fields.iter_mut().zip(fields) {
        if key.as_deref() == Some(field.name.as_str()) {
            definition.key = Some(there.name.clone());
        }
        field.name.clone_from(&there.name);
        if let Some(kind) = there.kind.as_deref().and_then(type_of) {
            field.kind = kind;
            field.max = there.max.and_then(|max| usize::try_from(max).ok());
            field.required = there.required;
            field.choices.clone_from(&there.choices);
        }
    }
    definition
}

fn type_of(code: &str) -> Option<FieldType> {
    FieldType::ALL.into_iter().find(|kind| kind.code() == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(name: &str, external: &str) -> Field {
        Field {
            name: name.to_owned(),
            external: external.to_owned(),
            ..Field::default()
        }
    }

    #[test]
    fn a_field_comes_back_as_it_was_defined() {
        let mut born = FileField::new("born", "Geboortedatum", FieldType::Date);
        born.required = true;
        let mut colour = FileField::new("colour", "Kleur", FieldType::Choice);
        colour.choices = vec!["rood".to_owned(), "blauw".to_owned()];
        let definition = definition_of(&[kept(&born), kept(&colour)]);
        assert_eq!(definition.fields, [born, colour]);
    }

    #[test]
    fn a_field_of_which_nothing_is_known_is_what_it_is_called() {
        let definition = definition_of(&[field("tel", "Telefoon"), field("x1", "Opmerking")]);
        let kinds: Vec<FieldType> = definition.fields.iter().map(|field| field.kind).collect();
        assert_eq!(kinds, [FieldType::Phone, FieldType::Text]);
        assert_eq!(definition.fields[0].name, "tel");
    }
}
