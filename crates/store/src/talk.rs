//! How talks stand at this moment, for whoever shows them: filled by whoever runs the lines.
//!
//! Kept in memory only: when the program ends its calls end too, and nothing is left behind.

use engine::{AgentId, Attendance, Talk};
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The talk of each agent who has one with something to be said of it. Clones show the same.
#[derive(Debug, Clone, Default)]
pub struct Talks {
    inner: Arc<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    shown: Mutex<Shown>,
    moved: Condvar,
}

#[derive(Debug, Default)]
struct Shown {
    talks: BTreeMap<AgentId, Talk>,
    /// How far each supervisor came last, by her user's id, and when that was said.
    attendances: BTreeMap<i64, (Attendance, Instant)>,
}

/// Why somebody is not at a talk is told for so long; then it is an old story.
const TOLD_FOR: Duration = Duration::from_secs(60);

impl Shown {
    fn attendance(&self, user: i64) -> Option<Attendance> {
        let (last, since) = self.attendances.get(&user).copied()?;
        let is_told = !last.stage.is_over() || since.elapsed() < TOLD_FOR;
        is_told.then_some(last)
    }
}

impl Talks {
    pub fn of(&self, agent: AgentId) -> Talk {
        self.lock().talks.get(&agent).cloned().unwrap_or_default()
    }

    /// As it is now; false where it was so already.
    pub fn show(&self, agent: AgentId, talk: Option<Talk>) -> bool {
        let mut shown = self.lock();
        let talks = &mut shown.talks;
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
        self.wait_while(at_most, |shown| match shown.talks.get(&agent) {
            Some(talk) => talk == before,
            None => *before == Talk::default(),
        });
    }

    /// How far a supervisor has come with the talk she asked to be at last.
    pub fn attendance(&self, user: i64) -> Option<Attendance> {
        self.lock().attendance(user)
    }

    /// The same of a supervisor who works as this agent.
    pub fn attendance_as(&self, own: AgentId) -> Option<Attendance> {
        let shown = self.lock();
        let mut users = shown.attendances.keys();
        let hers = |user: &i64| {
            shown
                .attendance(*user)
                .filter(|there| there.own == Some(own))
        };
        users.find_map(hers)
    }

    pub fn attend(&self, attendance: Attendance) {
        let said = (attendance, Instant::now());
        self.lock().attendances.insert(attendance.user, said);
        self.inner.moved.notify_all();
    }

    /// Waits until a supervisor has come further than before, for so long at most.
    pub fn wait_for(&self, user: i64, before: Option<Attendance>, at_most: Duration) {
        self.wait_while(at_most, |shown| shown.attendance(user) == before);
    }

    /// Whether it moved in time is seen by whoever looks next.
    fn wait_while(&self, at_most: Duration, as_before: impl Fn(&Shown) -> bool) {
        let shown = self.lock();
        let waits = |shown: &mut Shown| as_before(shown);
        drop(self.inner.moved.wait_timeout_while(shown, at_most, waits));
    }

    fn lock(&self) -> MutexGuard<'_, Shown> {
        self.inner
            .shown
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
