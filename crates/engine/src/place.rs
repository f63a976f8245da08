//! Where a contact stands in the order of its list.

use crate::catalogue::Band;
use crate::contact::{Contact, Standing};

/// Before all others of its band, because somebody said so.
pub(crate) const CALLED_FIRST: u8 = 0;

/// A place in the order: a band, and within it a figure; lower goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub band: Band,
    pub rank: i64,
}

impl Contact {
    /// By its priority; where it has a score, that ranks it, but for what is wanted at a fixed
    /// time or was called first.
    pub fn place(&self) -> Place {
        match self.score {
            Some(score) if !self.goes_by_time() => Place {
                band: Band::System,
                rank: score.rank(),
            },
            _ => Place {
                band: Band::of(self.priority),
                rank: self.priority.into(),
            },
        }
    }

    fn goes_by_time(&self) -> bool {
        let is_callback = matches!(self.standing, Standing::Callback { .. });
        let fixed = self.score.is_some_and(|score| score.has_fixed_time());
        self.priority == CALLED_FIRST || (is_callback && fixed) || self.is_closed()
    }

    /// The band in which it stands.
    pub fn band(&self) -> Band {
        self.place().band
    }
}
