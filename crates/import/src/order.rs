//! What is asked of an import.

use serde::Serialize;
use store::Mode;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    pub mode: Mode,
    /// Rows without a number that can be dialled.
    pub invalid: Handling,
    /// Rows that are a contact that is there already.
    pub duplicate: Handling,
    /// Stops after this many rows, as if it had been interrupted there.
    pub stop_after: Option<u64>,
    /// A sync that closes more than this many of a hundred open contacts is not done.
    pub absent_most: u8,
}

/// More than a fifth of a list gone at once is rather a file that was cut short. Ours.
pub const ABSENT_MOST: u8 = 20;

/// What becomes of a row that is not to be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Handling {
    /// It is not stored.
    Reject,
    /// It is stored, closed with the code the catalogue has for it.
    Code,
}
