//! What the law asks of whoever calls, besides hours and grounds.

use super::day::Scope;
use super::rule::RuleRef;
use crate::consent::Purpose;
use crate::recording::Owed;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

/// A register of objections that must have been looked at not long ago.
#[derive(Debug, Clone, PartialEq)]
pub struct Scrub {
    pub scope: Scope,
    pub register: String,
    pub purposes: Vec<Purpose>,
    pub days: u32,
}

/// How many answered calls may find no agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abandonment {
    /// Of a thousand calls that a person answered.
    pub per_mille: u32,
    /// Over this time, back from now.
    pub window: SignedDuration,
    pub of: AbandonedOf,
}

/// Over what the share is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AbandonedOf {
    Campaign,
    Centre,
}

/// What is shown to whom is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallerId {
    /// A number must be shown.
    pub shown: bool,
    /// For so many months after the last call it must be answered.
    pub answered_months: Option<u32>,
}

/// What is owed before a talk is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MayRecord {
    pub owed: Owed,
    /// A recording may be kept for so many days, where there is a figure.
    pub most_days: Option<u32>,
}

/// How long something is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retention {
    pub rule: RuleRef,
    pub of: Kept,
    pub months: u32,
    /// Each use begins the time anew.
    pub from_use: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    Consent,
    Attempts,
    Recordings,
}

impl Abandonment {
    /// Whether one more call that finds no agent would pass the ceiling.
    pub fn is_used_up(self, abandoned: u32, answered: u32) -> bool {
        let with_next = u64::from(abandoned).saturating_add(1);
        let of = with_next.saturating_add(u64::from(answered));
        with_next.saturating_mul(1000) > of.saturating_mul(u64::from(self.per_mille))
    }
}

impl Abandonment {
    /// How many more calls may find no agent before the ceiling is passed.
    pub fn left(self, abandoned: u32, answered: u32) -> u32 {
        let (share, others) = (
            u64::from(self.per_mille),
            1000_u64.saturating_sub(self.per_mille.into()),
        );
        let allowed = share.saturating_mul(u64::from(abandoned).saturating_add(answered.into()));
        let room = allowed.saturating_sub(u64::from(abandoned).saturating_mul(1000));
        let left = room.checked_div(others).unwrap_or(u64::MAX);
        u32::try_from(left).unwrap_or(u32::MAX)
    }
}

impl AbandonedOf {
    pub fn word(self) -> &'static str {
        match self {
            Self::Campaign => "campaign",
            Self::Centre => "centre",
        }
    }
}
