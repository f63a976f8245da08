//! A cell's text brought into the one form in which its type is kept, or the reason why not.

mod date;
mod figure;

use crate::country::Country;
use crate::definition::{CALL_ORDER, DateForm, Field, FieldType};
use crate::phone;
use engine::AskedOrder;
use std::borrow::Cow;

/// What a spreadsheet writes where a formula failed.
const FAILED_FORMULAS: [&str; 8] = [
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!",
];

const YES: &[&str] = &[
    "true", "1", "yes", "y", "ja", "j", "wahr", "waar", "igen", "i", "igaz", "x",
];
const NO: &[&str] = &[
    "false", "0", "no", "n", "nee", "nein", "falsch", "onwaar", "nem", "hamis", "-",
];

/// The kept form of a value that is not empty.
pub(crate) fn kept<'a>(
    text: &'a str,
    field: &Field,
    country: Country,
) -> Result<Cow<'a, str>, String> {
    let text = text.trim();
    if text.starts_with('#') && FAILED_FORMULAS.contains(&text) {
        return Err("is the error of a formula: mend the formula, or empty the cell".to_owned());
    }
    if field.name == CALL_ORDER {
        let order = text.parse::<AskedOrder>();
        return order
            .map(|_| Cow::Borrowed(text))
            .map_err(|error| error.to_string());
    }
    match field.kind {
        FieldType::Text => Ok(Cow::Borrowed(text)),
        FieldType::Integer => figure::integer(text),
        FieldType::Decimal => figure::decimal(text, country),
        FieldType::Date => date::date(text, form(field, country)).map(Cow::Owned),
        FieldType::DateTime => date::datetime(text, form(field, country)).map(Cow::Owned),
        FieldType::Email => email(text),
        FieldType::Phone => phone::parse(text, country)
            .map(|number| Cow::Owned(number.to_string()))
            .map_err(|error| error.to_string()),
        FieldType::Bool => truth(text),
        FieldType::Choice => choice(text, &field.choices),
    }
}

/// Whether a text says yes, in nl, en, de or hu.
pub(crate) fn says_yes(text: &str) -> bool {
    let text = text.trim();
    YES.iter().any(|word| word.eq_ignore_ascii_case(text))
}

fn form(field: &Field, country: Country) -> DateForm {
    field.form.unwrap_or(match country {
        Country::Us => DateForm::Mdy,
        Country::Hu => DateForm::Ymd,
        Country::Nl | Country::De | Country::Ch | Country::Gb => DateForm::Dmy,
    })
}

fn truth(text: &str) -> Result<Cow<'static, str>, String> {
    if says_yes(text) {
        Ok(Cow::Borrowed("true"))
    } else if NO.iter().any(|word| word.eq_ignore_ascii_case(text)) {
        Ok(Cow::Borrowed("false"))
    } else {
        Err("is neither yes nor no: write yes or no, ja or nee, 1 or 0".to_owned())
    }
}

fn choice<'a>(text: &'a str, choices: &[String]) -> Result<Cow<'a, str>, String> {
    let lower = text.to_lowercase();
    match choices.iter().find(|choice| choice.to_lowercase() == lower) {
        Some(choice) if choice == text => Ok(Cow::Borrowed(text)),
        Some(choice) => Ok(Cow::Owned(choice.clone())),
        None => Err(format!(
            "is none of the choices: write one of {}",
            choices.join(", ")
        )),
    }
}

/// One `@`, something before it, a domain with a dot behind it. Whether it is delivered only a
/// message can tell.
fn email(text: &str) -> Result<Cow<'_, str>, String> {
    let shaped = text.split_once('@').is_some_and(|(local, domain)| {
        let labels_are_filled = domain.split('.').all(|label| !label.is_empty());
        !local.is_empty() && !domain.contains('@') && domain.contains('.') && labels_are_filled
    });
    let odd = |letter: char| letter.is_whitespace() || ",;<>()[]\\\"".contains(letter);
    if shaped && !text.contains(odd) {
        Ok(Cow::Borrowed(text))
    } else {
        Err("is not one e-mail address: write it as name@example.org".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: FieldType, text: &str) -> Option<String> {
        let field = Field {
            kind,
            choices: vec!["Goud".to_owned(), "Zilver".to_owned()],
            ..Field::default()
        };
        let kept = kept(text, &field, Country::Nl).ok();
        kept.map(Cow::into_owned)
    }

    #[test]
    fn each_type_has_one_kept_form() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(of(FieldType::Text, " Jan "), some("Jan"));
        assert_eq!(of(FieldType::Text, "#N/A"), None);
        assert_eq!(of(FieldType::Text, "#1 in Assen"), some("#1 in Assen"));
        assert_eq!(of(FieldType::Bool, "JA"), some("true"));
        assert_eq!(of(FieldType::Bool, "nem"), some("false"));
        assert_eq!(of(FieldType::Bool, "misschien"), None);
        assert_eq!(of(FieldType::Choice, "goud"), some("Goud"));
        assert_eq!(of(FieldType::Choice, "brons"), None);
        assert_eq!(of(FieldType::Phone, "050-7070720"), some("+31507070720"));
        assert_eq!(
            of(FieldType::Email, "a.b@example.org"),
            some("a.b@example.org")
        );
        assert_eq!(of(FieldType::Email, "a@b@example.org"), None);
        assert_eq!(of(FieldType::Email, "a@localhost"), None);
        assert_eq!(of(FieldType::Email, "a@example..org"), None);
        assert_eq!(of(FieldType::Email, "a@example.org; b@example.org"), None);
    }

    #[test]
    fn a_date_is_read_as_the_country_writes_it() {
        let field = Field {
            kind: FieldType::Date,
            ..Field::default()
        };
        let of = |text, country| kept(text, &field, country).ok().map(Cow::into_owned);
        assert_eq!(of("03-04-2021", Country::Nl).as_deref(), Some("2021-04-03"));
        assert_eq!(of("03/04/2021", Country::Us).as_deref(), Some("2021-03-04"));
        assert_eq!(
            of("2021.04.03.", Country::Hu).as_deref(),
            Some("2021-04-03")
        );
        assert_eq!(of("2021-04-03", Country::Us).as_deref(), Some("2021-04-03"));
    }
}
