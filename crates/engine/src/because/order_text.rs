//! The sentences about the order in which contacts are offered.

use super::Because;

impl Because {
    pub(super) fn order_text(&self) -> Option<String> {
        match self {
            Self::Scored { score } => Some(format!(
                "score {}: {} for the last code, {} for the history",
                score.points(),
                score.from_last(),
                score.from_history()
            )),
            _ => None,
        }
    }
}
