//! A contact: one record of a call list, and what is wanted with it.
//!
//! While somebody has it in hand the contact keeps its standing, so that a technical
//! return puts it back untouched.

use crate::call_order::CallOrder;
use crate::consent::Consent;
use crate::contact_kind::ContactKind;
use crate::counters::Counters;
use crate::handling::Handling;
use crate::id::{AgentId, Code, ContactId, ListId, Slot};
use crate::roster::Roster;
use crate::score::Score;
use crate::windows::Tried;
use crate::zone::Zone;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub id: ContactId,
    pub list: ListId,
    pub zone: Zone,
    pub kind: ContactKind,
    /// On which ground it may be called, where it brought one of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Consent>,
    /// The disposition that holds.
    pub code: Code,
    pub standing: Standing,
    /// Place in the offering order, unless something else says it; see [`Contact::place`].
    pub priority: u8,
    /// The first instant at which due time, roster and law all allow an offer.
    pub offer_at: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roster: Option<Roster>,
    /// Whose contact it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<AgentId>,
    /// Set while only the owner may be offered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<Held>,
    /// Where the catalogue orders by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// A callback that is not kept is given up then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gives_up_at: Option<Timestamp>,
    /// Where the client wants it called, for one attempt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_order: Option<CallOrder>,
    /// Where windows count its attempts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tried: Option<Tried>,
    pub counters: Counters,
    pub numbers: Vec<NumberState>,
    /// The number to try first next time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred: Option<Slot>,
    /// Dials ever placed; numbers the attempts and never goes back.
    pub dials: u32,
    /// It went on as that contact; here it is closed for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_to: Option<Elsewhere>,
    /// It was that contact before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<Elsewhere>,
    /// Nothing personal is left of it; it is closed for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased_at: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hand: Option<Handling>,
}

/// A contact of another list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elsewhere {
    pub list: ListId,
    pub contact: ContactId,
}

/// What is wanted with a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Standing {
    New {
        due: Timestamp,
    },
    Unreached {
        due: Timestamp,
    },
    Callback {
        due: Timestamp,
    },
    /// Waits for something that is not a moment: a mail, a person, a stage.
    Suspended,
    /// `revive_at`: worth another look then, by a supervisor's hand.
    Closed {
        revive_at: Option<Timestamp>,
    },
}

/// Reserved for the owner, until it is released to everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    pub agent: AgentId,
    pub release_at: Option<Timestamp>,
}

/// One number of a contact, without its digits: those are personal data.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NumberState {
    /// The code that closed this number for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Code>,
    /// Taken away: the slot stays empty.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gone: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_dial_at: Option<Timestamp>,
}

impl Standing {
    pub fn word(self) -> &'static str {
        match self {
            Self::New { .. } => "new",
            Self::Unreached { .. } => "unreached",
            Self::Callback { .. } => "callback",
            Self::Suspended => "suspended",
            Self::Closed { .. } => "closed",
        }
    }

    pub fn due(self) -> Option<Timestamp> {
        match self {
            Self::New { due } | Self::Unreached { due } | Self::Callback { due } => Some(due),
            Self::Suspended | Self::Closed { .. } => None,
        }
    }

    /// The same standing, due at another instant. Suspended and closed have none.
    pub fn due_at(self, due: Timestamp) -> Self {
        match self {
            Self::New { .. } => Self::New { due },
            Self::Unreached { .. } => Self::Unreached { due },
            Self::Callback { .. } => Self::Callback { due },
            Self::Suspended | Self::Closed { .. } => self,
        }
    }
}

impl Contact {
    /// When something becomes of it without anybody doing anything.
    pub fn wakes_at(&self) -> Option<Timestamp> {
        let asleep = self.call_order.as_ref().filter(|order| !order.awake);
        let order = asleep.and(self.offer_at);
        let wakes = order.into_iter().chain(self.gives_up_at).min();
        wakes.filter(|_| self.hand.is_none())
    }

    pub fn is_closed(&self) -> bool {
        matches!(self.standing, Standing::Closed { .. })
    }

    /// `in_hand`, or the word of the standing.
    pub fn state(&self) -> &'static str {
        if self.hand.is_some() {
            "in_hand"
        } else {
            self.standing.word()
        }
    }

    pub fn number(&self, slot: Slot) -> Option<&NumberState> {
        let number = self.numbers.get(slot.index());
        number.filter(|number| !number.gone)
    }

    /// All its numbers, in try order.
    pub fn slots(&self) -> impl Iterator<Item = Slot> {
        (0..self.numbers.len())
            .filter_map(|index| u8::try_from(index).ok())
            .map(Slot)
            .filter(|slot| self.number(*slot).is_some())
    }

    /// Numbers that are still worth a try, in try order, the preferred one first.
    pub fn open_slots(&self) -> Vec<Slot> {
        let open = |slot: &Slot| {
            self.number(*slot)
                .is_some_and(|number| number.closed.is_none())
        };
        let mut slots: Vec<Slot> = self.slots().filter(open).collect();
        slots.sort_by_key(|slot| self.number(*slot).and_then(|number| number.last_dial_at));
        if let Some(preferred) = self.preferred
            && let Some(at) = slots.iter().position(|slot| *slot == preferred)
        {
            let slot = slots.remove(at);
            slots.insert(0, slot);
        }
        slots
    }
}
