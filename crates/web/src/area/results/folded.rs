//! The lines of an answer as they are shown. In the words of another vocabulary several own codes
//! may be one: their lines are then one line, and the own codes can be asked for apart.

use super::parts::{Names, Shown, written};
use crate::words::Words;
use store::{Statistics, Tally};

pub struct Folded {
    pub parts: Vec<Shown>,
    pub tally: Tally,
    /// The own line it stands for, as an address holds it; none where there are several.
    pub line: Option<String>,
}

/// In the order of the answer; a line that is folded stands where its first part stood.
pub fn folded(answer: &Statistics, names: &Names, words: &Words) -> Vec<Folded> {
    let mut lines: Vec<Folded> = Vec::new();
    for (parts, tally) in &answer.lines {
        let shown: Vec<Shown> = parts.iter().map(|part| names.show(part, words)).collect();
        let is_same = |line: &&mut Folded| line.parts == shown;
        let is_translated = words.vocabulary().is_some();
        match lines.iter_mut().find(is_same).filter(|_| is_translated) {
            Some(line) => {
                line.tally.join(tally);
                line.line = None;
            }
            None => lines.push(Folded {
                parts: shown,
                tally: tally.clone(),
                line: Some(written(parts)),
            }),
        }
    }
    lines
}
