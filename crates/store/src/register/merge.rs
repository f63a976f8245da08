//! A register's next version out of the one that holds and what a file says.

use std::cmp::Ordering;
use std::iter::Peekable;

/// What a file does to a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegisterChange {
    /// It is the register: what it does not hold is in it no longer.
    Full,
    Add,
    Remove,
}

/// How many numbers came and went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moved {
    pub added: u64,
    pub removed: u64,
}

/// The numbers of the next version in rising order, out of two rising orders.
pub struct Merge<'m, Old: Iterator<Item = u64>, New: Iterator<Item = u64>> {
    old: Peekable<Old>,
    new: Peekable<New>,
    change: RegisterChange,
    moved: &'m mut Moved,
}

impl<'m, Old: Iterator<Item = u64>, New: Iterator<Item = u64>> Merge<'m, Old, New> {
    pub fn new(old: Old, new: New, change: RegisterChange, moved: &'m mut Moved) -> Self {
        Self {
            old: old.peekable(),
            new: new.peekable(),
            change,
            moved,
        }
    }

    /// The next number, and whether the old version and the file have it.
    fn pair(&mut self) -> Option<(u64, bool, bool)> {
        let order = match (self.old.peek(), self.new.peek()) {
            (None, None) => return None,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(old), Some(new)) => old.cmp(new),
        };
        let (in_old, in_new) = (order != Ordering::Greater, order != Ordering::Less);
        let old = if in_old { self.old.next() } else { None };
        let new = if in_new { self.new.next() } else { None };
        old.or(new).map(|number| (number, in_old, in_new))
    }
}

impl<Old: Iterator<Item = u64>, New: Iterator<Item = u64>> Iterator for Merge<'_, Old, New> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        loop {
            let (number, was, named) = self.pair()?;
            let is = match self.change {
                RegisterChange::Full => named,
                RegisterChange::Add => was || named,
                RegisterChange::Remove => was && !named,
            };
            self.moved.added += u64::from(is && !was);
            self.moved.removed += u64::from(was && !is);
            if is {
                return Some(number);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(change: RegisterChange) -> (Vec<u64>, u64, u64) {
        let mut moved = Moved::default();
        let (old, new) = ([1, 3, 5, 7].into_iter(), [2, 3, 7, 9].into_iter());
        let all = Merge::new(old, new, change, &mut moved).collect();
        (all, moved.added, moved.removed)
    }

    #[test]
    fn a_file_replaces_adds_or_removes() {
        assert_eq!(merged(RegisterChange::Full), (vec![2, 3, 7, 9], 2, 2));
        assert_eq!(merged(RegisterChange::Add), (vec![1, 2, 3, 5, 7, 9], 2, 0));
        assert_eq!(merged(RegisterChange::Remove), (vec![1, 5], 0, 2));
    }
}
