//! Cells that a spreadsheet would take for a formula, made harmless and restored.
//!
//! A text that begins with `= + - @`, tab or carriage return gets an apostrophe in front. So that
//! the way back is exact, a text that already begins with apostrophes before such a sign gets one
//! more, and the reader takes exactly one away.

/// Whether a text cell needs an apostrophe in front.
pub(crate) fn is_risky(text: &str) -> bool {
    text.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The text as it was before it was made harmless.
pub(crate) fn restored(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_risky(text) => text,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_apostrophe_that_belongs_to_the_text_stays() {
        assert_eq!(restored("'s-Gravenhage"), "'s-Gravenhage");
        assert_eq!(restored("'+31507070720"), "+31507070720");
        assert_eq!(restored("''=1"), "'=1");
        assert_eq!(restored("+31507070720"), "+31507070720");
        assert!(!is_risky("'s-Gravenhage"));
    }

    proptest! {
        #[test]
        fn the_way_back_is_exact(text in "'{0,2}[=+@\t\r'a-]{0,3}.{0,5}") {
            let written = if is_risky(&text) { format!("'{text}") } else { text.clone() };
            prop_assert_eq!(restored(&written), text.as_str());
        }
    }
}
