//! What an agent does at the desk. Every action ends with a desk to show.

use super::asked::Asked;
use super::coding;
use super::filled::{self, Saved};
use super::seen::{InHand, Seen};
use super::talk;
use super::third;
use super::undo;
use crate::failure::Failure;
use crate::words::Words;
use engine::{Actor, AgentCommand, AgentId, Command, Facts, Phase, Presence, Report, Slot};
use store::{Answer, Entry, LineOrder, Offered, RecordError, Recorded, Store, Switchboard};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    Now,
    Ready,
    Break,
    Out,
    Offer,
    Dial,
    HangUp,
    Release,
    Choose,
    Code,
    Conclude,
    Save,
    Want,
    Undo,
    Passive,
    Record,
    Hold,
    Mute,
    Press,
    Answer,
    Ask,
    Pass,
    PutThrough,
    TakeBack,
    Together,
}

impl Action {
    /// The path of each action's form.
    pub const ALL: [(&'static str, Self); 25] = [
        ("/desk/now", Self::Now),
        ("/desk/ready", Self::Ready),
        ("/desk/break", Self::Break),
        ("/desk/out", Self::Out),
        ("/desk/offer", Self::Offer),
        ("/desk/dial", Self::Dial),
        ("/desk/hangup", Self::HangUp),
        ("/desk/release", Self::Release),
        ("/desk/choose", Self::Choose),
        ("/desk/code", Self::Code),
        ("/desk/conclude", Self::Conclude),
        ("/desk/save", Self::Save),
        ("/desk/want", Self::Want),
        ("/desk/undo", Self::Undo),
        ("/desk/passive", Self::Passive),
        ("/desk/record", Self::Record),
        ("/desk/hold", Self::Hold),
        ("/desk/mute", Self::Mute),
        ("/desk/press", Self::Press),
        ("/desk/answer", Self::Answer),
        ("/desk/ask", Self::Ask),
        ("/desk/pass", Self::Pass),
        ("/desk/put-through", Self::PutThrough),
        ("/desk/take-back", Self::TakeBack),
        ("/desk/together", Self::Together),
    ];
}

/// The break that begins by itself at a desk nobody touches.
pub const PASSIVE: &str = "passive";

/// What an action works with.
pub struct Bench<'a> {
    pub store: &'a Store,
    pub lines: &'a Switchboard,
    pub agent: AgentId,
    pub words: &'a Words,
    /// The same, with the past told in the vocabulary she chose.
    pub then: &'a Words,
    /// Why nothing is dialled by itself.
    pub why_not: Option<&'a str>,
}

/// What came of an action.
#[derive(Debug, Default)]
pub struct Done {
    /// For those who listen rather than look.
    pub said: Option<String>,
    /// Why it was not done.
    pub problem: Option<String>,
    /// A note that was written for a contact that is gone.
    pub lost_note: Option<String>,
    /// What was typed is used up.
    pub is_over: bool,
}

impl Done {
    pub fn well(said: Option<String>) -> Self {
        Self {
            said,
            is_over: true,
            ..Self::default()
        }
    }

    pub fn refused(problem: String) -> Self {
        Self {
            problem: Some(problem),
            ..Self::default()
        }
    }

    /// Done, and what was typed for the contact stays.
    pub fn going_on() -> Self {
        Self::default()
    }
}

