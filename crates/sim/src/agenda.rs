//! What will happen and when. At one instant, what was put down first comes first.

use crate::desk::Act;
use engine::Number;
use jiff::Timestamp;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use store::Entry;

#[derive(Debug)]
pub(crate) enum Happening {
    /// An agent does something, if nothing else was planned for the agent meanwhile.
    Act { agent: usize, turn: u64, act: Act },
    /// Lines have something to say.
    Lines,
    /// A report arrives that was late, or comes a second time.
    Told(Box<Entry>),
    /// The keeper goes its round.
    Keep,
    /// A full hour: the stock is counted.
    Hour,
    /// Somebody calls us.
    RingsIn(Number),
}

impl Happening {
    pub fn is_full_hour(&self) -> bool {
        matches!(self, Self::Hour)
    }
}

#[derive(Debug, Default)]
pub(crate) struct Agenda {
    heap: BinaryHeap<Reverse<Item>>,
    planned: u64,
}

#[derive(Debug)]
struct Item {
    at: Timestamp,
    order: u64,
    happening: Happening,
}

impl Agenda {
    pub fn plan(&mut self, at: Timestamp, happening: Happening) {
        self.planned += 1;
        let order = self.planned;
        self.heap.push(Reverse(Item {
            at,
            order,
            happening,
        }));
    }

    /// When the next thing happens.
    pub fn next_at(&self) -> Option<Timestamp> {
        self.heap.peek().map(|Reverse(item)| item.at)
    }

    pub fn next(&mut self) -> Option<(Timestamp, Happening)> {
        self.heap
            .pop()
            .map(|Reverse(item)| (item.at, item.happening))
    }
}

impl PartialEq for Item {
    fn eq(&self, other: &Self) -> bool {
        self.order == other.order
    }
}

impl Eq for Item {}

impl PartialOrd for Item {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Item {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.at, self.order).cmp(&(other.at, other.order))
    }
}
