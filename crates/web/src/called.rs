//! What people call a contact: a company, a person, else whatever its fields begin with.

use std::collections::BTreeMap;
use store::List;

/// Fields by the names that definitions give them.
pub type Fields = BTreeMap<String, String>;

/// The name in one line. `otherwise` is said where no field holds one, such as the key.
pub fn called(list: Option<&List>, fields: &Fields, otherwise: &str) -> String {
    let known = |name: &str| {
        fields
            .get(name)
            .map(|value| value.trim())
            .unwrap_or_default()
    };
    let person = joined(&["first_name", "infix", "last_name"].map(known));
    let person = match person.is_empty() {
        true => known("name").to_owned(),
        false => person,
    };
    let both: Vec<&str> = [known("company"), person.as_str()]
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect();
    if !both.is_empty() {
        return both.join(", ");
    }
    let first: Vec<&str> = list
        .into_iter()
        .flat_map(|list| &list.fields)
        .map(|field| known(&field.name))
        .filter(|value| value.chars().any(char::is_alphabetic) && !value.contains('@'))
        .take(2)
        .collect();
    match first.is_empty() {
        true => otherwise.to_owned(),
        false => first.join(" "),
    }
}

fn joined(parts: &[&str]) -> String {
    let there: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    there.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Fields, called};

    fn name(fields: &[(&str, &str)]) -> String {
        let fields: Fields = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        called(None, &fields, "K-1017")
    }

    #[test]
    fn a_company_with_whom_to_ask_for_comes_first() {
        assert_eq!(
            name(&[
                ("company", "Turf BV"),
                ("first_name", "Jan"),
                ("last_name", "Smit")
            ]),
            "Turf BV, Jan Smit"
        );
        assert_eq!(name(&[("last_name", "Smit"), ("company", " ")]), "Smit");
        assert_eq!(name(&[("name", "Person 4")]), "Person 4");
        assert_eq!(name(&[("email", "a@example.org")]), "K-1017");
    }
}
