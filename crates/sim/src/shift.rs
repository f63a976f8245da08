//! Working days: Monday to Friday, early and late shifts, with breaks.

use crate::chance::Dice;
use engine::Zone;
use jiff::civil::{Date, Weekday};
use jiff::{SignedDuration, Timestamp};

/// One agent's working day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    pub begins: Timestamp,
    pub ends: Timestamp,
    /// Instants from which a break is taken, with its minutes, soonest first.
    pub breaks: Vec<(Timestamp, i64)>,
}

/// Every third agent works late.
const LATE: usize = 3;
/// Minutes after the beginning, and length.
const BREAKS: [(i64, i64); 3] = [(105, 15), (210, 30), (375, 15)];

/// From this hour on, what is left of a day does not count as a working day.
const TOO_LATE: i8 = 16;

/// The working days from an instant on, the first of them possibly begun already.
pub fn working_days(from: Timestamp, days: u32, zone: &Zone) -> Vec<Date> {
    let mut found = Vec::new();
    let local = zone.local(from);
    let mut day = local.date();
    if local.hour() >= TOO_LATE {
        day = day.tomorrow().unwrap_or(day);
    }
    while found.len() < days as usize {
        if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            found.push(day);
        }
        match day.tomorrow() {
            Ok(next) => day = next,
            Err(_) => break,
        }
    }
    found
}

/// An agent's shift on a day; none if it would have ended before `from`.
pub fn shift(seed: u64, agent: usize, day: Date, from: Timestamp, zone: &Zone) -> Option<Shift> {
    let ordinal = u64::from(day.day_of_year().unsigned_abs());
    let mut dice = Dice::of(&[seed, 0x5417, agent as u64, ordinal]);
    let is_late = agent % LATE == LATE - 1;
    let (begins, minutes) = if is_late {
        (12 * 60 + 30, 480)
    } else {
        (9 * 60, 510)
    };
    let midnight = zone.start_of(day);
    let planned = plus(midnight, begins * 60 + dice.between(-300, 300));
    let ends = plus(planned, minutes * 60 + dice.between(-300, 300));
    // Whoever comes to a day that has begun already takes a moment to sit down.
    let begins = planned.max(plus(from, dice.between(0, 300)));
    let breaks = BREAKS
        .iter()
        .map(|(after, length)| (plus(planned, (after + dice.between(-10, 10)) * 60), *length))
        .filter(|(at, _)| *at > begins)
        .collect();
    (begins < ends).then_some(Shift {
        begins,
        ends,
        breaks,
    })
}

/// The first Tuesday at ten o'clock that is not before an instant.
pub fn next_tuesday(not_before: Timestamp, zone: &Zone) -> Timestamp {
    let mut day = zone.local(not_before).date();
    loop {
        let ten = zone.instant(day, jiff::civil::time(10, 0, 0, 0));
        if day.weekday() == Weekday::Tuesday && ten >= not_before {
            return ten;
        }
        match day.tomorrow() {
            Ok(next) => day = next,
            Err(_) => return not_before,
        }
    }
}

pub fn plus(at: Timestamp, seconds: i64) -> Timestamp {
    at.checked_add(SignedDuration::from_secs(seconds))
        .unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amsterdam() -> Zone {
        Zone::new("Europe/Amsterdam").unwrap()
    }

    #[test]
    fn it_starts_on_a_tuesday_at_ten_that_lies_ahead() {
        let next = |at: &str| next_tuesday(at.parse().unwrap(), &amsterdam()).to_string();
        assert_eq!(next("2026-06-01T00:00:00Z"), "2026-06-02T08:00:00Z");
        assert_eq!(next("2026-06-02T08:00:00Z"), "2026-06-02T08:00:00Z");
        assert_eq!(next("2026-06-02T08:00:01Z"), "2026-06-09T08:00:00Z");
        assert_eq!(next("2026-10-21T00:00:00Z"), "2026-10-27T09:00:00Z");
    }

    fn days(from: &str) -> Vec<String> {
        let days = working_days(from.parse().unwrap(), 3, &amsterdam());
        days.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_working_week_leaves_out_the_weekend() {
        let expected = ["2026-06-04", "2026-06-05", "2026-06-08"];
        assert_eq!(days("2026-06-04T08:00:00Z"), expected);
    }

    #[test]
    fn a_late_afternoon_is_no_working_day() {
        let expected = ["2026-06-05", "2026-06-08", "2026-06-09"];
        assert_eq!(days("2026-06-04T13:59:59Z")[0], "2026-06-04");
        assert_eq!(days("2026-06-04T14:00:00Z"), expected);
    }

    #[test]
    fn shifts_begin_about_nine_and_never_before_the_start() {
        let (zone, from) = (amsterdam(), "2026-06-02T08:00:00Z".parse().unwrap());
        let day = zone.local(from).date();
        for agent in 0..9 {
            let first = shift(1, agent, day, from, &zone).unwrap();
            assert!(first.begins >= from && first.ends > first.begins);
            let tomorrow = day.tomorrow().unwrap();
            let local = zone.local(shift(1, agent, tomorrow, from, &zone).unwrap().begins);
            let hour = if agent % 3 == 2 { 12 } else { 9 };
            let minutes = (i64::from(local.hour()) - hour) * 60 + i64::from(local.minute());
            let expected = if agent % 3 == 2 { 25..=35 } else { -5..=5 };
            assert!(
                expected.contains(&minutes),
                "agent {agent} begins at {local}"
            );
        }
    }
}
