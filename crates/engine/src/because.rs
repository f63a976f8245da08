//! Why: the rule, limit, roster or law that decided. Stored with every decision, as data,
//! so that it can be shown in any language.

mod law_text;
mod order_text;
mod text;

use crate::catalogue::Action;
use crate::consent::Basis;
use crate::contact::Elsewhere;
use crate::entered::Entered;
use crate::facts::Ledger;
use crate::id::{AgentId, Code, Slot};
use crate::law::AbandonedOf;
use crate::period::Period;
use crate::profile::{Often, Says};
use crate::score::Score;
use crate::trigger::{LimitKind, Trigger};
use crate::windows::Counter;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Because {
    /// A disposition was chosen.
    Chosen {
        code: Code,
    },
    /// A disposition answers what happened.
    Answers {
        trigger: Trigger,
        code: Code,
    },
    /// The code says when it is due again.
    FollowUp {
        code: Code,
        expression: String,
        due: Timestamp,
    },
    /// A moment was agreed on.
    Agreed {
        due: Timestamp,
    },
    /// Something goes with the code.
    Entered {
        what: Entered,
    },
    /// The roster moved it.
    Roster {
        to: Timestamp,
    },
    /// The law moved or forbade it.
    Law {
        rule: String,
        text: String,
        until: Option<Timestamp>,
    },
    /// The law asks for a ground, and there is none that counts.
    NoGround {
        rule: String,
        text: String,
    },
    /// The law wants a register looked at that is too old, or that nobody has imported.
    ScrubExpired {
        text: String,
        register: String,
        as_of: Option<Timestamp>,
    },
    /// The law wants a number shown, and the campaign has none.
    NoCallerId {
        text: String,
    },
    /// On this ground it is called.
    Ground {
        basis: Basis,
        given_on: Date,
    },
    /// What it agreed to is known, is other, or is no longer known.
    ConsentChanged {
        basis: Option<Basis>,
    },
    /// The last day of its list is over.
    ListExpired {
        at: Timestamp,
    },
    /// Too soon after the last dial of the number.
    Gap {
        minutes: i64,
        until: Timestamp,
        #[serde(default, skip_serializing_if = "Says::is_law")]
        by: Says,
    },
    /// The last call to the number was answered and found no agent.
    Quarantine {
        hours: i64,
        until: Timestamp,
        #[serde(default, skip_serializing_if = "Says::is_law")]
        by: Says,
    },
    /// Too many dials of the number today.
    DialsPerDay {
        allowed: u32,
        until: Timestamp,
        #[serde(default, skip_serializing_if = "Says::is_law")]
        by: Says,
    },
    /// Too many dials of the number in some days.
    DialsPerPeriod {
        often: Often,
        until: Timestamp,
        #[serde(default, skip_serializing_if = "Says::is_law")]
        by: Says,
    },
    /// One more answered call that finds no agent would be too many.
    Abandonment {
        per_mille: u32,
        ledger: Ledger,
        of: AbandonedOf,
        #[serde(default, skip_serializing_if = "Says::is_law")]
        by: Says,
    },
    Limit {
        limit: LimitKind,
        counted: i64,
        allowed: i64,
        code: Code,
    },
    Suppressed {
        source: String,
        code: Code,
    },
    /// What was agreed is not kept, since nobody may call any more.
    CallbackCancelled {
        due: Timestamp,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<AgentId>,
    },
    /// The telephone provider bars a number.
    Locked {
        slot: Slot,
    },
    /// One number is closed; others may still be tried.
    NumberClosed {
        slot: Slot,
        code: Code,
    },
    /// A second number was dialled in the same handling.
    OtherNumber {
        attempt: u32,
        code: Code,
    },
    /// The disposition went to the attempt with the longest call.
    LongestCall {
        attempt: u32,
    },
    /// Only the owner is offered it, until then.
    OwnedBy {
        agent: AgentId,
        release_at: Option<Timestamp>,
    },
    Released {
        owner_out: bool,
    },
    /// Taken in hand.
    /// A talk went on with somebody else.
    Passed {
        from: AgentId,
        agent: AgentId,
    },
    Claimed {
        agent: AgentId,
    },
    /// Called in, and was taken.
    PickedUp {
        agent: AgentId,
    },
    /// Dialled, by the engine's leave.
    Permitted {
        slot: Slot,
    },
    /// Given back untouched.
    Returned,
    /// What the catalogue calls that: no code of the contact, none of an attempt.
    ReturnedUnder {
        code: Code,
        /// Why, where the vocabulary has a cause for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cause: Option<Code>,
    },
    /// Whoever has it in hand was heard of.
    SignOfLife {
        until: Timestamp,
    },
    /// Whoever had it in hand was not heard of.
    LeaseExpired,
    /// A supervisor took it out of somebody's hands.
    Unlocked,
    /// Came after the fact: noted, nothing follows.
    Late {
        report: String,
    },
    /// The line moved on.
    Line {
        attempt: u32,
        word: String,
    },
    /// It was given to somebody, or to nobody.
    Assigned {
        agent: Option<AgentId>,
    },
    /// The roster was set by hand, or taken away.
    RosterSet {
        removed: bool,
    },
    /// These of its fields have other values.
    Edited {
        fields: Vec<String>,
    },
    /// Some of its numbers are others.
    Renumbered,
    /// It is to be called before all others.
    CalledFirst,
    /// It went on in another list.
    MovedTo {
        to: Elsewhere,
    },
    /// It came from another list, with this code, or to begin anew.
    MovedFrom {
        from: Elsewhere,
        code: Option<Code>,
    },
    /// What was personal was taken away.
    Erased,
    /// What the code says of the address, and what that comes to.
    Scored {
        score: Score,
    },
    /// The client wants it called in an order of its own, from then on.
    Ordered {
        from: Timestamp,
    },
    /// Its time in that order has come.
    InOrder,
    /// It stands in that order no longer.
    OrderGone,
    /// As often as a window allows.
    Window {
        counter: Counter,
        most: u32,
        within: Period,
        until: Timestamp,
        #[serde(default, skip_serializing_if = "Says::is_law")]
        by: Says,
    },
    /// The cause says when it is tried again, and how often it was.
    Retry {
        cause: Code,
        retry: u32,
        most: u32,
        due: Timestamp,
    },
    /// What it waited for is over.
    Resumed {
        due: Timestamp,
    },
    /// A supervisor set it.
    SetByHand {
        code: Code,
        reset: bool,
    },
    /// An attempt got another disposition than it had.
    Corrected {
        attempt: u32,
        from: Code,
        to: Code,
    },
    /// What a correction moved.
    DueMoved {
        from: Option<Timestamp>,
        to: Option<Timestamp>,
    },
    /// What a correction counts otherwise.
    Recounted {
        counter: String,
        from: u32,
        to: u32,
    },
    /// It would be due in the past.
    DueNow {
        at: Timestamp,
    },
    /// What the earlier code asked for stays done where it was done.
    NotRecalled {
        action: Action,
        code: Code,
    },
    /// The numbers that the earlier code suppressed stay so.
    StillSuppressed {
        code: Code,
    },
    /// The disposition was taken back.
    TakenBack {
        code: Code,
    },
    /// A code that may not be overwritten stands.
    Sticky {
        code: Code,
    },
    /// It is closed under this code.
    Closed {
        code: Code,
    },
    /// Will be closed as soon as it is let go.
    Closing {
        trigger: Trigger,
    },
    /// No number is left to try.
    NoNumberLeft,
    /// No instant within reach is allowed by both roster and law.
    NeverAllowed,
}

