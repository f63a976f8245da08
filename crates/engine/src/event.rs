//! What happens to a contact: reports, which cannot be refused, and commands, which can.

use crate::call_order::AskedOrder;
use crate::carried::Carried;
use crate::catalogue::Reopen;
use crate::consent::Consent;
use crate::contact::Elsewhere;
use crate::entered::Deal;
use crate::facts::Facts;
use crate::handling::Cause;
use crate::id::{AgentId, CampaignId, Code, Slot};
use crate::inbound::InboundEnd;
use crate::outcome::Outcome;
use crate::roster::{Roster, RosterChange};
use crate::trigger::Trigger;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "report", rename_all = "snake_case")]
pub enum Report {
    /// The far end rings.
    Ringing { attempt: u32 },
    /// Somebody, or something, picked up.
    Answered { attempt: u32 },
    /// The call is over.
    Ended {
        attempt: u32,
        outcome: Outcome,
        cause: Cause,
    },
    /// After the call whoever was called hears how to opt out.
    MenuOffered { attempt: u32 },
    /// She did so, there.
    OptedOut { attempt: u32, slot: Slot },
    /// The dial never left the house: no gateway, throttled.
    NotPlaced { attempt: u32 },
    /// The desk of whoever has the contact in hand is open.
    SignOfLife { agent: AgentId },
    /// Whoever had the contact in hand has not been heard of.
    LeaseExpired,
    /// The time for wrapping up ran out.
    WrapUpExpired,
    /// The owner's time with a callback is over, or the owner is not there.
    Released { owner_out: bool },
    /// A suppression now covers one of the contact's numbers.
    Suppressed { source: String },
    /// The time has come at which the client wants it called.
    Due,
    /// Something outside any handling asks for its disposition.
    Triggered { trigger: Trigger },
    /// Somebody called in, and no agent took the call.
    Missed {
        slot: Slot,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        campaign: Option<CampaignId>,
        called_at: Timestamp,
        end: InboundEnd,
        /// The contact was made for this call.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        made_for_it: bool,
    },
}

/// Something that is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum Command {
    /// Take the contact in hand, or put it back with the instant at which it can be had.
    Claim {
        agent: AgentId,
        /// For which campaign, where it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        campaign: Option<CampaignId>,
        facts: Facts,
    },
    /// Dial one of its numbers.
    Dial {
        slot: Slot,
        facts: Facts,
        /// No agent is kept for whoever answers.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        unreserved: bool,
    },
    /// Take a call that came in, and the contact with it.
    PickUp {
        agent: AgentId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        campaign: Option<CampaignId>,
        slot: Slot,
        called_at: Timestamp,
    },
    /// Give the handling its disposition and let the contact go.
    Dispose {
        code: Code,
        callback: Option<CallbackChoice>,
    },
    /// Let the contact go with what the line said.
    Conclude,
    /// Give it back, not dialled.
    Release,
    /// Somebody else goes on with the talk, and has the contact in hand.
    Pass {
        to: AgentId,
    },
    /// Take it out of somebody's hands, whatever they are doing. A supervisor's.
    TakeBack,
    /// Set a code from outside a handling.
    Set {
        code: Code,
        reset: bool,
        due: Option<Timestamp>,
        /// Whose it is from then on, where the code leaves that open.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<AgentId>,
    },
    /// Make it somebody's, or nobody's.
    Assign {
        owner: Option<AgentId>,
    },
    SetRoster {
        change: Option<Roster>,
    },
    Resume {
        due: Timestamp,
    },
    /// Some of its fields have other values, kept apart under this version.
    Edit {
        fields: Vec<String>,
        version: i64,
        /// What that makes of the ground on which it may be called.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        consent: Option<ConsentChange>,
    },
    /// Some of its numbers are others, are gone, or are new. The digits are kept apart.
    Renumber {
        changed: Vec<Slot>,
        removed: Vec<Slot>,
        added: u8,
    },
    /// Offer it now and before all others.
    CallFirst,
    /// Call it where it stands in the client's own order, or in that order no longer.
    Order {
        order: Option<AskedOrder>,
    },
    /// It goes on in another list: here it is closed for good.
    MoveOut {
        to: Elsewhere,
    },
    /// Whom it is about asked to be forgotten, or its list's time is over: what is personal is
    /// taken away, and it is closed for good.
    Erase,
    /// It comes from another list and goes on where it stood there.
    MoveIn {
        from: Elsewhere,
        carried: Box<Carried>,
    },
    /// Give an attempt another disposition than it got, and let everything follow from that
    /// one instead. Never an agent's; only [`History`](crate::History) can answer it.
    Correct {
        attempt: u32,
        code: Code,
    },
    /// Take back the disposition just given: the contact goes back into the same hands, to be
    /// wrapped up anew. Only [`History`](crate::History) can answer it.
    Undo,
}

