//! What becomes of a call that an answering machine picks up.

use serde::{Deserialize, Serialize};

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Machines {
    /// Nobody listens for one: the agent hears what it is, at once.
    #[default]
    ToAgent,
    /// It is listened for, and hung up on.
    HangUp,
    /// It is listened for, and a message left after its greeting.
    LeaveMessage,
}

impl Machines {
    pub const ALL: [Self; 3] = [Self::ToAgent, Self::HangUp, Self::LeaveMessage];

    pub fn word(self) -> &'static str {
        match self {
            Self::ToAgent => "to_agent",
            Self::HangUp => "hang_up",
            Self::LeaveMessage => "leave_message",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|there| there.word() == word)
    }
}
