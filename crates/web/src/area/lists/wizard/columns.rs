//! One column of a file: the field it becomes, or that it is left out.

use super::entered::words;
use lists::Definition;
use lists::definition::{BadFieldName, DateForm, Field, FieldType, bad_name};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub index: usize,
    pub header: String,
    pub name: String,
    /// None leaves the column out.
    pub kind: Option<FieldType>,
    pub required: bool,
    /// The place among the numbers that are tried.
    pub order: String,
    pub max: String,
    pub choices: String,
    pub form: Option<DateForm>,
    pub errors: Vec<&'static str>,
}

impl Column {
    /// As a definition has it; a column it does not name is left out.
    pub fn of(definition: &Definition, index: usize, header: &str) -> Self {
        let mut fields = definition.fields.iter();
        let place = fields.position(|field| field.column == header);
        let field = place.and_then(|place| definition.fields.get(place));
        let order = place.and_then(|place| {
            let mut numbers = definition.number_fields().into_iter();
            numbers.position(|number| number == place)
        });
        Self {
            index,
            header: header.to_owned(),
            name: field.map_or_else(|| suggested(header), |field| field.name.clone()),
            kind: field.map(|field| field.kind),
            required: field.is_some_and(|field| field.required),
            order: order.map_or_else(String::new, |order| (order + 1).to_string()),
            max: field
                .and_then(|field| field.max)
                .map_or_else(String::new, |max| max.to_string()),
            choices: field.map_or_else(String::new, |field| field.choices.join(", ")),
            form: field.and_then(|field| field.form),
            errors: Vec::new(),
        }
    }

    pub fn is_kept(&self) -> bool {
        self.kind.is_some()
    }

    pub fn take(&mut self, what: &str, value: &str) {
        match what {
            "name" => self.name = value.to_owned(),
            "type" => {
                let mut kinds = FieldType::ALL.into_iter();
                self.kind = kinds.find(|kind| kind.code() == value);
            }
            "required" => self.required = true,
            "order" => self.order = value.to_owned(),
            "max" => self.max = value.to_owned(),
            "choices" => self.choices = value.to_owned(),
            "form" => {
                let mut forms = DateForm::ALL.into_iter();
                self.form = forms.find(|form| form.code() == value);
            }
            _ => {}
        }
    }

    /// The name it takes from others; nothing where it is left out.
    pub fn taken_name(&self) -> String {
        match self.is_kept() {
            true => self.name.clone(),
            false => String::new(),
        }
    }

    pub fn check(&mut self, earlier: &[String]) {
        self.errors.clear();
        if !self.is_kept() {
            return;
        }
        let name = match bad_name(&self.name) {
            Some(BadFieldName::Empty) => Some("columns-name-empty"),
            Some(BadFieldName::Letters) => Some("columns-name-letters"),
            Some(BadFieldName::Long) => Some("columns-name-long"),
            Some(BadFieldName::Ours) => Some("columns-name-ours"),
            None => earlier.contains(&self.name).then_some("columns-name-twice"),
        };
        self.errors.extend(name);
        let is_count = |text: &str| text.parse::<u32>().is_ok_and(|count| count > 0);
        if !self.max.is_empty() && !is_count(&self.max) {
            self.errors.push("columns-max-bad");
        }
        let is_phone = self.kind == Some(FieldType::Phone);
        if is_phone && !self.order.is_empty() && !is_count(&self.order) {
            self.errors.push("columns-order-bad");
        }
        if self.kind == Some(FieldType::Choice) && words(&self.choices).is_empty() {
            self.errors.push("columns-choices-empty");
        }
    }

    pub fn field(&self) -> Field {
        let kind = self.kind.unwrap_or_default();
        let is_date = matches!(kind, FieldType::Date | FieldType::DateTime);
        Field {
            max: self.max.parse().ok(),
            required: self.required,
            choices: match kind {
                FieldType::Choice => words(&self.choices),
                _ => Vec::new(),
            },
            form: self.form.filter(|_| is_date),
            ..Field::new(&self.name, &self.header, kind)
        }
    }
}

/// The name we would give a column that is left out.
fn suggested(header: &str) -> String {
    let headers = [header.to_owned()];
    let mut fields = lists::definition::recognise(&headers).fields.into_iter();
    fields.next().map_or_else(String::new, |field| field.name)
}
