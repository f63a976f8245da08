//! Reads rows, asks the store what it knows of them, and makes batches of them.

use crate::batch::{Findings, Ledger, addresses};
use crate::duplicates::Duplicates;
use crate::failure::ImportFailure;
use crate::fields;
use crate::order::Order;
use crate::owners::Owners;
use crate::source::{Read, Source};
use crate::zones::Zones;
use engine::ListId;
use lists::Problem;
use lists::row::{CheckedRow, Checker};
use lists::sheet::Record;
use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};
use store::{Batch, Import, ImportCounts, ImportProblem, Store, StoreError};

/// Rows of one batch: enough to make a commit cheap, few enough that it takes milliseconds.
const BATCH: usize = 2_000;

/// What this import staged before it was stopped is not asked of the store but read again, so
/// that a duplicate is told with the line of the first.
const NO_IMPORT: i64 = 0;

/// What is staged already: where the planner goes on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Staged {
    pub list: ListId,
    pub lines_done: u64,
    pub counts: ImportCounts,
}

impl Staged {
    pub fn of(import: &Import) -> Self {
        Self {
            list: import.list,
            lines_done: import.lines_done,
            counts: import.counts,
        }
    }

    /// A file of which nothing is in the list.
    pub fn nothing_of(list: ListId) -> Self {
        Self {
            list,
            lines_done: 0,
            counts: ImportCounts::default(),
        }
    }
}

pub(crate) struct Planner<'a> {
    store: &'a Store,
    staged: Staged,
    pub source: Source,
    pub ledger: Ledger,
    checker: Checker,
    /// The line up to which everything is staged or given up.
    line: u64,
    /// Rows that were read and not staged before.
    fresh: u64,
    record: Record,
    rows: Vec<CheckedRow>,
    ended: bool,
    complete: bool,
}

impl<'a> Planner<'a> {
    pub fn new(
        store: &'a Store,
        staged: Staged,
        source: Source,
        checker: Checker,
        order: &Order,
    ) -> Result<Self, StoreError> {
        let stored = store.dedupe_of(staged.list, NO_IMPORT)?;
        let definition = source.definition().clone();
        let owners = match definition.owner_column {
            Some(_) => Owners::new(store.candidates(staged.list)?),
            None => Owners::default(),
        };
        Ok(Self {
            store,
            staged,
            checker,
            ledger: Ledger {
                writer: fields::Writer::new(&definition),
                definition,
                order: order.clone(),
                duplicates: Duplicates::new(stored),
                zones: Zones::default(),
                counts: staged.counts,
                excluded: Vec::new(),
                corrected: Vec::new(),
                present: HashSet::new(),
                owners,
            },
            source,
            line: staged.lines_done,
            fresh: 0,
            record: Record::default(),
            rows: Vec::new(),
            ended: false,
            complete: false,
        })
    }

    /// The next rows as a batch; nothing more at the end of the file or when asked to stop. A
    /// file that breaks off is an error, so that its beginning never passes for the whole.
    pub fn next(&mut self, stop: &AtomicBool) -> Result<Option<Batch>, ImportFailure> {
        if self.ended {
            return Ok(None);
        }
        let mut batch = Batch::default();
        let begins = self.line == 0;
        let count = self.gather(&mut batch, stop)?;
        if begins && self.line > 0 {
            batch
                .problems
                .extend(self.source.header_problems().iter().map(problem_of_header));
        }
        let findings = self.findings(count)?;
        for row in self.rows.iter_mut().take(count) {
            if !row.selected {
                continue;
            }
            if row.line <= self.staged.lines_done {
                self.ledger.recall(row, &findings);
            } else {
                self.ledger.decide(row, &findings, &mut batch);
            }
        }
        batch.problems.sort_by_key(|problem| problem.line);
        batch.lines_done = self.line;
        batch.counts = self.ledger.counts;
        Ok(Some(batch))
    }

    /// Whether the file was read to its end.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// Reads and checks the next rows; gives how many.
    fn gather(&mut self, batch: &mut Batch, stop: &AtomicBool) -> Result<usize, ImportFailure> {
        let mut count = 0;
        while count < BATCH && !self.ended {
            if stop.load(Ordering::Relaxed) || self.is_enough() {
                self.ended = true;
                break;
            }
            match self.source.read(&mut self.record) {
                Read::End => (self.ended, self.complete) = (true, true),
                Read::Unusable(problem) => self.give_up(problem, batch),
                Read::Broken(problem) => return Err(ImportFailure::Broken(problem)),
                Read::Row => {
                    let is_past = self.record.line <= self.staged.lines_done;
                    if count == self.rows.len() {
                        self.rows.push(CheckedRow::default());
                    }
                    if let Some(row) = self.rows.get_mut(count) {
                        self.checker.check(&self.record, row);
                        count += 1;
                    }
                    self.fresh += u64::from(!is_past);
                    self.line = self.line.max(self.record.line);
                }
            }
        }
        Ok(count)
    }

    fn give_up(&mut self, problem: Problem, batch: &mut Batch) {
        if problem.line > self.staged.lines_done {
            self.line = self.line.max(problem.line);
            self.fresh += 1;
            self.ledger.refuse(problem, batch);
        }
    }

    fn is_enough(&self) -> bool {
        self.ledger
            .order
            .stop_after
            .is_some_and(|most| self.fresh >= most)
    }

    fn findings(&self, count: usize) -> Result<Findings, StoreError> {
        let rows = || self.rows.iter().take(count);
        let list = self.staged.list;
        let mut findings = Findings::default();
        let numbers: Vec<_> = rows().flat_map(|row| row.numbers.iter().copied()).collect();
        if !numbers.is_empty() {
            findings.suppressed = self.store.suppressed_among(list, &numbers)?;
            findings.locked = self.store.locked_among(&numbers)?;
        }
        let definition = &self.ledger.definition;
        let people = rows().flat_map(|row| addresses(definition, row));
        findings.people = self
            .store
            .suppressed_people(list, people.map(|(_, value)| value))?;
        if self.ledger.order.mode.is_by_key() {
            let keys: Vec<String> = rows().filter_map(|row| row.key.clone()).collect();
            findings.known = self.store.contacts_by_key(list, &keys)?;
        }
        Ok(findings)
    }
}

fn problem_of_header(problem: &Problem) -> ImportProblem {
    ImportProblem {
        line: problem.line,
        column: problem.column.clone(),
        value: problem.value.clone(),
        reason: problem.reason.clone(),
    }
}
