//! One call on one Asterisk, from the order to its last word.

use super::attending::Listener;
use super::course::Course;
use super::during::Standing;
use super::third::Third;
use crate::line::Placed;
use engine::{AgentId, CallSounds, Machines, Number, Recording, Report, Whom};
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
    /// Whether the talk is recorded, and what is owed before.
    pub recording: Recording,
    /// What the far end hears where nobody speaks to it; what is not named is the exchange's own.
    pub sounds: CallSounds,
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
    pub standing: Standing,
    /// Somebody else in the talk, or called.
    pub third: Option<Third>,
    /// Where it goes on without us.
    pub bridge: Option<String>,
    /// Supervisors at the talk, or on their way to it.
    pub listeners: Vec<Listener>,
    /// It was not dialled.
    pub came_in: bool,
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
    /// A machine's greeting, since then: it is heard out, then the message is left.
    Greeting(Instant),
    Message,
    MenuAt(Instant),
    Menu,
    /// The menu is over; a key may still come until then.
    Decides(Instant),
    Nothing,
    /// It goes on with somebody else, without us.
    Elsewhere,
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

    /// Somebody else is called or asked, and the far end hears music.
    pub fn is_with_third(&self) -> bool {
        self.third.is_some()
    }

    /// The colleague who is asked, or called.
    pub fn asks(&self) -> Option<AgentId> {
        match self.third.as_ref()?.whom {
            Whom::Colleague(agent) => Some(agent),
            Whom::Outside(_) => None,
        }
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
