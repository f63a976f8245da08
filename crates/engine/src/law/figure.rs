//! A number in the law, with the rule that states it.

use super::period::Period;
use super::rule::RuleRef;
use jiff::SignedDuration;
use jiff::civil::Date;

#[derive(Debug, Clone, PartialEq)]
pub struct Figure<T> {
    pub value: T,
    pub rule: RuleRef,
}

/// How long it rings before an attempt is given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ring {
    /// At least this long.
    pub min: Option<SignedDuration>,
    /// At most this long.
    pub max: Option<SignedDuration>,
}

/// The values of one figure over the years; their periods do not overlap.
#[derive(Debug, Clone, PartialEq)]
pub struct Dated<T>(Vec<(Period, Figure<T>)>);

impl<T> Dated<T> {
    pub fn add(&mut self, period: Period, figure: Figure<T>) {
        self.0.push((period, figure));
    }

    pub fn on(&self, date: Date) -> Option<&Figure<T>> {
        self.0
            .iter()
            .find(|(period, _)| period.holds(date))
            .map(|(_, figure)| figure)
    }
}

impl<T> Default for Dated<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}
