//! What an update row changes in a contact that is known.

use crate::fields::{Values, json_of};
use crate::renumber::Corrected;
use lists::Definition;
use lists::row::{CheckedRow, Fields};
use store::KnownContact;

/// The fields of a known contact after a row: columns of the file replace, an empty cell
/// clears, fields the file does not have stay. A number gives way to another number only.
/// `None` when nothing changes.
pub(crate) fn merged(
    definition: &Definition,
    row: &Fields,
    known: &str,
    corrected: &[Corrected],
) -> Option<String> {
    let before: Values = serde_json::from_str(known).unwrap_or_default();
    let mut after = before.clone();
    let numbers = definition.number_fields();
    for (index, field) in definition.fields.iter().enumerate() {
        if numbers.contains(&index) {
            continue;
        }
        match row.get(index) {
            "" => after.remove(&field.name),
            value => after.insert(field.name.clone(), value.to_owned()),
        };
    }
    for one in corrected {
        after.insert(one.field.clone(), one.new.to_string());
    }
    (after != before).then(|| json_of(&after))
}

/// The number fields in which a row has another number than the contact.
pub(crate) fn corrected(
    definition: &Definition,
    row: &CheckedRow,
    known: &KnownContact,
) -> Vec<Corrected> {
    let before: Values = serde_json::from_str(&known.fields).unwrap_or_default();
    let mut found = Vec::new();
    for index in definition.number_fields() {
        let Some(field) = definition.fields.get(index) else {
            continue;
        };
        let old = before.get(&field.name).cloned().unwrap_or_default();
        let new = row.fields.get(index);
        let mut numbers = row.numbers.iter();
        let number = numbers.find(|number| number.to_string() == new);
        if let Some(new) = number.filter(|_| old != new) {
            found.push(Corrected {
                contact: known.contact,
                line: row.line,
                column: field.column.clone(),
                field: field.name.clone(),
                old,
                new: *new,
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use lists::Country;
    use lists::definition::recognise;
    use lists::row::Checker;
    use lists::sheet::Record;

    fn after(known: &str, cells: [&str; 3]) -> Option<String> {
        let headers = ["Klantnr", "Telefoon", "Plaats"].map(str::to_owned);
        let definition = recognise(&headers);
        let mut checker = Checker::new(&definition, &headers, Country::Gb).unwrap();
        let mut row = CheckedRow::default();
        checker.check(&Record::of(2, cells), &mut row);
        merged(&definition, &row.fields, known, &[])
    }

    const KNOWN: &str = r#"{"city":"Leeds","name":"Ann","phone":"+442079460123","reference":"K1"}"#;

    #[test]
    fn the_same_values_change_nothing() {
        assert_eq!(after(KNOWN, ["K1", "020 7946 0123", "Leeds"]), None);
    }

    #[test]
    fn a_column_replaces_an_empty_cell_clears_and_the_rest_stays() {
        let city = after(KNOWN, ["K1", "020 7946 0123", "York"]);
        assert_eq!(city.unwrap(), KNOWN.replace("Leeds", "York"));
        let cleared = after(KNOWN, ["K1", "020 7946 0123", ""]);
        assert_eq!(cleared.unwrap(), KNOWN.replace(r#""city":"Leeds","#, ""));
    }
}
