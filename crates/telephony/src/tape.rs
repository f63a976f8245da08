//! What is wanted of the recording of one talk, and what is said of it, in plain types.

use crate::line::Placed;
use jiff::Timestamp;

/// What an agent wants of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TapeAct {
    /// Record: the other side agreed, or is to be told first.
    Begin,
    /// Also of the announcement: then nothing begins by itself.
    Pause,
    Resume,
    /// Stop for good, and leave nothing of it.
    Destroy,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TapeWord {
    /// The talk has begun: something may be recorded.
    Waits,
    /// The other side hears that it will be.
    Telling,
    Told,
    Agreed,
    /// Sound is taken down, under this name on a real exchange.
    Began {
        on_exchange: Option<String>,
    },
    Paused,
    Resumed,
    /// It could not begin.
    Failed,
    /// The talk is over.
    Ended,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Taped {
    pub placed: Placed,
    pub word: TapeWord,
    pub happened_at: Timestamp,
}
