//! What is known of a call beside its outcome, where several things that differ are one outcome.

use crate::inbound::InboundEnd;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// Of a fax: it was the tone of a modem.
    Modem,
    /// Of an answered call: the called person ended it, not we.
    HungUp,
    /// Of a call that found no agent: the called person hung up before one was looked for.
    HungUpWhileRouting,
    /// Of a call that found no agent: she hung up while an agent's telephone rang.
    HungUpAtAgent,
    /// Of a call that found no agent: the agent who was rung did not pick up in time.
    AgentSilent,
    /// Of a call that came in: why no agent took it.
    Inbound(InboundEnd),
}

impl Sign {
    /// Those of calls we placed.
    pub const ALL: [Self; 5] = [
        Self::Modem,
        Self::HungUp,
        Self::HungUpWhileRouting,
        Self::HungUpAtAgent,
        Self::AgentSilent,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Modem => "modem",
            Self::HungUp => "hung_up",
            Self::HungUpWhileRouting => "hung_up_while_routing",
            Self::HungUpAtAgent => "hung_up_at_agent",
            Self::AgentSilent => "agent_silent",
            Self::Inbound(end) => end.word(),
        }
    }
}
