//! What an agent asks of a call while it lasts, and how it then stands.
//!
//! None of it is an event: nothing follows from it for the contact. It lives in memory, with the
//! call.

mod attendance;
mod listening;
mod other;

pub use attendance::{Attendance, Attends, NotThere};
pub use listening::{Listener, Listening};
pub use other::{Gone, Other, OtherStage, Whom};

use crate::id::AgentId;
use jiff::Timestamp;
use std::fmt;
use std::str::FromStr;

/// Something that is asked of an agent's talk. What is so already stays so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// The far end hears music, the agent nothing.
    Hold,
    Resume,
    /// Nobody hears the agent.
    Mute,
    Unmute,
    /// Keys are pressed towards the far end.
    Press(Keys),
    /// Somebody else is called; the far end hears music meanwhile.
    Call {
        whom: Whom,
        blind: bool,
    },
    /// The far end goes on with whoever was called, without the agent.
    PutThrough,
    /// The agent goes on with the far end, without the other; why, where she is to be told.
    TakeBack(Option<Gone>),
    /// All three hear each other.
    Together,
    /// A supervisor comes to the talk, in this way, or leaves it.
    Listen {
        user: i64,
        /// The agent she is herself: it is her phone.
        own: Option<AgentId>,
        mode: Option<Listening>,
    },
}

/// How an agent's talk stands, besides what is recorded of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Talk {
    /// Since when the far end hears music.
    pub held_since: Option<Timestamp>,
    pub is_muted: bool,
    /// The last keys pressed, as many as are worth showing.
    pub pressed: String,
    /// Somebody else who is in it, or called.
    pub other: Option<Other>,
    /// Who could not be had, or left, since something was last asked.
    pub news: Option<(Whom, Gone)>,
    /// It is no talk of her own: this colleague asks her.
    pub asked_by: Option<AgentId>,
    /// Supervisors at it: those who are there, not those whose phone rings.
    pub listeners: Vec<Listener>,
}

/// Keys of a telephone: digits, star, hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("keys are 1 to 32 of 0-9, * and #")]
pub struct KeysProblem;

impl Talk {
    const SHOWN: usize = 20;

    /// Whether somebody from outside hears all of it, and is heard: a third, whom nobody asked
    /// anything.
    pub fn has_outsider(&self) -> bool {
        self.other.is_some_and(|other| {
            other.stage == OtherStage::Together && matches!(other.whom, Whom::Outside(_))
        })
    }

    pub fn press(&mut self, keys: &Keys) {
        self.pressed.push_str(keys.as_str());
        let beyond = self.pressed.len().saturating_sub(Self::SHOWN);
        self.pressed.drain(..beyond);
    }
}

impl Keys {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Keys {
    type Err = KeysProblem;

    fn from_str(text: &str) -> Result<Self, KeysProblem> {
        let is_key = |sign: u8| sign.is_ascii_digit() || b"*#".contains(&sign);
        let is_good = (1..=32).contains(&text.len()) && text.bytes().all(is_key);
        is_good.then(|| Self(text.to_owned())).ok_or(KeysProblem)
    }
}

impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_those_of_a_telephone() {
        for good in ["1", "0123456789*#"] {
            assert_eq!(good.parse::<Keys>().unwrap().as_str(), good);
        }
        for bad in ["", "A", "1 2", "+4", "ä", "1&context=x", &"1".repeat(33)] {
            assert_eq!(bad.parse::<Keys>(), Err(KeysProblem), "{bad}");
        }
    }

    #[test]
    fn the_last_keys_are_shown() {
        let mut talk = Talk::default();
        for _ in 0..3 {
            talk.press(&"0123456789".parse().unwrap());
        }
        talk.press(&"#".parse().unwrap());
        assert_eq!(talk.pressed, "1234567890123456789#");
    }
}
