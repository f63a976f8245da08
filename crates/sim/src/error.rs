//! Why a simulation could not be played.

use store::{RecordError, StoreError};

#[derive(Debug, thiserror::Error)]
pub enum SimError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("there is no list to call: import one first, with --create for a campaign of its own")]
    NoList,
    #[error("no campaign is running: start one, or import a list with --create")]
    NoCampaign,
    #[error("{0}: give at least one")]
    Nobody(&'static str),
    /// A lease was not taken back, or a line says nothing and is never given up.
    #[error("a day after the last shift something is still in hand or on the line")]
    NoRest,
    /// The house said no where only a fault in it could have made it say so.
    #[error("{what} was refused: {why}")]
    Refused { what: &'static str, why: String },
}

impl SimError {
    pub(crate) fn refused(what: &'static str, why: impl ToString) -> Self {
        let why = why.to_string();
        Self::Refused { what, why }
    }

    pub(crate) fn of(what: &'static str, error: RecordError) -> Self {
        match error {
            RecordError::Store(error) => Self::Store(error),
            error => Self::refused(what, error),
        }
    }
}
