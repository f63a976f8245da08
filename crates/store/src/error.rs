//! What can go wrong in the store, in one vocabulary for both databases.
//!
//! Messages carry names of statements and constraints, never values: a value may be
//! somebody's telephone number.

pub type Result<T> = std::result::Result<T, StoreError>;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    #[error("{statement}: a row with this key exists already ({constraint})")]
    Unique {
        statement: &'static str,
        constraint: String,
    },

    /// The row changed between loading and writing. Load again and decide again.
    #[error("{statement}: the row was changed by somebody else in the meantime")]
    Conflict { statement: &'static str },

    #[error(
        "{statement}: the database is locked by another process; try again, or end the process that holds it"
    )]
    Busy { statement: &'static str },

    /// The database chose this transaction as the one to give way. Run it again.
    #[error("{statement}: two transactions collided ({reason}); run this one again")]
    Serialization {
        statement: &'static str,
        reason: String,
    },

    #[error("{address}: {reason}; {remedy}")]
    Unavailable {
        address: String,
        reason: String,
        remedy: String,
    },

    #[error("{table}, {column}, row {row}: {problem}; run `dispo doctor`")]
    Corrupt {
        table: String,
        column: String,
        row: String,
        problem: String,
    },

    #[error(
        "{statement}: no space left on the disk of the database ({reason}); free some and try again"
    )]
    Full {
        statement: &'static str,
        reason: String,
    },

    #[error("{statement}: {reason}")]
    Other {
        statement: &'static str,
        reason: String,
    },
}

impl StoreError {
    pub(crate) fn other(statement: &'static str, reason: impl Into<String>) -> StoreError {
        StoreError::Other {
            statement,
            reason: reason.into(),
        }
    }

    /// Whether the connection is of no use any more, so that another has to be opened.
    pub fn is_lost(&self) -> bool {
        matches!(self, StoreError::Unavailable { .. })
    }

    /// Whether nothing at all could be written at this moment, whatever it is.
    pub fn is_of_everybody(&self) -> bool {
        self.is_lost() || self.is_worth_repeating() || matches!(self, StoreError::Full { .. })
    }

    /// Whether the same transaction, run again from its start, may well succeed.
    pub fn is_worth_repeating(&self) -> bool {
        matches!(
            self,
            StoreError::Conflict { .. }
                | StoreError::Busy { .. }
                | StoreError::Serialization { .. }
        )
    }
}
