//! Reads a callback expression and names everything that is wrong with it.

use super::expression::{DatePart, Expression, Frame, TimePart};
use super::problem::{ExpressionError, ExpressionProblem};
use super::value::{self, Reading};
use crate::time_of_day::TimeOfDay;
use crate::weekdays::Weekdays;
use jiff::civil::Time;
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
            "date" => store(&mut self.date, problems, item, value::date(value)),
            "dateadd" => store(&mut self.date_add, problems, item, value::date_add(value)),
            "time" => store(
                &mut self.time,
                problems,
                item,
                value::time(value).map(TimePart::At),
            ),
            "timeadd" => store(&mut self.time_add, problems, item, value::time_add(value)),
            "timeframe" => store(&mut self.frame, problems, item, value::frame(value)),
            "timeframestart" => store(&mut self.frame_start, problems, item, value::time(value)),
            "callbackdays" => store(&mut self.days, problems, item, value::days(value)),
            "readonly" => store(&mut self.read_only, problems, item, value::read_only(value)),
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
