//! The house in memory: the engine over ordered maps, and nothing clever.

use super::Said;
use super::house::{self, AGENTS, CAMPAIGNS, LINKS};
use super::moves::Move;
use super::suppressions::scopes;
use crate::centre::START;
use engine::{
    Agent, AgentCommand, AgentId, Attempt, Command, Contact, ContactId, Decision, Effect, Event,
    Facts, History, ListId, Number, Past, Rules,
};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{CampaignState, Entry};

pub type Key = (ListId, ContactId);

pub struct Kept {
    pub contact: Contact,
    pub history: History,
    pub at: Timestamp,
    pub seq: i64,
    pub import: usize,
    pub numbers: Vec<Number>,
}

pub struct Oracle {
    pub now: Timestamp,
    pub contacts: BTreeMap<Key, Kept>,
    pub agents: BTreeMap<AgentId, Agent>,
    /// State, priority, and whether callbacks jump.
    pub campaigns: Vec<(CampaignState, i64, bool)>,
    pub active: Vec<bool>,
    pub rules: BTreeMap<ListId, Rules>,
    pub imports: Vec<&'static str>,
    pub attempts: BTreeMap<(Key, u32), Attempt>,
    pub dials: Vec<(Number, Timestamp, Key, u32)>,
    pub suppressions: BTreeMap<(Number, &'static str, i64), (String, Option<Timestamp>)>,
    pub known: BTreeSet<String>,
    pub next_id: i64,
}

pub fn said(verb: &'static str, word: impl Into<String>, detail: impl Into<String>) -> Said {
    Said {
        verb,
        word: word.into(),
        detail: detail.into(),
    }
}

/// All that is said of a recorded event.
pub fn recorded(seq: i64, contact: &Contact, attempts: &[Attempt]) -> String {
    let contact = serde_json::to_string(contact).unwrap();
    format!(
        "{seq} {contact} {}",
        serde_json::to_string(attempts).unwrap()
    )
}

impl Oracle {
    pub fn open() -> Self {
        let now: Timestamp = START.parse().unwrap();
        let lists = (1..=3).map(ListId);
        Self {
            now,
            contacts: BTreeMap::new(),
            agents: (1..=AGENTS)
                .map(|id| (AgentId(id), Agent::new(now)))
                .collect(),
            campaigns: CAMPAIGNS
                .map(|priority| (CampaignState::Running, priority, true))
                .to_vec(),
            active: vec![true; LINKS.len()],
            rules: lists
                .map(|list| (list, house::engine_rules(list.0)))
                .collect(),
            imports: Vec::new(),
            attempts: BTreeMap::new(),
            dials: Vec::new(),
            suppressions: BTreeMap::new(),
            known: BTreeSet::new(),
            next_id: 1,
        }
    }

    pub fn play(&mut self, next: &Move) -> Said {
        match next {
            Move::Pass(time) => {
                self.now += *time;
                said("pass", "done", "")
            }
            Move::Import { list, rows, live } => self.import(*list, rows, *live),
            Move::Undo(import) => self.undo(*import),
            Move::Record(entry) => self.record(entry),
            Move::Offer(agent) => self.offer(*agent),
            Move::Peek(agent) => self.peek(*agent),
            Move::Ask(agent, command) => self.ask(*agent, command),
            Move::Suppress(new, closes) => self.suppress(new, *closes),
            Move::Campaign(index, state, jump) => {
                let priority = self.campaigns[*index].1;
                self.campaigns[*index] = (*state, priority, *jump);
                said("campaign", "done", "")
            }
            Move::Link(index, active) => {
                self.active[*index] = *active;
                said("link", "done", "")
            }
        }
    }

    pub fn is_visible(&self, kept: &Kept) -> bool {
        kept.seq > 0 || self.imports[kept.import] == "live"
    }

    pub fn visible(&self) -> impl Iterator<Item = (&Key, &Kept)> {
        self.contacts
            .iter()
            .filter(|(_, kept)| self.is_visible(kept))
    }

