//! How often a contact may be tried within a time, counted six ways. A window of no length
//! counts all there ever was: once that is reached the contact is closed. The others only hold
//! it back until enough of what they count is long enough ago.

mod text;

use crate::limits::LimitHit;
use crate::outcome::Outcome;
use crate::period::Period;
use crate::trigger::LimitKind;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// What a window counts. Attempts are connections and failed ones; failed are dropped calls,
/// machines and whoever was not reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counter {
    Attempts,
    Connections,
    Failed,
    Dropped,
    Machines,
    NotReached,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    pub counter: Counter,
    pub most: u32,
    /// All there ever was, where nothing is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Period>,
}

/// How one attempt ended, as far as windows go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    Connected,
    Dropped,
    Machine,
    NotReached,
}

/// The attempts of one contact as windows count them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tried {
    pub connected: u32,
    pub dropped: u32,
    pub machines: u32,
    pub not_reached: u32,
    /// The last of them, oldest first.
    pub recent: Vec<(Timestamp, Ending)>,
}

/// Longer ago than this nothing is remembered one by one.
const MEMORY: SignedDuration = SignedDuration::from_hours(24 * 92);

/// More than so many within that time no list allows.
const REMEMBERED: usize = 500;

impl Counter {
    pub const ALL: [Self; 6] = [
        Self::Attempts,
        Self::Connections,
        Self::Failed,
        Self::Dropped,
        Self::Machines,
        Self::NotReached,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Attempts => "attempts",
            Self::Connections => "connections",
            Self::Failed => "failed",
            Self::Dropped => "dropped",
            Self::Machines => "machines",
            Self::NotReached => "not_reached",
        }
    }

    fn counts(self, ending: Ending) -> bool {
        match self {
            Self::Attempts => true,
            Self::Connections => ending == Ending::Connected,
            Self::Failed => ending != Ending::Connected,
            Self::Dropped => ending == Ending::Dropped,
            Self::Machines => ending == Ending::Machine,
            Self::NotReached => ending == Ending::NotReached,
        }
    }
}

impl Ending {
    pub fn of(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Answered | Outcome::Noise => Self::Connected,
            Outcome::Abandoned => Self::Dropped,
            Outcome::Machine => Self::Machine,
            Outcome::LostWhileDialling
            | Outcome::Refused
            | Outcome::Failed
            | Outcome::Interrupted
            | Outcome::NeverRang
            | Outcome::Incomplete
            | Outcome::Congested
            | Outcome::NoAnswer
            | Outcome::Busy
            | Outcome::SpecialTone
            | Outcome::Fax => Self::NotReached,
        }
    }
}

impl Tried {
    pub fn count(&mut self, outcome: Outcome, at: Timestamp) {
        let ending = Ending::of(outcome);
        let total = match ending {
            Ending::Connected => &mut self.connected,
            Ending::Dropped => &mut self.dropped,
            Ending::Machine => &mut self.machines,
            Ending::NotReached => &mut self.not_reached,
        };
        *total = total.saturating_add(1);
        self.recent.push((at, ending));
        let since = at.checked_sub(MEMORY).unwrap_or(Timestamp::MIN);
        self.recent.retain(|(at, _)| *at > since);
        let over = self.recent.len().saturating_sub(REMEMBERED);
        self.recent.drain(..over);
    }

    /// All that a counter ever counted.
    pub fn total(&self, counter: Counter) -> u32 {
        let of = |counts: Ending, total: u32| if counter.counts(counts) { total } else { 0 };
        [
            of(Ending::Connected, self.connected),
            of(Ending::Dropped, self.dropped),
            of(Ending::Machine, self.machines),
            of(Ending::NotReached, self.not_reached),
        ]
        .into_iter()
        .fold(0, u32::saturating_add)
    }
}

impl Window {
    /// Whether all there may ever be has been, with so many calls on top that have not ended.
    pub fn used_up(&self, tried: &Tried, placed: u32) -> Option<LimitHit> {
        let more = if self.counter == Counter::Attempts {
            placed
        } else {
            0
        };
        let counted = tried.total(self.counter).saturating_add(more);
        (self.within.is_none() && counted >= self.most).then_some(LimitHit {
            limit: LimitKind::Window,
            counted: counted.into(),
            allowed: self.most.into(),
        })
    }

    /// The first instant from `at` on at which one more fits in.
    pub fn free_at(&self, tried: &Tried, at: Timestamp) -> Option<Timestamp> {
        let length = self.within?.duration();
        let ends = |begun: Timestamp| begun.checked_add(length).unwrap_or(Timestamp::MAX);
        let counted: Vec<Timestamp> = tried
            .recent
            .iter()
            .filter(|(_, ending)| self.counter.counts(*ending))
            .map(|(begun, _)| ends(*begun))
            .filter(|until| *until > at)
            .collect();
        let most = usize::try_from(self.most).unwrap_or(usize::MAX);
        let last_too_many = counted.len().checked_sub(most)?;
        counted.get(last_too_many).or(counted.last()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours)
    }

    fn tried() -> Tried {
        let mut tried = Tried::default();
        for (hour, outcome) in [
            (0, Outcome::NoAnswer),
            (1, Outcome::Machine),
            (2, Outcome::Abandoned),
            (3, Outcome::Answered),
        ] {
            tried.count(outcome, at(hour));
        }
        tried
    }

    #[test]
    fn attempts_are_connections_and_the_three_ways_to_fail() {
        let totals = Counter::ALL.map(|counter| tried().total(counter));
        assert_eq!(totals, [4, 1, 3, 1, 1, 1]);
    }

    #[test]
    fn a_window_is_free_again_when_enough_is_long_enough_ago() {
        let window = |counter, most| Window {
            counter,
            most,
            within: Some(Period::minutes(24 * 60)),
        };
        let free = |counter, most, hour| window(counter, most).free_at(&tried(), at(hour));
        assert_eq!(free(Counter::Attempts, 5, 4), None);
        assert_eq!(free(Counter::Attempts, 4, 4), Some(at(24)));
        assert_eq!(free(Counter::Attempts, 2, 4), Some(at(26)));
        assert_eq!(free(Counter::Failed, 2, 4), Some(at(25)));
        assert_eq!(free(Counter::Machines, 1, 4), Some(at(25)));
        assert_eq!(free(Counter::Machines, 1, 25), None);
    }

    #[test]
    fn a_window_without_a_length_is_used_up_for_good() {
        let window = Window {
            counter: Counter::Failed,
            most: 3,
            within: None,
        };
        let hit = window.used_up(&tried(), 0).unwrap();
        assert_eq!(
            (hit.limit, hit.counted, hit.allowed),
            (LimitKind::Window, 3, 3)
        );
        assert_eq!(window.free_at(&tried(), at(9)), None);
    }
}
