//! Calls that come in on the simulated exchange: what a caller will do is decided when she calls.

use crate::caller::Caller;
use crate::exchange::{Fate, SimulatedExchange};
use crate::inbound::{InHeard, InLine, InNews, InOrder};
use engine::AgentId;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// Somebody who calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimulatedCaller {
    pub called: String,
    pub caller: Caller,
    /// How long she waits for somebody; none: as long as it takes.
    pub patience: Option<SignedDuration>,
    /// A key she presses, so long after she was answered.
    pub presses: Option<(SignedDuration, char)>,
    /// When she hangs up once she talks; none: she leaves that to us.
    pub talks: Option<SignedDuration>,
}

/// Callers whom nobody has taken yet.
#[derive(Debug, Default)]
pub(crate) struct Callers {
    next: u64,
    there: BTreeMap<InLine, Waiting>,
    /// Said at once, before time passes.
    at_once: Vec<InHeard>,
}

#[derive(Debug)]
struct Waiting {
    talks: Option<SignedDuration>,
    presses: Option<(SignedDuration, char)>,
    presses_at: Option<(Timestamp, char)>,
    said_at: Option<Timestamp>,
    ends: bool,
    leaves_at: Option<Timestamp>,
}

/// How long anything takes that is said.
const SAYING: SignedDuration = SignedDuration::from_secs(3);

impl SimulatedExchange {
    /// Somebody calls.
    pub fn ring_in(&mut self, caller: SimulatedCaller, now: Timestamp) -> InLine {
        let line = InLine(self.callers.next);
        self.callers.next = self.callers.next.saturating_add(1);
        let waiting = Waiting {
            talks: caller.talks,
            presses: caller.presses,
            presses_at: None,
            said_at: None,
            ends: false,
            leaves_at: caller.patience.map(|patience| after(now, patience)),
        };
        self.callers.there.insert(line, waiting);
        let news = InNews::Came {
            called: caller.called,
            caller: caller.caller,
            id: None,
        };
        self.callers.say(line, news, now);
        line
    }

    pub fn receive(&mut self, order: InOrder, now: Timestamp) {
        let line = order.line();
        let Some(there) = self.callers.there.get_mut(&line) else {
            return;
        };
        match order {
            InOrder::Hold { .. } => {
                let press = there.presses.take();
                there.presses_at = press.map(|(wait, key)| (after(now, wait), key));
                there.said_at = Some(after(now, SAYING));
            }
            InOrder::Say { .. } => there.said_at = Some(after(now, SAYING)),
            InOrder::SayAndEnd { sound, .. } => {
                let heard = sound.map_or(SignedDuration::ZERO, |_| SAYING);
                there.ends = true;
                there.said_at = Some(after(now, heard));
            }
            InOrder::Fetch { phone, .. } => {
                let agent: AgentId = phone.agent;
                self.callers.say(line, InNews::Fetched { agent }, now);
            }
            InOrder::Connect { placed, .. } => {
                let hangs_up_after = there.talks;
                self.callers.there.remove(&line);
                self.put_through(placed, Fate::Person { hangs_up_after }, now);
            }
            // It ends with the program.
            InOrder::Limit { .. } => {}
        }
    }

    /// What callers have done up to now.
    pub fn callers(&mut self, now: Timestamp) -> Vec<InHeard> {
        let mut heard = std::mem::take(&mut self.callers.at_once);
        let lines: Vec<InLine> = self.callers.there.keys().copied().collect();
        for line in lines {
            heard.extend(self.callers.advance(line, now));
        }
        heard
    }

    /// When a caller does something next.
    pub(crate) fn callers_due(&self) -> Option<Timestamp> {
        let told = self.callers.at_once.iter().map(|heard| heard.happened_at);
        let due = self.callers.there.values().flat_map(|there| {
            let pressed = there.presses_at.map(|(at, _)| at);
            [pressed, there.said_at, there.leaves_at]
        });
        told.chain(due.flatten()).min()
    }

    /// Every caller is gone, as when the program ends.
    pub fn drop_callers(&mut self, now: Timestamp) {
        for (line, _) in std::mem::take(&mut self.callers.there) {
            self.callers.say(line, InNews::Gone { lost: true }, now);
        }
    }
}

impl Callers {
    fn say(&mut self, line: InLine, news: InNews, happened_at: Timestamp) {
        self.at_once.push(InHeard {
            line,
            news,
            happened_at,
        });
    }

    fn advance(&mut self, line: InLine, now: Timestamp) -> Vec<InHeard> {
        let Some(there) = self.there.get_mut(&line) else {
            return Vec::new();
        };
        let is_due = |at: Option<Timestamp>| at.filter(|at| *at <= now);
        let mut heard = Vec::new();
        let mut say = |news, happened_at| {
            heard.push(InHeard {
                line,
                news,
                happened_at,
            });
        };
        if let Some((at, key)) = there.presses_at.filter(|(at, _)| *at <= now) {
            there.presses_at = None;
            say(InNews::Pressed { key }, at);
        }
        let said = is_due(there.said_at.take_if(|at| *at <= now));
        if let Some(at) = said.filter(|_| !there.ends) {
            say(InNews::Said, at);
        }
        let over = said.filter(|_| there.ends).or(is_due(there.leaves_at));
        if let Some(at) = over {
            say(InNews::Gone { lost: false }, at);
            self.there.remove(&line);
        }
        heard
    }
}

fn after(at: Timestamp, wait: SignedDuration) -> Timestamp {
    at.checked_add(wait).unwrap_or(at)
}
