//! What follows from an event, with the reasons.

use crate::because::Because;
use crate::catalogue::{Action, Extent, Requirement, SuppressSubject};
use crate::contact::{Contact, Elsewhere};
use crate::handling::Attempt;
use crate::id::{AgentId, Code, Slot};
use crate::permit::{Denial, Permit};
use crate::trigger::LimitKind;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What follows from an event.
#[derive(Debug)]
pub struct Decision {
    pub next: Contact,
    /// Attempts that were given their disposition, or another one.
    pub attempts: Vec<Attempt>,
    /// Attempts that have no disposition any more: it was taken back.
    pub uncoded: Vec<u32>,
    pub effects: Vec<Effect>,
    pub because: Vec<Because>,
    /// Leave to dial, for a dial that was asked for. Never stored.
    pub permit: Option<Permit>,
}

/// Something to be done elsewhere. Intentions: no answer is awaited.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub enum Effect {
    /// End this call.
    HangUp { attempt: u32 },
    /// Never call these numbers again.
    Suppress {
        slots: Vec<Slot>,
        subject: SuppressSubject,
        extent: Extent,
        until: Option<String>,
        code: Code,
    },
    /// Something that leaves the house: it waits ten seconds, so that undo is honest.
    Act { action: Action, code: Code },
    /// Do not do these after all, where they have not left the house yet: what the events of
    /// the contact with these numbers asked for.
    Recall {
        events: Vec<i64>,
        actions: Vec<Action>,
    },
}

/// Why something that was asked for cannot be done.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Refusal {
    #[error("the contact is in the hands of agent {}", .0.0)]
    InHand(AgentId),
    #[error("agent {} has another contact in hand: give it a disposition first", .0.0)]
    AgentBusy(AgentId),
    #[error("the contact is not in your hands: it was taken back, or coded already")]
    NotInHand,
    #[error("the contact is closed as `{0}`: reactivate it first")]
    Closed(Code),
    #[error("the contact waits under `{0}`: resume it first")]
    Suspended(Code),
    #[error("the contact is reserved for agent {}: assign it to somebody else first", .0.0)]
    Held(AgentId),
    #[error("`{0}` may not be overwritten: lift the suppression explicitly first")]
    Sticky(Code),
    #[error("the catalogue has no disposition `{0}`")]
    UnknownCode(String),
    #[error("`{0}` is set by the system, never chosen")]
    NotChoosable(Code),
    #[error("another call of this contact is still open: end it first")]
    LineOpen,
    #[error("the contact has no number {}", .0.0.saturating_add(1))]
    NoSuchNumber(Slot),
    #[error("{0}")]
    Denied(Denial),
    #[error("nobody is on the line: there is no talk to go on with")]
    NoTalk,
    #[error("the call is not over: end it, or choose a disposition")]
    NotEnded,
    #[error("the callback must lie between {earliest} and {latest}")]
    OutOfBounds { earliest: String, latest: String },
    #[error("the callback time of this code is fixed: leave it empty")]
    FixedTime,
    #[error("`{0}` takes no date: leave it empty, or choose a code that calls back")]
    TakesNoDate(Code),
    #[error("`{0}` takes no amounts, day or reason: leave them empty")]
    TakesNoDeal(Code),
    #[error("a value is 0 or more, a chance between 0 and 100 per cent")]
    NoAmount,
    #[error("`{code}` knows no reason `{reason}`: choose one of its own")]
    NoSuchReason { code: Code, reason: String },
    #[error("`{0}` ends it for good: it cannot be followed up again")]
    EndsForGood(Code),
    #[error("`{0}` ends it: say that it is followed up again, or leave the date empty")]
    NotAgain(Code),
    #[error("`{0}` is somebody's: say whose")]
    NobodysOwn(Code),
    #[error("`{0}` takes no appointment: leave it empty")]
    TakesNoAppointment(Code),
    #[error("`{0}` gives the contact to nobody of choice: leave the owner empty")]
    TakesNoOwner(Code),
    #[error("its catalogue does not call in an order of the client's: leave the order empty")]
    TakesNoOrder,
    #[error("`{0}` takes no note: leave it empty, or choose a code with a pop-up")]
    TakesNoNote(Code),
    #[error("number {} is closed: choose another to call back", .0.0.saturating_add(1))]
    NumberClosed(Slot),
    #[error("it would have no number left: add another first")]
    LastNumber,
    #[error("roster and law allow no instant within reach: choose other times")]
    NeverAllowed,
    #[error("`{code}` asks for {}: fill it in", .what.told())]
    Missing { code: Code, what: Requirement },
    #[error("a callback at {0} has passed already: choose a later time")]
    Past(Timestamp),
    #[error("something was dialled: give it a disposition")]
    Dialled,
    #[error("the contact is not waiting for anything: there is nothing to resume")]
    NotSuspended,
    #[error("the contact has no attempt {0} with a disposition")]
    NoSuchAttempt(u32),
    #[error("attempt {attempt} gave way to another number: correct attempt {main} instead")]
    GaveWay { attempt: u32, main: u32 },
    #[error("the attempt is coded `{0}` already")]
    AlreadyCoded(Code),
    #[error("only a supervisor corrects an attempt: ask yours")]
    NotSupervisor,
    #[error("there is no disposition of yours to take back")]
    NothingToUndo,
    #[error("something has happened to the contact since: have a supervisor correct it")]
    MovedOn,
    #[error("it is too late to take it back: have a supervisor correct it")]
    TooLate,
    #[error(
        "`{0}` has suppressed a number, which is never taken back at the desk: ask a supervisor"
    )]
    Lasting(Code),
    #[error("this needs the contact's history, which was not given")]
    NoHistory,
    #[error("it went on as contact {} of list {}: go there", .0.contact.0, .0.list.0)]
    Moved(Elsewhere),
    #[error("its personal data were erased: there is nobody to call")]
    Erased,
    #[error(
        "the other list's catalogue has no code that means the same as `{0}`: give the contact one that it has first"
    )]
    NoCounterpart(Code),
    #[error("it has been worked on already, so nothing can be moved into it")]
    HasHistory,
    #[error("the limit `{}` is reached: {counted} of {allowed}", .limit.word())]
    Limit {
        limit: LimitKind,
        counted: i64,
        allowed: i64,
    },
}

