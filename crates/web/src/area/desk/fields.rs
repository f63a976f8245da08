//! The form made of the list's fields.

use super::asked::Asked;
use super::seen::InHand;

pub struct FieldView {
    pub id: String,
    pub name: String,
    pub label: String,
    pub value: String,
}

/// In the order of the list's form; what is typed goes before what is kept.
pub fn fields(held: &InHand, asked: &Asked) -> Vec<FieldView> {
    let kept = |name: &str| held.values.get(name).cloned().unwrap_or_default();
    held.list
        .fields
        .iter()
        .enumerate()
        .map(|(place, field)| FieldView {
            id: format!("f-{}-{place}", held.key()),
            name: field.name.clone(),
            label: match field.external.is_empty() {
                true => field.name.clone(),
                false => field.external.clone(),
            },
            value: asked
                .field(&field.name)
                .map_or_else(|| kept(&field.name), str::to_owned),
        })
        .collect()
}
