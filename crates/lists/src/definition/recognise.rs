//! A definition for a file nobody has described: each column by its usual name, the rest as text.

use super::usual::{self, FIELDS, Usual};
use super::{DateForm, Definition, Exclude, Field, FieldType, SYSTEM_COLUMNS};
use crate::folding::folded;

/// STUCC's column that says whose a contact is. No other name is taken for it: the owners of
/// other files own houses and firms.
const OWNER: &str = "$owner";

/// What the columns of these names probably mean. Every column becomes a field, so nothing of the
/// file is lost.
pub fn recognise(headers: &[String]) -> Definition {
    let mut definition = Definition::default();
    for header in headers {
        match known(header) {
            Some(usual) => add_known(&mut definition, usual, header),
            None if header.trim() == OWNER && definition.owner_column.is_none() => {
                definition.owner_column = Some(header.clone());
                let name = free_name(&definition, usual::OWNER);
                definition
                    .fields
                    .push(Field::new(&name, header, FieldType::Text));
            }
            None => {
                let name = free_name(&definition, &safe_name(header));
                definition
                    .fields
                    .push(Field::new(&name, header, FieldType::Text));
            }
        }
    }
    definition
}

fn known(header: &str) -> Option<&'static Usual> {
    let folded = folded(header);
    let stem = folded.trim_end_matches(|letter: char| letter.is_ascii_digit());
    FIELDS.iter().find(|usual| {
        let is_phone = usual.kind == FieldType::Phone;
        // `telefoon2` is one more number; `adres2` is something else than a second street.
        usual.columns.contains(&folded.as_str()) || (is_phone && usual.columns.contains(&stem))
    })
}

fn add_known(definition: &mut Definition, usual: &Usual, header: &str) {
    let first = definition.field(usual.name).is_none();
    let name = free_name(definition, usual.name);
    let is_opt_in = usual.max.is_some();
    definition.fields.push(Field {
        max: usual.max,
        form: (is_opt_in && usual.kind == FieldType::Date).then_some(DateForm::Iso),
        ..Field::new(&name, header, usual.kind)
    });
    if !first {
        return;
    }
    let column = || Some(header.to_owned());
    match usual.name {
        usual::REFERENCE => definition.key = Some(name),
        usual::COUNTRY => definition.country_column = column(),
        usual::ZONE => definition.zone_column = column(),
        usual::CONTACT_TYPE => definition.contact_type_column = column(),
        usual::EXCLUDE => {
            definition.exclude = Some(Exclude {
                column: header.to_owned(),
                values: Vec::new(),
            });
        }
        _ => {}
    }
}

/// Lower case letters, digits and underscores, beginning with a letter.
fn safe_name(header: &str) -> String {
    let words = header.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<String> = words.map(folded).filter(|word| !word.is_empty()).collect();
    let name = words.join("_");
    match name.chars().next() {
        None => "field".to_owned(),
        Some(first) if first.is_numeric() => format!("field_{name}"),
        Some(_) => name,
    }
}

fn free_name(definition: &Definition, name: &str) -> String {
    let taken = |name: &str| SYSTEM_COLUMNS.contains(&name) || definition.field(name).is_some();
    if !taken(name) {
        return name.to_owned();
    }
    (2_u32..)
        .map(|count| format!("{name}_{count}"))
        .find(|other| !taken(other))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(headers: &[&str]) -> Vec<String> {
        let headers: Vec<String> = headers.iter().map(|&header| header.to_owned()).collect();
        let fields = recognise(&headers).fields;
        fields
            .into_iter()
            .map(|field| format!("{}:{}", field.name, field.kind.code()))
            .collect()
    }

    #[test]
    fn columns_are_recognised_in_dutch_and_german() {
        assert_eq!(
            names(&[
                "Klantnummer",
                "Naam",
                "Bedrijf",
                "Telefoon1",
                "telefoon 2",
                "Mobiel",
                "E-mail"
            ]),
            [
                "reference:text",
                "name:text",
                "company:text",
                "phone:phone",
                "phone_2:phone",
                "mobile:phone",
                "email:email"
            ]
        );
        assert_eq!(
            names(&[
                "Kd.-Nr.",
                "Vorname",
                "Nachname",
                "Straße",
                "PLZ",
                "Ort",
                "Rufnummer",
                "Handy"
            ]),
            [
                "reference:text",
                "first_name:text",
                "last_name:text",
                "street:text",
                "postcode:text",
                "city:text",
                "phone:phone",
                "mobile:phone"
            ]
        );
    }

    #[test]
    fn columns_are_recognised_in_hungarian_and_english() {
        assert_eq!(
            names(&[
                "Ügyfélszám",
                "Név",
                "Cég",
                "Irányítószám",
                "Telefonszám",
                "Mobil",
                "E-mail cím"
            ]),
            [
                "reference:text",
                "name:text",
                "company:text",
                "postcode:text",
                "phone:phone",
                "mobile:phone",
                "email:email"
            ]
        );
        assert_eq!(
            names(&[
                "Customer ID",
                "Full name",
                "Zip code",
                "Phone Number",
                "Cell"
            ]),
            [
                "reference:text",
                "name:text",
                "postcode:text",
                "phone:phone",
                "mobile:phone"
            ]
        );
    }

    #[test]
    fn what_is_unknown_becomes_a_text_with_a_safe_name_of_its_own() {
        assert_eq!(
            names(&["Óra (db)", "2e adres", "State", "???", "Adres2", "Ora db"]),
            [
                "ora_db:text",
                "field_2e_adres:text",
                "state_2:text",
                "field:text",
                "adres2:text",
                "ora_db_2:text"
            ]
        );
    }

    #[test]
    fn opt_in_fields_have_their_lengths_and_date_form() {
        let headers = [
            "optin_who",
            "optin_source",
            "optin_date",
            "optin_id",
            "optin_description",
        ];
        let definition = recognise(&headers.map(str::to_owned));
        let limits: Vec<Option<usize>> = definition.fields.iter().map(|field| field.max).collect();
        assert_eq!(limits, [Some(50), Some(50), Some(10), Some(35), Some(1000)]);
        let forms: Vec<Option<DateForm>> = definition.fields.iter().map(|f| f.form).collect();
        assert_eq!(forms, [None, None, Some(DateForm::Iso), None, None]);
    }

    #[test]
    fn columns_with_a_part_to_play_are_given_it() {
        let headers = [
            "Land",
            "Tijdzone",
            "Contacttype",
            "Uitsluiten",
            "Klantnr",
            "ID",
            "Owner",
            "$owner",
        ];
        let definition = recognise(&headers.map(str::to_owned));
        assert_eq!(definition.country_column.as_deref(), Some("Land"));
        assert_eq!(definition.zone_column.as_deref(), Some("Tijdzone"));
        assert_eq!(
            definition.contact_type_column.as_deref(),
            Some("Contacttype")
        );
        assert_eq!(definition.exclude.unwrap().column, "Uitsluiten");
        assert_eq!(definition.key.as_deref(), Some("reference"));
        assert_eq!(definition.owner_column.as_deref(), Some("$owner"));
    }

    #[test]
    fn no_usual_name_stands_for_two_fields() {
        let all: Vec<&str> = FIELDS
            .iter()
            .flat_map(|usual| usual.columns)
            .copied()
            .collect();
        for name in &all {
            assert_eq!(&folded(name), name, "is folded");
            assert_eq!(
                all.iter().filter(|other| other == &name).count(),
                1,
                "{name}"
            );
        }
    }
}
