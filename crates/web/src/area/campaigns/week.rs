//! A week of half hours, drawn.

use crate::words::Words;
use engine::Roster;
use jiff::civil::Weekday;

/// For an SVG of 28 half hours to the right and seven days down.
pub struct Week {
    pub days: Vec<Day>,
    /// Hours with their place.
    pub hours: Vec<(i64, String)>,
    /// The same in words.
    pub told: String,
}

pub struct Day {
    pub label: String,
    pub top: i64,
    pub middle: i64,
    /// Stretches that may be called: from the left, and how wide.
    pub bars: Vec<(i64, i64)>,
}

pub const DAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// One half hour is so wide, one day so high; days' names stand to the left.
const WIDE: i64 = 20;
const HIGH: i64 = 22;
const LEFT: i64 = 40;
const TOP: i64 = 20;

pub fn week(roster: &Roster, words: &Words) -> Week {
    let day = |(place, day): (usize, Weekday)| {
        let top = TOP + HIGH * i64::try_from(place).unwrap_or_default();
        Day {
            label: words.weekday(day),
            top,
            middle: top + HIGH / 2 + 4,
            bars: bars(roster.slots(day)),
        }
    };
    Week {
        days: DAYS.into_iter().enumerate().map(day).collect(),
        hours: (8..=22)
            .step_by(2)
            .map(|hour| (LEFT + (hour - 8) * 2 * WIDE, format!("{hour:02}")))
            .collect(),
        told: words.roster(roster),
    }
}

fn bars(slots: u32) -> Vec<(i64, i64)> {
    let mut bars: Vec<(i64, i64)> = Vec::new();
    for slot in 0..i64::from(engine::roster::SLOTS) {
        if slots & (1 << slot) == 0 {
            continue;
        }
        let left = LEFT + slot * WIDE;
        match bars.last_mut() {
            Some((from, wide)) if *from + *wide == left => *wide += WIDE,
            _ => bars.push((left, WIDE)),
        }
    }
    bars
}
