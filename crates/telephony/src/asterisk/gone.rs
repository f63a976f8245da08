//! An Asterisk that does not come back: what it carried is over, so that nobody waits for it.

use super::calls::Calls;
use engine::NotThere;
use std::time::{Duration, Instant};

/// Talks go on without us for so long. Longer is not waited: an agent would sit before a talk that may
/// have ended long ago, and nobody else would be found for whoever called.
const GONE_AFTER: Duration = Duration::from_secs(30);

impl Calls {
    /// Ends here what was there, once nothing was heard of it for too long. What still goes on when it
    /// comes back is hung up: it is known to nobody then.
    pub fn give_up(&mut self, now: Instant) {
        let deaf = self.deaf_since;
        if deaf.is_some_and(|since| since + GONE_AFTER <= now) {
            self.lose_everything(now);
        }
    }

    /// It has lost everything it carried.
    pub(super) fn lose_everything(&mut self, now: Instant) {
        for line in self.lines(|_| true) {
            self.lost(line, now);
        }
        let agents: Vec<_> = self.phones.keys().copied().collect();
        for agent in agents {
            self.phone_gone(agent, NotThere::Failed, now);
        }
        self.lose_callers(|_| true, now);
    }
}
