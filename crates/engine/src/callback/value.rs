//! The values of a callback expression's items.

use super::expression::{DatePart, DateUnit, LARGEST_OFFSET, TimePart, TimeUnit, from_day_bits};
use crate::time_of_day::TimeOfDay;
use crate::weekdays::Weekdays;
use jiff::civil::{Date, Time};

/// A value, or what is wrong with it and what to write instead.
pub type Reading<T> = Result<T, (&'static str, String)>;

pub fn date(text: &str) -> Reading<DatePart> {
    let parts: Vec<Option<u16>> = text.split('-').map(number).collect();
    let date = match parts.as_slice() {
        [Some(year @ 1000..), Some(month), Some(day)] => i16::try_from(*year)
            .ok()
            .zip(i8::try_from(*month).ok().zip(i8::try_from(*day).ok()))
            .and_then(|(year, (month, day))| Date::new(year, month, day).ok()),
        _ => None,
    };
    date.map(DatePart::On).ok_or_else(|| {
        (
            "no such date",
            "write year-month-day, such as `Date=2026-3-31`".to_owned(),
        )
    })
}

pub fn time(text: &str) -> Reading<Time> {
    TimeOfDay::parse(text)
        .and_then(TimeOfDay::time)
        .ok_or_else(|| {
            (
                "no such time",
                "write hours and minutes, `0:00` to `23:59`".to_owned(),
            )
        })
}

pub fn date_add(text: &str) -> Reading<DatePart> {
    let units = [('d', DateUnit::Days), ('m', DateUnit::Months)];
    let (count, unit) = offset(
        text,
        &units,
        "write a number up to 9999 with `d` (days) or `m` (months), such as `DateAdd=2m`",
    )?;
    Ok(DatePart::Add(count, unit))
}

pub fn time_add(text: &str) -> Reading<TimePart> {
    let units = [('m', TimeUnit::Minutes), ('h', TimeUnit::Hours)];
    let (count, unit) = offset(
        text,
        &units,
        "write a number up to 9999 with `m` (minutes) or `h` (hours), such as `TimeAdd=30m`",
    )?;
    Ok(TimePart::Add(count, unit))
}

pub fn frame(text: &str) -> Reading<u16> {
    let remedy = "write minutes, 1 to 1440, such as `TimeFrame=180m`";
    let (minutes, ()) = offset(text, &[('m', ())], remedy)?;
    if minutes == 0 || minutes > TimeOfDay::END.minutes() {
        return Err(("no width of a window", remedy.to_owned()));
    }
    Ok(minutes)
}

fn offset<U: Copy>(text: &str, units: &[(char, U)], remedy: &str) -> Reading<(u16, U)> {
    let read = || {
        let (letter, unit) = units.iter().find(|(letter, _)| text.ends_with(*letter))?;
        let count = number(text.strip_suffix(*letter)?.trim_end())?;
        (count <= LARGEST_OFFSET).then_some((count, *unit))
    };
    read().ok_or_else(|| ("no such offset", remedy.to_owned()))
}

pub fn days(text: &str) -> Reading<Weekdays> {
    match number(text).and_then(|bits| u8::try_from(bits).ok()) {
        Some(bits @ 1..=127) => Ok(from_day_bits(bits)),
        _ => Err((
            "no set of weekdays",
            "add up Sunday 1, Monday 2, Tuesday 4, Wednesday 8, Thursday 16, Friday 32, \
             Saturday 64, such as `CallBackDays=62`"
                .to_owned(),
        )),
    }
}

pub fn read_only(text: &str) -> Reading<bool> {
    match text {
        "1" => Ok(true),
        "0" => Ok(false),
        _ => Err((
            "neither yes nor no",
            "write `ReadOnly=1` or leave it out".to_owned(),
        )),
    }
}

/// Digits only: no sign, no blank.
fn number(text: &str) -> Option<u16> {
    text.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| text.parse().ok())
        .flatten()
}
