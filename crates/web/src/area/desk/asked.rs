//! What a form of the desk brought.

/// Names and values as they were sent; of a name that came twice the last one counts.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    pairs: Vec<(String, String)>,
}

/// Before the names of the contact's own fields.
const FIELD: &str = "f.";
/// Before the same names: what stood in the field when the form was made.
const WAS: &str = "w.";

impl Asked {
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Self { pairs }
    }

    /// The text without the blanks around it; empty where nothing was sent.
    pub fn text(&self, name: &str) -> &str {
        self.sent(name).unwrap_or_default().trim()
    }

    /// The text, where there is any.
    pub fn filled(&self, name: &str) -> Option<&str> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    pub fn number(&self, name: &str) -> Option<i64> {
        self.filled(name)?.parse().ok()
    }

    /// What stood in a field of the contact when the form was made.
    pub fn was(&self, name: &str) -> Option<&str> {
        self.under(WAS, name)
    }

    /// What was typed into a field of the contact, where it is not what stood there.
    pub fn changed(&self, name: &str) -> Option<&str> {
        let typed = self.under(FIELD, name)?;
        (self.was(name) != Some(typed)).then_some(typed)
    }

    fn under(&self, prefix: &str, name: &str) -> Option<&str> {
        let found = self
            .pairs
            .iter()
            .rev()
            .find(|(sent, _)| sent.strip_prefix(prefix) == Some(name));
        found.map(|(_, value)| value.trim())
    }

    /// Another value for a name.
    pub fn set(&mut self, name: &str, value: String) {
        self.pairs.push((name.to_owned(), value));
    }

    fn sent(&self, name: &str) -> Option<&str> {
        let found = self.pairs.iter().rev().find(|(sent, _)| sent == name);
        found.map(|(_, value)| value.as_str())
    }
}
