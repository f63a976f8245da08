//! Answers that are kept for a moment, because many ask the same at once.

use crate::error::Result;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// An answer serves so many times as long as it took to find: however large the house is,
/// asking keeps no more than a fiftieth of one core busy.
const WORTH: u32 = 50;
/// After so many times its time it is too old to be told while a newer one is looked for.
const PAST: u32 = 4;

type Key = (i64, i64);

/// Answers by what was asked.
pub(crate) struct Kept<V>(Arc<Mutex<BTreeMap<Key, Answer<V>>>>);

struct Answer<V> {
    value: Arc<V>,
    found: Instant,
    took: Duration,
    /// A newer one is being looked for.
    sought: bool,
}

impl<V> Default for Kept<V> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<V: Send + Sync + 'static> Kept<V> {
    /// The answer there is. When its time is over it is told once more, and a newer one is
    /// looked for meanwhile: nobody waits. With no time given, always a new one.
    pub fn get(
        &self,
        key: Key,
        keep: Option<Duration>,
        find: impl FnOnce() -> Result<V> + Send + 'static,
    ) -> Result<Arc<V>> {
        let Some(keep) = keep else {
            return find().map(Arc::new);
        };
        if let Some(answer) = self.answers().get_mut(&key) {
            let fresh = keep.max(answer.took.saturating_mul(WORTH));
            let age = answer.found.elapsed();
            if age < fresh || (answer.sought && age < fresh.saturating_mul(PAST)) {
                return Ok(answer.value.clone());
            }
            if age < fresh.saturating_mul(PAST) {
                answer.sought = true;
                let answers = Self(self.0.clone());
                // Whoever asks next hears what came of it; what failed is looked for again.
                std::thread::spawn(move || drop(answers.find(key, find)));
                return Ok(answer.value.clone());
            }
        }
        self.find(key, find)
    }

    fn find(&self, key: Key, find: impl FnOnce() -> Result<V>) -> Result<Arc<V>> {
        let began = Instant::now();
        let found = find();
        let mut answers = self.answers();
        match found {
            Ok(value) => {
                let value = Arc::new(value);
                let answer = Answer {
                    value: value.clone(),
                    found: Instant::now(),
                    took: began.elapsed(),
                    sought: false,
                };
                answers.insert(key, answer);
                Ok(value)
            }
            Err(error) => {
                if let Some(answer) = answers.get_mut(&key) {
                    answer.sought = false;
                }
                Err(error)
            }
        }
    }

    fn answers(&self) -> MutexGuard<'_, BTreeMap<Key, Answer<V>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Option<Duration> = Some(Duration::from_secs(60));

    #[test]
    fn an_answer_serves_for_its_time() {
        let kept = Kept::default();
        let ask = |keep, value: i32| *kept.get((1, 0), keep, move || Ok(value)).unwrap();
        assert_eq!(ask(None, 1), 1);
        assert_eq!(ask(LONG, 2), 2);
        assert_eq!(ask(LONG, 3), 2);
        assert_eq!(ask(None, 4), 4);
    }

    #[test]
    fn an_old_answer_is_told_once_more_while_a_newer_one_is_looked_for() {
        let kept = Kept::default();
        let slow = |value: i32| {
            move || {
                std::thread::sleep(Duration::from_millis(20));
                Ok(value)
            }
        };
        let keep = Some(Duration::ZERO);
        assert_eq!(*kept.get((1, 0), keep, slow(1)).unwrap(), 1);
        // It took 20 ms, so it serves for a second.
        assert_eq!(*kept.get((1, 0), keep, slow(2)).unwrap(), 1);
        std::thread::sleep(Duration::from_millis(1_500));
        assert_eq!(*kept.get((1, 0), keep, slow(3)).unwrap(), 1);
        for _ in 0..100 {
            if *kept.get((1, 0), keep, slow(4)).unwrap() == 3 {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the newer answer never came");
    }
}
