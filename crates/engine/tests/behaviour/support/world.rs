//! One contact, some agents and a clock: plays events as the store would, with the facts
//! kept beside, and shows where the contact stands in one line.

use super::{ANNA, CAROL, FIRST, Rulebook};
use engine::{
    Actor, AgentId, Attempt, Because, CallbackChoice, Command, ConsentChange, Contact, ContactId,
    ContactKind, Decision, Effect, Event, Facts, History, Ledger, ListId, NumberFacts, Origin,
    Outcome, Past, Profile, Refusal, Report, Slot, Standing, Trigger, Zone,
};
use jiff::Timestamp;
use jiff::civil::DateTime;
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Clone)]
pub struct World {
    pub book: Rulebook,
    pub contact: Contact,
    pub now: Timestamp,
    pub attempts: BTreeMap<u32, Attempt>,
    /// Those of the last event.
    pub effects: Vec<Effect>,
    pub because: Vec<Because>,
    pub suppressed: Vec<Slot>,
    /// Of when the register is that the law wants looked at.
    pub scrubbed_at: Option<Timestamp>,
    pub caller_id: Option<engine::Shown>,
    pub history: History,
    /// What the campaign asks beyond the law.
    pub profile: Option<Profile>,
    pub ledger: Option<Ledger>,
    /// When a call to its numbers last found no agent.
    pub abandoned_at: Option<Timestamp>,
    dials: Vec<(Slot, Timestamp)>,
}

impl World {
    /// A contact with one number, on a Tuesday at 10:00 in Amsterdam.
    pub fn new(book: Rulebook) -> Self {
        Self::with_numbers(book, 1)
    }

    pub fn with_numbers(book: Rulebook, numbers: u8) -> Self {
        Self::import(book, numbers, "2026-03-03 10:00")
    }

    /// The same, but it came in at that time.
    pub fn imported(self, local: &str) -> Self {
        Self::import(self.book, 1, local)
    }

    fn import(book: Rulebook, numbers: u8, local: &str) -> Self {
        let zone = Zone::new("Europe/Amsterdam").unwrap();
        let now = instant(local, &zone);
        let origin = Origin {
            zone,
            kind: ContactKind::Consumer,
            consent: None,
            numbers,
            trigger: None,
            at: now,
        };
        let (contact, because) = origin.contact(ListId(1), ContactId(1), &book.rules);
        Self {
            book,
            history: History::begin(contact.clone()),
            contact,
            now,
            attempts: BTreeMap::new(),
            effects: Vec::new(),
            because,
            suppressed: Vec::new(),
            profile: None,
            ledger: None,
            abandoned_at: None,
            scrubbed_at: None,
            caller_id: None,
            dials: Vec::new(),
        }
    }

    /// The same, but the contact has so many numbers.
    pub fn numbers(self, numbers: u8) -> Self {
        Self::with_numbers(self.book, numbers)
    }

    // --- the clock ---

    pub fn at(&mut self, local: &str) -> &mut Self {
        self.now = instant(local, &self.contact.zone);
        self
    }

    pub fn later(&mut self, minutes: i64) -> &mut Self {
        self.now += jiff::SignedDuration::from_mins(minutes);
        self
    }

    pub fn seconds(&mut self, seconds: i64) -> &mut Self {
        self.now += jiff::SignedDuration::from_secs(seconds);
        self
    }

    /// Waits until the contact is offered.
    pub fn when_offered(&mut self) -> &mut Self {
        self.now = self.now.max(self.contact.offer_at.expect("never offered"));
        self
    }

    pub fn instant(&self, local: &str) -> Timestamp {
        instant(local, &self.contact.zone)
    }

    // --- events ---

    /// By whoever has the contact in hand, or else by a supervisor.
    pub fn command(&mut self, command: &Command) -> Result<(), Refusal> {
        let hand = self.contact.hand.as_ref().map(|hand| hand.agent);
        let actor = hand.map_or(Actor::Supervisor(CAROL), Actor::Agent);
        self.command_by(actor, command)
    }

