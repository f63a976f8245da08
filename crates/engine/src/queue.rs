//! Who calls in and must wait: whether anybody may, for how long, and who is asked to take the
//! call. Nothing of it is done here.

use crate::id::AgentId;
use crate::inbound::InboundEnd;
use crate::roster::Roster;
use crate::zone::Zone;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Who did not take a call is not asked for it again for so long. Ours.
const RESTS: SignedDuration = SignedDuration::from_secs(30);

/// What holds for a number that can be called. The figures are ours.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct QueueRules {
    /// When somebody is there; nothing is always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Roster>,
    /// Days on which nobody is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub closed_on: Vec<Date>,
    /// A supervisor has closed it for now.
    pub closed_for_now: bool,
    /// How many may wait at once, and for how many seconds each.
    pub waiting_most: u32,
    pub wait_seconds: u32,
    /// For how long whoever the caller belongs to is asked before others,
    pub owner_seconds: u32,
    /// and each of the others.
    pub ask_seconds: u32,
    /// How many agents are asked in vain before the caller is sent on.
    pub asks_most: u32,
    /// Who is answered within so many seconds was served well.
    pub served_within: u32,
}

impl Default for QueueRules {
    fn default() -> Self {
        Self {
            hours: None,
            closed_on: Vec::new(),
            closed_for_now: false,
            waiting_most: 20,
            wait_seconds: 300,
            owner_seconds: 20,
            ask_seconds: 15,
            asks_most: 8,
            served_within: 20,
        }
    }
}

/// Somebody who waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiter {
    pub since: Timestamp,
    /// Whose contact it is, or who called it last.
    pub first: Option<AgentId>,
    /// Who is asked now, and since when.
    pub asked: Option<(AgentId, Timestamp)>,
    /// Who was asked in vain, and until when the last time.
    pub in_vain: BTreeMap<AgentId, Timestamp>,
}

/// What is to be done for somebody who waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueueTurn {
    Ask(AgentId),
    /// Whoever is asked does not take it, and nobody else can be asked yet.
    AskNobody,
    /// Nobody can be asked, or somebody is.
    Wait,
    GiveUp(InboundEnd),
}

impl QueueRules {
    /// Why nobody may wait now, with so many who do already.
    pub fn refuses(&self, waiting: u32, at: Timestamp, zone: &Zone) -> Option<InboundEnd> {
        let today = zone.local(at).date();
        let open = |hours: &Roster| hours.allows(at, zone);
        if self.closed_for_now {
            Some(InboundEnd::Emergency)
        } else if self.closed_on.contains(&today) {
            Some(InboundEnd::Holiday)
        } else if !self.hours.as_ref().is_none_or(open) {
            Some(InboundEnd::OutsideHours)
        } else if waiting >= self.waiting_most {
            Some(InboundEnd::QueueFull)
        } else {
            None
        }
    }

    /// Whose turn it is, of those who are ready, longest ready first.
    pub fn turn(&self, waiter: &Waiter, ready: &[AgentId], at: Timestamp) -> QueueTurn {
        let is_asked = waiter.asked.is_some_and(|(agent, since)| {
            ready.contains(&agent) && at < after(since, self.seconds_for(waiter, agent))
        });
        if after(waiter.since, self.wait_seconds) <= at {
            let was_asked = |agent: &AgentId| {
                waiter.in_vain.contains_key(agent)
                    || waiter.asked.is_some_and(|(asked, _)| asked == *agent)
            };
            return QueueTurn::GiveUp(match ready.iter().any(was_asked) {
                true => InboundEnd::AgentSilent,
                false => InboundEnd::WaitedTooLong,
            });
        }
        if is_asked {
            return QueueTurn::Wait;
        }
        let mut in_vain = waiter.in_vain.clone();
        in_vain.extend(waiter.asked.map(|(agent, _)| (agent, at)));
        if in_vain.len() >= usize::try_from(self.asks_most).unwrap_or(usize::MAX) {
            return QueueTurn::GiveUp(InboundEnd::SentOn);
        }
        let own = waiter.first.filter(|_| in_vain.is_empty());
        if let Some(own) = own.filter(|own| ready.contains(own)) {
            return QueueTurn::Ask(own);
        }
        // Who was never asked, or longest ago; of those who never were, the longest ready.
        let until = |agent: &&AgentId| in_vain.get(*agent).copied();
        let rested = |agent: &&AgentId| until(agent).is_none_or(|until| after_rest(until) <= at);
        match ready.iter().filter(rested).min_by_key(until) {
            Some(agent) => QueueTurn::Ask(*agent),
            None if waiter.asked.is_some() => QueueTurn::AskNobody,
            None => QueueTurn::Wait,
        }
    }

    fn seconds_for(&self, waiter: &Waiter, agent: AgentId) -> u32 {
        match waiter.first == Some(agent) && waiter.in_vain.is_empty() {
            true => self.owner_seconds,
            false => self.ask_seconds,
        }
    }
}

fn after_rest(until: Timestamp) -> Timestamp {
    until.checked_add(RESTS).unwrap_or(Timestamp::MAX)
}

fn after(since: Timestamp, seconds: u32) -> Timestamp {
    let wait = SignedDuration::from_secs(seconds.into());
    since.checked_add(wait).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests;
