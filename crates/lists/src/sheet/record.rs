//! One row of a file: its cells in one piece of text, so that reading a row allocates nothing.

/// The cells of one row, and the physical line where the row starts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    pub line: u64,
    text: String,
    ends: Vec<u32>,
}

impl Record {
    /// The cell in a column, counted from 0; empty where the row has no such cell.
    pub fn cell(&self, column: usize) -> &str {
        let start = column.checked_sub(1).map_or(0, |before| self.end(before));
        self.text.get(start..self.end(column)).unwrap_or_default()
    }

    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|column| self.cell(column))
    }

    /// How many cells the row has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Whether no cell holds anything but white space.
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }

    /// A record with these cells, for rows that come from elsewhere than a file.
    pub fn of<'a>(line: u64, cells: impl IntoIterator<Item = &'a str>) -> Self {
        let mut record = Self::default();
        record.clear(line);
        for cell in cells {
            record.push(cell);
        }
        record
    }

    pub(super) fn clear(&mut self, line: u64) {
        self.line = line;
        self.text.clear();
        self.ends.clear();
    }

    pub(super) fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text_end());
    }

    /// Makes the row exactly as wide as the header.
    pub(super) fn set_width(&mut self, width: usize) {
        if width < self.ends.len() {
            self.text
                .truncate(width.checked_sub(1).map_or(0, |last| self.end(last)));
        }
        self.ends.resize(width, self.text_end());
    }

    fn end(&self, column: usize) -> usize {
        match self.ends.get(column) {
            Some(&end) => usize::try_from(end).unwrap_or(usize::MAX),
            None => self.text.len(),
        }
    }

    fn text_end(&self) -> u32 {
        u32::try_from(self.text.len()).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_out_as_they_went_in() {
        let mut record = Record::of(4, ["a", "", "ccc"]);
        assert_eq!(record.cells().collect::<Vec<_>>(), ["a", "", "ccc"]);
        assert_eq!(record.cell(2), "ccc");
        assert_eq!(record.cell(3), "");
        record.set_width(5);
        assert_eq!(record.cells().collect::<Vec<_>>(), ["a", "", "ccc", "", ""]);
        record.set_width(1);
        assert_eq!(record.cells().collect::<Vec<_>>(), ["a"]);
    }
}
