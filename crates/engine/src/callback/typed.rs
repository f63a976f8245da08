//! A callback as people type it: `di 14:30`, `morgen früh`, `holnap 9-kor`, `next tue 2pm`.
//!
//! Words are those of one language. The clock has 24 hours; `pm`, an afternoon or an evening
//! beside an hour up to 11 moves it behind noon. What is left out is filled in by rule:
//!
//! - a time without a day is today, or tomorrow when it has passed;
//! - a weekday is the first one still ahead, today included; with `next` never today;
//! - a date without a year is this year's, or next year's when it has passed;
//! - a day without a time means nine in the morning, `next week` its Monday;
//! - `today`, a part of today, or a date with its year that has passed is refused;
//! - `h` alone counts hours from now, up to twelve of them; with a day it is a time;
//! - day and month stand in that order, in Hungarian the other way round;
//! - what can be read in two ways is refused with both.
//!
//! A time in the gap of summer time is the first valid instant, in the fold the first of two.

mod problem;
mod read;
mod resolve;
mod tokens;
mod words;

pub use problem::TypedError;
pub use resolve::{Preset, presets};

use crate::zone::Zone;
use jiff::Timestamp;
use words::words_of;

/// The instant that is meant, on the clock of the contact. A language that is not known is
/// read as English.
pub fn parse(
    text: &str,
    now: Timestamp,
    zone: &Zone,
    language: &str,
) -> Result<Timestamp, TypedError> {
    let words = words_of(language);
    let tokens = tokens::split(text, words.phrases);
    if tokens.is_empty() {
        return Err(TypedError::Empty {
            example: words.example,
        });
    }
    let found = read::read(text, &tokens, words)?;
    resolve::resolve(found, now, zone)
}
