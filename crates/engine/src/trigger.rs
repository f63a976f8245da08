//! What can call for a disposition without an agent choosing it: a closed list.
//!
//! This is all that binds the world to a catalogue. The engine knows no code; it asks
//! the catalogue which disposition answers a trigger.

use crate::inbound::InboundEnd;
use crate::outcome::Outcome;
use crate::sign::Sign;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Which attempt limit was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LimitKind {
    ColdCount,
    ColdPeriod,
    CallbackCount,
    CallbackPeriod,
    Callbacks,
    CallbacksPeriod,
    Total,
    SameRun,
    /// So many attempts in a window that counts all there ever were.
    Window,
    /// So many times in a row for the same cause.
    Retries,
}

impl LimitKind {
    pub const ALL: [Self; 10] = [
        Self::ColdCount,
        Self::ColdPeriod,
        Self::CallbackCount,
        Self::CallbackPeriod,
        Self::Callbacks,
        Self::CallbacksPeriod,
        Self::Total,
        Self::SameRun,
        Self::Window,
        Self::Retries,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::ColdCount => "cold_count",
            Self::ColdPeriod => "cold_period",
            Self::CallbackCount => "callback_count",
            Self::CallbackPeriod => "callback_period",
            Self::Callbacks => "callbacks",
            Self::CallbacksPeriod => "callbacks_period",
            Self::Total => "total",
            Self::SameRun => "same_run",
            Self::Window => "window",
            Self::Retries => "retries",
        }
    }

    /// The limit whose answer serves where a catalogue has none for this one.
    pub fn served_by(self) -> Option<Self> {
        match self {
            Self::Window => Some(Self::Total),
            Self::Retries => Some(Self::SameRun),
            _ => None,
        }
    }
}

/// Something that asks the catalogue for its disposition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trigger {
    Line(Outcome),
    Limit(LimitKind),
    ImportInvalid,
    ImportDuplicate,
    Suppressed,
    ScrubExpired,
    OptoutIvr,
    SecondNumber,
    WrapupTimeout,
    CallbackTimeout,
    CampaignClosed,
    StageEntered,
    SyncAbsent,
    ExcludedByClient,
    ProviderLocked,
    ScriptFailed,
    Skipped,
    /// The called person hung up before an agent was looked for.
    LostWhileRouting,
    /// She hung up while an agent's telephone rang.
    LostAtAgent,
    /// She ended the conversation, and the agent says nothing more of it.
    CutOff,
    /// Somebody called in and no agent took the call.
    Inbound(InboundEnd),
}

const PLAIN: [(Trigger, &str); 18] = [
    (Trigger::ImportInvalid, "import.invalid"),
    (Trigger::ImportDuplicate, "import.duplicate"),
    (Trigger::Suppressed, "suppressed"),
    (Trigger::ScrubExpired, "scrub_expired"),
    (Trigger::OptoutIvr, "optout_ivr"),
    (Trigger::SecondNumber, "second_number"),
    (Trigger::WrapupTimeout, "wrapup_timeout"),
    (Trigger::CallbackTimeout, "callback_timeout"),
    (Trigger::CampaignClosed, "campaign_closed"),
    (Trigger::StageEntered, "stage_entered"),
    (Trigger::SyncAbsent, "sync_absent"),
    (Trigger::ExcludedByClient, "excluded_by_client"),
    (Trigger::ProviderLocked, "provider_locked"),
    (Trigger::ScriptFailed, "script_failed"),
    (Trigger::Skipped, "skipped"),
    (Trigger::LostWhileRouting, "line.abandoned.while_routing"),
    (Trigger::LostAtAgent, "line.abandoned.at_agent"),
    (Trigger::CutOff, "cut_off"),
];

impl Trigger {
    /// What a line asks for by which nobody was spoken to.
    pub fn of_line(outcome: Outcome, sign: Option<Sign>) -> Self {
        match (outcome, sign) {
            (_, Some(Sign::Inbound(end))) => end.trigger(),
            (Outcome::Abandoned, Some(Sign::HungUpWhileRouting)) => Self::LostWhileRouting,
            (Outcome::Abandoned, Some(Sign::HungUpAtAgent)) => Self::LostAtAgent,
            _ => Self::Line(outcome),
        }
    }

    /// Every trigger a catalogue must answer. A person who answered is no trigger.
    pub fn all() -> Vec<Self> {
        let lines = Outcome::ALL
            .into_iter()
            .filter(|outcome| *outcome != Outcome::Answered)
            .map(Self::Line);
        let limits = LimitKind::ALL.into_iter().map(Self::Limit);
        let plain = PLAIN.iter().map(|(trigger, _)| *trigger);
        let inbound = InboundEnd::ALL.into_iter().filter_map(|end| {
            let trigger = end.trigger();
            matches!(trigger, Self::Inbound(_)).then_some(trigger)
        });
        lines.chain(limits).chain(plain).chain(inbound).collect()
    }

    /// The trigger whose answer serves where nothing answers this one by its own word.
    pub fn served_by(self) -> Option<Self> {
        match self {
            Self::Limit(limit) => limit.served_by().map(Self::Limit),
            Self::LostWhileRouting | Self::LostAtAgent => Some(Self::Line(Outcome::Abandoned)),
            Self::CutOff => Some(Self::WrapupTimeout),
            Self::Inbound(end) => Some(Self::Line(end.outcome())),
            _ => None,
        }
    }

    /// The word a catalogue may answer instead of the trigger itself.
    pub fn parent(self) -> Option<&'static str> {
        match self {
            Self::Line(_) | Self::LostWhileRouting | Self::LostAtAgent => Some("line"),
            Self::Limit(_) => Some("limit"),
            Self::Inbound(_) => Some("inbound"),
            Self::ImportInvalid | Self::ImportDuplicate => Some("import"),
            _ => None,
        }
    }
}

impl fmt::Display for Trigger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(outcome) => write!(f, "line.{outcome}"),
            Self::Limit(kind) => write!(f, "limit.{}", kind.word()),
            Self::Inbound(end) => write!(f, "inbound.{}", end.word()),
            plain => PLAIN
                .iter()
                .find(|(trigger, _)| trigger == plain)
                .map_or(Ok(()), |(_, word)| f.write_str(word)),
        }
    }
}

/// A word that is no trigger.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a trigger: the list is closed, see docs/GLOSSARY.md")]
pub struct UnknownTrigger(pub String);

impl FromStr for Trigger {
    type Err = UnknownTrigger;

    fn from_str(word: &str) -> Result<Self, UnknownTrigger> {
        Self::all()
            .into_iter()
            .find(|trigger| trigger.to_string() == word)
            .ok_or_else(|| UnknownTrigger(word.to_owned()))
    }
}

impl Serialize for Trigger {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Trigger {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        word.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trigger_reads_back_from_its_word() {
        for trigger in Trigger::all() {
            assert_eq!(trigger.to_string().parse::<Trigger>(), Ok(trigger));
        }
        assert_eq!(Trigger::all().len(), 14 + 10 + 18 + 14);
    }

    #[test]
    fn an_answered_call_is_no_trigger() {
        assert!("line.answered".parse::<Trigger>().is_err());
    }
}
