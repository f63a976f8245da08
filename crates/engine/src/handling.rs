//! A handling: one contact in somebody's hands, with its calls.
//!
//! Two machines. The line of each call only moves forward (dialling, ringing, talking,
//! ended); the handling's phase is read off its last call.

use crate::catalogue::Pair;
use crate::id::{AgentId, CampaignId, Code, Slot};
use crate::outcome::Outcome;
use crate::sign::Sign;
use crate::trigger::Trigger;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handling {
    pub agent: AgentId,
    /// For which campaign, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub campaign: Option<CampaignId>,
    pub since: Timestamp,
    /// Past this instant the contact is taken back.
    pub lease_until: Timestamp,
    pub calls: Vec<Call>,
    /// She took a code back, and nothing was dialled since: she is choosing another.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub recoding: bool,
    /// Something that closes the contact as soon as it is let go, such as an opt-out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing: Option<Trigger>,
}

/// One call, which becomes one attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    pub attempt: u32,
    pub slot: Slot,
    pub placed_at: Timestamp,
    pub line: Line,
    #[serde(default, skip_serializing_if = "Cause::is_empty")]
    pub cause: Cause,
    /// No agent is kept for whoever answers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unreserved: bool,
    /// It came in: nobody was dialled.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inbound: bool,
    /// Whose it was, where the talk after it was passed on to somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stays_with: Option<AgentId>,
}

/// How far one call has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "snake_case")]
pub enum Line {
    Dialling,
    Ringing {
        at: Timestamp,
    },
    Talking {
        since: Timestamp,
    },
    Ended {
        outcome: Outcome,
        at: Timestamp,
        answered_at: Option<Timestamp>,
    },
}

/// What the network and the detectors said, kept on the attempt for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Cause {
    /// Q.850 cause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub q850: Option<u16>,
    /// SIP status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sip: Option<u16>,
    /// The detector's confidence in per cent, where a detector decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<u8>,
    /// What tells it from others of the same outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign: Option<Sign>,
}

impl Cause {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What the agent's hands are doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    Reserved,
    Dialling,
    Talking,
    WrapUp,
}

impl Line {
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Ended { .. })
    }

    /// Rings, unless it is further already.
    pub fn ring(self, at: Timestamp) -> Self {
        match self {
            Self::Dialling => Self::Ringing { at },
            Self::Ringing { .. } | Self::Talking { .. } | Self::Ended { .. } => self,
        }
    }

    /// Is answered, unless it is answered or ended already.
    pub fn answer(self, at: Timestamp) -> Self {
        match self {
            Self::Dialling | Self::Ringing { .. } => Self::Talking { since: at },
            Self::Talking { .. } | Self::Ended { .. } => self,
        }
    }

    /// Ends, once. A machine or a fax may be heard after the line was picked up.
    pub fn end(self, outcome: Outcome, at: Timestamp) -> Self {
        match self {
            Self::Dialling | Self::Ringing { .. } => Self::Ended {
                outcome,
                at,
                answered_at: None,
            },
            Self::Talking { since } => Self::Ended {
                outcome,
                at,
                answered_at: Some(since),
            },
            Self::Ended { .. } => self,
        }
    }
}

impl Call {
    /// How long a person was on the line, also where our side then lost the call.
    pub fn talked(&self) -> SignedDuration {
        match self.line {
            Line::Ended {
                outcome: Outcome::Answered | Outcome::Interrupted,
                at,
                answered_at: Some(since),
            } => at.duration_since(since),
            _ => SignedDuration::ZERO,
        }
    }

    /// Whether somebody may still pick up and find no agent.
    pub fn is_at_risk(&self) -> bool {
        self.unreserved && matches!(self.line, Line::Dialling | Line::Ringing { .. })
    }

    pub fn outcome(&self) -> Option<Outcome> {
        match self.line {
            Line::Ended { outcome, .. } => Some(outcome),
            Line::Dialling | Line::Ringing { .. } | Line::Talking { .. } => None,
        }
    }
}

impl Handling {
    pub fn phase(&self) -> Phase {
        match self.calls.last().map(|call| call.line) {
            None => Phase::Reserved,
            Some(Line::Dialling | Line::Ringing { .. }) => Phase::Dialling,
            Some(Line::Talking { .. }) => Phase::Talking,
            Some(Line::Ended { .. }) => Phase::WrapUp,
        }
    }

    /// Whether this call is one of its own.
    pub fn has(&self, attempt: u32) -> bool {
        self.calls.iter().any(|call| call.attempt == attempt)
    }

    pub fn call_mut(&mut self, attempt: u32) -> Option<&mut Call> {
        self.calls.iter_mut().find(|call| call.attempt == attempt)
    }

    /// The attempt the handling's disposition goes to: the longest live call, else the last.
    pub fn main_attempt(&self) -> Option<u32> {
        self.calls
            .iter()
            .max_by_key(|call| (call.talked(), call.attempt))
            .map(|call| call.attempt)
    }

    /// Whether the one it is about was spoken to and ended the call herself.
    pub fn was_cut_off(&self) -> bool {
        let main = self.main_attempt();
        let mut calls = self.calls.iter();
        let about = calls.find(|call| Some(call.attempt) == main);
        about.is_some_and(|call| {
            call.outcome() == Some(Outcome::Answered) && call.cause.sign == Some(Sign::HungUp)
        })
    }

    /// Whether anybody was spoken to.
    pub fn was_live(&self) -> bool {
        self.calls
            .iter()
            .any(|call| call.outcome() == Some(Outcome::Answered))
    }
}

/// One attempt as it is kept: a dial, and the one disposition it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    pub attempt: u32,
    pub slot: Slot,
    pub agent: AgentId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub campaign: Option<CampaignId>,
    pub placed_at: Timestamp,
    pub answered_at: Option<Timestamp>,
    pub ended_at: Timestamp,
    pub outcome: Outcome,
    pub code: Code,
    /// Result and cause beside it, where the vocabulary keeps them apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pair: Option<Pair>,
    pub cause: Cause,
    /// When the code was given.
    pub coded_at: Timestamp,
    /// It came in: nobody was dialled.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inbound: bool,
}
