//! Answers that are kept for a moment, because many ask the same at once.

use crate::error::Result;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// An answer serves so many times as long as it took to find: however large the house is,
/// asking keeps no more than a fiftieth of one core busy.
const WORTH: u32 = 50;

/// Answers by what was asked.
pub(crate) struct Kept<V>(Mutex<BTreeMap<(i64, i64), Answer<V>>>);

struct Answer<V> {
    value: Arc<V>,
    found: Instant,
    took: Duration,
}

impl<V> Default for Kept<V> {
    fn default() -> Self {
        Self(Mutex::new(BTreeMap::new()))
    }
}

impl<V> Kept<V> {
    /// The answer there is, if it is young enough, or a new one. With no time given, always a
    /// new one.
    pub fn get(
        &self,
        key: (i64, i64),
        keep: Option<Duration>,
        find: impl FnOnce() -> Result<V>,
    ) -> Result<Arc<V>> {
        let Some(keep) = keep else {
            return find().map(Arc::new);
        };
        // Whoever comes meanwhile waits for the same answer rather than looking for it, too.
        let mut answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = answers.get(&key)
            && answer.found.elapsed() < keep.max(answer.took.saturating_mul(WORTH))
        {
            return Ok(answer.value.clone());
        }
        let began = Instant::now();
        let value = Arc::new(find()?);
        let answer = Answer {
            value: value.clone(),
            found: Instant::now(),
            took: began.elapsed(),
        };
        answers.insert(key, answer);
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_serves_for_its_time_and_a_slow_one_longer() {
        let kept = Kept::default();
        let ask = |keep, value: i32| *kept.get((1, 0), keep, || Ok(value)).unwrap();
        assert_eq!(ask(None, 1), 1);
        assert_eq!(ask(Some(Duration::from_secs(60)), 2), 2);
        assert_eq!(ask(Some(Duration::from_secs(60)), 3), 2);
        assert_eq!(ask(None, 4), 4);
        let slow = || {
            std::thread::sleep(Duration::from_millis(20));
            Ok(5)
        };
        assert_eq!(*kept.get((2, 0), Some(Duration::ZERO), slow).unwrap(), 5);
        std::thread::sleep(Duration::from_millis(30));
        let again = kept.get((2, 0), Some(Duration::ZERO), || Ok(6)).unwrap();
        assert_eq!(*again, 5);
    }
}