impl Because {
    /// What kind of rule decided.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Chosen { .. }
            | Self::Answers { .. }
            | Self::FollowUp { .. }
            | Self::Scored { .. }
            | Self::Retry { .. }
            | Self::Sticky { .. }
            | Self::Closed { .. } => "catalogue",
            Self::Agreed { .. } | Self::DueNow { .. } => "callback",
            Self::Entered { .. } => "entered",
            Self::Ordered { .. } | Self::InOrder | Self::OrderGone => "order",
            Self::Roster { .. } | Self::RosterSet { .. } | Self::NeverAllowed => "roster",
            Self::NoGround { .. } | Self::Ground { .. } | Self::ConsentChanged { .. } => "consent",
            Self::Law { .. }
            | Self::ScrubExpired { .. }
            | Self::NoCallerId { .. }
            | Self::ListExpired { .. }
            | Self::Gap { .. }
            | Self::Quarantine { .. }
            | Self::DialsPerDay { .. }
            | Self::DialsPerPeriod { .. }
            | Self::Abandonment { .. }
            | Self::Permitted { .. } => "law",
            Self::Limit { .. } | Self::Window { .. } => "limit",
            Self::Suppressed { .. }
            | Self::CallbackCancelled { .. }
            | Self::Closing { .. }
            | Self::StillSuppressed { .. } => "suppression",
            Self::NumberClosed { .. }
            | Self::Locked { .. }
            | Self::OtherNumber { .. }
            | Self::Renumbered
            | Self::NoNumberLeft => "number",
            Self::Edited { .. } => "fields",
            Self::LongestCall { .. } | Self::Line { .. } | Self::Late { .. } => "line",
            Self::OwnedBy { .. } | Self::Released { .. } | Self::Assigned { .. } => "ownership",
            Self::Claimed { .. }
            | Self::PickedUp { .. }
            | Self::Passed { .. }
            | Self::Returned
            | Self::ReturnedUnder { .. }
            | Self::SignOfLife { .. }
            | Self::LeaseExpired
            | Self::TakenBack { .. } => "handling",
            Self::SetByHand { .. }
            | Self::Resumed { .. }
            | Self::CalledFirst
            | Self::Unlocked
            | Self::MovedTo { .. }
            | Self::MovedFrom { .. }
            | Self::Erased
            | Self::Corrected { .. }
            | Self::DueMoved { .. }
            | Self::Recounted { .. }
            | Self::NotRecalled { .. } => "supervisor",
        }
    }

    /// The word of a figure that the law sets; nothing for what names no rule.
    fn figure(&self) -> &'static str {
        match self {
            Self::Gap { .. } => "min_gap",
            Self::NoCallerId { .. } => "caller_id",
            Self::ListExpired { .. } => "list_expired",
            Self::Quarantine { .. } => "quarantine",
            Self::DialsPerDay { .. } => "dials_per_day",
            Self::DialsPerPeriod { .. } => "dials_per_period",
            Self::Abandonment { .. } => "abandonment",
            _ => "",
        }
    }

    /// Which rule: a code, a limit, a paragraph of the law.
    pub fn reference(&self) -> String {
        match self {
            Self::Chosen { code }
            | Self::FollowUp { code, .. }
            | Self::SetByHand { code, .. }
            | Self::Sticky { code }
            | Self::ReturnedUnder { code, .. }
            | Self::Closed { code }
            | Self::Suppressed { code, .. }
            | Self::NumberClosed { code, .. }
            | Self::OtherNumber { code, .. }
            | Self::NotRecalled { code, .. }
            | Self::StillSuppressed { code }
            | Self::TakenBack { code } => code.to_string(),
            Self::Recounted { counter, .. } => counter.clone(),
            Self::Answers { trigger, .. } | Self::Closing { trigger } => trigger.to_string(),
            Self::Law { rule, .. } | Self::NoGround { rule, .. } => rule.clone(),
            Self::ScrubExpired { register, .. } => register.clone(),
            Self::Ground { basis, .. } | Self::ConsentChanged { basis: Some(basis) } => {
                basis.to_string()
            }
            Self::Limit { limit, .. } => format!("limit.{}", limit.word()),
            Self::LongestCall { attempt }
            | Self::Line { attempt, .. }
            | Self::Corrected { attempt, .. } => {
                format!("attempt {attempt}")
            }
            Self::OwnedBy { agent, .. }
            | Self::Claimed { agent }
            | Self::PickedUp { agent }
            | Self::Passed { agent, .. }
            | Self::Assigned { agent: Some(agent) } => format!("agent {}", agent.0),
            Self::Edited { fields } => fields.join(", "),
            Self::MovedTo { to: there } | Self::MovedFrom { from: there, .. } => {
                format!("list {} contact {}", there.list.0, there.contact.0)
            }
            Self::Scored { .. } => "score".to_owned(),
            Self::Retry { cause, .. } => cause.to_string(),
            Self::Window { counter, .. } => counter.word().to_owned(),
            Self::Ordered { .. } | Self::InOrder | Self::OrderGone => "call_order".to_owned(),
            Self::Permitted { slot } | Self::Locked { slot } => {
                format!("number {}", slot.0.saturating_add(1))
            }
            rest => rest.figure().to_owned(),
        }
    }
}
