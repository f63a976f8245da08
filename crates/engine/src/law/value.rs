//! The values of a jurisdiction file: dates, hours, days, kinds of contact.

mod words;

pub use words::{abandoned_of, bases, basis, kept, owed, purposes};

use super::calendar::{DayOfYear, Moves, Nth};
use super::section::{Wrong, wrong};
use crate::contact_kind::ContactKind;
use crate::profile::MOST_DAYS;
use crate::time_of_day::TimeOfDay;
use crate::weekdays::Weekdays;
use crate::zone::Zone;
use jiff::SignedDuration;
use jiff::civil::Date;
use toml::de::DeValue;

pub fn text(value: &DeValue<'_>) -> Result<String, Wrong> {
    match value.as_str() {
        Some(text) if !text.trim().is_empty() => Ok(text.to_owned()),
        _ => Err(wrong("not a text", "write some words in quotes")),
    }
}

pub fn id(value: &DeValue<'_>) -> Result<String, Wrong> {
    let text = text(value)?;
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if text.bytes().all(plain) {
        Ok(text)
    } else {
        Err(wrong(
            "no plain name",
            "write small letters, digits and `_` only",
        ))
    }
}

pub fn country(value: &DeValue<'_>) -> Result<String, Wrong> {
    match value.as_str() {
        Some(text) if text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()) => {
            Ok(text.to_owned())
        }
        _ => Err(wrong(
            "not a country",
            "write its two capital letters, such as \"NL\"",
        )),
    }
}

pub fn zone(value: &DeValue<'_>) -> Result<Zone, Wrong> {
    Zone::new(&text(value)?).map_err(|error| wrong(&error.to_string(), ""))
}

pub fn yes_or_no(value: &DeValue<'_>) -> Result<bool, Wrong> {
    value
        .as_bool()
        .ok_or_else(|| wrong("neither true nor false", "write true or false"))
}

pub fn date(value: &DeValue<'_>) -> Result<Date, Wrong> {
    let read = || {
        let whole = value.as_datetime().filter(|whole| whole.time.is_none())?;
        let date = whole.date?;
        let (year, month) = (
            i16::try_from(date.year).ok()?,
            i8::try_from(date.month).ok()?,
        );
        Date::new(year, month, i8::try_from(date.day).ok()?).ok()
    };
    read().ok_or_else(|| wrong("not a date", "write it without quotes, such as 2026-07-01"))
}

pub fn time(value: &DeValue<'_>) -> Result<TimeOfDay, Wrong> {
    value
        .as_str()
        .and_then(TimeOfDay::parse)
        .ok_or_else(|| wrong("not a time of day", "write it in quotes, such as \"18:30\""))
}

pub fn days(value: &DeValue<'_>) -> Result<Weekdays, Wrong> {
    Weekdays::parse(value.as_str().unwrap_or_default())
        .map_err(|error| wrong(&error.to_string(), ""))
}

pub fn kinds(value: &DeValue<'_>) -> Result<Vec<ContactKind>, Wrong> {
    let entries = value.as_array().into_iter().flatten();
    let kinds: Option<Vec<ContactKind>> = entries
        .map(|kind| kind.get_ref().as_str()?.parse().ok())
        .collect();
    kinds.filter(|kinds| !kinds.is_empty()).ok_or_else(|| {
        wrong(
            "no kinds of contact",
            "list \"consumer\", \"sole_trader\", \"company\"",
        )
    })
}

/// `12-24`, `easter+39`, `easter-2`, `first mo 05` or `last mo 05`.
pub fn day_of_year(value: &DeValue<'_>) -> Result<DayOfYear, Wrong> {
    value.as_str().and_then(parse_day_of_year).ok_or_else(|| {
        wrong(
            "not a day of the year",
            "write month and day, \"12-24\", or \"easter+39\", or \"last mo 05\"",
        )
    })
}

fn parse_day_of_year(text: &str) -> Option<DayOfYear> {
    if let Some(offset) = text.strip_prefix("easter") {
        // From 22 March, the earliest Easter, back and forth within the year.
        return offset
            .parse()
            .ok()
            .filter(|days| (-80..=250).contains(days))
            .map(DayOfYear::Easter);
    }
    if let Some((nth, rest)) = text.split_once(' ') {
        return nth_weekday(nth, rest);
    }
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    // 29 February is a day too: 2024 has it.
    Date::new(2024, month, day).ok()?;
    Some(DayOfYear::Fixed {
        month,
        day,
        moves: Moves::default(),
    })
}

fn nth_weekday(nth: &str, rest: &str) -> Option<DayOfYear> {
    let nth = match nth {
        "first" => Nth::From(1),
        "second" => Nth::From(2),
        "third" => Nth::From(3),
        "fourth" => Nth::From(4),
        "last" => Nth::Last,
        _ => return None,
    };
    let (day, month) = rest.split_once(' ')?;
    let days = Weekdays::parse(day).ok()?;
    let all = jiff::civil::Weekday::Monday.cycle_forward().take(7);
    let mut named = all.filter(|weekday| days.contains(*weekday));
    let (Some(weekday), None) = (named.next(), named.next()) else {
        return None;
    };
    let month = month
        .parse()
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    Some(DayOfYear::Nth {
        nth,
        weekday,
        month,
    })
}

pub fn shift(value: &DeValue<'_>) -> Result<i8, Wrong> {
    integer(value)
        .and_then(|days| i8::try_from(days).ok())
        .filter(|days| (-6..=6).contains(days) && *days != 0)
        .ok_or_else(|| wrong("no number of days", "write -1 for Saturday or 1 for Monday"))
}

pub fn count(value: &DeValue<'_>) -> Result<u32, Wrong> {
    integer(value)
        .and_then(|count| u32::try_from(count).ok())
        .filter(|count| *count > 0)
        .ok_or_else(|| wrong("not a count", "write a whole number, 1 or more"))
}

/// Days over which dials are counted.
pub fn remembered_days(value: &DeValue<'_>) -> Result<u32, Wrong> {
    count(value).and_then(|days| match days {
        2..=MOST_DAYS => Ok(days),
        _ => Err(wrong(
            "not a number of days that are remembered",
            "write 2 to 92; `dials_per_day` counts within one",
        )),
    })
}

pub fn minutes(value: &DeValue<'_>) -> Result<SignedDuration, Wrong> {
    count(value).map(|minutes| SignedDuration::from_mins(i64::from(minutes)))
}

pub fn seconds(value: &DeValue<'_>) -> Result<SignedDuration, Wrong> {
    count(value).map(|seconds| SignedDuration::from_secs(i64::from(seconds)))
}

pub fn hours(value: &DeValue<'_>) -> Result<SignedDuration, Wrong> {
    count(value).map(|hours| SignedDuration::from_hours(i64::from(hours)))
}

pub fn per_mille(value: &DeValue<'_>) -> Result<u32, Wrong> {
    let share = count(value).ok().filter(|share| *share < 1000);
    share.ok_or_else(|| wrong("no share of a thousand", "write 30 for three per cent"))
}

fn integer(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}
