//! What agents do.

use crate::choice::choice;
use crate::desk::{Act, Held};
use crate::error::SimError;
use crate::people::Wish;
use crate::shift::plus;
use crate::wishes::{for_line, for_wish, instead_of};
use crate::world::World;
use engine::catalogue::Disposition;
use engine::{
    Actor, AgentCommand, AgentId, CallbackChoice, Command, Facts, Outcome, Presence, Refusal,
};
use store::{Entry, Offered, RecordError, Recorded};

/// Seconds until an agent who got nothing asks again: longer and longer.
const ASK_AGAIN: [i64; 4] = [30, 60, 120, 300];

impl World {
    pub fn act(&mut self, agent: usize, act: Act) -> Result<(), SimError> {
        match act {
            Act::LogIn => {
                self.lights_on();
                self.presence(agent, AgentCommand::LogIn)?;
                self.presence(agent, AgentCommand::Ready)?;
                self.expect(agent, 1, Act::Ask);
                Ok(())
            }
            Act::Back => {
                self.presence(agent, AgentCommand::Ready)?;
                self.expect(agent, 1, Act::Ask);
                Ok(())
            }
            Act::Ask => self.ask(agent),
            Act::Dial => self.dial(agent),
            Act::HangUp => self.end_call(agent),
            Act::AfterCall => self.after_call(agent),
            Act::Dispose => self.dispose(agent),
            Act::Return => self.come_back(agent),
            Act::PickUp => self.pick_up(agent),
        }
    }

    /// Presence may be what was asked for already: after a crash commands are given again.
    fn presence(&mut self, agent: usize, command: AgentCommand) -> Result<bool, SimError> {
        let Some(id) = self.id(agent) else {
            return Ok(false);
        };
        Ok(self.door.agent_command(id, command)?.is_ok())
    }

    fn id(&self, agent: usize) -> Option<AgentId> {
        self.desks.get(agent).map(|desk| desk.agent)
    }

    fn roll(&mut self, agent: usize, low: i64, high: i64) -> i64 {
        self.desks
            .get_mut(agent)
            .map_or(low, |desk| desk.dice.between(low, high))
    }

    fn ask(&mut self, agent: usize) -> Result<(), SimError> {
        let now = self.now();
        let Some(desk) = self.desks.get_mut(agent) else {
            return Ok(());
        };
        desk.held = None;
        let Some(shift) = desk.shift.as_mut() else {
            return Ok(());
        };
        if now >= shift.ends {
            return self.go_home(agent);
        }
        if let Some((_, minutes)) = shift.breaks.first().copied().filter(|next| next.0 <= now) {
            shift.breaks.remove(0);
            let kind = "pause".to_owned();
            self.presence(agent, AgentCommand::Break { kind })?;
            self.expect(agent, minutes.saturating_mul(60), Act::Back);
            return Ok(());
        }
        let id = desk.agent;
        match self.door.offer(id)? {
            Offered::Contact { recorded, .. } => {
                let looks_at_it = self.roll(agent, 2, 12);
                self.hold(agent, Held::new(recorded.contact));
                self.expect(agent, looks_at_it, Act::Dial);
            }
            Offered::Nothing | Offered::Peek { .. } => self.ask_again(agent),
            Offered::NotReady(_) => self.come_back(agent)?,
        }
        Ok(())
    }

    fn ask_again(&mut self, agent: usize) {
        let Some(desk) = self.desks.get_mut(agent) else {
            return;
        };
        let longest = ASK_AGAIN.last().copied().unwrap_or(60);
        let wait = ASK_AGAIN.get(desk.idle as usize).copied();
        desk.idle = desk.idle.saturating_add(1);
        self.expect(agent, wait.unwrap_or(longest), Act::Ask);
    }

    fn hold(&mut self, agent: usize, held: Held) {
        if let Some(desk) = self.desks.get_mut(agent) {
            desk.idle = 0;
            desk.held = Some(held);
        }
    }

    fn go_home(&mut self, agent: usize) -> Result<(), SimError> {
        let id = self.desks.get(agent).map(|desk| desk.agent);
        let there = id.map(|id| self.door.store().agent(id)).transpose()?;
        let busy = there.flatten().is_some_and(|there| there.hand.is_some());
        if !busy && self.presence(agent, AgentCommand::LogOut)? {
            self.come_in(agent);
            return Ok(());
        }
        // A contact is in hand after all.
        self.come_back(agent)
    }

