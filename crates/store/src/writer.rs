//! The writers: each owns a connection, drains the jobs that wait, and commits them together.
//!
//! An answer is sent only after its commit. If a batch fails it is rolled back and its jobs
//! are run one by one, so that one bad job fails alone. A lost connection is opened anew; only
//! a commit that was under way is not repeated, since nobody knows what became of it.

use crate::apart::Apart;
use crate::audit::{self, AuditEntry};
use crate::clock::Clock;
use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::hint::Hints;
use crate::offer::{Offer, Offered};
use crate::pulse::Counts;
use crate::record::{Answer, Entry};
use crate::rules::RulesCache;
use engine::{Command, Event};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Instant;
use tokio::sync::oneshot;

/// The most jobs of one commit.
const BATCH: usize = 64;
/// How often a job that collides with another is tried.
const TRIES: usize = 9;

pub(crate) type Work = Box<dyn FnOnce(&mut Writer) + Send>;

pub(crate) enum Job {
    Record(Vec<Entry>, oneshot::Sender<Result<Vec<Answer>>>),
    Offer(Offer, oneshot::Sender<Result<Offered>>),
    /// Rows for the audit trail.
    Audit(Vec<AuditEntry>, oneshot::Sender<Result<()>>),
    /// Anything else, in a transaction of its own making.
    Work(Work),
}

pub(crate) struct Writer {
    pub conn: Box<dyn Conn>,
    pub reopen: Box<dyn Fn() -> Result<Box<dyn Conn>> + Send>,
    pub rules: Arc<RulesCache>,
    pub apart: Apart,
    pub clock: Clock,
    pub hints: Hints,
    pub counts: Counts,
}

impl Writer {
    pub fn run(mut self, jobs: &Receiver<Job>) {
        loop {
            let Ok(first) = jobs.recv() else {
                return;
            };
            let mut batch = vec![first];
            while batch.len() < BATCH {
                match jobs.try_recv() {
                    Ok(job) => batch.push(job),
                    Err(_) => break,
                }
            }
            self.counts.begun(batch.len());
            let begun = Instant::now();
            self.play(batch);
            self.counts.written(begun.elapsed());
        }
    }

    fn play(&mut self, batch: Vec<Job>) {
        let mut together = Vec::new();
        for job in batch {
            match job {
                Job::Work(work) => {
                    self.commit_together(std::mem::take(&mut together));
                    work(self);
                }
                job => together.push(job),
            }
        }
        self.commit_together(together);
    }

    fn commit_together(&mut self, jobs: Vec<Job>) {
        if jobs.is_empty() {
            return;
        }
        match self.transaction(&jobs, false) {
            Ok(mut outcomes) => {
                for job in jobs {
                    self.answer(job, outcomes.next());
                }
            }
            Err(Failed::Before(_)) => {
                for job in jobs {
                    self.alone(job);
                }
            }
            Err(Failed::Unknown(error)) => {
                for job in jobs {
                    fail(job, &error);
                }
            }
        }
    }

    /// One job in its own transaction; what gives way to another is tried again.
    fn alone(&mut self, job: Job) {
        let batch = [job];
        let mut error = StoreError::Conflict {
            statement: "record",
        };
        for tried in 0..TRIES {
            match self.transaction(&batch, tried > 0) {
                Ok(mut outcomes) => {
                    let [job] = batch;
                    return self.answer(job, outcomes.next());
                }
                Err(Failed::Before(again)) if again.is_worth_repeating() => error = again,
                Err(Failed::Before(fatal) | Failed::Unknown(fatal)) => {
                    let [job] = batch;
                    return fail(job, &fatal);
                }
            }
        }
        let [job] = batch;
        fail(job, &error);
    }

    fn transaction(
        &mut self,
        jobs: &[Job],
        lock: bool,
    ) -> std::result::Result<std::vec::IntoIter<Outcome>, Failed> {
        self.begin().map_err(Failed::Before)?;
        match self.work(jobs, lock) {
            Ok(outcomes) => match self.conn.commit() {
                Ok(()) => Ok(outcomes.into_iter()),
                Err(error) if error.is_lost() => Err(Failed::Unknown(error)),
                Err(error) => Err(Failed::Before(error)),
            },
            Err(error) => {
                // The first error is the one to report, whatever becomes of the rollback.
                let _ = self.conn.rollback();
                Err(Failed::Before(error))
            }
        }
    }

