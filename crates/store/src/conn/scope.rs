//! Whether a transaction is open, and whether it can still be committed.
//!
//! PostgreSQL answers COMMIT of a failed transaction with a silent rollback, SQLite commits
//! what went well. Remembering the failure here makes both refuse.

use crate::error::{Result, StoreError};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    #[default]
    Closed,
    Open,
    Failed,
}

impl Scope {
    pub fn may_begin(self) -> Result<()> {
        match self {
            Scope::Closed => Ok(()),
            _ => Err(StoreError::other("begin", "a transaction is open already")),
        }
    }

    pub fn may_commit(self) -> Result<()> {
        match self {
            Scope::Open => Ok(()),
            Scope::Closed => Err(StoreError::other("commit", "no transaction is open")),
            Scope::Failed => Err(StoreError::other(
                "commit",
                "a statement of the transaction failed, so it was rolled back",
            )),
        }
    }

    /// Passes the result on, and remembers it if it spoils the transaction.
    pub fn note<T>(&mut self, result: Result<T>) -> Result<T> {
        if result.is_err() && *self == Scope::Open {
            *self = Scope::Failed;
        }
        result
    }
}
