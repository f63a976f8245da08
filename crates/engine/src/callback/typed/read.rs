//! From words and figures to what they say about the day and the time.

use super::problem::TypedError;
use super::tokens::Token;
use super::words::{Part, Unit, Word, Words};
use jiff::civil::Weekday;

/// What a typed line says of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    /// So many days from today.
    Plus(i32),
    /// The same, at the time that it is now.
    In(i32),
    Weekday(Weekday),
    On {
        day: u32,
        month: u32,
        year: Option<u32>,
    },
}

/// All that a typed line says.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub text: String,
    pub day: Option<Day>,
    pub time: Option<(u32, u32)>,
    pub part: Option<Part>,
    /// Minutes from now.
    pub minutes: Option<i64>,
    pub next: bool,
    pub next_week: bool,
    /// A figure that is an hour if there is a day.
    pub bare: Option<u32>,
    /// `10.12`, which is a day or a time.
    pub dotted: Option<(u32, u32)>,
    /// Hours that are a time if there is a day: `Fr 10h`.
    pub hours: Option<u32>,
    half: Option<Word>,
    from_now: bool,
}

pub(super) fn read(
    text: &str,
    tokens: &[Token],
    words: &'static Words,
) -> Result<Found, TypedError> {
    let from_now = tokens.iter().any(|token| match token {
        Token::Word(spelled) => words.word(spelled) == Some(Word::FromNow),
        Token::Sign(sign) => *sign == '+',
        Token::Number { .. } => false,
    });
    let mut reader = Reader {
        tokens,
        words,
        at: 0,
        found: Found {
            text: text.trim().to_owned(),
            from_now,
            ..Found::default()
        },
    };
    while reader.at < tokens.len() {
        reader.step()?;
    }
    Ok(reader.found)
}

struct Reader<'a> {
    tokens: &'a [Token],
    words: &'static Words,
    at: usize,
    found: Found,
}

