//! Which uploads wait, and which are worked on: at most one for each list.

use ::import::Progress;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Asks whoever works on something to stop.
pub type Stop = Arc<AtomicBool>;

#[derive(Default)]
pub struct Jobs {
    /// Uploads that wait, by list. While there is a queue, somebody works for it.
    queues: BTreeMap<i64, VecDeque<i64>>,
    /// All that wait or are worked on.
    there: BTreeMap<i64, Job>,
}

#[derive(Default)]
struct Job {
    stop: Stop,
    progress: Option<Progress>,
    /// It was begun anew, for this list, before the one who works on it was through: what is done
    /// is written down first, and somebody who sees that may go on at once.
    again: Option<(i64, Stop)>,
}

impl Jobs {
    /// Takes an upload up, once; says whether its list needs somebody to work for it.
    pub fn begin(&mut self, upload: i64, list: i64) -> bool {
        match self.there.get_mut(&upload) {
            Some(job) => {
                job.again = Some((list, Stop::default()));
                false
            }
            None => self.wait(upload, list, Stop::default()),
        }
    }

    fn wait(&mut self, upload: i64, list: i64, stop: Stop) -> bool {
        let job = Job {
            stop,
            ..Job::default()
        };
        self.there.insert(upload, job);
        let needs_somebody = !self.queues.contains_key(&list);
        self.queues.entry(list).or_default().push_back(upload);
        needs_somebody
    }

    /// What is to be worked on next for a list; after nothing nobody works for it any more.
    pub fn next_of(&mut self, list: i64) -> Option<(i64, Stop)> {
        let next = self.queues.get_mut(&list).and_then(VecDeque::pop_front);
        let found = next.and_then(|upload| Some((upload, self.there.get(&upload)?.stop.clone())));
        if found.is_none() {
            self.queues.remove(&list);
        }
        found
    }

    /// Somebody is through with an upload. If it was begun anew meanwhile it waits once more;
    /// gives the list that needs somebody to work for it then.
    pub fn end(&mut self, upload: i64) -> Option<i64> {
        let (list, stop) = self.there.remove(&upload)?.again?;
        self.wait(upload, list, stop).then_some(list)
    }

    /// Asks for a stop; says whether the upload is here at all.
    pub fn stop(&self, upload: i64) -> bool {
        let job = self.there.get(&upload);
        job.inspect(|job| job.stop()).is_some()
    }

    pub fn stop_all(&self) {
        self.there.values().for_each(Job::stop);
    }

    pub fn progress(&self, upload: i64) -> Option<Progress> {
        self.there.get(&upload)?.progress
    }

    pub fn note(&mut self, upload: i64, progress: Progress) {
        if let Some(job) = self.there.get_mut(&upload) {
            job.progress = Some(progress);
        }
    }
}

impl Job {
    fn stop(&self) {
        let again = self.again.iter().map(|(_, stop)| stop);
        for stop in again.chain([&self.stop]) {
            stop.store(true, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(jobs: &mut Jobs, list: i64) -> Option<(i64, bool)> {
        let (upload, stop) = jobs.next_of(list)?;
        Some((upload, stop.load(Ordering::Relaxed)))
    }

    #[test]
    fn one_at_a_time_for_each_list() {
        let mut jobs = Jobs::default();
        let needs = [(7, 1), (8, 1), (9, 2)].map(|(upload, list)| jobs.begin(upload, list));
        assert_eq!(needs, [true, false, true]);
        assert_eq!(next(&mut jobs, 1), Some((7, false)));
        assert_eq!(jobs.end(7), None);
        assert_eq!(next(&mut jobs, 1), Some((8, false)));
        assert_eq!(jobs.end(8), None);
        assert_eq!(next(&mut jobs, 1), None);
        assert!(jobs.begin(7, 1), "nobody works for the list any more");
    }

    #[test]
    fn what_is_begun_anew_while_it_ends_is_worked_on_again() {
        let mut jobs = Jobs::default();
        jobs.begin(7, 1);
        let (_, check) = jobs.next_of(1).unwrap();
        assert!(jobs.stop(7), "the check is stopped, and begun anew");
        assert!(!jobs.begin(7, 1), "somebody works for the list");
        assert_eq!(jobs.end(7), None);
        assert!(check.load(Ordering::Relaxed));
        assert_eq!(next(&mut jobs, 1), Some((7, false)));
        assert_eq!(jobs.end(7), None);
        assert_eq!(next(&mut jobs, 1), None);
        assert!(!jobs.stop(7));
    }

    #[test]
    fn a_stop_after_that_holds() {
        let mut jobs = Jobs::default();
        jobs.begin(7, 1);
        jobs.next_of(1).unwrap();
        jobs.begin(7, 1);
        jobs.stop(7);
        jobs.end(7);
        assert_eq!(next(&mut jobs, 1), Some((7, true)));
    }

    #[test]
    fn begun_anew_for_another_list_it_waits_there() {
        let mut jobs = Jobs::default();
        jobs.begin(7, 1);
        jobs.next_of(1).unwrap();
        jobs.begin(7, 2);
        assert_eq!(jobs.end(7), Some(2));
        assert_eq!(next(&mut jobs, 1), None);
        assert_eq!(next(&mut jobs, 2), Some((7, false)));
    }
}
