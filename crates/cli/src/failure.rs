//! Nothing was done, and why: everything that is wrong at once, each with its remedy.

use lists::fault::Faults;
use lists::sheet::OpenError;
use std::fmt;
use store::StoreError;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(Vec<String>);

impl Failure {
    pub fn of(reason: impl Into<String>) -> Self {
        Self(vec![reason.into()])
    }

    pub fn all(reasons: impl IntoIterator<Item = String>) -> Self {
        Self(reasons.into_iter().collect())
    }

    /// The same, each reason with the place it is found in.
    pub fn at(self, place: impl fmt::Display) -> Self {
        Self::all(self.0.iter().map(|reason| format!("{place}: {reason}")))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, reason) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}dispo: {reason}")?;
        }
        Ok(())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::of(error.to_string())
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        Self::of(error.to_string())
    }
}

impl From<Faults> for Failure {
    fn from(faults: Faults) -> Self {
        Self::all(faults.0.iter().map(ToString::to_string))
    }
}
