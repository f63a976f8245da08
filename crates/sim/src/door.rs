//! The way from the simulation into the house: through the store's own verbs, with crashes
//! on the way where they are wanted.

use crate::chance::Dice;
use crate::faults::{Crash, Faults};
use crate::laws::Laws;
use engine::{Agent, AgentCommand, AgentId};
use store::{Address, Answer, Clock, Durability, Entry, Offered, Result, Store, Suppression};

pub(crate) struct Door {
    /// How the store is opened anew after a crash.
    way_back: Option<(Address, Durability, Clock)>,
    pub faults: Faults,
    dice: Dice,
    store: Store,
    pub laws: Laws,
}

impl Door {
    pub fn open(
        address: &Address,
        durability: Durability,
        clock: Clock,
        seed: u64,
    ) -> Result<Self> {
        let store = Store::open(address, clock.clone(), durability)?;
        Ok(Self {
            way_back: Some((address.clone(), durability, clock)),
            ..Self::of(store, seed)
        })
    }

    /// The door of a house others live in as well: nothing crashes here.
    pub fn of(store: Store, seed: u64) -> Self {
        Self {
            way_back: None,
            faults: Faults::none(),
            dice: Dice::of(&[seed, 0xd00]),
            store,
            laws: Laws::default(),
        }
    }

    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Records events. Whoever asked asks again after a crash, with the same ids.
    pub fn deliver(&mut self, entries: Vec<Entry>) -> Result<Vec<Answer>> {
        match self.faults.crash(&mut self.dice) {
            None => {}
            Some(Crash::Before) => self.restart()?,
            Some(Crash::After) => {
                let lost = workers::deliver(&self.store, entries.clone())?;
                self.note(&lost);
                self.restart()?;
            }
        }
        let answers = workers::deliver(&self.store, entries)?;
        self.note(&answers);
        Ok(answers)
    }

    /// Suppresses. Whoever asked asks again after a crash.
    pub fn suppress(&mut self, new: &Suppression) -> Result<()> {
        match self.faults.crash(&mut self.dice) {
            None => {}
            Some(Crash::Before) => self.restart()?,
            Some(Crash::After) => {
                self.store.suppress(vec![new.clone()])?;
                self.restart()?;
            }
        }
        self.store.suppress(vec![new.clone()]).map(|_| ())
    }

    pub fn record(&mut self, entry: Entry) -> Answer {
        let mut answers = self.deliver(vec![entry.clone()])?;
        // One event, one answer; without it the store itself says what is wrong.
        answers.pop().unwrap_or_else(|| self.store.record(entry))
    }

    pub fn offer(&mut self, agent: AgentId) -> Result<Offered> {
        let crash = self.faults.crash(&mut self.dice);
        let offered = self.store.offer(agent)?;
        if let Offered::Contact { recorded, .. } = &offered {
            self.laws.note(recorded);
        }
        if crash == Some(Crash::After) {
            self.restart()?;
            return self.store.offer(agent);
        }
        Ok(offered)
    }

    /// A refusal is no failure: after a crash the command may have been carried out already.
    pub fn agent_command(
        &mut self,
        agent: AgentId,
        command: AgentCommand,
    ) -> Result<std::result::Result<Agent, String>> {
        self.store.agent_command(agent, command)
    }

    fn note(&mut self, answers: &[Answer]) {
        for recorded in answers.iter().flatten() {
            self.laws.note(recorded);
        }
    }

    fn restart(&mut self) -> Result<()> {
        if let Some((address, durability, clock)) = &self.way_back {
            self.laws.seen.crashes += 1;
            self.store = Store::open(address, clock.clone(), *durability)?;
        }
        Ok(())
    }
}
