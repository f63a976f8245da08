//! One call on one Asterisk, from the order to its last word.

use super::course::Course;
use crate::line::Placed;
use engine::{AgentId, Machines, Number, Report};
use std::time::{Duration, Instant};

/// What is to be dialled, and how.
#[derive(Debug, Clone)]
pub struct Dial {
    pub placed: Placed,
    pub number: Number,
    /// The number the far end is shown.
    pub shown: Option<Number>,
    /// How long it may ring, in seconds.
    pub rings_for: u64,
    /// A menu follows the call.
    pub menu: bool,
    /// What becomes of it where a machine picks up.
    pub machines: Machines,
    /// Who talks, and on what. None: whoever answers finds no agent.
    pub phone: Option<Phone>,
    /// When the leave to dial ends.
    pub good_until: Instant,
}

/// On what an agent talks: an account on the exchange, or a number with its plus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    pub agent: AgentId,
    pub line: String,
}

#[derive(Debug)]
pub(super) struct Call {
    pub dial: Dial,
    pub channel: String,
    pub stage: Stage,
    pub course: Course,
    pub since: Instant,
    /// Until when a fax is listened for: to listen costs Asterisk as much as to connect.
    pub fax_until: Option<Instant>,
    /// Since when the menu is played, until that is told.
    pub menu_since: Option<Instant>,
    /// When it was dialled, until something is heard of it.
    pub dialled_at: Option<Instant>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// The agent's phone has to be picked up first.
    AwaitsPhone,
    /// A channel was asked for; nothing is dialled before it is ours.
    Asked,
    Dialled,
    /// Somebody or something picked up, and the dialplan listens which.
    Listening {
        since: Instant,
    },
    Talking,
    /// Its end was told. The far end may still be there, listening.
    Told(After),
}

/// What the far end hears after the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// That no agent was free.
    Apology,
    /// A machine's greeting is waited out, then the message is left.
    Greeting,
    Message,
    MenuAt(Instant),
    Menu,
    /// The menu is over; a key may still come until then.
    Decides(Instant),
    Nothing,
}

/// Something a line said, and when it was heard.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    pub placed: Placed,
    pub report: Report,
    pub at: Instant,
}

impl Call {
    pub fn agent(&self) -> Option<AgentId> {
        self.dial.phone.as_ref().map(|phone| phone.agent)
    }

    /// How long it took from the dial, the first time that something is heard.
    pub fn first_heard(&mut self, now: Instant) -> Option<Duration> {
        let dialled_at = self.dialled_at.take()?;
        Some(now.saturating_duration_since(dialled_at))
    }

    pub fn attempt(&self) -> u32 {
        self.dial.placed.attempt
    }

    /// Whether nothing was dialled yet.
    pub fn is_undialled(&self) -> bool {
        matches!(self.stage, Stage::AwaitsPhone | Stage::Asked)
    }

    pub fn is_told(&self) -> bool {
        matches!(self.stage, Stage::Told(_))
    }
}
