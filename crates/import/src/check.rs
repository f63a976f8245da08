//! The same reading, checking and deciding as an import, of which nothing is written.

use crate::absent;
use crate::batch::import_problem;
use crate::failure::ImportFailure;
use crate::kind::ProblemKind;
use crate::order::Order;
use crate::plan::{Planner, Staged};
use crate::run::{Ended, Progress};
use crate::source::{Source, today};
use engine::Trigger;
use lists::Country;
use lists::row::Checker;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;
use store::{Batch, ImportCounts, ImportProblem, List, Store};

/// Examples kept of each kind of problem.
const EXAMPLES: usize = 5;

/// What an import of the file would do.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outlook {
    pub counts: ImportCounts,
    /// New contacts that the client excludes, and known ones it excludes from now on.
    pub excluded: u64,
    /// New contacts that would be stored closed.
    pub closed: u64,
    pub problems: u64,
    pub kinds: BTreeMap<ProblemKind, Of>,
}

/// Problems of one kind: how many, and the first of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Of {
    pub count: u64,
    pub examples: Vec<ImportProblem>,
}

/// What is told while a file is judged.
#[derive(Debug, Clone, Copy)]
pub enum Told<'a> {
    Problem(&'a ImportProblem),
    Progress(Progress),
}

/// Judges the whole file as an import would. All problems are handed on, in the order of lines.
pub fn check(
    store: &Store,
    list: &List,
    country: Country,
    source: Source,
    order: &Order,
    stop: &AtomicBool,
    tell: &mut dyn FnMut(Told<'_>) -> std::io::Result<()>,
) -> Result<(Ended, Outlook), ImportFailure> {
    let checker =
        Checker::new(source.definition(), source.headers(), country)?.on(today(store, country));
    let nothing = Staged::nothing_of(list.id);
    let mut planner = Planner::new(store, nothing, source, checker, order)?;
    let mut outlook = Outlook::default();
    while let Some(batch) = planner.next(stop)? {
        outlook.take(&batch);
        for problem in &batch.problems {
            tell(Told::Problem(problem))?;
        }
        let read = planner.source.progress();
        tell(Told::Progress(Progress {
            rows: batch.counts.rows,
            done: read.done,
            total: read.total,
            import: None,
        }))?;
    }
    let complete = planner.is_complete();
    if complete {
        // What is confirmed by somebody who sees the count has no share to keep to.
        let order = Order {
            absent_most: 100,
            ..order.clone()
        };
        let absent = absent::found(store, list.id, &order, &planner.ledger.present)?;
        outlook.counts.absent = u64::try_from(absent.len()).unwrap_or(u64::MAX);
    }
    let known = u64::try_from(planner.ledger.excluded.len()).unwrap_or(u64::MAX);
    outlook.excluded = outlook.excluded.saturating_add(known);
    let ended = match complete {
        true => Ended::Live,
        false => Ended::Stopped,
    };
    Ok((ended, outlook))
}

impl Outlook {
    fn take(&mut self, batch: &Batch) {
        self.counts = batch.counts;
        for contact in &batch.contacts {
            self.closed += u64::from(contact.arrival.is_some());
            let excluded = contact.arrival == Some(Trigger::ExcludedByClient);
            self.excluded += u64::from(excluded);
        }
        for problem in &batch.problems {
            self.note(problem);
        }
    }

    fn note(&mut self, problem: &ImportProblem) {
        self.problems += 1;
        let of = self
            .kinds
            .entry(ProblemKind::of(&problem.reason))
            .or_default();
        of.count += 1;
        if of.examples.len() < EXAMPLES {
            of.examples.push(problem.clone());
        }
    }

    /// Problems of a file, by kind.
    pub(crate) fn of_all(problems: &[lists::Problem]) -> Self {
        let mut outlook = Self::default();
        for problem in problems {
            outlook.note(&import_problem(problem.clone()));
        }
        outlook
    }

    /// Problems that are known already, by kind.
    pub fn of_problems(problems: &[ImportProblem]) -> Self {
        let mut outlook = Self::default();
        for problem in problems {
            outlook.note(problem);
        }
        outlook
    }
}
