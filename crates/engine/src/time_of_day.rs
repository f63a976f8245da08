//! A time of day to the minute, `00:00` to `24:00`, as rosters, expressions and laws write it.

use jiff::civil::Time;
use std::fmt;

/// Minutes after midnight; 24:00 is the end of the day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

const DAY: u16 = 24 * 60;

impl TimeOfDay {
    pub const START: TimeOfDay = TimeOfDay(0);
    pub const END: TimeOfDay = TimeOfDay(DAY);

    pub const fn from_minutes(minutes: u16) -> Option<Self> {
        if minutes <= DAY {
            Some(Self(minutes))
        } else {
            None
        }
    }

    /// The minute that a clock shows, without its seconds.
    pub fn of(time: Time) -> Self {
        Self(time.hour().unsigned_abs() as u16 * 60 + time.minute().unsigned_abs() as u16)
    }

    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// The civil time; none for 24:00, which belongs to the next day.
    pub fn time(self) -> Option<Time> {
        let hour = i8::try_from(self.0 / 60).ok()?;
        let minute = i8::try_from(self.0 % 60).ok()?;
        Time::new(hour, minute, 0, 0).ok()
    }

    /// Reads `9:30`, `09:30` or `24:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.trim().split_once(':')?;
        if minute.len() != 2 {
            return None;
        }
        let (hour, minute) = (digits(hour)?, digits(minute)?);
        if minute > 59 || hour > 24 {
            return None;
        }
        Self::from_minutes(hour * 60 + minute)
    }
}

fn digits(text: &str) -> Option<u16> {
    if text.len() > 2 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl fmt::Debug for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_shows() {
        for (text, shown) in [("9:30", "09:30"), ("00:00", "00:00"), (" 24:00 ", "24:00")] {
            assert_eq!(TimeOfDay::parse(text).unwrap().to_string(), shown);
        }
        for wrong in [
            "", "9", "9:3", "24:01", "12:60", "-1:00", "+9:00", "9:30:00", "a:00",
        ] {
            assert_eq!(TimeOfDay::parse(wrong), None, "{wrong}");
        }
        assert_eq!(TimeOfDay::END.time(), None);
    }
}
