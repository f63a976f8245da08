//! Days that return every year: fixed ones and those that move with Easter.

use jiff::Span;
use jiff::civil::{Date, Weekday};

/// A day of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOfYear {
    Fixed {
        month: i8,
        day: i8,
        /// Days by which it moves when it falls on a Saturday or a Sunday.
        moves: Moves,
    },
    /// The first, second, third, fourth or last such weekday of a month.
    Nth {
        nth: Nth,
        weekday: Weekday,
        month: i8,
    },
    /// Days after Easter Sunday; negative before it.
    Easter(i16),
}

/// Days by which a day moves that falls on a weekend; 0 where it stays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Moves {
    pub if_saturday: i8,
    pub if_sunday: i8,
}

/// Which of the weekdays of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nth {
    From(i8),
    Last,
}

impl DayOfYear {
    /// Whether the day falls on that date.
    pub fn is(self, date: Date) -> bool {
        match self {
            Self::Fixed { month, day, moves } => Date::new(date.year(), month, day)
                .is_ok_and(|nominal| moved(nominal, moves) == date),
            Self::Nth {
                nth,
                weekday,
                month,
            } => date.month() == month && date.weekday() == weekday && nth.is(date),
            Self::Easter(offset) => easter(date.year())
                .is_some_and(|easter| days_between(easter, date) == i32::from(offset)),
        }
    }
}

impl Nth {
    /// Of a date that has the weekday.
    fn is(self, date: Date) -> bool {
        match self {
            Self::From(nth) => (date.day() - 1) / 7 + 1 == nth,
            Self::Last => date.day() + 7 > date.days_in_month(),
        }
    }
}

fn moved(nominal: Date, moves: Moves) -> Date {
    let days = match nominal.weekday() {
        Weekday::Saturday => moves.if_saturday,
        Weekday::Sunday => moves.if_sunday,
        _ => 0,
    };
    nominal.saturating_add(Span::new().days(days))
}

/// Both dates lie in the same year.
fn days_between(from: Date, to: Date) -> i32 {
    i32::from(to.day_of_year()) - i32::from(from.day_of_year())
}

/// Easter Sunday in the Gregorian calendar: the Sunday after the first full moon of spring, where
/// moon and spring are those of the church's tables, not of the sky.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let century = year / 100;
    let year_of_moon_cycle = year % 19;
    let moon_drift = (8 * century + 13) / 25;
    let calendar_drift = century - century / 4;
    let moon = (19 * year_of_moon_cycle + calendar_drift - moon_drift + 15) % 30;
    // Two exceptions shorten the longest month of the moon.
    let shortened = moon == 29 || (moon == 28 && year_of_moon_cycle > 10);
    let full_moon = 21 + moon - i32::from(shortened);
    let weekday = (year + year / 4 - calendar_drift + full_moon + 2) % 7;
    let march_day = full_moon + 7 - weekday;
    let (month, day) = if march_day > 31 {
        (4, march_day - 31)
    } else {
        (3, march_day)
    };
    Date::new(i16::try_from(year).ok()?, month, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_as_printed_in_calendars() {
        // The extremes (22 March, 25 April) and both exceptions are among them.
        for (year, month, day) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (1954, 4, 18),
            (1981, 4, 19),
            (2000, 4, 23),
            (2008, 3, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
            (2049, 4, 18),
            (2076, 4, 19),
            (2100, 3, 28),
        ] {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
        for year in 1..=9999 {
            assert_eq!(easter(year).unwrap().weekday(), Weekday::Sunday, "{year}");
        }
    }

    #[test]
    fn a_day_before_easter_and_one_long_after() {
        assert!(DayOfYear::Easter(-2).is(date(2026, 4, 3)));
        assert!(DayOfYear::Easter(39).is(date(2026, 5, 14)));
        assert!(!DayOfYear::Easter(39).is(date(2026, 5, 15)));
    }

    #[test]
    fn a_day_that_moves_off_sunday() {
        let kings_day = DayOfYear::Fixed {
            month: 4,
            day: 27,
            moves: Moves {
                if_saturday: 0,
                if_sunday: -1,
            },
        };
        assert!(kings_day.is(date(2026, 4, 27)));
        assert!(kings_day.is(date(2025, 4, 26)) && !kings_day.is(date(2025, 4, 27)));
    }

    #[test]
    fn the_last_monday_and_the_fourth_thursday() {
        let bank_holiday = DayOfYear::Nth {
            nth: Nth::Last,
            weekday: Weekday::Monday,
            month: 8,
        };
        assert!(bank_holiday.is(date(2026, 8, 31)) && !bank_holiday.is(date(2026, 8, 24)));
        assert!(bank_holiday.is(date(2027, 8, 30)));
        let thanksgiving = DayOfYear::Nth {
            nth: Nth::From(4),
            weekday: Weekday::Thursday,
            month: 11,
        };
        assert!(thanksgiving.is(date(2026, 11, 26)) && !thanksgiving.is(date(2026, 11, 19)));
        assert!(thanksgiving.is(date(2028, 11, 23)));
    }
}
