//! What goes wrong on purpose: reports lost, doubled, late; agents who vanish; crashes.

use crate::chance::Dice;

/// How often each goes wrong, in a thousand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Faults {
    /// A report of the line never arrives.
    pub lost: u64,
    /// A report of the line arrives again later.
    pub doubled: u64,
    /// A report of the line arrives up to some minutes late.
    pub late: u64,
    /// An agent is gone in the middle of a handling, and may come back.
    pub vanish: u64,
    /// The program ends before a commit; what was asked is asked again.
    pub crash_before: u64,
    /// The program ends after a commit, its answer lost; what was asked is asked again.
    pub crash_after: u64,
}

/// How one report arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Delivery {
    Now,
    Never,
    /// Now and again, so many seconds later.
    Twice(i64),
    Late(i64),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Crash {
    Before,
    After,
}

impl Faults {
    /// Nothing goes wrong.
    pub fn none() -> Self {
        Self::default()
    }

    /// Everything goes wrong now and then.
    pub fn all() -> Self {
        Self {
            lost: 30,
            doubled: 30,
            late: 30,
            vanish: 10,
            crash_before: 2,
            crash_after: 2,
        }
    }

    pub(crate) fn delivery(&self, dice: &mut Dice) -> Delivery {
        let choices = [
            (self.lost, Delivery::Never),
            (self.doubled, Delivery::Twice(dice.between(1, 300))),
            (self.late, Delivery::Late(dice.between(1, 300))),
        ];
        self.strike(dice, &choices).unwrap_or(Delivery::Now)
    }

    pub(crate) fn crash(&self, dice: &mut Dice) -> Option<Crash> {
        let choices = [
            (self.crash_before, Crash::Before),
            (self.crash_after, Crash::After),
        ];
        self.strike(dice, &choices)
    }

    /// One of the faults, or none for the rest of the thousand.
    fn strike<T: Copy>(&self, dice: &mut Dice, choices: &[(u64, T)]) -> Option<T> {
        let struck: u64 = choices.iter().map(|(weight, _)| weight).sum();
        if struck == 0 || !dice.happens(struck) {
            return None;
        }
        dice.weigh(choices)
    }
}
