//! Names of lists and campaigns, as they may be kept: one line that is not empty and not long.

/// A name longer than this fits no line.
pub const LONGEST: usize = 80;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadName {
    Empty,
    Long,
    /// A line break, or a sign that no database keeps.
    Letters,
}

/// What is wrong with a name, without the blanks around it.
pub fn bad_name(name: &str) -> Option<BadName> {
    match () {
        () if name.is_empty() => Some(BadName::Empty),
        () if name.chars().count() > LONGEST => Some(BadName::Long),
        () if name.contains(char::is_control) => Some(BadName::Letters),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_that_is_not_empty_and_not_long() {
        assert_eq!(bad_name("Hotleads"), None);
        assert_eq!(bad_name(&"ő".repeat(LONGEST)), None);
        assert_eq!(bad_name(""), Some(BadName::Empty));
        assert_eq!(bad_name(&"x".repeat(LONGEST + 1)), Some(BadName::Long));
        assert_eq!(bad_name("two\nlines"), Some(BadName::Letters));
    }
}
