//! What is entered beside a code and kept with it: an appointment, what was offered, won or lost,
//! whether it is followed up again.

use crate::catalogue::{Disposition, Reopen, Requirement};
use crate::decision::Refusal;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entered {
    /// Somebody will be visited then, or meets.
    Appointment(Timestamp),
    Deal(Deal),
    /// The code ends it, and yet it is followed up again.
    Again(Reopen),
}

/// What was offered, won or lost.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deal {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
    /// How likely the seller thinks it is, in per cent, while nothing is decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chance: Option<u8>,
    /// The day on which it was won or lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// The main reason: the key of one of the code's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// An amount in hundredths of a currency, so that nothing is ever rounded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Money {
    pub hundredths: i64,
    /// Its three letters by ISO 4217.
    pub currency: String,
}

const CHANCE_MOST: u8 = 100;

impl Deal {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the code asks for all of it, and knows the reason.
    pub(crate) fn fits(&self, disposition: &Disposition) -> Result<(), Refusal> {
        let asks = |what| disposition.requires(what);
        let in_vain = self.value.is_some() && !asks(Requirement::Amounts)
            || self.chance.is_some() && !(asks(Requirement::Amounts) && disposition.calls_back())
            || self.reason.is_some() && !asks(Requirement::Reason);
        if in_vain {
            return Err(Refusal::TakesNoDeal(disposition.code.clone()));
        }
        if self
            .value
            .as_ref()
            .is_some_and(|value| value.hundredths < 0)
            || self.chance.is_some_and(|chance| chance > CHANCE_MOST)
        {
            return Err(Refusal::NoAmount);
        }
        match &self.reason {
            Some(reason) if !disposition.knows_reason(reason) => Err(Refusal::NoSuchReason {
                code: disposition.code.clone(),
                reason: reason.clone(),
            }),
            _ => Ok(()),
        }
    }

    /// Whether the amounts that the code asks for are there: its value, and while the contact
    /// is called back how likely it is.
    pub(crate) fn has_amounts(&self, disposition: &Disposition) -> bool {
        self.value.is_some() && (self.chance.is_some() || !disposition.calls_back())
    }
}

impl fmt::Display for Entered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Appointment(at) => write!(f, "appointment at {at}"),
            Self::Deal(deal) => deal.fmt(f),
            Self::Again(Reopen::List) => f.write_str("followed up again by whoever had it"),
            Self::Again(Reopen::Stage) => f.write_str("goes back to where anybody calls it"),
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.hundredths < 0 { "-" } else { "" };
        let whole = self.hundredths.unsigned_abs();
        let (units, cents) = (whole / 100, whole % 100);
        write!(f, "{sign}{units}.{cents:02} {}", self.currency)
    }
}

impl fmt::Display for Deal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [
            self.value.as_ref().map(Money::to_string),
            self.chance.map(|chance| format!("{chance} %")),
            self.day.map(|day| day.to_string()),
            self.reason.clone(),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        f.write_str(&parts.join(", "))
    }
}
