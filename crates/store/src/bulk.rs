//! One change for many contacts: counted beforehand, done in batches through the door, logged.

mod log;
mod run;

use crate::people::UserId;
use engine::{Actor, AgentId, Code, ContactId, ListId, Roster};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is to be done to each contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum BulkChange {
    /// Give the attempt that carries the last disposition this code.
    Correct {
        code: Code,
    },
    /// Set a code by hand, with or without a reset of the counters.
    Set {
        code: Code,
        reset: bool,
        due: Option<Timestamp>,
    },
    Assign {
        owner: Option<AgentId>,
    },
    SetRoster {
        roster: Option<Roster>,
    },
    /// Let them go on in another list.
    Move(Move),
}

/// To which list, and what goes along beside what always does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    pub to: ListId,
    /// Attempts, runs and callbacks are counted on there.
    pub counters: bool,
    /// Those that the other list has already go, too; otherwise they stay.
    pub duplicates: bool,
    /// Fields the other list does not have are added to it; otherwise they are left behind.
    pub add_fields: bool,
}

/// Which contacts of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Selection {
    Contacts(Vec<ContactId>),
    Matching(Matching),
}

/// Everything that is given must hold. What is said of attempts must hold of one of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Matching {
    /// `new`, `unreached`, `callback`, `suspended`, `closed` or `in_hand`.
    pub state: Option<String>,
    /// The code that holds of the contact.
    pub code: Option<Code>,
    pub attempt_code: Option<Code>,
    /// Who made the attempt.
    pub agent: Option<AgentId>,
    /// The attempt was coded from this instant on,
    pub from: Option<Timestamp>,
    /// and before this one.
    pub until: Option<Timestamp>,
    /// What one of its fields holds.
    pub field: Option<FieldHolds>,
}

/// A condition on one field; capitals and blanks around make no difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldHolds {
    pub name: String,
    pub how: Holding,
    pub value: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holding {
    Is,
    IsNot,
    Begins,
    Contains,
}

impl Holding {
    pub const ALL: [Self; 4] = [Self::Is, Self::IsNot, Self::Begins, Self::Contains];

    pub fn word(self) -> &'static str {
        match self {
            Self::Is => "is",
            Self::IsNot => "is_not",
            Self::Begins => "begins",
            Self::Contains => "contains",
        }
    }
}

impl FieldHolds {
    /// Whether it holds of the fields of a contact.
    pub fn of(&self, fields: &BTreeMap<String, String>) -> bool {
        let plain = |text: &str| text.trim().to_lowercase();
        let there = plain(fields.get(&self.name).map_or("", String::as_str));
        let wanted = plain(&self.value);
        match self.how {
            Holding::Is => there == wanted,
            Holding::IsNot => there != wanted,
            Holding::Begins => there.starts_with(&wanted),
            Holding::Contains => there.contains(&wanted),
        }
    }
}

/// What would come of it, in contacts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct BulkPreview {
    pub contacts: u64,
    /// Would be closed, or stay so under another code.
    pub closed: u64,
    /// Could be offered at once.
    pub due_now: u64,
    pub due_later: u64,
    pub suspended: u64,
    /// In somebody's hands all the same: owner or roster only.
    pub in_hand: u64,
    /// Begin anew in the other list: its catalogue has no code of their meaning.
    pub anew: u64,
    /// Move although the other list has them already.
    pub duplicates: u64,
    /// By the word of the refusal, such as `in_hand` or `sticky`.
    pub refused: BTreeMap<String, u64>,
    /// What would come of some of them, the first first.
    pub sample: Vec<Sampled>,
}

/// One contact of a preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sampled {
    pub contact: ContactId,
    /// `closed`, `due_now`, `due_later`, `suspended`, `in_hand`, or the word of the refusal.
    pub outcome: String,
    pub due: Option<Timestamp>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BulkState {
    /// Under way, or interrupted: running it again goes on where it stopped.
    Running,
    Done,
    /// Stopped by hand, in part.
    Stopped,
}

/// A bulk change in the log.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bulk {
    pub id: i64,
    pub list: ListId,
    pub actor: Actor,
    pub change: BulkChange,
    pub selection: Selection,
    pub state: BulkState,
    /// Contacts that were selected when it began.
    pub contacts: u64,
    pub done: u64,
    pub refused: BTreeMap<String, u64>,
    pub begun_at: Timestamp,
    pub ended_at: Option<Timestamp>,
    /// The user who asked for it, where that is known.
    #[serde(skip)]
    pub user: Option<UserId>,
}

impl Bulk {
    /// Contacts whose turn is still to come.
    pub fn waiting(&self) -> u64 {
        let refused: u64 = self.refused.values().sum();
        self.contacts
            .saturating_sub(self.done)
            .saturating_sub(refused)
    }
}
