//! How talks stand at this moment, for whoever shows them: filled by whoever runs the lines.
//!
//! Kept in memory only: when the program ends its calls end too, and nothing is left behind.

use engine::{AgentId, Talk};
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The talk of each agent who has one with something to be said of it. Clones show the same.
#[derive(Debug, Clone, Default)]
pub struct Talks {
    inner: Arc<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    talks: Mutex<BTreeMap<AgentId, Talk>>,
    moved: Condvar,
}

impl Talks {
    pub fn of(&self, agent: AgentId) -> Talk {
        self.lock().get(&agent).cloned().unwrap_or_default()
    }

    /// As it is now; false where it was so already.
    pub fn show(&self, agent: AgentId, talk: Option<Talk>) -> bool {
        let mut talks = self.lock();
        let before = match talk.filter(|talk| *talk != Talk::default()) {
            Some(talk) if talks.get(&agent) == Some(&talk) => return false,
            Some(talk) => talks.insert(agent, talk).or(Some(Talk::default())),
            None => talks.remove(&agent),
        };
        self.inner.moved.notify_all();
        before.is_some()
    }

    /// Waits until it stands otherwise than before, for so long at most.
    pub fn wait(&self, agent: AgentId, before: &Talk, at_most: Duration) {
        let as_before = |talks: &mut BTreeMap<AgentId, Talk>| match talks.get(&agent) {
            Some(talk) => talk == before,
            None => *before == Talk::default(),
        };
        let talks = self.lock();
        // Whether it moved in time is seen by whoever looks next.
        drop(
            self.inner
                .moved
                .wait_timeout_while(talks, at_most, as_before),
        );
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<AgentId, Talk>> {
        self.inner
            .talks
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_usual_is_not_kept() {
        let (talks, anna) = (Talks::default(), AgentId(1));
        let muted = Talk {
            is_muted: true,
            ..Talk::default()
        };
        assert!(!talks.show(anna, Some(Talk::default())));
        assert!(talks.show(anna, Some(muted.clone())));
        assert!(!talks.show(anna, Some(muted.clone())));
        assert_eq!(talks.clone().of(anna), muted);
        assert!(talks.show(anna, None));
        assert_eq!(talks.of(anna), Talk::default());
    }

    #[test]
    fn whoever_waits_is_woken() {
        let (talks, anna) = (Talks::default(), AgentId(1));
        let there = talks.clone();
        let waits = std::thread::spawn(move || {
            there.wait(anna, &Talk::default(), Duration::from_secs(20));
            there.of(anna)
        });
        let muted = Talk {
            is_muted: true,
            ..Talk::default()
        };
        talks.show(anna, Some(muted.clone()));
        assert_eq!(waits.join().unwrap(), muted);
    }
}
