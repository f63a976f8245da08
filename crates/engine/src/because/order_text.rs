//! The sentences about when and in which order contacts are offered, and to whom.

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
            Self::Released { owner_out: true } => {
                Some("released: due, and its owner is not logged in".to_owned())
            }
            Self::Released { owner_out: false } => {
                Some("released: its owner's time is over".to_owned())
            }
            Self::Ordered { from } => Some(format!("in the client's own order from {from}")),
            Self::InOrder => Some("its time in the client's own order has come".to_owned()),
            Self::OrderGone => Some("in the client's own order no longer".to_owned()),
            Self::Window {
                counter,
                most,
                within,
                until,
                by,
            } => Some(format!(
                "{most} {} within {within}, as the {} says: not before {until}",
                counter.word().replace('_', " "),
                by.word()
            )),
            Self::Retry {
                cause,
                retry,
                most,
                due,
            } => Some(format!("cause {cause}: retry {retry} of {most}, due {due}")),
            _ => None,
        }
    }
}