impl Refusal {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::InHand(_) => "in_hand",
            Self::AgentBusy(_) => "agent_busy",
            Self::NotInHand => "not_in_hand",
            Self::Closed(_) => "closed",
            Self::Suspended(_) => "suspended",
            Self::Held(_) => "held",
            Self::Sticky(_) => "sticky",
            Self::UnknownCode(_) => "unknown_code",
            Self::NotChoosable(_) => "not_choosable",
            Self::LineOpen => "line_open",
            Self::NoSuchNumber(_) => "no_such_number",
            Self::Denied(denial) => denial.code(),
            Self::NoTalk => "no_talk",
            Self::NotEnded => "not_ended",
            Self::OutOfBounds { .. } => "out_of_bounds",
            Self::FixedTime => "fixed_time",
            Self::TakesNoDate(_) => "takes_no_date",
            Self::TakesNoOwner(_) => "takes_no_owner",
            Self::TakesNoDeal(_) => "takes_no_deal",
            Self::NoAmount => "no_amount",
            Self::NoSuchReason { .. } => "no_such_reason",
            Self::EndsForGood(_) => "ends_for_good",
            Self::NotAgain(_) => "not_again",
            Self::NobodysOwn(_) => "nobodys_own",
            Self::TakesNoAppointment(_) => "takes_no_appointment",
            Self::TakesNoOrder => "takes_no_order",
            Self::TakesNoNote(_) => "takes_no_note",
            Self::NumberClosed(_) => "number_closed",
            Self::LastNumber => "last_number",
            Self::NeverAllowed => "never_allowed",
            Self::Missing { what, .. } => what.missing(),
            Self::Past(_) => "past",
            Self::Dialled => "dialled",
            Self::NotSuspended => "not_suspended",
            Self::NoSuchAttempt(_) => "no_such_attempt",
            Self::GaveWay { .. } => "gave_way",
            Self::AlreadyCoded(_) => "already_coded",
            Self::NotSupervisor => "not_supervisor",
            Self::NothingToUndo => "nothing_to_undo",
            Self::MovedOn => "moved_on",
            Self::TooLate => "too_late",
            Self::Lasting(_) => "lasting",
            Self::NoHistory => "no_history",
            Self::Moved(_) => "moved",
            Self::Erased => "erased",
            Self::NoCounterpart(_) => "no_counterpart",
            Self::HasHistory => "has_history",
            Self::Limit { .. } => "limit",
        }
    }
}

impl Decision {
    /// Nothing follows: the contact stays as it is.
    pub fn unchanged(contact: &Contact, because: Because) -> Self {
        Self::of(contact.clone(), vec![because])
    }

    pub fn of(next: Contact, because: Vec<Because>) -> Self {
        Self {
            next,
            attempts: Vec::new(),
            uncoded: Vec::new(),
            effects: Vec::new(),
            because,
            permit: None,
        }
    }
}
