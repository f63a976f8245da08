//! When a centre that lives is open: working days on which the law lets it call.

use engine::law::Window;
use engine::{ContactKind, Law};
use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday, time};

/// When the doors open; the first shifts begin some minutes later.
const MORNING: Time = time(8, 50, 0, 0);
/// When a visitor finds everybody at work.
const TEN: Time = time(10, 0, 0, 0);
/// A law that closes a whole month would be a law against calling.
const DAYS: usize = 31;

/// Monday to Friday, and no holiday of the law.
pub fn is_working_day(day: Date, law: &Law) -> bool {
    let zone = law.zone();
    let is_open = |time| {
        let at = zone.instant(day, time);
        !matches!(
            law.window(at, zone, ContactKind::Consumer),
            Window::Closed { .. }
        )
    };
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    !weekend && is_open(TEN)
}

/// Ten o'clock on the first working day on which that does not lie before an instant.
pub fn first_opening(not_before: Timestamp, law: &Law) -> Timestamp {
    let day = law.zone().local(not_before).date();
    let mut openings = working_days(day, law).map(|day| law.zone().instant(day, TEN));
    let first = openings.find(|opening| *opening >= not_before);
    first.unwrap_or(not_before)
}

/// The morning before an opening.
pub fn morning_before(opening: Timestamp, law: &Law) -> Timestamp {
    let day = law.zone().local(opening).date();
    law.zone().instant(day, MORNING).min(opening)
}

/// The morning of the next working day.
pub fn morning_after(day: Date, law: &Law) -> Timestamp {
    let tomorrow = day.tomorrow().unwrap_or(day);
    let next = working_days(tomorrow, law).next();
    law.zone().instant(next.unwrap_or(tomorrow), MORNING)
}

fn working_days(from: Date, law: &Law) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(from), |day| day.tomorrow().ok())
        .take(DAYS)
        .filter(|day| is_working_day(*day, law))
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::law::shipped;

    fn dutch() -> Law {
        Law::parse(shipped::NL, "nl.toml").unwrap()
    }

    fn opening(not_before: &str) -> String {
        first_opening(not_before.parse().unwrap(), &dutch()).to_string()
    }

    #[test]
    fn it_opens_at_ten_on_the_next_working_day() {
        assert_eq!(opening("2026-06-02T07:59:00Z"), "2026-06-02T08:00:00Z");
        assert_eq!(opening("2026-06-02T08:01:00Z"), "2026-06-03T08:00:00Z");
        assert_eq!(opening("2026-06-05T12:00:00Z"), "2026-06-08T08:00:00Z");
        assert_eq!(opening("2026-12-24T12:00:00Z"), "2026-12-28T09:00:00Z");
    }

    #[test]
    fn mornings_lie_before_openings_on_working_days() {
        let monday = "2026-06-08T08:00:00Z".parse().unwrap();
        let before = morning_before(monday, &dutch()).to_string();
        assert_eq!(before, "2026-06-08T06:50:00Z");
        let friday = "2026-06-05".parse().unwrap();
        let after = morning_after(friday, &dutch()).to_string();
        assert_eq!(after, "2026-06-08T06:50:00Z");
    }
}
