//! How many answered calls found no agent, and how many more may, in words.

use crate::words::Words;
use engine::Ledger;
use store::Room;

/// `2 of 140 answered calls found no agent in 24 h: 1.4 % of at most 3 %. 2 more may.`
pub fn told(room: &Room, words: &Words) -> String {
    let Ledger {
        abandoned, at_risk, ..
    } = room.ledger;
    let all = room.answered();
    words.with(
        "bounds-room",
        [
            ("abandoned", words.number(abandoned).as_str()),
            ("all", &words.number(all)),
            ("hours", &words.number(room.ceiling.window.as_hours())),
            ("share", &words.share(abandoned, all)),
            ("most", &words.share(room.ceiling.per_mille, 1000_u32)),
            ("risk", &words.number(at_risk)),
            ("left", &words.number(room.left())),
        ],
    )
}
