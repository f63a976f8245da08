//! What happened to the contact before, newest first, each with its reasons.

use super::codes;
use super::seen::{InHand, Seen};
use crate::words::Words;
use engine::{Actor, Because};
use store::HistoryLine;

/// So many lines are shown.
const SHOWN: usize = 30;

pub struct Happening {
    pub at: String,
    pub code: String,
    pub hue: usize,
    pub who: String,
    pub note: Option<String>,
    pub why: Vec<String>,
}

/// The events that gave a code; what the lines said on their way is left out.
pub fn history(seen: &Seen, held: &InHand, words: &Words) -> Vec<Happening> {
    held.history
        .iter()
        .rev()
        .filter_map(|line| happening(seen, held, line, words))
        .take(SHOWN)
        .collect()
}

fn happening(seen: &Seen, held: &InHand, line: &HistoryLine, words: &Words) -> Option<Happening> {
    let code = line.because.iter().find_map(|because| match because {
        Because::Chosen { code }
        | Because::Answers { code, .. }
        | Because::SetByHand { code, .. } => Some(code),
        _ => None,
    })?;
    let reasons = seen.reasons(held, words);
    let found = held.catalogue().find(code.as_str());
    Some(Happening {
        at: words.moment(line.happened_at),
        code: reasons.code(code),
        hue: found.map_or(0, |found| codes::hue(held.catalogue().file(), &found.group)),
        who: match line.actor {
            Actor::Agent(id) | Actor::Supervisor(id) => reasons.agent(id),
            Actor::Line => words.t("actor-line"),
            Actor::Keeper => words.t("actor-keeper"),
            Actor::Import => words.t("actor-import"),
            Actor::System => words.t("actor-system"),
        },
        note: held.notes.get(&line.seq).cloned(),
        why: line
            .because
            .iter()
            .filter(|because| !matches!(because, Because::Chosen { .. }))
            .map(|because| reasons.because(because))
            .collect(),
    })
}
