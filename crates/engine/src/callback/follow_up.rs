//! A follow-up as a disposition states it: the expression and what an agent may choose instead.

use super::Expression;
use crate::zone::Zone;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The instants between which a choice must lie, both included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bounds {
    pub min: Option<Timestamp>,
    pub max: Option<Timestamp>,
}

/// When to follow up, how early and how late at most, and what holds the first time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    pub expression: Expression,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Expression>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Expression>,
    /// Instead of `expression`, the first time only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initial: Option<Expression>,
}

/// A choice outside the bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub struct OutOfBounds {
    pub earliest: Option<Timestamp>,
    pub latest: Option<Timestamp>,
}

impl Bounds {
    /// The choice itself if it lies within.
    pub fn check(self, chosen: Timestamp) -> Result<Timestamp, OutOfBounds> {
        let early = self.min.is_some_and(|min| chosen < min);
        let late = self.max.is_some_and(|max| chosen > max);
        if early || late {
            Err(OutOfBounds {
                earliest: self.min,
                latest: self.max,
            })
        } else {
            Ok(chosen)
        }
    }
}

impl From<Expression> for FollowUp {
    fn from(expression: Expression) -> Self {
        Self {
            expression,
            ..Self::default()
        }
    }
}

impl FollowUp {
    /// The expression that holds the first time, or every further time.
    pub fn expression(&self, first: bool) -> Expression {
        match self.initial {
            Some(initial) if first => initial,
            _ => self.expression,
        }
    }

    /// The instant that holds when nobody chooses.
    pub fn due(&self, first: bool, base: Timestamp, zone: &Zone) -> Timestamp {
        self.expression(first).resolve(base, zone)
    }

    pub fn bounds(&self, base: Timestamp, zone: &Zone) -> Bounds {
        let resolve = |bound: Option<Expression>| bound.map(|bound| bound.resolve(base, zone));
        Bounds {
            min: resolve(self.min),
            max: resolve(self.max),
        }
    }

    /// The choice itself if it is allowed. A read-only expression allows only its own instant.
    pub fn check(
        &self,
        chosen: Timestamp,
        first: bool,
        base: Timestamp,
        zone: &Zone,
    ) -> Result<Timestamp, OutOfBounds> {
        let expression = self.expression(first);
        if expression.read_only {
            let only = Some(expression.resolve(base, zone));
            return Bounds {
                min: only,
                max: only,
            }
            .check(chosen);
        }
        self.bounds(base, zone).check(chosen)
    }
}

impl fmt::Display for OutOfBounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the chosen instant is not allowed: ")?;
        match (self.earliest, self.latest) {
            (Some(only), Some(latest)) if only == latest => write!(f, "only {only} is"),
            (Some(earliest), Some(latest)) => write!(f, "choose {earliest} to {latest}"),
            (Some(earliest), None) => write!(f, "choose {earliest} or later"),
            (None, Some(latest)) => write!(f, "choose {latest} or earlier"),
            (None, None) => f.write_str("choose another"),
        }
    }
}
