//! Who gave the opt-in: often whoever is called, and then nobody has said so. When the name is
//! changed by hand, the former one is kept beside the evidence.

use super::alter::Values;
use crate::conn::Conn;
use crate::error::Result;
use crate::house::{self, Field};
use engine::{EVIDENCE, ListId};

pub(super) const FIELD: &str = "optin_who";

/// The fields that make a name, in their order.
const PERSON: [&str; 3] = ["first_name", "infix", "last_name"];
const WHOLE: &str = "name";

/// The name under which the opt-in was given, where it would be lost with the change.
pub(super) fn gave_it(before: &Values, after: &Values) -> Option<String> {
    let says = |values: &Values, name: &str| values.get(name).is_some_and(|it| !it.is_empty());
    if says(after, FIELD) || !EVIDENCE.iter().any(|name| says(before, name)) {
        return None;
    }
    let changed = PERSON
        .iter()
        .chain([&WHOLE])
        .any(|name| before.get(*name) != after.get(*name));
    Some(name_of(before)).filter(|name| changed && !name.is_empty())
}

fn name_of(values: &Values) -> String {
    let part = |name: &&str| values.get(*name).map(|value| value.trim());
    let there = |value: &&str| !value.is_empty();
    let parts: Vec<&str> = PERSON.iter().filter_map(part).filter(there).collect();
    match parts.is_empty() {
        true => part(&WHOLE).unwrap_or_default().to_owned(),
        false => parts.join(" "),
    }
}

/// The field becomes one of the list's, so that it goes along in exports and moves.
pub(super) fn add_field(conn: &mut dyn Conn, list: ListId) -> Result<()> {
    let Some(there) = house::list_by_id(conn, list)? else {
        return Ok(());
    };
    if there.fields.iter().any(|field| field.name == FIELD) {
        return Ok(());
    }
    let mut fields = there.fields;
    fields.push(Field {
        name: FIELD.to_owned(),
        external: FIELD.to_owned(),
        ..Field::default()
    });
    house::set_fields(conn, list, &fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        let pairs = pairs.iter();
        pairs
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn the_former_name_is_kept_with_the_evidence() {
        let before = values(&[
            ("first_name", "Ada"),
            ("last_name", "Muster"),
            ("optin_date", "2026-01-02"),
        ]);
        let mut after = before.clone();
        assert_eq!(gave_it(&before, &after), None, "no name was changed");
        after.insert("last_name".to_owned(), "Beispiel".to_owned());
        assert_eq!(gave_it(&before, &after).as_deref(), Some("Ada Muster"));
        after.insert(FIELD.to_owned(), "Her mother".to_owned());
        assert_eq!(gave_it(&before, &after), None, "it is known who gave it");
    }

    #[test]
    fn without_evidence_there_is_nothing_to_keep() {
        let before = values(&[("name", "Ada Muster"), ("optin_source", "")]);
        let after = values(&[("name", "Ada Beispiel")]);
        assert_eq!(gave_it(&before, &after), None);
        let before = values(&[("name", "Ada Muster"), ("optin_source", "fair")]);
        assert_eq!(gave_it(&before, &after).as_deref(), Some("Ada Muster"));
    }
}
