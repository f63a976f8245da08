//! A length of time as written in catalogues and settings: ISO 8601 weeks, days, hours,
//! minutes, seconds. Months and years have no fixed length and are refused.

use jiff::{SignedDuration, Span, Unit};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Whole seconds; a day is 24 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Period(i64);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a period: write weeks, days, hours or minutes such as `P30D` or `PT20M`")]
pub struct PeriodError(String);

impl Period {
    pub const ZERO: Self = Self(0);

    pub fn minutes(minutes: i64) -> Self {
        Self(minutes.saturating_mul(60))
    }

    pub fn days(days: i64) -> Self {
        Self(days.saturating_mul(86_400))
    }

    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn is_zero_ref(&self) -> bool {
        self.is_zero()
    }

    pub fn seconds(self) -> i64 {
        self.0
    }

    pub fn duration(self) -> SignedDuration {
        SignedDuration::from_secs(self.0)
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let refused = || PeriodError(text.to_owned());
        let span: Span = text.parse().map_err(|_| refused())?;
        if span.get_months() != 0 || span.get_years() != 0 || span.is_negative() {
            return Err(refused());
        }
        let days = i64::from(span.get_weeks()) * 7 + i64::from(span.get_days());
        let clock = span.weeks(0).days(0);
        let seconds = clock.total(Unit::Second).map_err(|_| refused())?;
        Ok(Self(days * 86_400 + seconds as i64))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, rest) = (self.0 / 86_400, self.0 % 86_400);
        let (hours, minutes, seconds) = (rest / 3_600, rest % 3_600 / 60, rest % 60);
        f.write_str("P")?;
        if days > 0 || rest == 0 {
            write!(f, "{days}D")?;
        }
        if rest > 0 {
            f.write_str("T")?;
        }
        for (figure, unit) in [(hours, 'H'), (minutes, 'M'), (seconds, 'S')] {
            if figure > 0 {
                write!(f, "{figure}{unit}")?;
            }
        }
        Ok(())
    }
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_and_write() {
        for (text, seconds) in [
            ("P0D", 0),
            ("P30D", 2_592_000),
            ("PT20M", 1_200),
            ("P1DT2H", 93_600),
        ] {
            let period: Period = text.parse().unwrap();
            assert_eq!(period.seconds(), seconds, "{text}");
            assert_eq!(period.to_string(), text);
        }
        assert_eq!("P1W".parse::<Period>().unwrap(), Period::days(7));
    }

    #[test]
    fn months_have_no_length() {
        for text in ["P1M", "P1Y", "-P1D", "20m later", ""] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
