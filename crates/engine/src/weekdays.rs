//! A set of weekdays, written `mo-fr` or `mo,we,sa-su`.

use jiff::civil::Weekday;
use std::fmt;

/// Bit 0 is Monday.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weekdays(u8);

const NAMES: [(&str, Weekday); 7] = [
    ("mo", Weekday::Monday),
    ("tu", Weekday::Tuesday),
    ("we", Weekday::Wednesday),
    ("th", Weekday::Thursday),
    ("fr", Weekday::Friday),
    ("sa", Weekday::Saturday),
    ("su", Weekday::Sunday),
];

/// A word that is no weekday.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a weekday: write mo, tu, we, th, fr, sa, su, or a range such as mo-fr")]
pub struct WeekdaysError(pub String);

impl Weekdays {
    pub const NONE: Weekdays = Weekdays(0);
    pub const ALL: Weekdays = Weekdays(0x7f);

    pub fn contains(self, day: Weekday) -> bool {
        self.0 & bit(day) != 0
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    #[must_use]
    pub fn with(self, day: Weekday) -> Self {
        Self(self.0 | bit(day))
    }

    /// Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        NAMES
            .into_iter()
            .map(|(_, day)| day)
            .filter(move |day| self.contains(*day))
    }

    /// Reads a list of days and ranges; a range may run over the weekend (`fr-mo`).
    pub fn parse(text: &str) -> Result<Self, WeekdaysError> {
        let mut days = Self::NONE;
        for part in text.split(',') {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let (first, last) = (weekday(first)?, weekday(last)?);
            let mut day = first;
            days = days.with(day);
            while day != last {
                day = day.next();
                days = days.with(day);
            }
        }
        Ok(days)
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.to_monday_zero_offset()
}

fn weekday(text: &str) -> Result<Weekday, WeekdaysError> {
    let word = text.trim();
    NAMES
        .into_iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(word))
        .map(|(_, day)| day)
        .ok_or_else(|| WeekdaysError(word.to_owned()))
}

impl fmt::Display for Weekdays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        let mut run: Option<(&str, &str)> = None;
        for (name, day) in NAMES {
            match (run, self.contains(day)) {
                (Some((first, _)), true) => run = Some((first, name)),
                (None, true) => run = Some((name, name)),
                (Some(ended), false) => {
                    write_run(f, separator, ended)?;
                    separator = ",";
                    run = None;
                }
                (None, false) => {}
            }
        }
        run.map_or(Ok(()), |ended| write_run(f, separator, ended))
    }
}

fn write_run(
    f: &mut fmt::Formatter<'_>,
    separator: &str,
    (first, last): (&str, &str),
) -> fmt::Result {
    if first == last {
        write!(f, "{separator}{first}")
    } else {
        write!(f, "{separator}{first}-{last}")
    }
}

impl fmt::Debug for Weekdays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Weekdays({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_set_agree() {
        for (text, shown) in [
            ("mo-fr", "mo-fr"),
            ("MO, we ,Th", "mo,we-th"),
            ("fr-mo", "mo,fr-su"),
            ("su", "su"),
            ("mo-su", "mo-su"),
            ("tu-tu", "tu"),
        ] {
            assert_eq!(Weekdays::parse(text).unwrap().to_string(), shown);
        }
        let weekend = Weekdays::parse("sa-su").unwrap();
        assert!(weekend.contains(Weekday::Sunday) && !weekend.contains(Weekday::Friday));
        assert_eq!(
            weekend.iter().collect::<Vec<_>>(),
            [Weekday::Saturday, Weekday::Sunday]
        );
    }

    #[test]
    fn wrong_words_are_named() {
        for (text, word) in [
            ("mo-", "``"),
            ("", "``"),
            ("mo,xx", "`xx`"),
            ("mo-fr-su", "`fr-su`"),
        ] {
            let error = Weekdays::parse(text).unwrap_err().to_string();
            assert!(error.contains(word), "{error}");
        }
    }
}
