//! Dialling without a key: what is to be done next at a desk whose campaign dials by itself.
//!
//! The agent has the contact in hand before it is dialled, so nobody who answers is left without
//! one. Leave to dial is asked for as with any other dial.

use crate::agent::Agent;
use crate::contact::Contact;
use crate::handling::{Handling, Line, Phase};
use crate::id::Slot;
use crate::outcome::Outcome;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How a campaign dials by itself; one that says nothing waits for the agent's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progressive {
    /// For so long the agent looks at a contact before it is dialled.
    pub look_seconds: u32,
    /// Whether she may give it back meanwhile.
    pub may_skip: bool,
}

impl Progressive {
    /// The longest look.
    pub const MOST_SECONDS: u32 = 60;
    /// Whoever took a code back has so long at least to choose another. Ours.
    const RECODES: SignedDuration = SignedDuration::from_secs(10);

    /// When the next number of a contact is dialled: the first one after a look, the others at
    /// once, unless she is choosing another code.
    pub fn dials_at(self, hand: &Handling) -> Timestamp {
        let first = SignedDuration::from_secs(self.look_seconds.into());
        let look = match (hand.recoding, hand.calls.is_empty()) {
            (true, _) => first.max(Self::RECODES),
            (false, true) => first,
            (false, false) => SignedDuration::ZERO,
        };
        hand.since.checked_add(look).unwrap_or(hand.since)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskStep {
    /// The next contact is drawn.
    Draw,
    Dial(Slot),
    /// She looks at it until then.
    Look(Timestamp),
    /// She is about to leave: the contact goes back, not dialled …
    GiveBack,
    /// … or with what the line said.
    Conclude,
    /// Somebody talks, or codes, or is away.
    Wait,
}

/// What is to be done now, for an agent with this contact in hand, or with none.
pub fn desk_step(
    agent: &Agent,
    contact: Option<&Contact>,
    rule: Progressive,
    now: Timestamp,
) -> DeskStep {
    let Some((contact, hand)) = contact.and_then(|there| Some((there, there.hand.as_ref()?)))
    else {
        return match agent.is_ready() && !agent.is_leaving() {
            true => DeskStep::Draw,
            false => DeskStep::Wait,
        };
    };
    match hand.phase() {
        Phase::Reserved if agent.is_leaving() => DeskStep::GiveBack,
        Phase::WrapUp if was_reached(hand) => DeskStep::Wait,
        Phase::WrapUp if agent.is_leaving() => DeskStep::Conclude,
        // On a break she has it in hand only where she took a code back.
        Phase::Reserved | Phase::WrapUp if !agent.is_ready() => DeskStep::Wait,
        Phase::Reserved | Phase::WrapUp => match untried(contact, hand) {
            Some(_) if now < rule.dials_at(hand) => DeskStep::Look(rule.dials_at(hand)),
            Some(slot) => DeskStep::Dial(slot),
            None => DeskStep::Wait,
        },
        Phase::Dialling | Phase::Talking => DeskStep::Wait,
    }
}

/// The first number of the contact that was not dialled this time.
fn untried(contact: &Contact, hand: &Handling) -> Option<Slot> {
    let tried = |slot: &Slot| hand.calls.iter().any(|call| call.slot == *slot);
    contact.open_slots().into_iter().find(|slot| !tried(slot))
}

/// Whether there is something the agent alone can say: somebody was there, or called in.
fn was_reached(hand: &Handling) -> bool {
    hand.calls.iter().any(|call| {
        let answered = matches!(
            call.line,
            Line::Ended {
                outcome: Outcome::Answered,
                ..
            }
        );
        answered || call.inbound || !call.talked().is_zero()
    })
}