    /// The one door.
    pub fn record(&mut self, entry: &Entry) -> Said {
        let verb = entry.event.word();
        let key = (entry.list, entry.contact);
        let Some(kept) = self.contacts.get(&key).filter(|kept| self.is_visible(kept)) else {
            return said(verb, "not_found", "");
        };
        if entry
            .event_id
            .as_ref()
            .is_some_and(|id| self.known.contains(id))
        {
            return said(verb, "known", recorded(kept.seq, &kept.contact, &[]));
        }
        let at = self.now.max(kept.at);
        let facts = self.facts(kept);
        let rules = &self.rules[&entry.list];
        let past = Past {
            seq: kept.seq + 1,
            event: with_facts(&entry.event, facts),
            actor: entry.actor,
            at,
            rules: Arc::new(rules.clone()),
        };
        let people = matches!(entry.actor, engine::Actor::Agent(_));
        let beside = engine::Beside {
            noted: entry.note.is_some(),
            // Its contacts have no address.
            mailable: false,
        };
        let accepted = |decision| match &past.event {
            Event::Command(command) if people => {
                engine::fits(&kept.contact, command, at, rules)?;
                engine::filled_in(command, beside, rules).map(|()| decision)
            }
            _ => Ok(decision),
        };
        let decision = match kept.history.decide(&past).and_then(accepted) {
            Ok(decision) => decision,
            Err(refusal) => return said(verb, refusal.code(), refusal.to_string()),
        };
        let had = kept.contact.hand.as_ref().map(|hand| hand.agent);
        if let Some(hand) = &decision.next.hand
            && had != Some(hand.agent)
            && self.hand_of(hand.agent).is_some()
        {
            let refusal = engine::Refusal::AgentBusy(hand.agent);
            return said(verb, refusal.code(), refusal.to_string());
        }
        let history = self.contacts.get_mut(&key).map(|kept| &mut kept.history);
        history.unwrap().follow(past).unwrap();
        self.known.extend(entry.event_id.clone());
        self.apply(verb, key, at, decision)
    }

    pub fn apply(
        &mut self,
        verb: &'static str,
        key: Key,
        at: Timestamp,
        decision: Decision,
    ) -> Said {
        let is_late = matches!(decision.because[..], [engine::Because::Late { .. }]);
        let numbers = self.contacts[&key].numbers.clone();
        if let Some(permit) = &decision.permit {
            let number = numbers[permit.slot().index()];
            self.dials.push((number, at, key, permit.attempt()));
        }
        for attempt in &decision.uncoded {
            self.attempts.remove(&(key, *attempt));
        }
        for attempt in &decision.attempts {
            self.attempts
                .insert((key, attempt.attempt), attempt.clone());
        }
        for effect in &decision.effects {
            if let Effect::Suppress {
                slots,
                extent,
                until,
                code,
                ..
            } = effect
            {
                let source = format!("list {} contact {} code {code}", key.0.0, key.1.0);
                let zone = decision.next.zone.time_zone().clone();
                let end = |text: &String| {
                    at.to_zoned_datetime(zone)
                        .checked_add(text.parse::<jiff::Span>().unwrap())
                        .unwrap()
                        .timestamp()
                };
                let until_at = until.as_ref().map(end);
                for slot in slots.iter().filter_map(|slot| numbers.get(slot.index())) {
                    for (extent, scope) in scopes(*extent, key.0) {
                        self.put(*slot, extent, scope, &source, until_at);
                    }
                }
            }
        }
        let kept = self.contacts.get_mut(&key).unwrap();
        kept.seq += 1;
        let had = kept.contact.hand.take().map(|hand| hand.agent);
        (kept.at, kept.contact) = (at, decision.next);
        let has = kept.contact.hand.as_ref().map(|hand| hand.agent);
        let let_go = had.filter(|agent| has != Some(*agent));
        let detail = recorded(kept.seq, &kept.contact, &decision.attempts);
        if let Some(agent) = let_go.and_then(|agent| self.agents.get_mut(&agent)) {
            *agent = agent.decide(&AgentCommand::LetGo, None, at).unwrap();
        }
        said(verb, if is_late { "late" } else { "done" }, detail)
    }

    pub fn ask(&mut self, agent: AgentId, command: &AgentCommand) -> Said {
        let phase = self
            .hand_of(agent)
            .and_then(|kept| kept.contact.hand.as_ref())
            .map(engine::Handling::phase);
        match self.agents[&agent].decide(command, phase, self.now) {
            Ok(next) => {
                let detail = serde_json::to_string(&next).unwrap();
                self.agents.insert(agent, next);
                said("ask", "done", detail)
            }
            Err(refusal) => said("ask", "refused", refusal.to_string()),
        }
    }

    pub fn hand_of(&self, agent: AgentId) -> Option<&Kept> {
        let has = |kept: &&Kept| {
            kept.contact
                .hand
                .as_ref()
                .is_some_and(|hand| hand.agent == agent)
        };
        self.contacts.values().find(has)
    }
}

fn with_facts(event: &Event, facts: Facts) -> Event {
    match event {
        Event::Command(Command::Claim {
            agent, campaign, ..
        }) => Event::Command(Command::Claim {
            agent: *agent,
            campaign: *campaign,
            facts,
        }),
        Event::Command(Command::Dial { slot, .. }) => Event::Command(Command::dial(*slot, facts)),
        other => other.clone(),
    }
}
