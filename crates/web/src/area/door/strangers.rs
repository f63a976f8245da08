//! Logins that do not exist are locked out like those that do: otherwise five wrong passwords
//! would tell which are which.
//!
//! They are remembered in memory only, and by their hash: what is typed into the field of the
//! login may be a password.

use crate::secret;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// More than anybody mistypes; whoever tries more finds a new page.
const MOST: usize = 10_000;

#[derive(Default)]
pub struct Strangers {
    known: Mutex<BTreeMap<String, Tries>>,
}

#[derive(Clone, Copy, Default)]
struct Tries {
    failed: i64,
    until: Option<Timestamp>,
}

impl Strangers {
    /// Until when nobody gets in under this login, if that is later than now.
    pub fn locked_out(&self, login: &str, now: Timestamp) -> Option<Timestamp> {
        let tries = self.tries().get(&key(login)).copied()?;
        tries.until.filter(|until| *until > now)
    }

    /// One more wrong password; says until when nobody gets in.
    pub fn fail(&self, login: &str, now: Timestamp) -> Option<Timestamp> {
        let mut all = self.tries();
        if all.len() >= MOST {
            all.clear();
        }
        let tries = all.entry(key(login)).or_default();
        tries.failed = tries.failed.saturating_add(1);
        let lock = store::lock_after(tries.failed)?;
        tries.until = now.checked_add(lock).ok();
        tries.until
    }

    fn tries(&self) -> MutexGuard<'_, BTreeMap<String, Tries>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn key(login: &str) -> String {
    secret::hash(&login.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;

    #[test]
    fn the_fifth_wrong_password_locks_out_for_a_while() {
        let (strangers, now) = (Strangers::default(), Timestamp::UNIX_EPOCH);
        for _ in 0..4 {
            assert_eq!(strangers.fail("eve", now), None);
        }
        let until = now + SignedDuration::from_mins(15);
        assert_eq!(strangers.fail("Eve", now), Some(until));
        assert_eq!(strangers.locked_out("eve", now), Some(until));
        assert_eq!(strangers.locked_out("eve", until), None);
        assert_eq!(strangers.locked_out("bob", now), None);
    }

    #[test]
    fn memory_is_bounded() {
        let strangers = Strangers::default();
        for n in 0..=MOST {
            strangers.fail(&n.to_string(), Timestamp::UNIX_EPOCH);
        }
        assert!(strangers.tries().len() <= MOST);
    }
}