impl Bench<'_> {
    pub fn act(&self, action: Action, asked: &Asked) -> Result<Done, Failure> {
        match action {
            Action::Now => Ok(Done::default()),
            Action::Ready => self.ready(),
            Action::Break => self.leave(AgentCommand::Break {
                kind: asked.text("kind").to_owned(),
            }),
            Action::Out => self.leave(AgentCommand::LogOut),
            Action::Offer => self.next(None),
            Action::Want => self.want(asked),
            Action::Undo => undo::undo(self),
            Action::Passive => self.fall_passive(),
            Action::Answer => self.answer(asked),
            Action::Dial
            | Action::HangUp
            | Action::Release
            | Action::Choose
            | Action::Code
            | Action::Conclude
            | Action::Save
            | Action::Record
            | Action::Hold
            | Action::Mute
            | Action::Press
            | Action::Ask
            | Action::Pass
            | Action::PutThrough
            | Action::TakeBack
            | Action::Together => self.with_contact(action, asked),
        }
    }

    /// The actions on the contact in hand: the form must have been made for it.
    fn with_contact(&self, action: Action, asked: &Asked) -> Result<Done, Failure> {
        let seen = Seen::of(self.store, self.agent)?;
        let held = seen.in_hand.as_ref();
        let Some(held) = held.filter(|held| held.key() == asked.text("hand")) else {
            return Ok(Done {
                problem: Some(self.words.t("desk-stale")),
                lost_note: asked.filled("note").map(str::to_owned),
                is_over: true,
                said: None,
            });
        };
        match action {
            Action::Dial => self.dial(&seen, held, asked),
            Action::HangUp => self.hang_up(held, asked),
            Action::Record => self.record_talk(held, asked),
            Action::Save => self.save(&seen, held, asked),
            Action::Hold | Action::Mute | Action::Press => talk::act(self, held, action, asked),
            Action::Ask
            | Action::Pass
            | Action::PutThrough
            | Action::TakeBack
            | Action::Together => third::act(self, (&seen, held), action, asked),
            Action::Release | Action::Code | Action::Conclude => {
                // What was typed goes with the contact, or the contact stays.
                let saved = self.save(&seen, held, asked)?;
                if saved.problem.is_some() {
                    return Ok(saved);
                }
                match action {
                    Action::Release => self.give_back(&seen, held),
                    Action::Code => coding::code(self, &seen, held, asked),
                    _ => coding::conclude(self, &seen, held),
                }
            }
            _ => Ok(Done::default()),
        }
    }

    /// Keeps what was typed into the contact's form.
    fn save(&self, seen: &Seen, held: &InHand, asked: &Asked) -> Result<Done, Failure> {
        Ok(match filled::save(self, held, asked)? {
            Saved::Nothing => Done::going_on(),
            Saved::Kept => Done {
                said: Some(self.words.t("desk-said-kept")),
                ..Done::going_on()
            },
            Saved::Wrong(fields) => Done::refused(self.words.n("desk-fields-wrong", fields)),
            Saved::Refused(refusal) => {
                Done::refused(seen.reasons(held, self.words).refusal(&refusal))
            }
        })
    }

    fn ready(&self) -> Result<Done, Failure> {
        let there = self.store.agent(self.agent)?.ok_or(Failure::Forbidden)?;
        if there.agent.presence == Presence::Out
            && let Err(why) = self.store.agent_command(self.agent, AgentCommand::LogIn)?
        {
            return Ok(Done::refused(why));
        }
        match self.store.agent_command(self.agent, AgentCommand::Ready)? {
            Ok(_) => self.next(None),
            Err(why) => Ok(Done::refused(why)),
        }
    }

    fn leave(&self, command: AgentCommand) -> Result<Done, Failure> {
        let is_known = match &command {
            AgentCommand::Break { kind } => {
                let types = self.store.break_types()?;
                types
                    .iter()
                    .any(|known| known.active && known.code == *kind)
            }
            _ => true,
        };
        if !is_known {
            return Ok(Done::refused(self.words.t("desk-break-unknown")));
        }
        Ok(match self.store.agent_command(self.agent, command)? {
            Ok(agent) => {
                if agent.presence == Presence::Out {
                    let agent = self.agent;
                    // Where nobody runs the lines there is no phone to be let go.
                    let _ = self.lines.hand_in(LineOrder::PutDown { agent });
                }
                Done::going_on()
            }
            Err(why) => Done::refused(why),
        })
    }

    /// Nobody has touched this desk for a while: the contact it only looks at goes back, and
    /// no other comes until somebody says so. Calls and their wrap-up go on as they are.
    fn fall_passive(&self) -> Result<Done, Failure> {
        let seen = Seen::of(self.store, self.agent)?;
        if let Some(held) = &seen.in_hand {
            if !held.hand.calls.is_empty() {
                return self.fall_passive_after(&seen, held);
            }
            if let Err(error) = self.record(held, Command::Release, None) {
                return self.refused(&seen, held, error);
            }
        }
        if !seen.me.agent.is_ready() {
            return Ok(Done::going_on());
        }
        let kind = PASSIVE.to_owned();
        let command = AgentCommand::Break { kind };
        Ok(match self.store.agent_command(self.agent, command)? {
            Ok(_) => Done::well(Some(self.words.t("desk-passive"))),
            Err(why) => Done::refused(why),
        })
    }

    /// Where it is dialled by itself the call that is dialled for nobody is the last one.
    fn fall_passive_after(&self, seen: &Seen, held: &InHand) -> Result<Done, Failure> {
        if held.hand.phase() == Phase::Dialling && self.rule(seen)?.is_some() {
            let kind = PASSIVE.to_owned();
            let leaves = AgentCommand::Break { kind };
            if let Err(why) = self.store.agent_command(self.agent, leaves)? {
                return Ok(Done::refused(why));
            }
        }
        Ok(Done::going_on())
    }

    /// Takes the next contact in hand if one may be had, and says what was done before.
    /// Whoever is asked by a colleague talks already.
    pub fn next(&self, said: Option<String>) -> Result<Done, Failure> {
        if self.lines.talks().of(self.agent).asked_by.is_some() {
            return Ok(Done::well(said));
        }
        let offered = match self.store.offer(self.agent)? {
            Offered::Contact { .. } => Some(self.words.t("desk-said-offered")),
            Offered::Peek { .. } | Offered::Nothing | Offered::NotReady(_) => None,
        };
        let said: Vec<String> = said.into_iter().chain(offered).collect();
        Ok(Done::well(
            Some(said.join(" ")).filter(|said| !said.is_empty()),
        ))
    }

    /// One of the own callbacks goes next; at once where nothing is in hand.
    fn want(&self, asked: &Asked) -> Result<Done, Failure> {
        let contact = asked.number("contact").map(engine::ContactId);
        let command = AgentCommand::Want { contact };
        if let Err(why) = self.store.agent_command(self.agent, command)? {
            return Ok(Done::refused(why));
        }
        let there = self.store.agent(self.agent)?;
        match there.is_some_and(|there| there.hand.is_none()) {
            true => self.next(None),
            false => Ok(Done::going_on()),
        }
    }

    fn dial(&self, seen: &Seen, held: &InHand, asked: &Asked) -> Result<Done, Failure> {
        let slot = asked
            .number("slot")
            .and_then(|slot| u8::try_from(slot).ok());
        let slot = slot.map(Slot);
        let Some(slot) = slot.or_else(|| held.contact.open_slots().first().copied()) else {
            return Ok(Done::refused(self.words.t("because-no-number-left")));
        };
        if self.lines.wants_phones() && self.store.phone(self.agent)?.is_none() {
            return Ok(Done::refused(self.words.t("desk-no-phone")));
        }
        let facts = Facts::default();
        match self.record(held, Command::dial(slot, facts), None) {
            Ok(mut recorded) => self.place(held, &mut recorded),
            Err(error) => self.refused(seen, held, error),
        }
    }

    /// Hands the dial to whoever runs the lines; a dial that nobody takes is taken back.
    pub fn place(&self, held: &InHand, recorded: &mut Recorded) -> Result<Done, Failure> {
        let Err(nobody) = self.lines.carry_out(recorded) else {
            return Ok(Done::going_on());
        };
        if let LineOrder::Place { attempt, .. } = *nobody.0 {
            let (list, contact) = (held.contact.list, held.contact.id);
            let report = Report::NotPlaced { attempt };
            let entry = Entry::report(list, contact, Actor::System, report);
            if let Err(RecordError::Store(error)) = self.store.record(entry) {
                return Err(error.into());
            }
        }
        Ok(Done::refused(self.words.t("desk-no-lines")))
    }

    /// Ends the call the page was made for: where that is over and the next one is under way by
    /// itself, the key came too late, and nothing happens.
    fn hang_up(&self, held: &InHand, asked: &Asked) -> Result<Done, Failure> {
        let meant = asked.number("call");
        let open = held
            .open_call()
            .filter(|open| meant.is_none_or(|meant| meant == i64::from(*open)));
        let Some(attempt) = open else {
            return Ok(Done::going_on());
        };
        let order = LineOrder::HangUp {
            list: held.contact.list,
            contact: held.contact.id,
            attempt,
        };
        Ok(match self.lines.hand_in(order) {
            Ok(()) => Done::going_on(),
            Err(_) => Done::refused(self.words.t("desk-no-lines")),
        })
    }

    fn give_back(&self, seen: &Seen, held: &InHand) -> Result<Done, Failure> {
        if self.rule(seen)?.is_some_and(|rule| !rule.may_skip) {
            return Ok(Done::refused(self.words.t("desk-no-skip")));
        }
        match self.record(held, Command::Release, None) {
            Ok(_) => self.next(Some(self.words.t("desk-said-returned"))),
            Err(error) => self.refused(seen, held, error),
        }
    }

    /// Through the door, in the agent's name.
    pub fn record(&self, held: &InHand, command: Command, note: Option<&str>) -> Answer {
        let (list, contact) = (held.contact.list, held.contact.id);
        let entry = Entry::command(list, contact, Actor::Agent(self.agent), command);
        self.store.record(match note {
            Some(note) => entry.with_note(note),
            None => entry,
        })
    }

    /// Why the door said no, in the visitor's words.
    pub fn refused(&self, seen: &Seen, held: &InHand, error: RecordError) -> Result<Done, Failure> {
        match error {
            RecordError::Refused(refusal) => {
                let reasons = seen.reasons(held, self.words);
                Ok(Done::refused(reasons.refusal(&refusal)))
            }
            RecordError::NotFound { .. } => Ok(Done::refused(self.words.t("desk-stale"))),
            RecordError::Store(error) => Err(error.into()),
        }
    }
}
