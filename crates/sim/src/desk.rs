//! An agent and what is on the agent's desk.

use crate::chance::Dice;
use crate::people::Talk;
use crate::shift::Shift;
use engine::{AgentId, Contact, ListId, Slot};
use std::collections::VecDeque;
use telephony::LineId;

/// What an agent does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    LogIn,
    /// Asks for the next contact; or takes a break, or goes home.
    Ask,
    /// Comes back from a break.
    Back,
    Dial,
    /// Ends the conversation.
    HangUp,
    /// The call is over and nobody was spoken to.
    AfterCall,
    /// Chooses a disposition for a conversation.
    Dispose,
    /// Comes back after having vanished.
    Return,
    /// Takes the call she is asked to take.
    PickUp,
}

#[derive(Debug)]
pub(crate) struct Desk {
    pub agent: AgentId,
    pub dice: Dice,
    pub shift: Option<Shift>,
    pub later: VecDeque<Shift>,
    /// What was planned before the newest turn is off.
    pub turn: u64,
    /// Has vanished: hears and does nothing.
    pub gone: bool,
    pub held: Option<Held>,
    /// The call she was last asked to take.
    pub rings: Option<i64>,
    /// How often in a row there was nothing to call.
    pub idle: u32,
    /// Commands given so far, for their ids.
    pub commands: u64,
}

impl Desk {
    pub fn new(agent: AgentId, dice: Dice) -> Self {
        Self {
            agent,
            dice,
            shift: None,
            later: VecDeque::new(),
            turn: 0,
            gone: false,
            held: None,
            rings: None,
            idle: 0,
            commands: 0,
        }
    }
}

/// The contact in hand, as the agent knows it.
#[derive(Debug)]
pub(crate) struct Held {
    pub contact: Contact,
    pub line: Option<LineId>,
    pub talk: Option<Talk>,
    /// Numbers that may not be dialled now.
    pub refused: Vec<Slot>,
}

impl Held {
    pub fn new(contact: Contact) -> Self {
        Self {
            contact,
            line: None,
            talk: None,
            refused: Vec::new(),
        }
    }

    pub fn list(&self) -> ListId {
        self.contact.list
    }

    /// Whether the house still says that somebody has it in hand.
    pub fn is_in_hand(&self) -> bool {
        self.contact.hand.is_some()
    }

    pub fn has_dialled(&self) -> bool {
        let hand = self.contact.hand.as_ref();
        hand.is_some_and(|hand| !hand.calls.is_empty())
    }

    /// The first number worth a try that was not dialled yet while in hand.
    pub fn next_slot(&self) -> Option<Slot> {
        let calls = self.contact.hand.as_ref().map(|hand| hand.calls.as_slice());
        self.contact.open_slots().into_iter().find(|slot| {
            let tried = |calls: &[engine::Call]| calls.iter().any(|call| call.slot == *slot);
            !calls.is_some_and(tried) && !self.refused.contains(slot)
        })
    }
}
