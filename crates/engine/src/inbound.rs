//! Calls that come in: how one ends that no agent took.

use crate::outcome::Outcome;
use crate::trigger::Trigger;
use serde::{Deserialize, Serialize};

/// Why a call that came in reached no agent. A closed list; what it means for the business is
/// the catalogue's answer to `inbound.<word>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InboundEnd {
    /// The caller hung up while waiting.
    HungUp,
    /// The number that was called belongs to no campaign.
    NoCampaign,
    /// Its campaign is paused or closed.
    CampaignInactive,
    /// Nobody is there at this hour,
    OutsideHours,
    /// or on this day,
    Holiday,
    /// or a supervisor has closed the number for now.
    Emergency,
    /// Nobody knows the caller, and no list takes in who is not known.
    NoContact,
    /// As many wait as may.
    QueueFull,
    /// Waited as long as anybody may.
    WaitedTooLong,
    /// The same, while an agent was there who had been asked and did not take it.
    AgentSilent,
    /// As many agents were asked as may be, and none took it.
    SentOn,
    /// The caller asked to be called back instead of waiting.
    CallbackAsked,
    /// Our side lost the call.
    Lost,
    /// The caller heard how not to be called any more, and did so,
    OptedOut,
    /// or did not.
    OptOutHeard,
}

impl InboundEnd {
    pub const ALL: [Self; 15] = [
        Self::HungUp,
        Self::NoCampaign,
        Self::CampaignInactive,
        Self::OutsideHours,
        Self::Holiday,
        Self::Emergency,
        Self::NoContact,
        Self::QueueFull,
        Self::WaitedTooLong,
        Self::AgentSilent,
        Self::SentOn,
        Self::CallbackAsked,
        Self::Lost,
        Self::OptedOut,
        Self::OptOutHeard,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::HungUp => "hung_up",
            Self::NoCampaign => "no_campaign",
            Self::CampaignInactive => "campaign_inactive",
            Self::OutsideHours => "outside_hours",
            Self::Holiday => "holiday",
            Self::Emergency => "emergency",
            Self::NoContact => "no_contact",
            Self::QueueFull => "queue_full",
            Self::WaitedTooLong => "waited_too_long",
            Self::AgentSilent => "agent_silent",
            Self::SentOn => "sent_on",
            Self::CallbackAsked => "callback_asked",
            Self::Lost => "lost",
            Self::OptedOut => "opted_out",
            Self::OptOutHeard => "opt_out_heard",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|end| end.word() == word)
    }

    /// What the line said, as far as it said anything.
    pub fn outcome(self) -> Outcome {
        match self {
            Self::Lost => Outcome::Interrupted,
            _ => Outcome::Incomplete,
        }
    }

    /// What the catalogue is asked.
    pub fn trigger(self) -> Trigger {
        match self {
            Self::OptedOut => Trigger::OptoutIvr,
            other => Trigger::Inbound(other),
        }
    }

    /// Whether anybody waited for an agent at all.
    pub fn waited(self) -> bool {
        matches!(
            self,
            Self::HungUp
                | Self::WaitedTooLong
                | Self::AgentSilent
                | Self::SentOn
                | Self::CallbackAsked
                | Self::Lost
        )
    }
}
