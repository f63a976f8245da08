//! The order in which a client wants contacts called: a text that sorts, and from when on.
//! It goes before all other order, holds for one attempt, and is then forgotten.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What is asked for: `value`, or `value#2026-05-01T06:30:00Z` for not before that instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedOrder {
    pub value: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Timestamp>,
}

/// Where a contact stands in that order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallOrder {
    pub value: String,
    /// It is wanted from then on.
    pub from: Timestamp,
    /// Its time has come: it stands in the order. Until then it waits outside.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub awake: bool,
}

/// Longer texts order nothing that people can follow.
const LONGEST: usize = 64;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallOrderError {
    #[error("no order: write a text that sorts, such as `A10`")]
    Empty,
    #[error("longer than {LONGEST} characters: write a shorter one")]
    TooLong,
    #[error("`{0}` is no instant: write it in UTC such as `A10#2026-05-01T06:30:00Z`")]
    NoInstant(String),
}

impl FromStr for AskedOrder {
    type Err = CallOrderError;

    fn from_str(text: &str) -> Result<Self, CallOrderError> {
        let (value, instant) = match text.rsplit_once('#') {
            Some((value, instant)) => (value.trim(), Some(instant.trim())),
            None => (text.trim(), None),
        };
        if value.is_empty() || value.contains(char::is_control) {
            return Err(CallOrderError::Empty);
        }
        if value.chars().count() > LONGEST {
            return Err(CallOrderError::TooLong);
        }
        let read = |instant: &str| {
            let parsed = instant.parse::<Timestamp>();
            parsed.map_err(|_| CallOrderError::NoInstant(instant.to_owned()))
        };
        Ok(Self {
            value: value.to_owned(),
            not_before: instant.map(read).transpose()?,
        })
    }
}

impl fmt::Display for AskedOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value)?;
        match self.not_before {
            Some(instant) => write!(f, "#{instant}"),
            None => Ok(()),
        }
    }
}

impl CallOrder {
    /// A text that sorts as the value does, capitals or not, in every database and language.
    pub fn key(&self) -> String {
        let folded = self.value.to_lowercase();
        folded.bytes().map(|byte| format!("{byte:02x}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_with_and_without_an_instant_is_read_as_it_is_written() {
        let plain: AskedOrder = "A10".parse().unwrap();
        assert_eq!((plain.value.as_str(), plain.not_before), ("A10", None));
        let timed: AskedOrder = " a#b #2019-10-29T06:30:28.851Z".parse().unwrap();
        assert_eq!(timed.value, "a#b");
        assert_eq!(timed.to_string(), "a#b#2019-10-29T06:30:28.851Z");
        assert_eq!("".parse::<AskedOrder>(), Err(CallOrderError::Empty));
        assert_eq!(
            "A#soon".parse::<AskedOrder>(),
            Err(CallOrderError::NoInstant("soon".to_owned()))
        );
        let long = "x".repeat(65).parse::<AskedOrder>();
        assert_eq!(long, Err(CallOrderError::TooLong));
    }

    #[test]
    fn keys_sort_as_words_do() {
        let key = |value: &str| {
            CallOrder {
                value: value.to_owned(),
                from: Timestamp::UNIX_EPOCH,
                awake: true,
            }
            .key()
        };
        let words = ["A", "a1", "A10", "a2", "B", "bé"].map(key);
        assert!(words.is_sorted(), "{words:?}");
        assert_eq!(key("ABC"), key("abc"));
    }
}
