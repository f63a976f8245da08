//! The contract for calls that come in: what an exchange tells of them, and what it is told to do.
//!
//! Until an agent takes one it is a caller on a line. From then on it is a call like any other.

use crate::asterisk::Phone;
use crate::caller::Caller;
use crate::line::Placed;
use engine::{AgentId, CallSounds, Number, Recording};
use jiff::Timestamp;
use std::time::Duration;

/// One caller on one exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InLine(pub u64);

/// What is heard of a caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InHeard {
    pub line: InLine,
    pub news: InNews,
    pub happened_at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InNews {
    /// Somebody calls; nothing was answered yet, unless an earlier program has done so.
    Came {
        called: String,
        caller: Caller,
        /// By what the exchange knows it, also for another program.
        id: Option<String>,
    },
    Pressed {
        key: char,
    },
    /// What was to be said was said, as far as it could be.
    Said,
    /// The agent's phone is in hand: she can be connected.
    Fetched {
        agent: AgentId,
    },
    /// It could not be had.
    NotFetched {
        agent: AgentId,
    },
    /// The caller is gone, or the call was lost.
    Gone {
        lost: bool,
    },
}

/// What is to be done with a caller. What comes too late does nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum InOrder {
    /// Answer, say something, then play music.
    Hold {
        line: InLine,
        welcome: Option<String>,
        music: String,
    },
    /// Say something, figures in this language or that of the exchange; music goes on where it was
    /// playing.
    Say {
        line: InLine,
        sound: String,
        language: Option<String>,
    },
    /// Say something and hang up; with nothing to say, hang up unanswered.
    SayAndEnd { line: InLine, sound: Option<String> },
    /// Have the agent's phone in hand.
    Fetch { line: InLine, phone: Phone },
    /// Both hear each other, and are recorded as it says.
    Connect {
        line: InLine,
        placed: Placed,
        agent: AgentId,
        phone: Option<Phone>,
        /// What somebody is shown who is asked to join.
        shown: Option<Number>,
        recording: Recording,
        /// What the far end hears where nobody speaks to it.
        sounds: CallSounds,
    },
    /// The exchange ends the call by itself after so long, also where no program is there any more. Not once
    /// an agent has taken it.
    Limit { line: InLine, most: Duration },
}

impl InOrder {
    pub fn line(&self) -> InLine {
        match self {
            Self::Hold { line, .. }
            | Self::Say { line, .. }
            | Self::SayAndEnd { line, .. }
            | Self::Fetch { line, .. }
            | Self::Connect { line, .. }
            | Self::Limit { line, .. } => *line,
        }
    }
}