    pub fn command_by(&mut self, actor: Actor, command: &Command) -> Result<(), Refusal> {
        let decision = self.follow(actor, Event::Command(command.clone()))?;
        if let Some(permit) = &decision.permit {
            assert!(permit.is_valid(self.now));
            self.dials.push((permit.slot(), self.now));
        }
        self.take(decision);
        Ok(())
    }

    pub fn report(&mut self, report: &Report) -> &mut Self {
        let event = Event::Report(report.clone());
        let decision = self.follow(Actor::Line, event).unwrap();
        self.take(decision);
        self
    }

    /// A test that changed the contact behind its history has none any more.
    fn follow(&mut self, actor: Actor, event: Event) -> Result<Decision, Refusal> {
        if *self.history.contact() != self.contact {
            self.history = History::begin(self.contact.clone());
        }
        self.history.follow(Past {
            seq: self.history.seq() + 1,
            event,
            actor,
            at: self.now,
            rules: Arc::new(self.book.rules.clone()),
        })
    }

    pub fn event(&mut self, event: &Event) -> Result<(), Refusal> {
        match event {
            Event::Command(command) => self.command(command),
            Event::Report(report) => {
                self.report(report);
                Ok(())
            }
        }
    }

    fn take(&mut self, decision: Decision) {
        for attempt in decision.uncoded {
            self.attempts.remove(&attempt);
        }
        for attempt in decision.attempts {
            self.attempts.insert(attempt.attempt, attempt);
        }
        self.contact = decision.next;
        self.effects = decision.effects;
        self.because = decision.because;
    }

    pub fn facts(&self) -> Facts {
        let zone = &self.contact.zone;
        let today = zone.local(self.now).date();
        let numbers = self.contact.slots().map(|slot| {
            let of_slot = self.dials.iter().rev().filter(|dial| dial.0 == slot);
            let dials = of_slot.map(|dial| dial.1).collect();
            let suppressed = self.suppressed.contains(&slot);
            NumberFacts {
                suppressed_by: suppressed.then(|| "test list".to_owned()),
                abandoned_at: self.abandoned_at,
                ..self
                    .book
                    .rules
                    .bounds(self.profile.as_ref())
                    .dialled(slot, dials, today, zone)
            }
        });
        Facts {
            numbers: numbers.collect(),
            profile: self.profile.clone(),
            ledger: self.ledger,
            scrubbed_at: self.scrubbed_at,
            caller_id: self.caller_id,
            ..Facts::default()
        }
    }

    // --- what agents and lines do ---

    pub fn try_claim(&mut self, agent: AgentId) -> Result<(), Refusal> {
        let facts = self.facts();
        self.command(&Command::Claim {
            agent,
            campaign: None,
            facts,
        })
    }

    /// Takes the contact in hand as soon as it is offered.
    pub fn claim(&mut self, agent: AgentId) -> &mut Self {
        self.when_offered().try_claim(agent).unwrap();
        assert!(self.contact.hand.is_some(), "put back: {:?}", self.because);
        self
    }

    /// Its fields say something else of the ground on which it is called.
    pub fn edit(&mut self, consent: Option<ConsentChange>) -> &mut Self {
        let fields = vec!["optin_date".to_owned()];
        let version = 2;
        self.command(&Command::Edit {
            fields,
            version,
            consent,
        })
        .unwrap();
        self
    }

    pub fn try_dial(&mut self, slot: Slot) -> Result<(), Refusal> {
        let facts = self.facts();
        self.command(&Command::dial(slot, facts))
    }

    pub fn dial(&mut self, slot: Slot) -> &mut Self {
        self.try_dial(slot).unwrap();
        self
    }

    pub fn answered(&mut self) -> &mut Self {
        let attempt = self.contact.dials;
        self.report(&Report::Answered { attempt })
    }

    pub fn ended(&mut self, outcome: Outcome) -> &mut Self {
        let attempt = self.contact.dials;
        self.report(&Report::Ended {
            attempt,
            outcome,
            cause: engine::Cause::default(),
        })
    }

    pub fn dispose(&mut self, shipped: &str) -> &mut Self {
        self.try_dispose(shipped, CallbackChoice::default())
            .unwrap();
        self
    }

