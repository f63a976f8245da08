//! Reads a callback expression and names everything that is wrong with it.

use super::expression::{
    DatePart, DateUnit, Expression, Frame, LARGEST_OFFSET, TimePart, TimeUnit, from_day_bits,
};
use super::problem::{ExpressionError, ExpressionProblem};
use crate::time_of_day::TimeOfDay;
use crate::weekdays::Weekdays;
use jiff::civil::{Date, Time};
use std::str::FromStr;

/// An item of the text and where it begins.
#[derive(Clone, Copy)]
struct Item<'t> {
    position: usize,
    text: &'t str,
}

/// What was read under one key, with the item that said it.
type Found<'t, T> = Option<(Item<'t>, T)>;

#[derive(Default)]
struct Reader<'t> {
    date: Found<'t, Option<DatePart>>,
    date_add: Found<'t, Option<DatePart>>,
    time: Found<'t, Option<TimePart>>,
    time_add: Found<'t, Option<TimePart>>,
    frame: Found<'t, Option<u16>>,
    frame_start: Found<'t, Option<Time>>,
    days: Found<'t, Option<Weekdays>>,
    read_only: Found<'t, Option<bool>>,
    problems: Vec<ExpressionProblem>,
}

type Reading<T> = Result<T, (&'static str, String)>;

impl FromStr for Expression {
    type Err = ExpressionError;

    fn from_str(text: &str) -> Result<Self, ExpressionError> {
        let mut reader = Reader::default();
        for item in items(text) {
            reader.take(item);
        }
        reader.finish()
    }
}

impl TryFrom<String> for Expression {
    type Error = ExpressionError;

    fn try_from(text: String) -> Result<Self, ExpressionError> {
        text.parse()
    }
}

/// The items between the commas; a text of blanks has none.
fn items(text: &str) -> impl Iterator<Item = Item<'_>> {
    let mut position = 1;
    let blank = text.trim().is_empty();
    text.split(',').filter(move |_| !blank).map(move |raw| {
        let leading = raw.chars().take_while(|c| c.is_whitespace()).count();
        let item = Item {
            position: position + leading,
            text: raw.trim(),
        };
        position += raw.chars().count() + 1;
        item
    })
}

impl<'t> Reader<'t> {
    fn take(&mut self, item: Item<'t>) {
        let Some((key, value)) = item.text.split_once('=') else {
            return self.blame(item, "this is no item", KEYS.to_owned());
        };
        let value = value.trim();
        let problems = &mut self.problems;
        match key.trim().to_ascii_lowercase().as_str() {
            "date" => store(&mut self.date, problems, item, date(value)),
            "dateadd" => store(&mut self.date_add, problems, item, date_add(value)),
            "time" => store(
                &mut self.time,
                problems,
                item,
                time(value).map(TimePart::At),
            ),
            "timeadd" => store(&mut self.time_add, problems, item, time_add(value)),
            "timeframe" => store(&mut self.frame, problems, item, frame(value)),
            "timeframestart" => store(&mut self.frame_start, problems, item, time(value)),
            "callbackdays" => store(&mut self.days, problems, item, days(value)),
            "readonly" => store(&mut self.read_only, problems, item, read_only(value)),
            _ => self.blame(item, "this key is not known", KEYS.to_owned()),
        }
    }

    fn finish(mut self) -> Result<Expression, ExpressionError> {
        self.refuse_both(
            self.date.map(|f| f.0),
            self.date_add.map(|f| f.0),
            "Date",
            "DateAdd",
        );
        self.refuse_both(
            self.time.map(|f| f.0),
            self.time_add.map(|f| f.0),
            "Time",
            "TimeAdd",
        );
        let frame = self.window();
        if self.problems.is_empty() {
            Ok(Expression {
                date: read(self.date).or(read(self.date_add)),
                time: read(self.time).or(read(self.time_add)),
                frame,
                days: read(self.days),
                read_only: read(self.read_only).unwrap_or(false),
            })
        } else {
            self.problems.sort_by_key(|problem| problem.position);
            Err(ExpressionError {
                problems: self.problems,
            })
        }
    }

