//! The hours of one day: which rules hold on it and what they make of a minute.

use super::calendar::DayOfYear;
use super::period::Period;
use super::rule::RuleRef;
use crate::contact_kind::ContactKind;
use crate::time_of_day::TimeOfDay;
use crate::weekdays::Weekdays;
use jiff::civil::Date;

/// To whom and when a rule applies, and what it is called.
#[derive(Debug, Clone, PartialEq)]
pub struct Scope {
    pub rule: RuleRef,
    pub period: Period,
    pub kinds: Vec<ContactKind>,
}

/// The hours in which dialling is allowed on some weekdays.
#[derive(Debug, Clone, PartialEq)]
pub struct Hours {
    pub scope: Scope,
    pub days: Weekdays,
    pub open: TimeOfDay,
    pub close: TimeOfDay,
}

/// Whole days without dialling.
#[derive(Debug, Clone, PartialEq)]
pub struct Closed {
    pub scope: Scope,
    pub days: Weekdays,
    pub holidays: bool,
}

/// A day of the year on which dialling ends early.
#[derive(Debug, Clone, PartialEq)]
pub struct Cutoff {
    pub scope: Scope,
    pub on: DayOfYear,
    pub close: TimeOfDay,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Holiday {
    pub rule: RuleRef,
    pub period: Period,
    pub on: DayOfYear,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Calendar {
    pub hours: Vec<Hours>,
    pub closed: Vec<Closed>,
    pub cutoffs: Vec<Cutoff>,
    pub holidays: Vec<Holiday>,
}

/// What the rules make of one minute of one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Minute<'l> {
    /// Open to `until`; no rule where nothing restricts the day.
    Open {
        until: TimeOfDay,
        rule: Option<&'l RuleRef>,
    },
    /// Shut; `opens` is later the same day.
    Shut {
        opens: Option<TimeOfDay>,
        rule: &'l RuleRef,
    },
}

impl Scope {
    pub fn holds(&self, on: Date, kind: ContactKind) -> bool {
        self.period.holds(on) && self.kinds.contains(&kind)
    }
}

impl Calendar {
    pub fn minute(&self, on: Date, minute: TimeOfDay, kind: ContactKind) -> Minute<'_> {
        if let Some(rule) = self.shut_all_day(on, kind) {
            return Minute::Shut { opens: None, rule };
        }
        let cutoff = self.cutoff(on, kind);
        match cutoff {
            Some(cutoff) if minute >= cutoff.close => Minute::Shut {
                opens: None,
                rule: &cutoff.scope.rule,
            },
            _ => self.within_hours(on, minute, kind, cutoff),
        }
    }

    fn shut_all_day(&self, on: Date, kind: ContactKind) -> Option<&RuleRef> {
        let closed = self
            .closed
            .iter()
            .filter(|closed| closed.scope.holds(on, kind));
        closed
            .filter_map(|closed| {
                if closed.days.contains(on.weekday()) {
                    Some(&closed.scope.rule)
                } else if closed.holidays {
                    self.holiday(on)
                } else {
                    None
                }
            })
            .next()
    }

    fn holiday(&self, on: Date) -> Option<&RuleRef> {
        self.holidays
            .iter()
            .find(|holiday| holiday.period.holds(on) && holiday.on.is(on))
            .map(|holiday| &holiday.rule)
    }

    fn cutoff(&self, on: Date, kind: ContactKind) -> Option<&Cutoff> {
        self.cutoffs
            .iter()
            .filter(|cutoff| cutoff.scope.holds(on, kind) && cutoff.on.is(on))
            .min_by_key(|cutoff| cutoff.close)
    }

    /// Without any rule on hours the whole day is open; with one, a weekday that none names is
    /// shut.
    fn within_hours<'l>(
        &'l self,
        on: Date,
        minute: TimeOfDay,
        kind: ContactKind,
        cutoff: Option<&'l Cutoff>,
    ) -> Minute<'l> {
        let end = cutoff.map_or(TimeOfDay::END, |cutoff| cutoff.close);
        let mut shut_by: Option<&RuleRef> = None;
        let mut next: Option<&Hours> = None;
        for hours in self
            .hours
            .iter()
            .filter(|hours| hours.scope.holds(on, kind))
        {
            let rule = &hours.scope.rule;
            if !hours.days.contains(on.weekday()) {
                shut_by = shut_by.or(Some(rule));
            } else if hours.open <= minute && minute < hours.close {
                let cut = cutoff.filter(|cutoff| cutoff.close < hours.close);
                let rule = cut.map_or(rule, |cutoff| &cutoff.scope.rule);
                return Minute::Open {
                    until: hours.close.min(end),
                    rule: Some(rule),
                };
            } else if hours.open > minute && next.is_none_or(|next| hours.open < next.open) {
                next = Some(hours);
            } else {
                shut_by = Some(rule);
            }
        }
        let shut_by = next.map(|next| &next.scope.rule).or(shut_by);
        match shut_by {
            Some(rule) => {
                let opens = next.map(|next| next.open).filter(|open| *open < end);
                Minute::Shut { opens, rule }
            }
            None => Minute::Open {
                until: end,
                rule: cutoff.map(|cutoff| &cutoff.scope.rule),
            },
        }
    }
}
