//! Desks that are open in a browser. That they are is known here and costs nothing; it is
//! written down when they open and close, and while a contact is in hand, which stays there
//! however long the call.

use engine::AgentId;
use jiff::SignedDuration;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use store::{Hint, Store};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

/// How often a contact in hand is renewed, on the centre's clock …
const EVERY: SignedDuration = SignedDuration::from_mins(1);
/// … and at most, on ours: a demo's clock may run fast.
const SHORTEST_PAUSE: Duration = Duration::from_secs(3);

/// A desk that fetches nothing for so long is not looked at: its browser sleeps. It fetches every 45
/// seconds where its campaign dials by itself; a tab in the background once a minute at least.
const NEAR: Duration = Duration::from_secs(150);

/// Whose desks are open in a browser of this server.
#[derive(Clone, Default)]
pub struct OpenDesks(Arc<Mutex<BTreeMap<AgentId, Tabs>>>);

/// The tabs of one agent.
#[derive(Default)]
struct Tabs {
    count: usize,
    turn: Turn,
    heard_at: Option<Instant>,
    told: Option<String>,
}

/// Whoever holds it drives the desk, where its campaign dials by itself.
pub type Turn = Arc<tokio::sync::Mutex<()>>;

/// A desk is open for as long as somebody holds this.
pub struct OpenDesk {
    desks: OpenDesks,
    agent: AgentId,
}

impl OpenDesks {
    pub fn has(&self, agent: AgentId) -> bool {
        self.tabs().contains_key(&agent)
    }

    pub fn count(&self) -> usize {
        self.tabs().len()
    }

    pub fn open(&self, agent: AgentId) -> OpenDesk {
        let desks = self.clone();
        let mut all = self.tabs();
        let tabs = all.entry(agent).or_default();
        tabs.count = tabs.count.saturating_add(1);
        tabs.heard_at = Some(Instant::now());
        OpenDesk { desks, agent }
    }

    /// The desk was fetched.
    pub fn heard(&self, agent: AgentId) {
        if let Some(tabs) = self.tabs().get_mut(&agent) {
            tabs.heard_at = Some(Instant::now());
        }
    }

    /// Whether the desk is open in a browser that was heard of just now.
    pub fn is_near(&self, agent: AgentId) -> bool {
        let all = self.tabs();
        let heard_at = all.get(&agent).and_then(|tabs| tabs.heard_at);
        heard_at.is_some_and(|at| at.elapsed() < NEAR)
    }

    /// Says at the desk why nothing is dialled by itself, or that nothing stands in the way.
    pub fn tell(&self, agent: AgentId, told: Option<String>) {
        if let Some(tabs) = self.tabs().get_mut(&agent) {
            tabs.told = told;
        }
    }

    pub fn told(&self, agent: AgentId) -> Option<String> {
        self.tabs().get(&agent).and_then(|tabs| tabs.told.clone())
    }

    fn tabs(&self) -> MutexGuard<'_, BTreeMap<AgentId, Tabs>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl OpenDesk {
    pub fn turn(&self) -> Turn {
        let all = self.desks.tabs();
        let tabs = all.get(&self.agent);
        tabs.map_or_else(Turn::default, |tabs| tabs.turn.clone())
    }
}

impl Drop for OpenDesk {
    fn drop(&mut self) {
        let mut tabs = self.desks.tabs();
        match tabs.get_mut(&self.agent) {
            Some(tabs) if tabs.count > 1 => tabs.count = tabs.count.saturating_sub(1),
            _ => {
                tabs.remove(&self.agent);
            }
        }
    }
}

/// Shows signs of life for as long as it runs: every minute with a contact in hand, else as
/// soon as something happens at that desk.
pub async fn show_life(store: Store, agent: AgentId) {
    let mut hints = store.changes();
    loop {
        let now = store.clock().now();
        let holds = renewed(&store, agent).await;
        let next = now.checked_add(EVERY).ok().filter(|_| holds);
        // A clock that is set by hand does not come there by itself.
        match next.and_then(|next| store.clock().wait_until(next)) {
            Some(pause) => tokio::time::sleep(pause.max(SHORTEST_PAUSE)).await,
            None if happened(&mut hints, agent).await => {}
            None => return,
        }
    }
}

/// One sign of life; says whether a contact is in hand.
pub async fn renewed(store: &Store, agent: AgentId) -> bool {
    let store = store.clone();
    match tokio::task::spawn_blocking(move || store.renew(agent)).await {
        Ok(Ok(until)) => until.is_some(),
        Ok(Err(problem)) => {
            eprintln!("a sign of life was not noted: {problem}");
            false
        }
        Err(_) => false,
    }
}

/// Waits until something happens at the desk; false when nothing will any more.
async fn happened(hints: &mut Receiver<Hint>, agent: AgentId) -> bool {
    loop {
        match hints.recv().await {
            Ok(Hint::Agent(there)) if there == agent => return true,
            Ok(_) => {}
            Err(RecvError::Lagged(_)) => return true,
            Err(RecvError::Closed) => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_is_open_until_its_last_tab_is_closed() {
        let desks = OpenDesks::default();
        let ada = AgentId(7);
        let (first, second) = (desks.open(ada), desks.open(ada));
        assert!(desks.has(ada));
        drop(first);
        assert!(desks.has(ada) && !desks.has(AgentId(8)));
        drop(second);
        assert!(!desks.has(ada));
    }

    #[test]
    fn of_several_tabs_one_drives_and_none_that_is_closed() {
        let desks = OpenDesks::default();
        let ada = AgentId(7);
        assert!(!desks.is_near(ada));
        let (first, second) = (desks.open(ada), desks.open(ada));
        assert!(desks.is_near(ada));
        let (mine, other) = (first.turn(), second.turn());
        let held = mine.try_lock().unwrap();
        assert!(other.try_lock().is_err());
        drop(held);
        assert!(other.try_lock().is_ok());
        desks.tell(ada, Some("no exchange".to_owned()));
        assert_eq!(desks.told(ada).as_deref(), Some("no exchange"));
        drop((first, second));
        assert!(!desks.is_near(ada));
        assert_eq!(desks.told(ada), None);
    }
}