    fn refuse_both(&mut self, one: Option<Item>, other: Option<Item>, key: &str, other_key: &str) {
        if let (Some(one), Some(other)) = (one, other) {
            let later = if one.position > other.position {
                one
            } else {
                other
            };
            let write = format!("write either `{key}` or `{other_key}`");
            self.blame(later, "two items contradict each other", write);
        }
    }

    fn window(&mut self) -> Option<Frame> {
        match (self.frame, self.frame_start) {
            (Some((item, width)), Some((_, start))) => {
                let (start, width) = (start?, width?);
                let frame = Frame::new(start, width);
                if frame.is_none() {
                    let room = TimeOfDay::END.minutes() - TimeOfDay::of(start).minutes();
                    let write = format!("write at most `TimeFrame={room}m`");
                    self.blame(item, "the window runs past midnight", write);
                }
                frame
            }
            (Some((item, _)), None) => {
                let write = "add its begin, such as `TimeFrameStart=9:00`".to_owned();
                self.blame(item, "the window has no begin", write);
                None
            }
            (None, Some((item, _))) => {
                let write = "add its width in minutes, such as `TimeFrame=180m`".to_owned();
                self.blame(item, "the window has no width", write);
                None
            }
            (None, None) => None,
        }
    }

    fn blame(&mut self, item: Item, wrong: &str, write: String) {
        self.problems.push(problem(item, wrong, write));
    }
}

const KEYS: &str = "write one of Date=, DateAdd=, Time=, TimeAdd=, TimeFrame=, TimeFrameStart=, \
                    CallBackDays=, ReadOnly=";

fn problem(item: Item, wrong: &str, write: String) -> ExpressionProblem {
    let Item { position, text } = item;
    ExpressionProblem {
        position,
        item: text.to_owned(),
        wrong: wrong.to_owned(),
        write,
    }
}

/// An item that cannot be read still counts as written, so that its twin is found too.
fn store<'t, T>(
    place: &mut Found<'t, Option<T>>,
    problems: &mut Vec<ExpressionProblem>,
    item: Item<'t>,
    reading: Reading<T>,
) {
    let value = match reading {
        Ok(value) => Some(value),
        Err((wrong, write)) => {
            problems.push(problem(item, wrong, write));
            None
        }
    };
    if place.is_some() {
        let write = "leave one of the two out".to_owned();
        problems.push(problem(item, "this item is written twice", write));
    } else {
        *place = Some((item, value));
    }
}

fn read<T>(found: Found<'_, Option<T>>) -> Option<T> {
    found.and_then(|(_, value)| value)
}

fn date(text: &str) -> Reading<DatePart> {
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

fn time(text: &str) -> Reading<Time> {
    TimeOfDay::parse(text)
        .and_then(TimeOfDay::time)
        .ok_or_else(|| {
            (
                "no such time",
                "write hours and minutes, `0:00` to `23:59`".to_owned(),
            )
        })
}

fn date_add(text: &str) -> Reading<DatePart> {
    let units = [('d', DateUnit::Days), ('m', DateUnit::Months)];
    let (count, unit) = offset(
        text,
        &units,
        "write a number up to 9999 with `d` (days) or `m` (months), such as `DateAdd=2m`",
    )?;
    Ok(DatePart::Add(count, unit))
}

fn time_add(text: &str) -> Reading<TimePart> {
    let units = [('m', TimeUnit::Minutes), ('h', TimeUnit::Hours)];
    let (count, unit) = offset(
        text,
        &units,
        "write a number up to 9999 with `m` (minutes) or `h` (hours), such as `TimeAdd=30m`",
    )?;
    Ok(TimePart::Add(count, unit))
}

fn frame(text: &str) -> Reading<u16> {
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

fn days(text: &str) -> Reading<Weekdays> {
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

fn read_only(text: &str) -> Reading<bool> {
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
