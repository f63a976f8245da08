//! The one door: nothing else changes a contact.
//!
//! For each event: load the contact with its rules and the facts of its numbers, ask the
//! engine, write one journal row, the contact where its version still matches, one outbox
//! row per effect. Many events go through in one transaction; that is where throughput
//! comes from. An answer is given only after the commit.

mod barred;
mod dialled;
mod load;
mod mailable;
pub(crate) mod past;
mod registered;
pub(crate) mod row;
mod suppressing;
pub(crate) mod write;

use crate::ceiling::Hands;
use crate::conn::Conn;
use crate::error::StoreError;
use crate::rules::RulesCache;
use engine::{
    Actor, AgentId, Attempt, Because, Beside, Command, Contact, ContactId, Decision, Effect, Event,
    ListId, Number, Past, Permit, Phase, Refusal, Report, Rules,
};
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::sync::Arc;

/// One event for one contact.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub list: ListId,
    pub contact: ContactId,
    pub actor: Actor,
    pub event: Event,
    /// An event with an id that is known already is not recorded again.
    pub event_id: Option<String>,
    /// When it happened, if that was not just now.
    pub happened_at: Option<Timestamp>,
    /// Personal: kept apart from the journal.
    pub note: Option<String>,
}

impl Entry {
    pub fn report(list: ListId, contact: ContactId, actor: Actor, report: Report) -> Self {
        Self::new(list, contact, actor, Event::Report(report))
    }

    pub fn command(list: ListId, contact: ContactId, actor: Actor, command: Command) -> Self {
        Self::new(list, contact, actor, Event::Command(command))
    }

    fn new(list: ListId, contact: ContactId, actor: Actor, event: Event) -> Self {
        Self {
            list,
            contact,
            actor,
            event,
            event_id: None,
            happened_at: None,
            note: None,
        }
    }

    pub fn with_id(self, id: impl Into<String>) -> Self {
        Self {
            event_id: Some(id.into()),
            ..self
        }
    }

    pub fn happened(self, at: Timestamp) -> Self {
        Self {
            happened_at: Some(at),
            ..self
        }
    }

    pub fn with_note(self, note: impl Into<String>) -> Self {
        Self {
            note: Some(note.into()),
            ..self
        }
    }
}

/// What came of an event.
#[derive(Debug)]
pub struct Recorded {
    pub seq: i64,
    pub at: Timestamp,
    pub contact: Contact,
    pub because: Vec<Because>,
    /// What the caller must do now, such as hanging up. Everything else is in the outbox.
    pub orders: Vec<Effect>,
    pub attempts: Vec<Attempt>,
    /// Whom it concerns: in whose hands the contact was or is, whose it was or is.
    pub agents: BTreeSet<AgentId>,
    /// Leave to dial, with the number, if a dial was asked for.
    pub dial: Option<(Permit, Number)>,
    /// The event was recorded before; nothing followed this time.
    pub known: bool,
}