    /// Begins a transaction, on a new connection if the old one is lost.
    pub fn begin(&mut self) -> Result<()> {
        match self.conn.begin() {
            Err(error) if error.is_lost() => {
                self.conn = (self.reopen)()?;
                self.conn.begin()
            }
            begun => begun,
        }
    }

    /// Events first, all together; then the offers, each of which must see the ones before.
    fn work(&mut self, jobs: &[Job], lock: bool) -> Result<Vec<Outcome>> {
        let now = self.clock.now();
        let entries: Vec<Entry> = jobs
            .iter()
            .flat_map(|job| match job {
                Job::Record(entries, _) => entries.as_slice(),
                Job::Offer(..) | Job::Audit(..) | Job::Work(_) => &[],
            })
            .cloned()
            .collect();
        if lock {
            crate::record::lock(self.conn.as_mut(), &entries)?;
        }
        let mut answers = if entries.is_empty() {
            Vec::new().into_iter()
        } else {
            crate::record::record(self.conn.as_mut(), &self.rules, entries, now)?.into_iter()
        };
        let mut outcomes = Vec::new();
        let mut noted = Vec::new();
        for job in jobs {
            outcomes.push(match job {
                Job::Record(entries, _) => {
                    let answers: Vec<Answer> = answers.by_ref().take(entries.len()).collect();
                    noted.extend(entries.iter().zip(&answers).filter_map(claimed));
                    Outcome::Record(answers)
                }
                Job::Offer(offer, _) => {
                    let offered = crate::offer::offer(
                        self.conn.as_mut(),
                        &self.rules,
                        offer,
                        &self.apart,
                        now,
                    )?;
                    noted.extend(got(offer, &offered));
                    Outcome::Offer(Box::new(offered))
                }
                Job::Audit(entries, _) => {
                    noted.extend_from_slice(entries);
                    Outcome::Noted
                }
                Job::Work(_) => Outcome::Record(Vec::new()),
            });
        }
        audit::append(self.conn.as_mut(), &noted, now)?;
        Ok(outcomes)
    }
}

impl Writer {
    /// Whoever asked may have gone away: then nobody waits for the answer.
    fn answer(&self, job: Job, outcome: Option<Outcome>) {
        match (job, outcome) {
            (Job::Record(_, to), Some(Outcome::Record(answers))) => {
                let new = answers.iter().flatten().filter(|recorded| !recorded.known);
                self.counts.recorded(new.count());
                self.hints.tell_answers(&answers);
                drop(to.send(Ok(answers)));
            }
            (Job::Offer(_, to), Some(Outcome::Offer(offered))) => {
                if let Offered::Contact { recorded, .. } = offered.as_ref() {
                    self.counts.recorded(1);
                    self.hints.tell_all(std::iter::once(recorded.as_ref()));
                }
                drop(to.send(Ok(*offered)));
            }
            (Job::Audit(_, to), Some(Outcome::Noted)) => drop(to.send(Ok(()))),
            (job, _) => fail(job, &StoreError::other("writer", "the answer was lost")),
        }
    }
}

/// How far a transaction came that failed.
enum Failed {
    /// Nothing of it was kept.
    Before(StoreError),
    /// The connection was lost while the commit was under way.
    Unknown(StoreError),
}

enum Outcome {
    Record(Vec<Answer>),
    Offer(Box<Offered>),
    Noted,
}

/// Whoever takes a contact in hand sees it.
fn claimed((entry, answer): (&Entry, &Answer)) -> Option<AuditEntry> {
    let Event::Command(
        Command::Claim { agent, .. } | Command::PickUp { agent, .. } | Command::Pass { to: agent },
    ) = &entry.event
    else {
        return None;
    };
    let recorded = answer.as_ref().ok().filter(|recorded| !recorded.known)?;
    let taken = recorded.contact.hand.as_ref()?.agent == *agent;
    taken.then(|| AuditEntry::in_hand(*agent, entry.list, entry.contact))
}

fn got(offer: &Offer, offered: &Offered) -> Option<AuditEntry> {
    match offered {
        Offered::Contact { recorded, .. } => {
            let contact = &recorded.contact;
            Some(AuditEntry::in_hand(offer.agent, contact.list, contact.id))
        }
        _ => None,
    }
}

fn fail(job: Job, error: &StoreError) {
    match job {
        Job::Record(_, to) => drop(to.send(Err(error.clone()))),
        Job::Offer(_, to) => drop(to.send(Err(error.clone()))),
        Job::Audit(_, to) => drop(to.send(Err(error.clone()))),
        Job::Work(_) => {}
    }
}

#[cfg(test)]
mod tests;
