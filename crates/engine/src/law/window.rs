//! From the hours of days to instants: is it open now, until when, and when is it open next.

use super::Law;
use super::day::Minute;
use super::rule::RuleRef;
use crate::contact_kind::ContactKind;
use crate::time_of_day::TimeOfDay;
use crate::zone::Zone;
use jiff::Timestamp;
use jiff::civil::Date;

/// A law that opens on none of these days is taken not to open at all.
const SEARCH_DAYS: u16 = 400;

/// Whether dialling is allowed at an instant, and by which rule.
#[derive(Debug, Clone, PartialEq)]
pub enum Window {
    /// `until` is the first instant at which it is closed; none if that is out of sight.
    Open {
        until: Option<Timestamp>,
        rule: Option<RuleRef>,
    },
    /// `until` is the first instant at which it is open again; none if that is out of sight.
    Closed {
        until: Option<Timestamp>,
        rule: RuleRef,
    },
}

impl Law {
    /// Whether the law lets us dial at that instant, by the called party's calendar and clock.
    pub fn window(&self, at: Timestamp, zone: &Zone, kind: ContactKind) -> Window {
        match self.minute_at(at, zone, kind) {
            Minute::Open { rule, .. } => Window::Open {
                until: self.next_shut(at, zone, kind),
                rule: rule.cloned(),
            },
            Minute::Shut { rule, .. } => Window::Closed {
                until: self.opening(at, zone, kind),
                rule: rule.clone(),
            },
        }
    }

    /// The instant itself when it is open, else the first open one after it, with the rule that
    /// held it back. None if the law does not open within 400 days.
    pub fn next_open(
        &self,
        at: Timestamp,
        zone: &Zone,
        kind: ContactKind,
    ) -> Option<(Timestamp, Option<RuleRef>)> {
        match self.minute_at(at, zone, kind) {
            Minute::Open { .. } => Some((at, None)),
            Minute::Shut { rule, .. } => self
                .opening(at, zone, kind)
                .map(|opening| (opening, Some(rule.clone()))),
        }
    }

    /// Whether the law lets us dial at that instant.
    pub fn is_open(&self, at: Timestamp, zone: &Zone, kind: ContactKind) -> bool {
        matches!(self.minute_at(at, zone, kind), Minute::Open { .. })
    }

    fn minute_at(&self, at: Timestamp, zone: &Zone, kind: ContactKind) -> Minute<'_> {
        let local = zone.local(at);
        self.calendar
            .minute(local.date(), TimeOfDay::of(local.time()), kind)
    }

    fn opening(&self, at: Timestamp, zone: &Zone, kind: ContactKind) -> Option<Timestamp> {
        let local = zone.local(at);
        let mut day = local.date();
        let mut minute = TimeOfDay::of(local.time());
        for _ in 0..SEARCH_DAYS {
            let found = self.opening_on(day, minute, kind, |day, minute| {
                let start = start(zone, day, minute);
                (start >= at && self.is_open(start, zone, kind)).then_some(start)
            });
            if found.is_some() {
                return found;
            }
            day = day.tomorrow().ok()?;
            minute = TimeOfDay::START;
        }
        None
    }

    /// Minutes that are open by the rules but that the clock on the wall skips or has already
    /// passed (the gap, the fold) are not `real`; the search goes on behind them.
    fn opening_on(
        &self,
        day: Date,
        from: TimeOfDay,
        kind: ContactKind,
        real: impl Fn(Date, TimeOfDay) -> Option<Timestamp>,
    ) -> Option<Timestamp> {
        let mut minute = from;
        while minute < TimeOfDay::END {
            let candidate = match self.calendar.minute(day, minute, kind) {
                Minute::Open { .. } => minute,
                Minute::Shut { opens, .. } => opens?,
            };
            if let Some(found) = real(day, candidate) {
                return Some(found);
            }
            minute = TimeOfDay::from_minutes(candidate.minutes() + 1)?;
        }
        None
    }

    fn next_shut(&self, at: Timestamp, zone: &Zone, kind: ContactKind) -> Option<Timestamp> {
        let local = zone.local(at);
        let mut day = local.date();
        let mut minute = TimeOfDay::of(local.time());
        for _ in 0..SEARCH_DAYS {
            while minute < TimeOfDay::END {
                match self.calendar.minute(day, minute, kind) {
                    Minute::Open { until, .. } => minute = until,
                    Minute::Shut { .. } => return Some(start(zone, day, minute)),
                }
            }
            day = day.tomorrow().ok()?;
            minute = TimeOfDay::START;
        }
        None
    }
}

fn start(zone: &Zone, day: Date, minute: TimeOfDay) -> Timestamp {
    zone.instant(day, minute.time().unwrap_or_default())
}
