//! The rules as they stand in the file: from when to when, how certain, on which line.

use super::Law;
use super::period::Period;
use super::rule::RuleRef;
use jiff::civil::Date;

/// A rule of a jurisdiction file.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    pub rule: RuleRef,
    pub(super) period: Period,
    /// Whether anybody may rely on it without asking a lawyer.
    pub certain: bool,
    /// Where it begins in the file, counted from 1.
    pub line: usize,
}

impl Standing {
    /// The day on which it begins; none where it always held.
    pub fn from(&self) -> Option<Date> {
        Some(self.period.first).filter(|first| *first > Date::MIN)
    }

    /// Its last day; none where no end is known.
    pub fn until(&self) -> Option<Date> {
        Some(self.period.last).filter(|last| *last < Date::MAX)
    }

    pub fn holds(&self, on: Date) -> bool {
        self.period.holds(on)
    }
}

impl Law {
    /// All rules, in the order in which they are read.
    pub fn standing(&self) -> &[Standing] {
        &self.standing
    }

    /// The rules that hold that day.
    pub fn in_force(&self, on: Date) -> impl Iterator<Item = &Standing> {
        self.standing.iter().filter(move |rule| rule.holds(on))
    }

    /// The first day after that on which a rule begins, or no longer holds.
    pub fn next_change(&self, on: Date) -> Option<Date> {
        let begins = self.standing.iter().filter_map(Standing::from);
        let ends = self.standing.iter().filter_map(Standing::until);
        let over = ends.filter_map(|last| last.tomorrow().ok());
        begins.chain(over).filter(|day| *day > on).min()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Law, shipped};
    use jiff::civil::date;

    #[test]
    fn what_holds_changes_on_the_day_that_is_told() {
        let law = Law::parse(shipped::NL, "nl.toml").unwrap();
        let before = date(2026, 6, 30);
        let change = law.next_change(before).unwrap();
        assert_eq!(change, date(2026, 7, 1));
        let customers = |on| {
            let mut rules = law.in_force(on);
            rules.any(|there| {
                there.rule.text() == "Natural persons only with consent, or as customers"
            })
        };
        assert!(customers(before) && !customers(change));
    }

    #[test]
    fn each_rule_says_where_it_stands_and_whether_it_is_certain() {
        let law = Law::parse(shipped::NL, "nl.toml").unwrap();
        for there in law.standing() {
            let line = shipped::NL.lines().nth(there.line - 1).unwrap();
            assert!(line.starts_with("[["), "{}: {line}", there.rule.id());
        }
        let uncertain = law.standing().iter().filter(|there| !there.certain).count();
        assert_eq!(uncertain, law.warnings().len());
    }
}