    /// Looks up what the house thinks the agent is doing, and goes on from there.
    fn come_back(&mut self, agent: usize) -> Result<(), SimError> {
        let Some(desk) = self.desks.get_mut(agent) else {
            return Ok(());
        };
        desk.gone = false;
        desk.held = None;
        let id = desk.agent;
        let there = self.door.store().agent(id)?;
        let Some(there) = there else {
            return Err(SimError::refused("an agent", "the agent is gone"));
        };
        if let Some(contact) = there.hand {
            let held = Held::new(contact);
            let act = if held.has_dialled() {
                Act::AfterCall
            } else {
                Act::Dial
            };
            self.hold(agent, held);
            self.expect(agent, 2, act);
            return Ok(());
        }
        if there.agent.presence == Presence::Out {
            self.come_in_again(agent);
            return Ok(());
        }
        self.presence(agent, AgentCommand::Ready)?;
        self.expect(agent, 1, Act::Ask);
        Ok(())
    }

    /// Logged out without having asked for it: logs in again, or goes home.
    fn come_in_again(&mut self, agent: usize) {
        let now = self.now();
        let shift = self.desks.get(agent).and_then(|desk| desk.shift.as_ref());
        if shift.is_some_and(|shift| now < shift.ends) {
            self.expect(agent, 5, Act::LogIn);
        } else {
            self.come_in(agent);
        }
    }

    /// Gone in the middle of it, for minutes or for hours.
    fn vanishes(&mut self, agent: usize) -> bool {
        let per_mille = self.faults.vanish;
        if per_mille == 0 || !self.dice.happens(per_mille) {
            return false;
        }
        let minutes = self.dice.between(5, 150);
        if let Some(desk) = self.desks.get_mut(agent) {
            desk.gone = true;
        }
        let back = plus(self.now(), minutes.saturating_mul(60));
        self.expect_at(agent, back, Act::Return);
        true
    }

    /// One command about the contact in hand. None: it is not in this agent's hands any more.
    fn command(
        &mut self,
        agent: usize,
        command: Command,
    ) -> Result<Option<Result<Recorded, Refusal>>, SimError> {
        let now = self.now().as_microsecond();
        let Some(desk) = self.desks.get_mut(agent) else {
            return Ok(None);
        };
        let Some(held) = &desk.held else {
            return Ok(None);
        };
        desk.commands += 1;
        let id = format!("desk/{}/{now}/{}", desk.agent.0, desk.commands);
        let actor = Actor::Agent(desk.agent);
        let noted = self
            .rules
            .get(&held.list())
            .is_some_and(|rules| wants_note(&command, &rules.catalogue));
        let mut entry = Entry::command(held.list(), held.contact.id, actor, command).with_id(id);
        entry.note = noted.then(|| "As discussed.".to_owned());
        match self.door.record(entry) {
            Ok(recorded) => {
                self.see(&recorded);
                Ok(Some(Ok(recorded)))
            }
            Err(RecordError::Refused(Refusal::NotInHand)) => Ok(None),
            Err(RecordError::Refused(refusal)) => {
                *self
                    .door
                    .laws
                    .seen
                    .refused
                    .entry(refusal.code())
                    .or_default() += 1;
                Ok(Some(Err(refusal)))
            }
            Err(error) => Err(SimError::of("a command", error)),
        }
    }

    fn next_contact(&mut self, agent: usize) {
        let moment = self.roll(agent, 1, 3);
        self.expect(agent, moment, Act::Ask);
    }

    fn dial(&mut self, agent: usize) -> Result<(), SimError> {
        if self.vanishes(agent) {
            return Ok(());
        }
        let Some(desk) = self.desks.get_mut(agent) else {
            return Ok(());
        };
        let Some(held) = &desk.held else {
            self.next_contact(agent);
            return Ok(());
        };
        let thinks_better_of_it = !held.has_dialled() && desk.dice.happens(5);
        let Some(slot) = held.next_slot().filter(|_| !thinks_better_of_it) else {
            return self.give_back(agent);
        };
        let facts = Facts::default();
        match self.command(agent, Command::dial(slot, facts))? {
            None => self.next_contact(agent),
            Some(Err(_)) => self.try_another(agent, slot),
            Some(Ok(recorded)) => match recorded.dial {
                Some((permit, number)) => self.place(agent, permit, number)?,
                None => {
                    // The leave was lost with the answer: whatever was dialled, it was not us.
                    let contact = recorded.contact;
                    self.not_placed(contact.list, contact.id, contact.dials)?;
                    self.expect(agent, 2, Act::AfterCall);
                }
            },
        }
        Ok(())
    }

    /// This number may not be dialled now; another of the contact's may.
    fn try_another(&mut self, agent: usize, refused: engine::Slot) {
        let held = self
            .desks
            .get_mut(agent)
            .and_then(|desk| desk.held.as_mut());
        if let Some(held) = held {
            held.refused.push(refused);
        }
        self.expect(agent, 1, Act::Dial);
    }

    fn give_back(&mut self, agent: usize) -> Result<(), SimError> {
        let held = self.desks.get(agent).and_then(|desk| desk.held.as_ref());
        if held.is_some_and(Held::has_dialled) {
            return self.conclude(agent);
        }
        self.command(agent, Command::Release)?;
        self.next_contact(agent);
        Ok(())
    }

