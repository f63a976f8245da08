//! One round among the exchanges on which recordings lie. Nobody knows on which of them one is, so each
//! is asked; which of them do not answer is found out once in a round, and not for each recording.

use super::ArchiveProblem;
use std::collections::BTreeSet;
use telephony::asterisk::{AsteriskAddress, FetchProblem};

pub(super) struct Round<'a> {
    exchanges: &'a [AsteriskAddress],
    /// Those that do not answer.
    silent: BTreeSet<usize>,
    /// That there is none at all was told.
    is_told: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    There,
    Nowhere,
    /// It may lie with one that does not answer, of which was told before.
    Waits,
}

impl<'a> Round<'a> {
    pub fn of(exchanges: &'a [AsteriskAddress]) -> Self {
        let silent = BTreeSet::new();
        Self {
            exchanges,
            silent,
            is_told: false,
        }
    }

    /// Asks one after the other for a recording, until one says that it has it.
    pub fn ask(
        &mut self,
        name: &str,
        mut has: impl FnMut(&AsteriskAddress) -> Result<bool, FetchProblem>,
    ) -> Result<Answer, ArchiveProblem> {
        if self.exchanges.is_empty() {
            let name = name.to_owned();
            return match std::mem::replace(&mut self.is_told, true) {
                false => Err(ArchiveProblem::NoExchange { name }),
                true => Ok(Answer::Waits),
            };
        }
        let mut wrong = None;
        for (at, exchange) in self.exchanges.iter().enumerate() {
            if self.silent.contains(&at) {
                continue;
            }
            match has(exchange) {
                Ok(true) => return Ok(Answer::There),
                Ok(false) => {}
                Err(problem) => {
                    if matches!(problem, FetchProblem::Link(_)) {
                        self.silent.insert(at);
                    }
                    wrong.get_or_insert(problem);
                }
            }
        }
        match (wrong, self.silent.is_empty()) {
            (Some(problem), _) => Err(problem.into()),
            (None, true) => Ok(Answer::Nowhere),
            (None, false) => Ok(Answer::Waits),
        }
    }
}
