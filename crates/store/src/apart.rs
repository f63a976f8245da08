//! Which phones cannot be brought together, and which are with another exchange than a caller: known
//! by whoever runs the lines.

use std::fmt;
use std::sync::{Arc, OnceLock};

/// Clones know the same.
#[derive(Clone, Default)]
pub struct Apart(Arc<OnceLock<TellsApart>>);

/// Whether no exchange has both phones; or the exchange of this name not the phone.
pub type TellsApart = Box<dyn Fn(&str, &str) -> bool + Send + Sync>;

impl Apart {
    /// The first who knows it goes on knowing it.
    pub fn know(&self, tells: TellsApart) {
        let _ = self.0.set(tells);
    }

    /// Where two phones are registered with different exchanges they cannot be brought together.
    pub fn are_apart(&self, one: &str, other: &str) -> bool {
        self.0.get().is_some_and(|tells| tells(one, other))
    }
}

impl fmt::Debug for Apart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = self.0.get().is_some();
        f.debug_tuple("Apart").field(&known).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_is_told_every_clone_knows() {
        let apart = Apart::default();
        let clone = apart.clone();
        assert!(!clone.are_apart("1001", "1002"));
        apart.know(Box::new(|one, other| one != other));
        apart.know(Box::new(|_, _| false));
        assert!(clone.are_apart("1001", "1002"));
        assert!(!clone.are_apart("1001", "1001"));
    }
}
