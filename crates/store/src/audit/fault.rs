//! In which ways a trail may not hold.

use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum AuditFault {
    /// The row is not what its digest was made of.
    Changed { seq: i64 },
    /// This row is gone, and later ones are there.
    Missing { seq: i64 },
    /// This row and all after it are gone: the trail went on to row `until`.
    Tail { seq: i64, until: i64 },
    /// Rows stand behind the end that was noted.
    Beyond { seq: i64 },
    /// The row had another digest when the anchor was taken: the trail was written anew.
    Anchor { seq: i64 },
}

impl AuditFault {
    /// The first row that is not as it was.
    pub fn seq(&self) -> i64 {
        match self {
            Self::Changed { seq }
            | Self::Missing { seq }
            | Self::Tail { seq, .. }
            | Self::Beyond { seq }
            | Self::Anchor { seq } => *seq,
        }
    }

    pub fn word(&self) -> &'static str {
        match self {
            Self::Changed { .. } => "changed",
            Self::Missing { .. } => "missing",
            Self::Tail { .. } => "tail",
            Self::Beyond { .. } => "beyond",
            Self::Anchor { .. } => "anchor",
        }
    }
}