/// Another ground than before, or none any more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentChange {
    Now(Consent),
    Gone,
}

/// What the agent agreed on.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CallbackChoice {
    pub at: Option<Timestamp>,
    pub owner: Option<AgentId>,
    pub slot: Option<Slot>,
    pub roster: Option<RosterChange>,
    /// When somebody will be visited, or meets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointment: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deal: Option<Deal>,
    /// The code ends it, and yet it is followed up again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<Reopen>,
}

/// Who did it or reported it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "actor", content = "id", rename_all = "snake_case")]
pub enum Actor {
    Agent(AgentId),
    Supervisor(AgentId),
    Line,
    Keeper,
    Import,
    System,
}

/// A report or a command, as the journal keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Event {
    Report(Report),
    Command(Command),
}

impl Event {
    /// The event's word, for journals and tables.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Report(report) => report.word(),
            Self::Command(command) => command.word(),
        }
    }
}

impl Event {
    /// Whether it makes what was recorded before something else.
    pub fn changes_the_past(&self) -> bool {
        matches!(self, Self::Command(Command::Correct { .. } | Command::Undo))
    }
}

impl Report {
    pub fn word(&self) -> &'static str {
        match self {
            Self::Ringing { .. } => "ringing",
            Self::Answered { .. } => "answered",
            Self::Ended { .. } => "ended",
            Self::MenuOffered { .. } => "menu_offered",
            Self::OptedOut { .. } => "opted_out",
            Self::NotPlaced { .. } => "not_placed",
            Self::SignOfLife { .. } => "sign_of_life",
            Self::LeaseExpired => "lease_expired",
            Self::WrapUpExpired => "wrap_up_expired",
            Self::Released { .. } => "released",
            Self::Suppressed { .. } => "suppressed",
            Self::Due => "due",
            Self::Triggered { .. } => "triggered",
            Self::Missed { .. } => "missed",
        }
    }
}

impl Command {
    /// Dials by hand, or with an agent who waits for the answer.
    pub fn dial(slot: Slot, facts: Facts) -> Self {
        Self::Dial {
            slot,
            facts,
            unreserved: false,
        }
    }

    pub fn word(&self) -> &'static str {
        match self {
            Self::Claim { .. } => "claim",
            Self::Dial { .. } => "dial",
            Self::PickUp { .. } => "pick_up",
            Self::Dispose { .. } => "dispose",
            Self::Conclude => "conclude",
            Self::Release => "release",
            Self::Pass { .. } => "pass",
            Self::TakeBack => "take_back",
            Self::Set { .. } => "set",
            Self::Assign { .. } => "assign",
            Self::SetRoster { .. } => "set_roster",
            Self::Resume { .. } => "resume",
            Self::Edit { .. } => "edit",
            Self::Renumber { .. } => "renumber",
            Self::CallFirst => "call_first",
            Self::Order { .. } => "order",
            Self::MoveOut { .. } => "move_out",
            Self::Erase => "erase",
            Self::MoveIn { .. } => "move_in",
            Self::Correct { .. } => "correct",
            Self::Undo => "undo",
        }
    }
}
