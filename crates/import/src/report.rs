//! What came of an import.

use serde::Serialize;
use store::{Import, ImportCounts, ImportProblem};

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportReport {
    pub import: i64,
    #[serde(flatten)]
    pub counts: ImportCounts,
    pub problems: Vec<ImportProblem>,
}

impl ImportReport {
    pub fn new(import: &Import, problems: Vec<ImportProblem>) -> Self {
        Self {
            import: import.id,
            counts: import.counts,
            problems,
        }
    }
}