impl Reader<'_> {
    fn step(&mut self) -> Result<(), TypedError> {
        match self.peek(0) {
            Some(Token::Number { figure, digits }) => {
                let (figure, digits) = (*figure, *digits);
                self.number(figure, digits)
            }
            Some(Token::Word(spelled)) => {
                let spelled = spelled.clone();
                self.at += 1;
                self.word(&spelled)
            }
            Some(Token::Sign('+' | '.' | '-')) => {
                self.at += 1;
                Ok(())
            }
            Some(Token::Sign(sign)) => Err(self.unknown(&sign.to_string())),
            None => Ok(()),
        }
    }

    fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    fn figure(&self, ahead: usize) -> Option<u32> {
        match self.peek(ahead)? {
            Token::Number { figure, .. } => Some(*figure),
            _ => None,
        }
    }

    fn sign(&self, ahead: usize) -> Option<char> {
        match self.peek(ahead)? {
            Token::Sign(sign) => Some(*sign),
            _ => None,
        }
    }

    fn spelled(&self, ahead: usize) -> Option<&str> {
        match self.peek(ahead)? {
            Token::Word(word) => Some(word),
            _ => None,
        }
    }

    fn unit(&self, ahead: usize) -> Option<Unit> {
        self.spelled(ahead).and_then(|word| self.words.unit(word))
    }

    fn month(&self, ahead: usize) -> Option<u32> {
        match self.words.word(self.spelled(ahead)?)? {
            Word::Month(month) => Some(month.unsigned_abs().into()),
            _ => None,
        }
    }

    fn number(&mut self, first: u32, digits: usize) -> Result<(), TypedError> {
        if let Some(half) = self.found.half.take() {
            return self.half_hour(half, first);
        }
        if digits == 4 {
            return self.year_first(first);
        }
        match (self.sign(1), self.figure(2)) {
            (Some(':'), Some(minute)) => {
                self.at += 3;
                return self.time_with_ending(first, minute);
            }
            (Some('.'), Some(second)) => return self.dotted(first, second),
            (Some('-' | '/'), Some(second)) => {
                self.at += 3;
                return self.numeric_date(first, second);
            }
            _ => {}
        }
        // `24. december`, `24 dec`
        let gap = usize::from(self.sign(1) == Some('.'));
        if let Some(month) = self.month(1 + gap) {
            self.at += 2 + gap;
            return self.date(first, month);
        }
        // `9-kor`
        let gap = usize::from(self.sign(1) == Some('-'));
        if let Some(unit) = self.unit(1 + gap) {
            self.at += 2 + gap;
            return self.measure(first, unit);
        }
        self.at += 1;
        once(&mut self.found.bare, first, &self.found.text)
    }

    /// `half 3`
    fn half_hour(&mut self, half: Word, hour: u32) -> Result<(), TypedError> {
        self.at += 1;
        if let Some(Unit::Clock | Unit::AtClock) = self.unit(0) {
            self.at += 1;
        }
        let hour = match half {
            Word::HalfTo => hour.checked_sub(1).unwrap_or(23),
            _ => hour,
        };
        self.time(hour, 30)
    }

    /// `2026-12-24`, `2026.12.24.`, `2026. dec. 24.`
    fn year_first(&mut self, year: u32) -> Result<(), TypedError> {
        let gap = usize::from(self.sign(1).is_some());
        let (month, width) = match (self.figure(1 + gap), self.month(1 + gap)) {
            (Some(month), _) => (month, 1),
            (None, Some(month)) => (month, 1),
            (None, None) => return Err(self.unknown(&year.to_string())),
        };
        let behind = 1 + gap + width;
        let gap = usize::from(self.sign(behind).is_some());
        let Some(day) = self.figure(behind + gap) else {
            return Err(self.unknown(&year.to_string()));
        };
        self.at += behind + gap + 1;
        self.day(Day::On {
            day,
            month,
            year: Some(year),
        })
    }

    /// `24.12.`, `24.12.2026`, `14.30 uhr`, or a pair that the rest of the line decides on.
    fn dotted(&mut self, first: u32, second: u32) -> Result<(), TypedError> {
        let clock = matches!(self.unit(3), Some(Unit::Clock | Unit::AtClock));
        self.at += 3;
        if clock {
            self.at += 1;
            return self.time(first, second);
        }
        if self.sign(0) == Some('.') {
            return self.numeric_date(first, second);
        }
        once(&mut self.found.dotted, (first, second), &self.found.text)
    }

    /// Two figures of a date, and its year if one follows.
    fn numeric_date(&mut self, first: u32, second: u32) -> Result<(), TypedError> {
        if self.words.month_first {
            self.date(second, first)
        } else {
            self.date(first, second)
        }
    }

    fn date(&mut self, day: u32, month: u32) -> Result<(), TypedError> {
        let gap = usize::from(matches!(self.sign(0), Some('.' | '-' | '/')));
        let year = match self.peek(gap) {
            Some(Token::Number { figure, digits: 4 }) => Some(*figure),
            Some(Token::Number { figure, digits: 2 })
                if gap == 1 && !matches!(self.sign(gap + 1), Some(':')) && self.is_dashed() =>
            {
                Some(2000 + *figure)
            }
            _ => None,
        };
        self.at += if year.is_some() { gap + 1 } else { gap };
        self.day(Day::On { day, month, year })
    }

    /// A year of two figures follows upon `-` or `/` only: behind a point stands a time.
    fn is_dashed(&self) -> bool {
        matches!(self.sign(0), Some('-' | '/'))
    }

    /// A figure with its unit.
    fn measure(&mut self, figure: u32, unit: Unit) -> Result<(), TypedError> {
        match unit {
            Unit::Minutes => self.minutes(figure.into()),
            Unit::Hours | Unit::Clock if self.found.from_now => {
                self.minutes(i64::from(figure) * 60)
            }
            Unit::Hours => once(&mut self.found.hours, figure, &self.found.text),
            Unit::Clock | Unit::AtClock => {
                // `9u15`, `9 Uhr 15`
                let minute = self.figure(0).filter(|_| self.unit(1).is_none());
                self.at += usize::from(minute.is_some());
                self.time(figure, minute.unwrap_or(0))
            }
            Unit::BeforeNoon => self.time(twelve(figure, 0), 0),
            Unit::AfterNoon => self.time(twelve(figure, 12), 0),
            Unit::Days => self.day(Day::In(days(figure, 1))),
            Unit::Weeks => self.day(Day::In(days(figure, 7))),
        }
    }

    /// Hours and minutes from now add up.
    fn minutes(&mut self, more: i64) -> Result<(), TypedError> {
        let sum = self.found.minutes.unwrap_or(0).saturating_add(more);
        self.found.minutes = Some(sum);
        Ok(())
    }

    /// `14:30`, `2:30 pm`, `14:30 uur`
    fn time_with_ending(&mut self, hour: u32, minute: u32) -> Result<(), TypedError> {
        let hour = match self.unit(usize::from(self.sign(0) == Some('-'))) {
            Some(Unit::BeforeNoon) => twelve(hour, 0),
            Some(Unit::AfterNoon) => twelve(hour, 12),
            Some(Unit::Clock | Unit::AtClock | Unit::Hours) => hour,
            _ => return self.time(hour, minute),
        };
        self.at += 1 + usize::from(self.sign(0) == Some('-'));
        self.time(hour, minute)
    }

    fn time(&mut self, hour: u32, minute: u32) -> Result<(), TypedError> {
        once(&mut self.found.time, (hour, minute), &self.found.text)
    }

    fn day(&mut self, day: Day) -> Result<(), TypedError> {
        once(&mut self.found.day, day, &self.found.text)
    }

    fn part(&mut self, part: Part) -> Result<(), TypedError> {
        once(&mut self.found.part, part, &self.found.text)
    }

    fn word(&mut self, spelled: &str) -> Result<(), TypedError> {
        match self.words.word(spelled) {
            None => Err(self.unknown(spelled)),
            Some(Word::Day(days)) => self.day(Day::Plus(days)),
            Some(Word::DayPart(days, part)) => {
                self.day(Day::Plus(days))?;
                self.part(part)
            }
            Some(Word::DayOrPart(days, part)) => {
                if self.found.day.is_some() {
                    self.part(part)
                } else {
                    self.day(Day::Plus(days))
                }
            }
            Some(Word::Weekday(day)) => self.day(Day::Weekday(day)),
            Some(Word::WeekdayPart(day, part)) => {
                self.day(Day::Weekday(day))?;
                self.part(part)
            }
            Some(Word::Month(month)) => self.month_first(spelled, month.unsigned_abs().into()),
            Some(Word::Part(part)) => self.part(part),
            Some(Word::Next) => {
                self.found.next = true;
                Ok(())
            }
            Some(Word::Week) if self.found.next => {
                self.found.next = false;
                self.found.next_week = true;
                Ok(())
            }
            Some(Word::Week) => Err(self.unknown(spelled)),
            Some(half @ (Word::HalfTo | Word::HalfPast)) => {
                self.found.half = Some(half);
                Ok(())
            }
            Some(Word::One) => match self.unit(0) {
                Some(unit) => {
                    self.at += 1;
                    self.measure(1, unit)
                }
                None => Ok(()),
            },
            Some(Word::FromNow | Word::Filler) => Ok(()),
        }
    }

    /// `dec. 24.`, `december 24`
    fn month_first(&mut self, spelled: &str, month: u32) -> Result<(), TypedError> {
        let gap = usize::from(self.sign(0) == Some('.'));
        let Some(day) = self.figure(gap) else {
            return Err(self.unknown(spelled));
        };
        self.at += gap + 1;
        self.date(day, month)
    }

    fn unknown(&self, word: &str) -> TypedError {
        TypedError::Unknown {
            word: word.to_owned(),
            example: self.words.example,
        }
    }
}

/// Twelve hours before or behind noon; what is no such hour stays wrong.
fn twelve(hour: u32, base: u32) -> u32 {
    match hour {
        12 => base,
        1..=11 => hour + base,
        _ => u32::MAX,
    }
}

fn days(figure: u32, of: i32) -> i32 {
    i32::try_from(figure).unwrap_or(i32::MAX).saturating_mul(of)
}

/// Says something for the first time.
fn once<T>(place: &mut Option<T>, value: T, text: &str) -> Result<(), TypedError> {
    if place.is_some() {
        return Err(TypedError::Twice {
            text: text.to_owned(),
        });
    }
    *place = Some(value);
    Ok(())
}