    pub fn try_dispose(&mut self, shipped: &str, choice: CallbackChoice) -> Result<(), Refusal> {
        let code = self.book.code(shipped);
        let callback = Some(choice).filter(|choice| *choice != CallbackChoice::default());
        self.command(&Command::Dispose { code, callback })
    }

    pub fn agree(&mut self, shipped: &str, local: &str) -> &mut Self {
        let choice = CallbackChoice {
            at: Some(self.instant(local)),
            ..CallbackChoice::default()
        };
        self.try_dispose(shipped, choice).unwrap();
        self
    }

    pub fn set(&mut self, shipped: &str, reset: bool, local: Option<&str>) -> &mut Self {
        let code = self.book.code(shipped);
        let due = local.map(|local| self.instant(local));
        self.command(&Command::Set {
            code,
            reset,
            due,
            owner: None,
        })
        .unwrap();
        self
    }

    pub fn try_correct(&mut self, attempt: u32, shipped: &str) -> Result<(), Refusal> {
        let code = self.book.code(shipped);
        self.command(&Command::Correct { attempt, code })
    }

    pub fn correct(&mut self, attempt: u32, shipped: &str) -> &mut Self {
        self.try_correct(attempt, shipped).unwrap();
        self
    }

    pub fn try_undo(&mut self, agent: AgentId) -> Result<(), Refusal> {
        self.command_by(Actor::Agent(agent), &Command::Undo)
    }

    pub fn triggered(&mut self, trigger: Trigger) -> &mut Self {
        self.report(&Report::Triggered { trigger })
    }

    /// One handling by Anna: claims when offered, dials the first number, the line says this.
    pub fn call(&mut self, outcome: Outcome) -> &mut Self {
        let slot = self.contact.open_slots()[0];
        self.claim(ANNA).dial(slot).ended(outcome)
    }

    /// One handling by Anna in which a person answers, and two minutes later is coded.
    pub fn talk(&mut self, shipped: &str) -> &mut Self {
        self.claim(ANNA).dial(FIRST).answered().later(2);
        self.dispose(shipped)
    }

    // --- what is seen ---

    pub fn code(&self) -> String {
        self.book.shipped(&self.contact.code)
    }

    pub fn attempt_codes(&self) -> Vec<String> {
        let codes = self.attempts.values().map(|attempt| &attempt.code);
        codes.map(|code| self.book.shipped(code)).collect()
    }

    /// State, code, due time, offer where it differs, owner and until when it is theirs.
    pub fn shows(&self) -> String {
        let local = |at: Timestamp| {
            let local = self.contact.zone.local(at);
            local.strftime("%m-%d %H:%M").to_string()
        };
        let mut words = match &self.contact.hand {
            Some(hand) => vec![format!("in hand: {:?}", hand.phase())],
            None => vec![self.contact.standing.word().to_owned()],
        };
        words.push(self.code());
        match self.contact.standing {
            Standing::Closed { revive_at } => {
                words.extend(revive_at.map(|at| format!("revive {}", local(at))));
            }
            standing => words.extend(standing.due().map(|due| format!("due {}", local(due)))),
        }
        if self.contact.offer_at != self.contact.standing.due() {
            let offer = self.contact.offer_at.map_or("never".to_owned(), local);
            words.push(format!("offered {offer}"));
        }
        words.extend(self.contact.owner.map(|owner| format!("of {}", owner.0)));
        words.extend(self.contact.held.map(|held| match held.release_at {
            Some(at) => format!("held until {}", local(at)),
            None => "held".to_owned(),
        }));
        let closing = self.contact.hand.as_ref().and_then(|hand| hand.closing);
        words.extend(closing.map(|trigger| format!("closing: {trigger}")));
        words.join(" ")
    }

    pub fn stands(&self, expected: &str) -> &Self {
        assert_eq!(self.shows(), expected, "because {:#?}", self.because);
        self
    }
}

fn instant(local: &str, zone: &Zone) -> Timestamp {
    let local: DateTime = local.parse().unwrap();
    zone.instant(local.date(), local.time())
}
