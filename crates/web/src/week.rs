//! A roster drawn as a week of half hours, with a chosen moment in it where there is one.

use crate::words::Words;
use engine::Zone;
use engine::roster::{Roster, SLOTS};
use jiff::Timestamp;
use jiff::civil::Weekday;

/// One half hour, in pixels.
const SLOT: i64 = 9;
/// One day, in pixels.
const ROW: i64 = 14;
/// The first hour of a roster.
const FIRST_HOUR: i64 = 8;
/// Hours that are written below.
const TICKS: [i64; 4] = [8, 12, 16, 20];

pub const DAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// For an SVG: a day to a line, its name to the left, the hours below.
pub struct Week {
    pub days: Vec<Day>,
    /// Hour, and where it stands.
    pub ticks: Vec<(i64, i64)>,
    pub width: i64,
    /// The same in words.
    pub text: String,
}

pub struct Day {
    pub label: String,
    /// Where it stands, from above.
    pub y: i64,
    /// Beginning and length of each stretch in which the contact may be called.
    pub open: Vec<(i64, i64)>,
    /// Where the chosen moment lies.
    pub chosen: Option<i64>,
}

/// `chosen` is marked in the zone whose clock the roster goes by.
pub fn week(roster: &Roster, chosen: Option<(Timestamp, &Zone)>, words: &Words) -> Week {
    let chosen = chosen.map(|(at, zone)| zone.local(at));
    let days = DAYS.into_iter().zip(0..).map(|(day, row)| {
        let at = chosen.filter(|at| at.weekday() == day);
        Day {
            label: words.weekday(day),
            y: row * ROW,
            open: stretches(roster.slots(day)),
            chosen: at.and_then(|at| place(i64::from(at.hour()), i64::from(at.minute()))),
        }
    });
    Week {
        days: days.collect(),
        ticks: TICKS
            .into_iter()
            .map(|hour| (hour, (hour - FIRST_HOUR) * 2 * SLOT))
            .collect(),
        width: i64::from(SLOTS) * SLOT,
        text: words.roster(roster),
    }
}

/// Unbroken stretches of half hours.
fn stretches(slots: u32) -> Vec<(i64, i64)> {
    let mut open: Vec<(i64, i64)> = Vec::new();
    for slot in 0..i64::from(SLOTS) {
        if slots >> slot & 1 == 0 {
            continue;
        }
        let from = slot * SLOT;
        match open
            .last_mut()
            .filter(|(begin, length)| begin + length == from)
        {
            Some((_, length)) => *length += SLOT,
            None => open.push((from, SLOT)),
        }
    }
    open
}

fn place(hour: i64, minute: i64) -> Option<i64> {
    let minutes = (hour - FIRST_HOUR) * 60 + minute;
    let place = minutes * SLOT / 30;
    (0..i64::from(SLOTS) * SLOT)
        .contains(&place)
        .then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn the_chosen_moment_lies_on_its_day_in_the_contacts_own_time() {
        let roster = Roster::parse("mo 08:00-09:00; mo 10:00-10:30; tu 14:00-").unwrap();
        let zone = Zone::new("Europe/Berlin").unwrap();
        let words = Words::new(Language::German, zone.clone());
        // A Tuesday, 14:30 in Berlin.
        let at: Timestamp = "2026-11-24T13:30:00Z".parse().unwrap();
        let week = week(&roster, Some((at, &zone)), &words);
        assert_eq!(week.days[0].open, [(0, 2 * SLOT), (4 * SLOT, SLOT)]);
        assert_eq!(week.days[1].open, [(12 * SLOT, 16 * SLOT)]);
        let marked: Vec<Option<i64>> = week.days.iter().map(|day| day.chosen).collect();
        assert_eq!(marked[1], Some(13 * SLOT));
        assert_eq!(marked.iter().flatten().count(), 1);
        assert!(week.text.starts_with("Mo "), "{}", week.text);
    }
}
