//! The callback expression as fields, and its canonical text.
//!
//! `Date=2026-3-1` or `DateAdd=2m` · `Time=18:00` or `TimeAdd=30m` · `TimeFrameStart=9:00` with
//! `TimeFrame=180m` · `CallBackDays=62` · `ReadOnly=1`. In `DateAdd` `d` is days and `m` months,
//! in `TimeAdd` `m` is minutes and `h` hours.

use crate::time_of_day::TimeOfDay;
use crate::weekdays::Weekdays;
use jiff::civil::{Date, Time, Weekday};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The largest number that `DateAdd` and `TimeAdd` take.
pub const LARGEST_OFFSET: u16 = 9999;

/// When a contact is due again. Everything left out is left as it is at the base.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Expression {
    pub date: Option<DatePart>,
    pub time: Option<TimePart>,
    pub frame: Option<Frame>,
    /// The weekdays it may fall on; never an empty set.
    pub days: Option<Weekdays>,
    /// The agent may not choose another instant.
    pub read_only: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DatePart {
    On(Date),
    Add(u16, DateUnit),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateUnit {
    Days,
    Months,
}

/// A time on the wall, or a stretch of elapsed time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimePart {
    At(Time),
    Add(u16, TimeUnit),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    Minutes,
    Hours,
}

/// A window within one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Frame {
    start: Time,
    minutes: u16,
}

impl Frame {
    /// None where the window is empty or runs past midnight.
    pub fn new(start: Time, minutes: u16) -> Option<Self> {
        let room = TimeOfDay::END.minutes() - TimeOfDay::of(start).minutes();
        (minutes > 0 && minutes <= room).then_some(Self { start, minutes })
    }

    pub fn start(self) -> Time {
        self.start
    }

    pub fn minutes(self) -> u16 {
        self.minutes
    }

    /// The first minute after the window.
    pub fn end(self) -> TimeOfDay {
        let end = TimeOfDay::of(self.start)
            .minutes()
            .saturating_add(self.minutes);
        TimeOfDay::from_minutes(end).unwrap_or(TimeOfDay::END)
    }
}

/// Sunday is 1, Monday 2, Saturday 64.
pub(super) fn day_bits(days: Weekdays) -> u8 {
    days.iter().fold(0, |bits, day| bits | day_bit(day))
}

pub(super) fn from_day_bits(bits: u8) -> Weekdays {
    Weekdays::ALL
        .iter()
        .filter(|day| bits & day_bit(*day) != 0)
        .fold(Weekdays::NONE, Weekdays::with)
}

fn day_bit(day: Weekday) -> u8 {
    1 << day.to_sunday_zero_offset()
}

impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let items = [
            self.date.map(|date| date.to_string()),
            self.time.map(|time| time.to_string()),
            self.frame.map(|frame| frame.to_string()),
            self.days
                .map(|days| format!("CallBackDays={}", day_bits(days))),
            self.read_only.then(|| "ReadOnly=1".to_owned()),
        ];
        let items: Vec<String> = items.into_iter().flatten().collect();
        f.write_str(&items.join(", "))
    }
}

impl fmt::Display for DatePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(date) => write!(f, "Date={date}"),
            Self::Add(count, DateUnit::Days) => write!(f, "DateAdd={count}d"),
            Self::Add(count, DateUnit::Months) => write!(f, "DateAdd={count}m"),
        }
    }
}

impl fmt::Display for TimePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(time) => write!(f, "Time={}", TimeOfDay::of(*time)),
            Self::Add(count, TimeUnit::Minutes) => write!(f, "TimeAdd={count}m"),
            Self::Add(count, TimeUnit::Hours) => write!(f, "TimeAdd={count}h"),
        }
    }
}

impl fmt::Display for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = TimeOfDay::of(self.start);
        write!(f, "TimeFrame={}m, TimeFrameStart={start}", self.minutes)
    }
}

impl From<Expression> for String {
    fn from(expression: Expression) -> String {
        expression.to_string()
    }
}
