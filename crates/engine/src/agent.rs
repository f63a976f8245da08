//! An agent: logged in or not, on a break or ready, with a contact in hand or without.
//!
//! What the hands are doing is read off the handling; only presence is the agent's own.

use crate::handling::Phase;
use crate::id::ContactId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agent {
    pub presence: Presence,
    pub since: Timestamp,
    /// A break asked for while a contact is in hand: it begins when the contact is let go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub break_next: Option<String>,
    /// Leaving was asked for while a contact is in hand.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub out_next: bool,
    /// The contact the agent wants next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wants: Option<ContactId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "presence", rename_all = "snake_case")]
pub enum Presence {
    Out,
    Break { kind: String },
    Ready,
}

impl Presence {
    pub fn word(&self) -> &'static str {
        match self {
            Self::Out => "out",
            Self::Break { .. } => "break",
            Self::Ready => "ready",
        }
    }
}

/// Presence and hands together: what the floor shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgentPhase {
    Out,
    Break,
    Ready,
    Reserved,
    Dialling,
    Talking,
    WrapUp,
}

impl From<Phase> for AgentPhase {
    fn from(hands: Phase) -> Self {
        match hands {
            Phase::Reserved => Self::Reserved,
            Phase::Dialling => Self::Dialling,
            Phase::Talking => Self::Talking,
            Phase::WrapUp => Self::WrapUp,
        }
    }
}

impl AgentPhase {
    pub fn word(self) -> &'static str {
        match self {
            Self::Out => "out",
            Self::Break => "break",
            Self::Ready => "ready",
            Self::Reserved => "reserved",
            Self::Dialling => "dialling",
            Self::Talking => "talking",
            Self::WrapUp => "wrap_up",
        }
    }
}

/// What an agent asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum AgentCommand {
    LogIn,
    /// With a contact in hand: as soon as it is let go.
    LogOut,
    /// With a contact in hand: as soon as it is let go.
    Break {
        kind: String,
    },
    /// Also takes back a break or leaving that waits.
    Ready,
    /// Have this contact next; nothing to have none in particular.
    Want {
        contact: Option<ContactId>,
    },
    /// Reported by the door when a contact is let go.
    LetGo,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AgentRefusal {
    #[error("not logged in: log in first")]
    Out,
    #[error("logged in already")]
    In,
}

impl Agent {
    pub fn new(since: Timestamp) -> Self {
        Self {
            presence: Presence::Out,
            since,
            break_next: None,
            out_next: false,
            wants: None,
        }
    }

    /// Whether a break or leaving waits for the contact in hand.
    pub fn is_leaving(&self) -> bool {
        self.break_next.is_some() || self.out_next
    }

    /// Whether a contact may be offered.
    pub fn is_ready(&self) -> bool {
        self.presence == Presence::Ready
    }

    pub fn phase(&self, hand: Option<Phase>) -> AgentPhase {
        match (hand, &self.presence) {
            (Some(hands), _) => hands.into(),
            (None, Presence::Out) => AgentPhase::Out,
            (None, Presence::Break { .. }) => AgentPhase::Break,
            (None, Presence::Ready) => AgentPhase::Ready,
        }
    }

    /// What follows from a command, given what the hands are doing.
    pub fn decide(
        &self,
        command: &AgentCommand,
        hand: Option<Phase>,
        at: Timestamp,
    ) -> Result<Self, AgentRefusal> {
        let out = self.presence == Presence::Out;
        let presence = match command {
            AgentCommand::LogIn if out => Presence::Break {
                kind: "logged_in".to_owned(),
            },
            AgentCommand::LogIn => return Err(AgentRefusal::In),
            AgentCommand::LetGo if out => return Ok(self.clone()),
            _ if out => return Err(AgentRefusal::Out),
            AgentCommand::LogOut if hand.is_some() => {
                return Ok(Self {
                    break_next: None,
                    out_next: true,
                    ..self.clone()
                });
            }
            AgentCommand::LogOut => return Ok(Self::new(at)),
            AgentCommand::Break { kind } if hand.is_some() => {
                return Ok(Self {
                    break_next: Some(kind.clone()),
                    out_next: false,
                    ..self.clone()
                });
            }
            AgentCommand::Break { kind } => Presence::Break { kind: kind.clone() },
            AgentCommand::Ready => Presence::Ready,
            AgentCommand::Want { contact } => {
                return Ok(Self {
                    wants: *contact,
                    ..self.clone()
                });
            }
            AgentCommand::LetGo if self.out_next => return Ok(Self::new(at)),
            AgentCommand::LetGo => match &self.break_next {
                Some(kind) => Presence::Break { kind: kind.clone() },
                None => return Ok(self.clone()),
            },
        };
        let since = if presence == self.presence {
            self.since
        } else {
            at
        };
        Ok(Self {
            presence,
            since,
            break_next: None,
            out_next: false,
            wants: self.wants,
        })
    }
}