    fn conclude(&mut self, agent: usize) -> Result<(), SimError> {
        match self.command(agent, Command::Conclude)? {
            // The house has not heard that the call is over, or that nobody was there.
            Some(Err(Refusal::NotEnded)) => self.dispose_by_line(agent),
            _ => {
                self.next_contact(agent);
                Ok(())
            }
        }
    }

    fn end_call(&mut self, agent: usize) -> Result<(), SimError> {
        let now = self.now();
        let held = self.desks.get(agent).and_then(|desk| desk.held.as_ref());
        if let Some(line) = held.and_then(|held| held.line) {
            self.lines.exchange().hang_up(line, now);
            self.listen_later();
        }
        // Should the line say nothing any more, the disposition is given all the same.
        self.expect(agent, 90, Act::Dispose);
        Ok(())
    }

    /// Nobody was there: another number, or the next contact.
    fn after_call(&mut self, agent: usize) -> Result<(), SimError> {
        let Some(desk) = self.desks.get_mut(agent) else {
            return Ok(());
        };
        let in_hand = desk.held.as_ref().filter(|held| held.is_in_hand());
        let Some(held) = in_hand else {
            self.next_contact(agent);
            return Ok(());
        };
        if held.next_slot().is_some() && (!held.has_dialled() || desk.dice.happens(700)) {
            self.expect(agent, 2, Act::Dial);
            return Ok(());
        }
        self.give_back(agent)
    }

    fn dispose_by_line(&mut self, agent: usize) -> Result<(), SimError> {
        let outcome = Outcome::NoAnswer;
        self.choose(agent, |catalogue, dice| {
            for_line(catalogue, outcome, dice).cloned()
        })
    }

    fn dispose(&mut self, agent: usize) -> Result<(), SimError> {
        if self.vanishes(agent) {
            return Ok(());
        }
        let Some(desk) = self.desks.get_mut(agent) else {
            return Ok(());
        };
        let Some(held) = &desk.held else {
            self.next_contact(agent);
            return Ok(());
        };
        let Some(talk) = held.talk else {
            return self.after_call(agent);
        };
        let try_another = talk.wish == Wish::WrongNumber && held.next_slot().is_some();
        if try_another && desk.dice.happens(500) {
            self.expect(agent, 2, Act::Dial);
            return Ok(());
        }
        self.choose(agent, |catalogue, dice| {
            for_wish(catalogue, talk.wish, dice).cloned()
        })
    }

    /// Gives a disposition from the catalogue, with what was agreed on if that is allowed.
    fn choose(
        &mut self,
        agent: usize,
        find: impl Fn(&engine::Catalogue, &mut crate::chance::Dice) -> Option<Disposition>,
    ) -> Result<(), SimError> {
        let now = self.now();
        let Some(desk) = self.desks.get_mut(agent) else {
            return Ok(());
        };
        let Some(held) = &desk.held else {
            return Ok(());
        };
        let rules = self.rules.get(&held.list());
        let found = rules.and_then(|rules| find(&rules.catalogue, &mut desk.dice));
        let Some(disposition) = found else {
            return Err(SimError::refused(
                "a disposition",
                "agents may choose none of the catalogue's codes",
            ));
        };
        let slot = held
            .contact
            .hand
            .as_ref()
            .and_then(|hand| hand.calls.last());
        let slot = slot.map(|call| call.slot);
        let agreed = choice(&disposition, &held.contact, slot, now, &mut desk.dice);
        let otherwise = rules.and_then(|rules| instead_of(&rules.catalogue, &disposition));
        let undated = agreed.clone().map(|agreed| CallbackChoice {
            at: None,
            slot: None,
            roster: None,
            ..agreed
        });
        let with = |disposition: &Disposition, callback| Command::Dispose {
            code: disposition.code.clone(),
            callback,
        };
        let mut tries = vec![with(&disposition, agreed), with(&disposition, undated)];
        // Whoever has no address cannot be sent anything.
        tries.extend(otherwise.map(|plain| with(plain, None)));
        self.first_accepted(agent, tries)?;
        self.next_contact(agent);
        Ok(())
    }

    fn first_accepted(&mut self, agent: usize, tries: Vec<Command>) -> Result<(), SimError> {
        let mut refused = None;
        for command in tries {
            match self.command(agent, command)? {
                None | Some(Ok(_)) => return Ok(()),
                Some(Err(refusal)) => refused = Some(refusal),
            }
        }
        match refused {
            Some(refusal) => Err(SimError::refused("a disposition", refusal)),
            None => Ok(()),
        }
    }
}

/// Whether the code that is given asks for a note.
fn wants_note(command: &Command, catalogue: &engine::Catalogue) -> bool {
    let Command::Dispose { code, .. } = command else {
        return false;
    };
    catalogue.find(code.as_str()).is_some_and(|found| {
        found
            .requires
            .contains(&engine::catalogue::Requirement::Note)
    })
}
