//! What cannot be read, and what to write instead.

/// Why a typed callback is no instant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypedError {
    #[error("nothing is written: write a day and a time, such as `{example}`")]
    Empty { example: &'static str },
    #[error("`{word}` is not understood: write a day and a time, such as `{example}`")]
    Unknown { word: String, example: &'static str },
    #[error("`{text}` can be read in two ways: write `{either}` or `{other}`")]
    Ambiguous {
        text: String,
        either: String,
        other: String,
    },
    #[error("`{text}` is no time of day: write one from 0:00 to 23:59")]
    NoSuchTime { text: String },
    #[error("`{text}` is not in the calendar: write a day that is")]
    NoSuchDate { text: String },
    #[error("`{text}` says the day or the time once more: write each of them once")]
    Twice { text: String },
    #[error("`{local}` has passed already: write a later time")]
    Past { local: String },
}

impl TypedError {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty { .. } => "empty",
            Self::Unknown { .. } => "unknown",
            Self::Ambiguous { .. } => "ambiguous",
            Self::NoSuchTime { .. } => "no_such_time",
            Self::NoSuchDate { .. } => "no_such_date",
            Self::Twice { .. } => "twice",
            Self::Past { .. } => "past",
        }
    }
}
