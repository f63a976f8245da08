//! From an expression and a base to one instant.
//!
//! Date first, then time, then the daily window, then the weekdays: a step that has nothing to
//! change leaves the instant untouched, to the second and in the fold.

use super::expression::{DatePart, DateUnit, Expression, Frame, TimePart, TimeUnit};
use crate::time_of_day::TimeOfDay;
use crate::weekdays::Weekdays;
use crate::zone::Zone;
use jiff::civil::Date;
use jiff::{SignedDuration, Span, Timestamp};

/// Longer than a week, for the places that once left out a day of their calendar.
const SEARCH_DAYS: u8 = 16;

impl Expression {
    /// The instant that is meant, counted from the base on the clock of the contact.
    ///
    /// A time without a date is today, or tomorrow when it has passed. `DateAdd` keeps the local
    /// time of the base; `TimeAdd` is elapsed time, whatever the clock on the wall does meanwhile.
    pub fn resolve(&self, base: Timestamp, zone: &Zone) -> Timestamp {
        let mut due = self.day_and_time(base, zone);
        if let Some(frame) = self.frame {
            due = into_frame(due, frame, zone);
        }
        if let Some(days) = self.days {
            due = onto_day(due, days, zone);
        }
        due
    }

    fn day_and_time(&self, base: Timestamp, zone: &Zone) -> Timestamp {
        let local = zone.local(base);
        let today = local.date();
        let day = self.date.map_or(today, |part| day(today, part));
        match self.time {
            Some(TimePart::At(time)) => {
                let due = zone.instant(day, time);
                if self.date.is_none() && due < base {
                    zone.instant(day.tomorrow().unwrap_or(day), time)
                } else {
                    due
                }
            }
            _ if day == today => elapsed(base, self.time),
            _ => elapsed(zone.instant(day, local.time()), self.time),
        }
    }
}

fn day(today: Date, part: DatePart) -> Date {
    match part {
        DatePart::On(date) => date,
        DatePart::Add(count, unit) => {
            let span = match unit {
                DateUnit::Days => Span::new().days(count),
                DateUnit::Months => Span::new().months(count),
            };
            today.saturating_add(span)
        }
    }
}

fn elapsed(from: Timestamp, time: Option<TimePart>) -> Timestamp {
    let Some(TimePart::Add(count, unit)) = time else {
        return from;
    };
    let duration = match unit {
        TimeUnit::Minutes => SignedDuration::from_mins(i64::from(count)),
        TimeUnit::Hours => SignedDuration::from_hours(i64::from(count)),
    };
    from.checked_add(duration).unwrap_or(Timestamp::MAX)
}

/// Before the window its start; from its end on, the start of the next day's.
fn into_frame(due: Timestamp, frame: Frame, zone: &Zone) -> Timestamp {
    let local = zone.local(due);
    let (day, time) = (local.date(), TimeOfDay::of(local.time()));
    if time < TimeOfDay::of(frame.start()) {
        zone.instant(day, frame.start())
    } else if time < frame.end() {
        due
    } else {
        zone.instant(day.tomorrow().unwrap_or(day), frame.start())
    }
}

/// Forward to the first of these weekdays, at the same local time.
fn onto_day(due: Timestamp, days: Weekdays, zone: &Zone) -> Timestamp {
    let local = zone.local(due);
    let (mut day, mut shifted) = (local.date(), due);
    for _ in 0..SEARCH_DAYS {
        if days.contains(zone.local(shifted).weekday()) {
            return shifted;
        }
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        shifted = zone.instant(day, local.time());
    }
    due
}
