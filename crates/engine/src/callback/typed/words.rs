//! The words of days and times in four languages, without accents, in small letters.

mod dutch;
mod english;
mod german;
mod hungarian;

use jiff::civil::Weekday;

/// A part of the day, with the hour at which it begins for us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Forenoon,
    Noon,
    Afternoon,
    Evening,
}

impl Part {
    pub fn hour(self) -> u32 {
        match self {
            Self::Morning => 9,
            Self::Forenoon => 10,
            Self::Noon => 12,
            Self::Afternoon => 14,
            Self::Evening => 18,
        }
    }
}

/// What a word says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// So many days from today.
    Day(i32),
    DayPart(i32, Part),
    /// A day if none was said yet, else a part of it: `morgen`.
    DayOrPart(i32, Part),
    Weekday(Weekday),
    WeekdayPart(Weekday, Part),
    Month(i8),
    Part(Part),
    Next,
    Week,
    /// What follows, or what went before, counts from now: `over`, `in`, `múlva`.
    FromNow,
    /// Half an hour before the hour that follows: `half 3` is 2:30.
    HalfTo,
    /// Half an hour after it.
    HalfPast,
    One,
    Filler,
}

/// What a word says after a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Minutes,
    /// Hours from now, and a time of day only beside a day.
    Hours,
    /// A time of day, and hours only after a word such as `over`.
    Clock,
    /// A time of day in any case.
    AtClock,
    BeforeNoon,
    AfterNoon,
    Days,
    Weeks,
}

pub(super) struct Words {
    pub example: &'static str,
    pub month_first: bool,
    pub phrases: &'static [(&'static str, &'static str)],
    pub words: &'static [(&'static str, Word)],
    pub units: &'static [(&'static str, Unit)],
}

impl Words {
    pub fn word(&self, spelled: &str) -> Option<Word> {
        let found = self.words.iter().find(|(known, _)| *known == spelled);
        found.map(|(_, word)| *word)
    }

    pub fn unit(&self, spelled: &str) -> Option<Unit> {
        let found = self.units.iter().find(|(known, _)| *known == spelled);
        found.map(|(_, unit)| *unit)
    }
}

pub(super) fn words_of(language: &str) -> &'static Words {
    match language.get(..2).unwrap_or_default() {
        "nl" => &dutch::WORDS,
        "de" => &german::WORDS,
        "hu" => &hungarian::WORDS,
        _ => &english::WORDS,
    }
}
