//! A supervisor at an agent's talk.

use jiff::Timestamp;

/// Who listens, how, and since when in this way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listener {
    /// The user's id.
    pub user: i64,
    pub mode: Listening,
    pub since: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Listening {
    /// She hears both, nobody hears her.
    Listens,
    /// She hears both, the agent hears her.
    Whispers,
    /// All three hear each other.
    Joined,
}

impl Listening {
    pub const ALL: [Self; 3] = [Self::Listens, Self::Whispers, Self::Joined];

    pub fn word(self) -> &'static str {
        match self {
            Self::Listens => "listens",
            Self::Whispers => "whispers",
            Self::Joined => "joined",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|there| there.word() == word)
    }
}
