//! What is to be played.

use crate::error::SimError;
use crate::faults::Faults;
use jiff::Timestamp;

#[derive(Debug, Clone, Copy)]
pub struct Plan {
    pub agents: u32,
    /// Working days, Monday to Friday.
    pub days: u32,
    pub seed: u64,
    /// When it starts; without, on the next Tuesday at ten. Never before the newest event.
    pub from: Option<Timestamp>,
    pub faults: Faults,
    /// How often, in a thousand happenings, somebody opts out by one door or another.
    pub opt_outs: u64,
}

impl Plan {
    pub fn new(agents: u32, days: u32, seed: u64) -> Self {
        Self {
            agents,
            days,
            seed,
            from: None,
            faults: Faults::none(),
            opt_outs: 0,
        }
    }

    pub(crate) fn check(&self) -> Result<(), SimError> {
        if self.agents == 0 {
            return Err(SimError::Nobody("no agents"));
        }
        if self.days == 0 {
            return Err(SimError::Nobody("no days"));
        }
        Ok(())
    }
}