#[derive(Debug, Clone, thiserror::Error)]
pub enum RecordError {
    #[error("{0}")]
    Refused(Refusal),
    #[error("there is no contact {} in list {}", .contact.0, .list.0)]
    NotFound { list: ListId, contact: ContactId },
    #[error(transparent)]
    Store(#[from] StoreError),
}

pub type Answer = Result<Recorded, RecordError>;

/// A contact as it was loaded, with what is needed to decide.
pub(crate) struct Loaded {
    pub contact: Contact,
    pub seq: i64,
    pub at: Timestamp,
    pub digest: i64,
    pub filtered: bool,
    /// An address to write to is known, where the event asks for one.
    pub mailable: bool,
    pub rules: Arc<Rules>,
}

/// One event that was decided and will be written.
pub(crate) struct Step {
    pub entry: Entry,
    pub was: i64,
    pub digest_before: i64,
    pub at: Timestamp,
    pub filtered: bool,
    pub rules: i64,
    pub used: Arc<Rules>,
    pub decision: Decision,
    pub number: Option<Number>,
    /// Who had it in hand before, and how far.
    pub hand: Option<(AgentId, Phase)>,
    pub before: Option<Hands>,
    /// In whose hands the contact was, whose it was.
    pub agents: BTreeSet<AgentId>,
}

/// The agents a contact concerns as it stands.
pub(crate) fn agents_of(contact: &Contact) -> BTreeSet<AgentId> {
    let in_hand = contact.hand.as_ref().map(|hand| hand.agent);
    in_hand.into_iter().chain(contact.owner).collect()
}

/// Records events inside the open transaction, each contact's in the order given.
pub(crate) fn record(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    entries: Vec<Entry>,
    now: Timestamp,
) -> Result<Vec<Answer>, StoreError> {
    let mut answers: Vec<Option<Answer>> = entries.iter().map(|_| None).collect();
    let mut rest: Vec<(usize, Entry)> = entries.into_iter().enumerate().collect();
    while !rest.is_empty() {
        let (round, later) = one_of_each(rest);
        rest = play(conn, rules, round, now, &mut answers)?;
        rest.extend(later);
    }
    Ok(answers.into_iter().flatten().collect())
}

/// Events with their places in the order they came in.
type Numbered = Vec<(usize, Entry)>;

/// Locks the contacts of events that lost a race, so that they win the next one. All lock
/// in the same order and wait for each other, never in a circle.
pub(crate) fn lock(conn: &mut dyn Conn, entries: &[Entry]) -> Result<(), StoreError> {
    let keys: BTreeSet<(ListId, ContactId)> = entries
        .iter()
        .map(|entry| (entry.list, entry.contact))
        .collect();
    for (list, contact) in keys {
        conn.rows(
            &crate::sql::contact::LOCK,
            &[list.0.into(), contact.0.into()],
        )?;
    }
    Ok(())
}

/// A batch must not hold two events of the same contact, two with one id, or two claims of
/// one agent, taking back being one.
fn one_of_each(entries: Numbered) -> (Numbered, Numbered) {
    let mut contacts = BTreeSet::new();
    let mut ids = BTreeSet::new();
    let mut claimants = BTreeSet::new();
    entries.into_iter().partition(|(_, entry)| {
        let first_claim = match &entry.event {
            Event::Command(
                Command::Claim { agent, .. }
                | Command::PickUp { agent, .. }
                | Command::Pass { to: agent },
            ) => claimants.insert(*agent),
            _ => past::undoes(entry).is_none_or(|agent| claimants.insert(agent)),
        };
        let fresh_id = entry
            .event_id
            .as_ref()
            .is_none_or(|id| ids.insert(id.clone()));
        contacts.insert((entry.list, entry.contact)) && fresh_id && first_claim
    })
}

/// Plays one event per contact; gives back those that must see what came of the others.
fn play(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    round: Vec<(usize, Entry)>,
    now: Timestamp,
    answers: &mut [Option<Answer>],
) -> Result<Vec<(usize, Entry)>, StoreError> {
    let mut loaded = load::contacts(conn, rules, &round)?;
    let known = load::known_ids(conn, &round)?;
    let mut facts = load::facts(conn, &round, &loaded, now)?;
    let mut told = past::of_round(conn, rules, &round, &loaded)?;
    // What others did to the numbers while we waited for them counts as well.
    if load::lock_dialled(conn, &round, &facts)? {
        facts = load::facts(conn, &round, &loaded, now)?;
    }
    let mut steps = Vec::new();
    let mut news = News::default();
    let mut later = Vec::new();
    for (index, entry) in round {
        let key = (entry.list, entry.contact);
        if facts.get(&key).is_some_and(|facts| news.changes(facts))
            || news.counts_against(&entry.event)
        {
            later.push((index, entry));
            continue;
        }
        let answer = match loaded.remove(&key) {
            None => Some(Err(RecordError::NotFound {
                list: entry.list,
                contact: entry.contact,
            })),
            Some(there) if entry.event_id.as_ref().is_some_and(|id| known.contains(id)) => {
                Some(Ok(as_it_is(there)))
            }
            Some(there) => match decide(
                entry,
                there,
                (facts.remove(&key), told.remove(&key)),
                now,
                true,
            ) {
                Ok(step) => {
                    news.hear(&step);
                    steps.push((index, step));
                    None
                }
                Err(refusal) => Some(Err(RecordError::Refused(refusal))),
            },
        };
        if let (Some(answer), Some(place)) = (answer, answers.get_mut(index)) {
            *place = Some(answer);
        }
    }
    let written = write::steps(conn, steps)?;
    for (index, recorded) in written {
        if let Some(place) = answers.get_mut(index) {
            *place = Some(Ok(recorded));
        }
    }
    Ok(later)
}

/// What the steps of a round change for the facts that were read before it.
#[derive(Default)]
struct News {
    dialled: BTreeSet<Number>,
    suppressed: bool,
    /// A call that may find no agent was placed.
    unreserved: bool,
}

impl News {
    fn hear(&mut self, step: &Step) {
        self.unreserved |= is_unreserved(&step.entry.event);
        self.dialled.extend(step.number);
        let effects = &step.decision.effects;
        self.suppressed |= effects
            .iter()
            .any(|effect| matches!(effect, Effect::Suppress { .. }));
    }

