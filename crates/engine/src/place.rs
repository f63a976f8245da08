//! Where a contact stands in the order of its list.

use crate::catalogue::Band;
use crate::contact::{Contact, Standing};

/// Before all others of its band, because somebody said so.
pub(crate) const CALLED_FIRST: u8 = 0;

/// Where to look for contacts: a band, or those that the client wants in an order of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    Band(Band),
    Ordered,
}

/// A place in the order: a shelf, and within it a figure; lower goes first. On the client's own
/// shelf its texts decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub shelf: Shelf,
    pub rank: i64,
}

impl Shelf {
    pub fn is_callback(self) -> bool {
        matches!(self, Self::Band(band) if band.is_callback())
    }

    /// How rows are told apart.
    pub fn number(self) -> i64 {
        match self {
            Self::Band(band) => band as i64,
            Self::Ordered => 6,
        }
    }
}

impl Contact {
    /// By its priority; in the client's order once its time there has come; where it has a
    /// score, that ranks it, but for what is wanted at a fixed time or was called first.
    pub fn place(&self) -> Place {
        let by_priority = Place {
            shelf: Shelf::Band(Band::of(self.priority)),
            rank: self.priority.into(),
        };
        if self.is_closed() || self.priority == CALLED_FIRST {
            return by_priority;
        }
        if self.call_order.as_ref().is_some_and(|order| order.awake) {
            return Place {
                shelf: Shelf::Ordered,
                rank: 0,
            };
        }
        match self.score {
            Some(score) if !self.has_fixed_time() => Place {
                shelf: Shelf::Band(Band::System),
                rank: score.rank(),
            },
            _ => by_priority,
        }
    }

    fn has_fixed_time(&self) -> bool {
        let is_callback = matches!(self.standing, Standing::Callback { .. });
        is_callback && self.score.is_some_and(|score| score.has_fixed_time())
    }
}
