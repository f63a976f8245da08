//! The instants an expression may count from.

use crate::zone::Zone;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What is known about a contact at the moment of counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bases {
    pub now: Timestamp,
    /// A date of the record, such as the end of a contract.
    pub date: Option<Date>,
    pub appointment: Option<Timestamp>,
}

/// Which of them counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    #[default]
    Now,
    Date,
    Appointment,
}

/// A word that is none of the three.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is nothing to count from: write `now`, `date` or `appointment`")]
pub struct BaseError(String);

impl Bases {
    /// Only the present moment.
    pub fn at(now: Timestamp) -> Self {
        Self {
            now,
            date: None,
            appointment: None,
        }
    }

    /// The instant to count from, if the contact has it; a date counts from its first instant.
    pub fn instant(&self, base: Base, zone: &Zone) -> Option<Timestamp> {
        match base {
            Base::Now => Some(self.now),
            Base::Date => self.date.map(|date| zone.start_of(date)),
            Base::Appointment => self.appointment,
        }
    }
}

impl Base {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Date => "date",
            Self::Appointment => "appointment",
        }
    }
}

impl FromStr for Base {
    type Err = BaseError;

    fn from_str(text: &str) -> Result<Self, BaseError> {
        [Self::Now, Self::Date, Self::Appointment]
            .into_iter()
            .find(|base| base.as_str() == text)
            .ok_or_else(|| BaseError(text.to_owned()))
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