    fn counts_against(&self, event: &Event) -> bool {
        self.unreserved && is_unreserved(event)
    }

    fn changes(&self, facts: &load::FactsOfContact) -> bool {
        let numbers = || facts.numbers.values();
        self.suppressed || numbers().any(|number| self.dialled.contains(number))
    }
}

/// A dial for which no agent is kept: how many there are counts for the next.
fn is_unreserved(event: &Event) -> bool {
    let dial =
        |command: &Command| matches!(command, Command::Dial { unreserved, .. } if *unreserved);
    matches!(event, Event::Command(command) if dial(command))
}

fn as_it_is(there: Loaded) -> Recorded {
    Recorded {
        seq: there.seq,
        at: there.at,
        contact: there.contact,
        because: Vec::new(),
        orders: Vec::new(),
        attempts: Vec::new(),
        agents: BTreeSet::new(),
        dial: None,
        known: true,
    }
}

/// Asks the engine. The facts go into the event, so that the journal replays.
fn decide(
    mut entry: Entry,
    there: Loaded,
    (facts, told): (Option<load::FactsOfContact>, Option<past::Told>),
    now: Timestamp,
    complete: bool,
) -> Result<Step, Refusal> {
    only_own_hands(&entry, &there.contact)?;
    let at = now.max(there.at);
    let agents = agents_of(&there.contact);
    let mut number = None;
    let busy = facts.as_ref().is_some_and(|found| found.agent_is_busy)
        || told.as_ref().is_some_and(|told| told.agent_is_busy);
    if let (Event::Command(command), Some(found)) = (&mut entry.event, facts) {
        match command {
            Command::Claim { facts, .. } => *facts = found.facts,
            Command::Dial { slot, facts, .. } => {
                number = found.numbers.get(slot).copied();
                *facts = found.facts;
            }
            _ => {}
        }
    }
    let decision = match (&entry.event, told) {
        (_, Some(told)) => told.history.decide(&Past {
            seq: there.seq.saturating_add(1),
            event: entry.event.clone(),
            actor: entry.actor,
            at,
            rules: there.rules.clone(),
        })?,
        (Event::Report(report), None) => engine::observe(&there.contact, report, at, &there.rules),
        (Event::Command(command), None) => {
            engine::decide(&there.contact, command, at, &there.rules)?
        }
    };
    accept(&entry, &there, at, complete)?;
    match &decision.next.hand {
        // Claimed or passed on just now, to somebody who has a contact already.
        Some(hand) if busy && !is_in_hand_of(&there.contact, hand.agent) => {
            return Err(Refusal::AgentBusy(hand.agent));
        }
        _ => {}
    }
    Ok(Step {
        entry,
        was: there.seq,
        digest_before: there.digest,
        at,
        filtered: there.filtered,
        rules: there.rules.version,
        used: there.rules,
        decision,
        number,
        before: there.contact.hand.as_ref().map(Hands::of),
        hand: there.contact.hand.map(|hand| (hand.agent, hand.phase())),
        agents,
    })
}

fn is_in_hand_of(contact: &Contact, agent: AgentId) -> bool {
    let hand = contact.hand.as_ref();
    hand.is_some_and(|hand| hand.agent == agent)
}

/// What people choose must have an effect, and be complete where it is meant to be kept.
fn accept(entry: &Entry, there: &Loaded, at: Timestamp, complete: bool) -> Result<(), Refusal> {
    let (Actor::Agent(_), Event::Command(command)) = (entry.actor, &entry.event) else {
        return Ok(());
    };
    engine::fits(&there.contact, command, at, &there.rules)?;
    if !complete {
        return Ok(());
    }
    let note = entry.note.as_deref().unwrap_or_default();
    let beside = Beside {
        noted: !note.trim().is_empty(),
        mailable: there.mailable,
    };
    engine::filled_in(command, beside, &there.rules)
}

/// What an agent does with a contact in hand must be done by the agent who has it.
fn only_own_hands(entry: &Entry, contact: &Contact) -> Result<(), Refusal> {
    if let (Actor::Agent(_), Event::Command(Command::TakeBack)) = (entry.actor, &entry.event) {
        return Err(Refusal::NotSupervisor);
    }
    let in_hand = matches!(
        entry.event,
        Event::Command(
            Command::Dial { .. }
                | Command::Dispose { .. }
                | Command::Conclude
                | Command::Release
                | Command::Pass { .. }
        )
    );
    match (entry.actor, &contact.hand) {
        (Actor::Agent(agent), Some(hand)) if in_hand && hand.agent != agent => {
            Err(Refusal::NotInHand)
        }
        _ => Ok(()),
    }
}

/// Loads and decides as the door would; nothing is locked, nothing is written. What a code
/// still requires is not asked for yet.
pub(crate) fn try_out(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    entry: Entry,
    now: Timestamp,
) -> Result<Result<Step, RecordError>, StoreError> {
    let (list, contact) = (entry.list, entry.contact);
    let round = [(0, entry)];
    let mut loaded = load::contacts(conn, rules, &round)?;
    let mut facts = load::facts(conn, &round, &loaded, now)?;
    let mut told = past::of_round(conn, rules, &round, &loaded)?;
    let [(_, entry)] = round;
    let Some(there) = loaded.remove(&(list, contact)) else {
        return Ok(Err(RecordError::NotFound { list, contact }));
    };
    let known = (
        facts.remove(&(list, contact)),
        told.remove(&(list, contact)),
    );
    Ok(decide(entry, there, known, now, false).map_err(RecordError::Refused))
}

/// Reads a contact with its rules and facts as the door would, and decides nothing.
pub(crate) fn look(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    entry: Entry,
    now: Timestamp,
) -> Result<Option<(Contact, Arc<Rules>, engine::Facts)>, StoreError> {
    let key = (entry.list, entry.contact);
    let round = [(0, entry)];
    let mut loaded = load::contacts(conn, rules, &round)?;
    let mut facts = load::facts(conn, &round, &loaded, now)?;
    let facts = facts
        .remove(&key)
        .map(|found| found.facts)
        .unwrap_or_default();
    Ok(loaded
        .remove(&key)
        .map(|there| (there.contact, there.rules, facts)))
}
