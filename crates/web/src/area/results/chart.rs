//! A chart of bars, drawn on the server: the table beside it says the same in words.

/// The width of a bar in a table row, in pixels.
pub const WIDTH: i64 = 160;

/// One bar: all of it, and the part that counts.
pub struct Bar {
    pub whole: i64,
    pub part: i64,
}

impl Bar {
    /// Lengths in proportion to the longest there is.
    pub fn of(whole: i64, part: i64, longest: i64) -> Self {
        let length = |count: i64| count.saturating_mul(WIDTH).checked_div(longest.max(1));
        Self {
            whole: length(whole).unwrap_or(0),
            part: length(part).unwrap_or(0),
        }
    }
}
