//! A telephone number in E.164, as digits without the plus.
//!
//! The engine never parses what people write; the `lists` crate does, at the edge.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An E.164 number: 7 to 15 digits, country code first, no leading zero.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct Number(u64);

const SMALLEST: u64 = 1_000_000;
const LARGEST: u64 = 999_999_999_999_999;

/// A figure that cannot be an E.164 number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an E.164 number: 7 to 15 digits with the country code first")]
pub struct NumberError(u64);

impl Number {
    /// Takes the digits of an E.164 number, country code first.
    pub fn new(digits: u64) -> Result<Self, NumberError> {
        if (SMALLEST..=LARGEST).contains(&digits) {
            Ok(Self(digits))
        } else {
            Err(NumberError(digits))
        }
    }

    /// The digits without the plus.
    pub fn digits(self) -> u64 {
        self.0
    }
}

impl TryFrom<u64> for Number {
    type Error = NumberError;

    fn try_from(digits: u64) -> Result<Self, NumberError> {
        Self::new(digits)
    }
}

impl From<Number> for u64 {
    fn from(number: Number) -> u64 {
        number.0
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "+{}", self.0)
    }
}

/// Logs must not carry numbers: only the last two digits are shown.
impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Number(…{:02})", self.0 % 100)
    }
}
