//! The values of a row in one piece of text; fields without a value take no room.

/// Values by the index of their field in the definition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    text: String,
    /// Field and end of its value in the text, in the order of the fields.
    ends: Vec<(u16, u32)>,
}

impl Fields {
    /// The values that are there, with the index of their field, in the order of the fields.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &str)> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|&(_, end)| end));
        self.ends.iter().zip(starts).map(|(&(field, end), start)| {
            let range = usize::try_from(start).unwrap_or(0)..usize::try_from(end).unwrap_or(0);
            (usize::from(field), self.text.get(range).unwrap_or_default())
        })
    }

    /// The value of a field, empty where there is none.
    pub fn get(&self, field: usize) -> &str {
        let found = self.iter().find(|&(index, _)| index == field);
        found.map_or("", |(_, value)| value)
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    /// Fields must be pushed in their order; an empty value is no value.
    pub(super) fn push(&mut self, field: usize, value: &str) {
        let Ok(field) = u16::try_from(field) else {
            return;
        };
        if !value.is_empty() {
            self.text.push_str(value);
            let end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
            self.ends.push((field, end));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_out_as_they_went_in() {
        let mut fields = Fields::default();
        fields.push(0, "Jan");
        fields.push(1, "");
        fields.push(4, "Assen");
        assert_eq!(
            fields.iter().collect::<Vec<_>>(),
            [(0, "Jan"), (4, "Assen")]
        );
        assert_eq!(
            (fields.get(4), fields.get(1), fields.len()),
            ("Assen", "", 2)
        );
        fields.clear();
        assert!(fields.is_empty());
    }
}
