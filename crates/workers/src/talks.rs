//! What is asked of talks that go on, and how they are shown to stand.
//!
//! A talk goes on with a colleague only where the house has written down that the contact is in
//! her hands: otherwise the agent goes on herself, and is told.

use crate::carrier::listener;
use crate::lines::Lines;
use engine::{
    Actor, AgentId, Attendance, Command, Gone, Listener, Other, OtherStage, Talk, Whom, Wish,
};
use store::{AuditActor, AuditEntry, AuditWord, Entry, Hint, RecordError, Store, StoreError};
use telephony::asterisk::Phone;

impl Lines {
    pub(crate) fn during(&mut self, agent: AgentId, wish: Wish, store: &Store) {
        let wish = match wish {
            Wish::PutThrough => self.passed_on(agent, store),
            other => other,
        };
        if let Wish::Call {
            whom: Whom::Colleague(colleague),
            ..
        } = wish
        {
            self.phone_taken_up(colleague);
        }
        let now = store.clock().now();
        let phone = |wish: &Wish| besides(wish, store);
        self.carrier.during(agent, wish, phone, now);
    }

    /// Shows how the talks stand that have moved; whoever looks at one looks again.
    pub(crate) fn show(&mut self, store: &Store) {
        let now = store.clock().now();
        for (agent, mut talk) in self.carrier.talks(now) {
            let goes_on = talk.as_ref().is_some_and(is_picked_up_blind);
            let before = self.orders.talks().of(agent).listeners;
            talk.iter_mut().for_each(|talk| stay(talk, &before));
            let after = talk.as_ref().map_or(&[][..], |talk| &talk.listeners);
            if let Err(problem) = listened(store, agent, &before, after) {
                self.unnoted.get_or_insert(problem);
            }
            self.passed_in_vain(agent, talk.as_ref(), store);
            if self.orders.talks().show(agent, talk) {
                store.nudge(Hint::Agent(agent));
            }
            if goes_on {
                self.during(agent, Wish::PutThrough, store);
            }
        }
        // After the talks: whoever waits for it sees both.
        for attendance in self.carrier.attendances() {
            self.tell_attendance(attendance, store);
        }
    }

    /// A colleague who hung up in the very moment: the talk stayed where it was, and the contact comes back.
    fn passed_in_vain(&mut self, agent: AgentId, talk: Option<&Talk>, store: &Store) {
        let is_alone = talk.map(|talk| talk.other.is_none());
        let (Some(to), false) = (self.passing.get(&agent).copied(), is_alone == Some(false)) else {
            return;
        };
        self.passing.remove(&agent);
        if is_alone == Some(true)
            && let Err(problem) = pass(to, agent, store)
        {
            self.unnoted.get_or_insert(problem);
        }
    }

    /// Whoever looks at the floor, and the supervisor at her own desk, see how far she has come.
    fn tell_attendance(&self, attendance: Attendance, store: &Store) {
        self.orders.talks().attend(attendance);
        let both = [Some(attendance.agent), attendance.own];
        both.into_iter()
            .flatten()
            .for_each(|agent| store.nudge(Hint::Agent(agent)));
    }

    /// Writes down into whose hands the contact goes.
    fn passed_on(&mut self, agent: AgentId, store: &Store) -> Wish {
        match self.orders.talks().of(agent).other {
            Some(Other {
                whom: Whom::Colleague(to),
                stage: OtherStage::Asked | OtherStage::Together,
                ..
            }) => match pass(agent, to, store) {
                Ok(true) => {
                    self.passing.insert(agent, to);
                    Wish::PutThrough
                }
                Ok(false) => Wish::TakeBack(Some(Gone::Busy)),
                Err(_) => Wish::TakeBack(Some(Gone::Failed)),
            },
            _ => Wish::PutThrough,
        }
    }
}

/// Whose phone a wish takes besides the agent's own.
fn besides(wish: &Wish, store: &Store) -> Option<Phone> {
    match wish {
        Wish::Call {
            whom: Whom::Colleague(colleague),
            ..
        } => listener(Some(*colleague), store).ok().flatten(),
        Wish::Listen {
            own, mode: Some(_), ..
        } => listener(*own, store).ok().flatten(),
        _ => None,
    }
}

/// Whoever is there in the same way as before is so since then: the clock is not read twice for her.
fn stay(talk: &mut Talk, before: &[Listener]) {
    for there in &mut talk.listeners {
        let same = |was: &&Listener| (was.user, was.mode) == (there.user, there.mode);
        there.since = before
            .iter()
            .find(same)
            .map_or(there.since, |was| was.since);
    }
}

/// Writes down who listened, how, and for how long, when that is over.
fn listened(
    store: &Store,
    agent: AgentId,
    before: &[Listener],
    after: &[Listener],
) -> Result<(), StoreError> {
    let now = store.clock().now();
    for over in before.iter().filter(|there| !after.contains(there)) {
        let who = AuditActor::User(over.user);
        let seconds = now.duration_since(over.since).as_secs();
        let hand = store.agent(agent)?.and_then(|there| there.hand);
        let entry = match hand {
            Some(contact) => {
                AuditEntry::contact(who, AuditWord::Listened, contact.list, contact.id)
                    .told("agent", agent.0)
            }
            None => AuditEntry::about(who, AuditWord::Listened, "agent", Some(agent.0)),
        };
        let entry = entry
            .told("mode", over.mode.word())
            .told("seconds", seconds);
        store.audit(entry)?;
    }
    Ok(())
}

fn is_picked_up_blind(talk: &Talk) -> bool {
    let other = talk.other.filter(|other| other.blind);
    other.is_some_and(|other| other.stage == OtherStage::Asked)
}

fn pass(agent: AgentId, to: AgentId, store: &Store) -> Result<bool, StoreError> {
    let Some(contact) = store.agent(agent)?.and_then(|there| there.hand) else {
        return Ok(false);
    };
    let (list, actor) = (contact.list, Actor::Agent(agent));
    let entry = Entry::command(list, contact.id, actor, Command::Pass { to });
    match store.record(entry) {
        Ok(_) => Ok(true),
        Err(RecordError::Store(error)) => Err(error),
        Err(RecordError::Refused(_) | RecordError::NotFound { .. }) => Ok(false),
    }
}
