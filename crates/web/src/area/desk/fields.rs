//! The form made of the list's fields: what stands in it, what may, and what is wrong.

use super::asked::Asked;
use super::filled::{self, Filled};
use super::seen::InHand;
use crate::words::Words;
use lists::definition::{Field, FieldType};

pub struct FieldView {
    pub id: String,
    pub name: String,
    pub label: String,
    pub value: String,
    /// What stood there when the form was made: what differs was changed at this desk.
    pub was: String,
    pub control: Control,
    pub required: bool,
    /// What is wrong with what was typed, and what to write instead.
    pub problem: Option<String>,
}

/// How a value is put in.
pub enum Control {
    /// A line of text, by the browser's type for it.
    Line(&'static str),
    /// One of several: value, what is shown, whether it is the one.
    Choice(Vec<(String, String, bool)>),
}

/// In the order of the list's form; what is typed goes before what is kept.
pub fn fields(held: &InHand, asked: &Asked, words: &Words) -> Vec<FieldView> {
    let filled = filled::of(held, asked);
    let definition = import::definition_of(&held.list.fields);
    definition
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| !is_evidence(field))
        .map(|(place, field)| view(held, place, field, &filled, asked, words))
        .collect()
}

/// The evidence of an opt-in is shown for itself, and is nobody's to change at a desk.
pub fn is_evidence(field: &Field) -> bool {
    field.name.starts_with("optin_")
}

fn view(
    held: &InHand,
    place: usize,
    field: &Field,
    filled: &Filled,
    asked: &Asked,
    words: &Words,
) -> FieldView {
    let kept = held.values.get(&field.name).cloned().unwrap_or_default();
    let typed = filled.typed.get(&field.name).cloned();
    let was = match &typed {
        Some(_) => asked.was(&field.name).map(str::to_owned),
        None => None,
    };
    let value = typed.unwrap_or_else(|| kept.clone());
    let is_wrong = filled.wrong.contains(&field.name);
    FieldView {
        id: format!("f-{}-{place}", held.key()),
        name: field.name.clone(),
        label: match field.column.is_empty() {
            true => field.name.clone(),
            false => field.column.clone(),
        },
        control: control(field, &value, words),
        required: field.required,
        problem: is_wrong.then(|| problem(field, &value, words)),
        was: was.unwrap_or(kept),
        value,
    }
}

fn control(field: &Field, value: &str, words: &Words) -> Control {
    Control::Line(match field.kind {
        FieldType::Email => "email",
        FieldType::Phone => "tel",
        FieldType::Date if value.is_empty() || is_day(value) => "date",
        FieldType::Bool => {
            let answers = [("true", "field-yes"), ("false", "field-no")];
            return Control::Choice(choices(
                answers.map(|(word, key)| (word.to_owned(), words.t(key))),
                value,
            ));
        }
        FieldType::Choice => {
            let all = field.choices.iter();
            return Control::Choice(choices(
                all.map(|choice| (choice.clone(), choice.clone())),
                value,
            ));
        }
        FieldType::Text
        | FieldType::Integer
        | FieldType::Decimal
        | FieldType::Date
        | FieldType::DateTime => "text",
    })
}

/// Whether the browser's own field for dates can show it.
fn is_day(value: &str) -> bool {
    value.parse::<jiff::civil::Date>().is_ok() && value.len() == "2026-11-24".len()
}

/// With the value that stands there, were it none of them.
fn choices(
    all: impl IntoIterator<Item = (String, String)>,
    value: &str,
) -> Vec<(String, String, bool)> {
    let mut choices: Vec<(String, String, bool)> = all
        .into_iter()
        .map(|(word, label)| {
            let is = word == value;
            (word, label, is)
        })
        .collect();
    if !value.is_empty() && !choices.iter().any(|(_, _, is)| *is) {
        choices.push((value.to_owned(), value.to_owned(), true));
    }
    choices
}

/// What is wrong with a value that was refused.
fn problem(field: &Field, value: &str, words: &Words) -> String {
    if value.is_empty() {
        return words.t("field-required");
    }
    if let Some(max) = field.max.filter(|max| value.chars().count() > *max) {
        return words.n("field-too-long", max);
    }
    match field.kind {
        FieldType::Choice => words.with(
            "field-not-choice",
            [("choices", &*field.choices.join(", "))],
        ),
        kind => words.t(&format!("field-not-{}", kind.code())),
    }
}
